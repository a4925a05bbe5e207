"""Annexes: heading, title, numbered paragraphs or articles, and their items."""

import re

from amana.kernel.arabic import fold
from amana.texts.reading.headings import (
    AnnexHeading,
    annex_heading,
    article,
    article_value,
    is_conclusion,
)
from amana.texts.reading.lines import clean
from amana.texts.reading.markers import ABJAD, Marker, roman, romanised
from amana.texts.reading.numbering import Numbering, Place
from amana.texts.reading.paragraph import Paragraph
from amana.texts.reading.passages import Passage
from amana.texts.reading.walk import Walk
from amana.texts.rules.kinds import Kind

__all__ = ["annex", "is_annex", "words_of"]

_AROUND = " \t\r\n\xa0:–—-."
_ORDINALS = ("اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_TITLED = ("capital", "Roman", "ordinal", "name")


def is_annex(walk: Walk, paragraph: Paragraph) -> bool:
    """Write the heading of an annex down, with a title on its line; whether it was one."""
    if paragraph.marker is not None:
        return False
    found = annex_heading(paragraph.lines[0].text)
    capitals = len(paragraph.lines) == 1 and paragraph.lines[0].text.isupper()
    if found is None or not (paragraph.is_short or paragraph.last == ":" or capitals):
        return False
    if walk.region == "front" and walk.blocks and not walk.has_formula:
        return False
    walk.region = "annex"
    walk.numbering, walk.part = Numbering(), None
    walk.keys = ["", "", ""]
    _put_heading(walk, paragraph, found)
    return True


def _put_heading(walk: Walk, paragraph: Paragraph, found: AnnexHeading) -> None:
    line, stop = paragraph.lines[0], paragraph.lines[-1].end
    cut = line.start + found.end
    behind = walk.text[cut:stop]
    start = stop - len(behind.lstrip(_AROUND))
    heading = clean(line.text[: found.end]).rstrip(_AROUND)
    if start >= stop:
        cut = stop
    passage = Passage(
        Kind.ANNEX_HEADING, heading, "annex", line=line.number, doubts=walk.doubts(),
        own=annex_number(found.number),
    )  # fmt: skip
    walk.put(passage, line.start, cut)
    if start < stop:
        at = line.number + len(walk.text[line.start : start + 1].splitlines()) - 1
        title = Passage(Kind.ANNEX_TITLE, clean(walk.text[start:stop]), line=at)
        walk.put(title, start, stop)


def annex_number(written: str) -> str:
    """The number of an annex as a roman one, or a letter: `II` for II, 2 and الثاني; `A` for أ."""
    word = fold(written).strip("() ")
    if not word:
        return ""
    if word.isdecimal():
        return romanised(int(word)).upper()
    if roman(word):
        return romanised(roman(word)).upper()
    ordinal = word.removeprefix("ال")
    if ordinal in _ORDINALS:
        return romanised(_ORDINALS.index(ordinal) + 1).upper()
    if word in ABJAD:
        return chr(65 + min(ABJAD.index(word), 25))
    return word.upper()


def annex(walk: Walk, paragraph: Paragraph) -> None:
    """A paragraph of an annex."""
    from amana.texts.reading.beginnings import is_symbol

    if is_annex(walk, paragraph) or is_symbol(walk, paragraph):
        return
    number = paragraph.marker
    if number is None:
        _words(walk, paragraph)
    elif number.style in _TITLED and paragraph.is_short:
        walk.numbering.new_part()
        walk.emit(Kind.ANNEX_TITLE, paragraph)
    else:
        place = walk.numbering.place(number, walk.markers_ahead)
        walk.doubt_the_number(paragraph, place)
        _numbered(walk, paragraph, place)


def _numbered(walk: Walk, paragraph: Paragraph, place: Place) -> None:
    if place.depth == 1:
        walk.keys = [f"annex.{place.own}", "", ""]
        key, kind = walk.keys[0], Kind.ANNEX_PARAGRAPH
    else:
        walk.keys[0] = walk.keys[0] or "annex"
        key, kind = walk.key(place), Kind.ANNEX_ITEM
    own = place.own.strip(".")
    walk.emit(kind, paragraph, level=min(place.depth, 3), number=key, own=own)


def _words(walk: Walk, paragraph: Paragraph) -> None:
    """Without a number: a title, an article, or a plain paragraph."""
    if _closes(walk, paragraph):
        walk.emit(Kind.CONCLUSION, paragraph)
        return
    match = article(paragraph.lines[0].text)
    begun = walk.last_is(Kind.ANNEX_PARAGRAPH, Kind.ANNEX_ITEM)
    if match:
        _article(walk, paragraph, match)
    elif paragraph.is_short and (not begun or _heads_a_list(walk)):
        if begun:
            walk.numbering.new_part()
        walk.emit(Kind.ANNEX_TITLE, paragraph)
    else:
        walk.numbering.unnumbered()
        walk.keys = ["", "", ""]
        walk.emit(Kind.ANNEX_PARAGRAPH, paragraph, level=1)


def _closes(walk: Walk, paragraph: Paragraph) -> bool:
    """Whether the adoption note of the whole text stands here, behind its last annex."""
    begun = walk.last_is(Kind.ANNEX_PARAGRAPH, Kind.ANNEX_ITEM, Kind.CONCLUSION)
    if not begun or not is_conclusion(paragraph.folded, walk.lang):
        return False
    after = walk.following()
    return after is None or annex_heading(after.lines[0].text) is not None or (
        is_conclusion(after.folded, walk.lang)
    )  # fmt: skip


def _heads_a_list(walk: Walk) -> bool:
    following = walk.following()
    return following is not None and (
        following.marker is not None or article(following.lines[0].text) is not None
    )


def _article(walk: Walk, paragraph: Paragraph, match: re.Match[str]) -> None:
    place = walk.numbering.place(Marker("article", article_value(match["num"]), "", 0), list)
    walk.doubt_the_number(paragraph, place)
    text, printed = words_of(paragraph, match)
    walk.keys = [f"annex.{place.own}", "", ""]
    walk.emit(
        Kind.ANNEX_PARAGRAPH, paragraph, level=1, number=walk.keys[0], own=place.own, text=text,
        printed=printed,
    )  # fmt: skip


def words_of(paragraph: Paragraph, match: re.Match[str]) -> tuple[str, str]:
    """The words of an article, and `Article 3` as it is printed before them."""
    first = paragraph.lines[0].text
    rest = "\n".join((first[match.end() :], *(line.text for line in paragraph.lines[1:])))
    return clean(rest).lstrip(_AROUND), clean(first[: match.end()]).rstrip(_AROUND)
