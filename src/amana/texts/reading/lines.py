"""The lines of a text with their places, and what in them is only layout.

Nothing is thrown away here: a line keeps where it begins and ends in the text, so that whoever
reads it can write it back. `clean` gives the words alone, on one line.
"""

import re
from typing import NamedTuple

__all__ = ["INVISIBLE", "Line", "clean", "ends_a_sentence", "lines"]

INVISIBLE = (
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Controls of direction, byte order marks, spaces of no width: layout, never words."""

_BLANK = " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
_BLANK += "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000" + INVISIBLE
_UNSEEN = str.maketrans("", "", INVISIBLE)
_HAS_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SPACES = re.compile(r"[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_NARROW = re.compile("[\u00a0\u202f\u2007]")
# A sentence may end with the number of a note: Council,1 or States.*
_END = re.compile(
    r"[.;:,،؛!?؟…][\"'»”’)\]]{0,2}(?:\[?[\d¹²³⁰⁴-⁹*†]{1,3}\]?)?(?:\s*(?:and|or|et|ou|و|أو))?$", re.I
)


class Line(NamedTuple):
    """A line that is not blank: where its words begin and end in the text, and which line it is.

    `number` counts from 1; `gap` says that a blank line, or the beginning, stands before it.
    """

    text: str
    start: int
    end: int
    number: int
    gap: bool


def lines(text: str) -> list[Line]:
    """Every line with words in it. Lines end as Unicode says: CRLF, LF, CR, LS, PS, form feed."""
    found = []
    place, gap = 0, True
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        words = line.strip(_BLANK)
        if words:
            start = place + line.index(words)
            found.append(Line(words, start, start + len(words), number, gap))
            gap = False
        else:
            gap = True
        place += len(line)
    return found


def clean(raw: str) -> str:
    """The words of a raw text: one line, single spaces, no controls; a narrow space stays."""
    if not raw.isascii() and _HAS_UNSEEN.search(raw):
        raw = raw.translate(_UNSEEN)
    if raw.isascii() or not _NARROW.search(raw):
        return " ".join(raw.split())
    return _SPACES.sub(" ", raw).strip(_BLANK)


def ends_a_sentence(text: str) -> bool:
    """Whether the text ends as a paragraph or an item of a list may end."""
    return _END.search(text[-24:]) is not None
