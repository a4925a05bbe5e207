"""The operative part: numbered paragraphs, two levels below them, and what has no number."""

from amana.texts.reading.annexes import is_annex, words_of
from amana.texts.reading.beginnings import is_opening, is_symbol
from amana.texts.reading.headings import article, article_value, is_conclusion, is_enacting
from amana.texts.reading.lexicon import Lead, lead, main_lead
from amana.texts.reading.markers import Marker
from amana.texts.reading.numbering import Place
from amana.texts.reading.paragraph import Paragraph
from amana.texts.reading.preamble import enact, is_article, is_part, recital
from amana.texts.reading.walk import Walk
from amana.texts.rules.kinds import Kind

__all__ = ["operative"]

_NOTE = 100  # a longer paragraph below the adoption note is none of it
_DASHES = "-‐‑–—−•▪●·◦‣*■□"


def operative(walk: Walk, paragraph: Paragraph) -> None:
    """A paragraph of the operative part, or what comes after it."""
    if is_annex(walk, paragraph) or is_symbol(walk, paragraph):
        return
    if paragraph.marker is None:
        _unnumbered(walk, paragraph)
    elif not is_part(walk, paragraph):
        _numbered(walk, paragraph, paragraph.marker)


def _unnumbered(walk: Walk, paragraph: Paragraph) -> None:
    found = paragraph.lead
    if is_conclusion(paragraph.folded, walk.lang) or _goes_on_with_the_note(walk, paragraph):
        walk.emit(Kind.CONCLUSION, paragraph)
    elif is_enacting(paragraph.folded, walk.lang):
        enact(walk, paragraph)
    elif _is_article(walk, paragraph) or _opens_again(walk, paragraph) or is_part(walk, paragraph):
        return
    elif found.opens_preamble and _a_preamble_may_begin(walk, paragraph):
        recital(walk, paragraph)
    else:
        if walk.numbering.style not in ("", "article"):
            walk.doubt("reading.unnumbered", paragraph)
        _plain(walk, paragraph)


def _is_article(walk: Walk, paragraph: Paragraph) -> bool:
    """Write down a paragraph numbered as `Article 2`; whether it was one."""
    match = article(paragraph.lines[0].text)
    if match is None or not is_article(walk, paragraph):
        return False
    place = walk.numbering.place(Marker("article", article_value(match["num"]), "", 0), list)
    walk.doubt_the_number(paragraph, place)
    text, printed = words_of(paragraph, match)
    following, stop = walk.following(), 0
    if not text and following is not None and following.marker is None:
        walk.skip = walk.paragraphs.index(following, walk.at)
        text, stop = following.text, following.lines[-1].end
    walk.in_part, walk.has_operative, walk.region = False, True, "operative"
    found = lead(text, walk.lang) or Lead(verb_class=walk.enacting.verb_class)
    walk.classes, walk.keys = [found.verb_class, "", ""], [place.own, "", ""]
    walk.emit(
        Kind.OPERATIVE, paragraph, found, level=1, number=place.own, own=place.own, text=text,
        printed=printed, stop=stop,
    )  # fmt: skip
    return True


def _opens_again(walk: Walk, paragraph: Paragraph) -> bool:
    """The formula of a part that has its own; whether it was one."""
    may = not paragraph.lead.verb and _a_preamble_follows(walk)
    return may and is_opening(walk, paragraph)


def _plain(walk: Walk, paragraph: Paragraph) -> None:
    """A paragraph without number, or with a dash for it."""
    within = walk.keys[0] if walk.numbering.style == "article" else ""
    walk.numbering.unnumbered()
    _paragraph(walk, paragraph, Place(1, ""))
    walk.keys[0] = within  # its items are those of the article


def _goes_on_with_the_note(walk: Walk, paragraph: Paragraph) -> bool:
    """The place and day below `71st plenary meeting`; the symbol again in brackets."""
    if paragraph.size >= _NOTE:
        return False
    bracketed = paragraph.opening[:1] == "(" and paragraph.last == ")" and not paragraph.lead.verb
    return walk.last_is(Kind.CONCLUSION) or (bracketed and walk.has_operative)


def _a_preamble_follows(walk: Walk) -> bool:
    following = walk.following()
    return following is not None and (following.lead.opens_preamble or following.is_formula)


def _a_preamble_may_begin(walk: Walk, paragraph: Paragraph) -> bool:
    """A part without formula begins with its preamble; elsewhere a list may go on."""
    last = walk.last
    if last is None or last.kind in (Kind.PART_HEADING, Kind.PREAMBULAR):
        return True
    return last.text[-1:] in ".؛;" and paragraph.last in ",،؛;" and walk.ahead[walk.at]


def _numbered(walk: Walk, paragraph: Paragraph, number: Marker) -> None:
    if number.style == "bullet" and _is_a_paragraph(walk, paragraph):
        _plain(walk, paragraph)
        return
    worded = paragraph.lead.role == "finite"
    place = walk.numbering.place(number, walk.markers_ahead, worded=worded)
    walk.doubt_the_number(paragraph, place)
    if place.depth == 1:
        _paragraph(walk, paragraph, place)
    else:
        _item(walk, paragraph, place)


def _is_a_paragraph(walk: Walk, paragraph: Paragraph) -> bool:
    """Whether a dash stands for the number of a paragraph, not for that of an item."""
    last = walk.last
    if last is None or last.kind in (Kind.ENACTING, Kind.PREAMBULAR, Kind.FORMULA):
        return True
    if last.kind is Kind.OPERATIVE and last.printed in _DASHES and last.printed:
        return True
    return last.text[-1:] not in ":،," and paragraph.lead.role == "finite"


def _paragraph(walk: Walk, paragraph: Paragraph, place: Place) -> None:
    """A paragraph; below a lone `Decides:` one without a verb is decided."""
    walk.in_part, walk.has_operative, walk.region = False, True, "operative"
    found = paragraph.lead
    if found.role not in ("finite", "infinitive"):
        found = main_lead(paragraph.text, walk.lang) or found
    if not found.verb:
        if walk.enacting.verb:
            found = Lead(verb_class=walk.enacting.verb_class)
        elif paragraph.last != ":" and not _is_all_items(walk, paragraph):
            walk.doubt_the_verb(paragraph, found)
    walk.classes = [found.verb_class, "", ""]
    walk.keys = [place.own, "", ""]
    walk.emit(Kind.OPERATIVE, paragraph, found, level=1, number=place.own, own=place.own)


def _is_all_items(walk: Walk, paragraph: Paragraph) -> bool:
    """Whether the paragraph is a number alone, with its items behind it: `1. (a) Requests …`."""
    after = walk.following()
    return paragraph.is_bare and after is not None and after.marker is not None


def _item(walk: Walk, paragraph: Paragraph, place: Place) -> None:
    """An item has the class of what it stands in; only without one has it its own."""
    walk.has_operative = True
    depth = min(place.depth, 3)
    above = next((each for each in reversed(walk.classes[: depth - 1]) if each), "")
    found = Lead(verb_class=above) if above else paragraph.lead
    walk.classes[depth - 1 :] = [found.verb_class] + [""] * (3 - depth)
    kind = Kind.SUBPARAGRAPH if depth == 2 else Kind.SUBSUBPARAGRAPH
    own = place.own.strip(".")
    walk.emit(kind, paragraph, found, level=depth, number=walk.key(place), own=own)
