"""From blocks back to text: a reading exactly as it was, or a tree as a language prints it."""

from collections.abc import Iterable

from amana.kernel.numbers import digits
from amana.texts.reading.markers import ABJAD, letter, roman
from amana.texts.reading.passages import Reading
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block

__all__ = ["blocks_to_text", "printed_number", "write"]

_PARAGRAPHS = (Kind.OPERATIVE, Kind.ANNEX_PARAGRAPH)
_ITEMS = (Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH, Kind.ANNEX_ITEM)
_ABJAD_PRINTED = {"ا": "أ", "ه": "هـ"}
_ORDINALS = (
    "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا",
)  # fmt: skip
_NAMES = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم",
    "نون",
)  # fmt: skip


def write(reading: Reading) -> str:
    """The text that was read, to the last space."""
    pieces = (piece for block in reading.blocks for piece in (block.before, block.source))
    return "".join(pieces) + reading.after


def blocks_to_text(blocks: Iterable[Block], lang: str) -> str:
    """The blocks in one language, a paragraph a line, a blank line between them.

    A number is printed as the block says, and where it says nothing as the language prints it:
    `3.`, `(a)`, `(i)`; `3.`, `a)`, `i)`; `٣-`, `(أ)`, `(١)`. What has no text in that language is
    left out, but a number that holds items is kept.
    """
    written, before = [], ""
    for block in blocks:
        text = " ".join(getattr(block.text, lang).split("\n")).strip()
        heading = getattr(block.heading, lang)
        words = " ".join(part for part in (heading, text) if part)
        number = getattr(block.printed, lang) or printed_number(block, lang, before)
        before = block.num
        if words or (number and block.kind in _PARAGRAPHS):
            # A bare I or ألف is a heading only when it has its line to itself.
            joint = "\n" if block.kind is Kind.PART_HEADING and number[-1:].isalpha() else " "
            written.append(f"{number}{joint}{words}".strip())
    return "\n\n".join(written) + "\n" if written else ""


def printed_number(block: Block, lang: str, before: str = "") -> str:
    """What a language prints for the number of a block; `before` is the number before it."""
    number, kind = block.num, block.kind
    if not number:
        return ""
    if kind in _PARAGRAPHS or kind is Kind.PREAMBULAR:
        return f"{digits(number, 'arab')}-" if lang == "ar" else f"{number}."
    if kind in _ITEMS:
        return _item(number, lang, before)
    if kind is Kind.PART_HEADING:
        return _part(number, lang)
    return ""


def _item(number: str, lang: str, before: str) -> str:
    if lang != "ar":
        return f"({number})" if lang == "en" else f"{number})"
    value = roman(number)
    if value and not (len(number) == 1 and before == chr(ord(number) - 1)):
        return f"({digits(value, 'arab')})"
    place = next((at for at in range(28) if letter(at + 1) == number), None)
    if place is None:
        return f"({digits(number, 'arab')})"
    return f"({_ABJAD_PRINTED.get(ABJAD[place], ABJAD[place])})"


def _part(number: str, lang: str) -> str:
    if lang != "ar":
        return f"{number}."
    value = roman(number.lower())
    if value and value <= len(_ORDINALS):
        return f"{_ORDINALS[value - 1]}-"
    place = ord(number[0]) - 65
    return f"{_NAMES[place]} -" if 0 <= place < len(_NAMES) else f"{number} -"
