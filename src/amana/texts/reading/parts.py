"""The heading of a part of a deliberation: `A. Dialogue`, `II`, `ألف - الحوار`, or words alone."""

import re
from typing import NamedTuple

from amana.kernel.arabic import fold
from amana.texts.reading.lines import clean
from amana.texts.reading.markers import Marker, marker, roman, romanised
from amana.texts.reading.numerals import cardinal, ordinal_value
from amana.texts.reading.paragraph import Paragraph

__all__ = ["Part", "part_heading"]

_LONE = re.compile(r"[A-Z]$|[IVX]{1,5}$|[ء-ي]{3,5}$")
_NAMED = re.compile(
    r"(?:part|section|chapter|partie|titre|chapitre|(?:ال)?جزء|(?:ال)?قسم|(?:ال)?باب|(?:ال)?فرع|(?:ال)?فصل)\s+"
    r"(?P<num>[A-Z]|[IVX]{1,5}|\d{1,2}|premi(?:er|[èe]re)|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|(?:ال)?[ء-ي]{3,6})(?![\w'’])\s*[:.–—-]*\s*(?P<rest>.*)$"
    r"|(?P<nth>[\wèé]{4,9}) partie(?!\w)\s*[:.–—-]*\s*(?P<then>.*)$",
    re.I | re.S,
)
_FIRSTS = ("اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_MOST_WORDS = 16


class Part(NamedTuple):
    """The heading of a part: `A` with `lettered`, `II` without, or no number at all.

    `joined` says that the paragraph after it is its title.
    """

    number: str
    lettered: bool
    title: str
    printed: str
    joined: bool = False


def part_heading(
    paragraph: Paragraph, following: Paragraph | None, before: Part | None, *, first: bool
) -> Part | None:
    """The heading that a paragraph is, or None.

    `following` is the next paragraph, `before` the part so far; `first` says that nothing
    operative stands before it, where words alone are rarely a heading.
    """
    if following is None or not paragraph.is_short:
        return None
    number = paragraph.marker
    if number is not None:
        if not _may_number(number, following):
            return None
        if paragraph.lead.role == "finite" or paragraph.lead.marked:
            return None
        return _titled(_numbered(number, before), paragraph.text, number.printed, following)
    return _lone(paragraph, following, before) or _wordy(paragraph, following, first=first)


def _may_number(number: Marker, following: Paragraph) -> bool:
    """Whether a part may be numbered so; Arabic has no capitals: أ only before a new beginning.

    What `Secondly` follows at once is a paragraph: no part is empty.
    """
    after = following.marker
    if number.style == "ordinal" and after is not None and after.style == "ordinal":
        return after.value != number.value + 1
    if number.style in ("capital", "Roman", "name", "ordinal"):
        return True
    if number.style != "letter" or number.letters.isascii():
        return False
    if after is None:
        return following.is_formula or following.lead.marked
    return after.value == 1 and after.style == "number" and following.lead.role != ""


def _numbered(number: Marker, before: Part | None) -> tuple[str, bool]:
    """The number of a part and whether it is a letter: I is a letter only after H."""
    if number.style in ("Roman", "ordinal"):
        return romanised(number.value).upper(), False
    letter = chr(64 + number.value) if number.value <= 26 else ""
    as_roman = roman(number.letters) if number.style == "capital" else 0
    if as_roman and not (before and before.lettered and before.number == chr(63 + number.value)):
        return romanised(as_roman).upper(), False
    return letter, True


def _titled(
    number: tuple[str, bool], title: str, printed: str, following: Paragraph
) -> Part | None:
    """With its title, which may be the next paragraph."""
    if not title and _is_title(following):
        return Part(*number, following.text, printed, joined=True)
    return Part(*number, title, printed)


def _is_title(paragraph: Paragraph) -> bool:
    return (
        paragraph.marker is None and paragraph.is_short and not paragraph.is_formula
        and paragraph.lead.role not in ("finite", "participle") and not paragraph.lead.marked
    )  # fmt: skip


def _lone(paragraph: Paragraph, following: Paragraph, before: Part | None) -> Part | None:
    """A letter or a roman number alone on its line, or `Part II`, with or without a title."""
    line = paragraph.lines[0].text
    if _LONE.match(line):
        found = marker(f"{line} -") or marker(f"{line}.")
        if found is None or found.style not in ("capital", "Roman", "name", "ordinal"):
            return None
        rest = clean("\n".join(each.text for each in paragraph.lines[1:]))
        return _titled(_numbered(found, before), rest, line, following)
    match = _NAMED.match(paragraph.opening)
    if match is None:
        return None
    number = _spelt(match["num"] or match["nth"], before)
    printed = paragraph.opening[: match.start("rest" if match["num"] else "then")].rstrip(" :.–—-")
    rest = match["rest"] or match["then"] or ""
    return _titled(number, rest.strip(), printed, following) if number else None


def _spelt(word: str, before: Part | None) -> tuple[str, bool] | None:
    """The number in `Part II`, `Part 2`, `الجزء الثاني`, `القسم باء`."""
    if word.isdecimal():
        return romanised(int(word)).upper(), False
    folded = fold(word).removeprefix("ال")
    if folded in _FIRSTS:
        return romanised(_FIRSTS.index(folded) + 1).upper(), False
    if value := cardinal(folded, "en") or ordinal_value(folded, "fr"):
        return romanised(value).upper(), False
    found = marker(f"{word} -") or marker(f"{word}.")
    if found is None or found.style not in ("capital", "Roman", "name"):
        return None
    return _numbered(found, before)


def _wordy(paragraph: Paragraph, following: Paragraph, *, first: bool) -> Part | None:
    """Words alone, short, without a verb, before a numbered paragraph or a new preamble."""
    found, text = paragraph.lead, paragraph.text
    if found.role in ("finite", "participle") or found.marked or paragraph.is_formula:
        return None
    if text[:1].islower() or len(text.split()) > _MOST_WORDS:
        return None
    number = following.marker
    counted = number is not None and number.style in ("number", "bare", "enclosed")
    if counted and following.lead.role:
        return Part("", lettered=False, title=text, printed="")
    begins = following.is_formula or following.lead.marked
    return Part("", lettered=False, title=text, printed="") if begins and not first else None
