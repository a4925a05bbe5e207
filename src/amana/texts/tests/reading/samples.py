"""The exercise texts of the quality lists, as running text in several layouts."""

import textwrap
from collections.abc import Callable, Iterator

from amana.texts.reading.passages import Reading
from amana.texts.tests.reading.quality.measured import FOLDER, expected

__all__ = ["LANGS", "LAYOUTS", "paragraphs", "shape", "texts"]

LANGS = ("ar", "en", "fr")


def texts(lang: str) -> list[list[str]]:
    """Every text of both lists, each as its paragraphs. The first is in the style of an Islamic
    conference, the second of the United Nations; both say the same in every language."""
    folders = (FOLDER, FOLDER / "second")
    return [
        [each.text for each in text] for folder in folders for text in expected(lang, folder)
    ]  # fmt: skip


def paragraphs(lang: str, number: int) -> str:
    """One text with a blank line between its paragraphs."""
    return "\n\n".join(texts(lang)[number]) + "\n"


def _wrapped(text: str, width: int) -> str:
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def _directed(text: str) -> str:
    return f"\u202b\u200f{text}\u202c"


LAYOUTS: dict[str, Callable[[list[str]], str]] = {
    "a line each": lambda text: "\n".join(text) + "\n",
    "CRLF": lambda text: "\r\n\r\n".join(text) + "\r\n",
    "wrapped": lambda text: "\n\n".join(_wrapped(each, 60) for each in text),
    "wrapped without blank lines": lambda text: "\n".join(_wrapped(each, 72) for each in text),
    "indented": lambda text: "\n\n".join(f"\t   {each}" for each in text),
    "with marks of direction": lambda text: "\n\n".join(map(_directed, text)),
    "with a byte order mark": lambda text: "\ufeff" + "\n \n".join(text),
    "with other line ends": "\u2029".join,
}  # fmt: skip


def shape(reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    """Kind, number, class and words of every block."""
    for block in reading.blocks:
        yield str(block.kind), block.number, block.verb_class, " ".join(block.text.split())
