"""What a paragraph cites and counts: symbols, numbers, days. For comparing languages.

The grammar of symbols is another module's; here is only what is needed to see that two languages
cite the same. A caller who knows better gives a function of its own.
"""

import re
from collections.abc import Callable, Iterable

from amana.kernel.numbers import digits
from amana.texts.reading.days import all_days
from amana.texts.reading.folding import folded
from amana.texts.reading.lines import clean
from amana.texts.reading.numerals import numbers_in_words

__all__ = ["Symbols", "days_in", "numbers_in", "symbols_in", "written_out"]

Symbols = Callable[[str, str], Iterable[str]]
"""From a text and its language to the symbols it cites, canonical."""

_DOCUMENT = re.compile(
    r"(?<![\w/.])[A-Z][A-Za-z0-9]{0,9}(?:[-.][A-Za-z0-9]+)*(?:/[A-Za-z0-9][A-Za-z0-9.&-]*[A-Za-z0-9]|/[A-Za-z0-9]){1,9}(?:\(\w{1,6}\))?(?![\w/])"
)
_NUMBERED = re.compile(
    r"(?<![\d/.,-])(\d{1,4}) ?/ ?(\d{1,3})(?![\d/])"
    r"(?: ?[-–—] ?(?:[A-Z&]{1,4}|[ء-ي]{1,2}(?![ء-ي])|[ء-ي]\.[ء-ي]))?"
    r"(?: ?\((?:I\.?S\.?|ق\.? ?[أا])\))?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.٬]\d{3})+(?!\d)|\d+(?:[.,٫]\d+)?")
_NOTE = re.compile(r"(?<=[^\W\d_][.,;،؛])\d{1,3}(?=\s|$)")
# The 29 of 29-30 August, the 25 of 25 and 26 Safar.
_FIRST_OF_A_RANGE = re.compile(r"(?<!\d)\d{1,2} ?(?:-|–|and|et|to|au|a|الي|و) ?$")


def symbols_in(text: str, _lang: str = "") -> list[str]:
    """The symbols that a text cites: documents whole, resolutions by number and session (7/50).

    The letters of a series are left out, since languages write their own: 7/50-POL, 7/50-س.
    """
    text = digits(text)
    documents = [
        match.group() for match in _DOCUMENT.finditer(text) if re.search(r"\d", match.group())
    ]
    rest = _DOCUMENT.sub(" ", text)
    return documents + [f"{m[1]}/{m[2]}" for m in _NUMBERED.finditer(rest)]


def days_in(text: str) -> list[str]:
    """The full days that a text names, as ISO days, whatever their calendar."""
    return [span.first.isoformat() for span in all_days(folded(text).text)]


def numbers_in(text: str) -> list[str]:
    """The numbers of a text that are no part of a symbol or a day, in one writing.

    `1 000 000`, `1,000,000` and `١٬٠٠٠٬٠٠٠` are `1000000`; the number of a note is left out.
    """
    text = _NOTE.sub("", digits(clean(text)))
    text = _NUMBERED.sub(" ", _DOCUMENT.sub(" ", text))
    whole = folded(text).text
    for span in reversed(all_days(whole)):
        first = _FIRST_OF_A_RANGE.search(whole, max(0, span.start - 16), span.start)
        whole = whole[: first.start() if first else span.start] + " " + whole[span.end :]
    return [_plain(match.group()) for match in _GROUPED.finditer(whole)]


def _plain(number: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:[^\d]\d{3})+", number):
        return re.sub(r"\D", "", number)
    return re.sub(r"[,٫]", ".", number)


def written_out(text: str, lang: str) -> list[str]:
    """The numbers that a text writes in words, in figures."""
    return [str(value) for value in numbers_in_words(folded(text).text, lang)]
