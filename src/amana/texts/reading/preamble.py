"""The preamble: recitals, which open with a participle or إذ, up to the words that decide."""

import re

from amana.texts.reading.annexes import is_annex
from amana.texts.reading.beginnings import is_opening, is_symbol
from amana.texts.reading.headings import article, is_enacting
from amana.texts.reading.lexicon import Lead
from amana.texts.reading.paragraph import Paragraph
from amana.texts.reading.parts import part_heading
from amana.texts.reading.walk import COUNTED, Walk
from amana.texts.rules.kinds import Kind

__all__ = ["enact", "is_article", "is_part", "preamble", "recital"]


# A recital that goes on with the verb of the one before: Que …, that …, وأن ….
_GOES_ON = re.compile(r"(?:et |mais |and |but )?(?:que |qu'|that )|و?(?:ان|بان|انه|انها) ")


def preamble(walk: Walk, paragraph: Paragraph) -> None:
    """A paragraph of the preamble, or the one that ends it."""
    if is_annex(walk, paragraph) or is_symbol(walk, paragraph):
        return
    if paragraph.marker is None:
        _unnumbered(walk, paragraph)
    elif paragraph.marker.style == "recital":
        recital(walk, paragraph)
    elif is_part(walk, paragraph):
        return
    elif paragraph.marker.style in (*COUNTED, "ordinal", "Roman"):
        if paragraph.lead.opens_preamble and not walk.has_operative:
            recital(walk, paragraph)
        else:
            walk.go("operative", paragraph)
    elif _is_operative_item(walk, paragraph):
        walk.go("operative", paragraph)
    else:
        _item(walk, paragraph)


def _unnumbered(walk: Walk, paragraph: Paragraph) -> None:
    found = paragraph.lead
    if walk.is_act and is_article(walk, paragraph):
        walk.go("operative", paragraph)
    elif is_enacting(paragraph.folded, walk.lang):
        enact(walk, paragraph)
    elif (not found.verb and is_opening(walk, paragraph)) or is_part(walk, paragraph):
        return
    elif is_article(walk, paragraph) or _is_operative(walk, found):
        walk.go("operative", paragraph)
    else:
        recital(walk, paragraph)


def is_article(walk: Walk, paragraph: Paragraph) -> bool:
    """Whether the paragraph is numbered as an article: `Article 2`, `المادة ٢:`; in an act also
    as a rule: `Rule 2`."""
    first = paragraph.lines[0].text
    named = walk.is_act or first.lower().startswith(("art", "المادة", "مادة"))
    return named and paragraph.marker is None and article(first) is not None


def _is_operative(walk: Walk, found: Lead) -> bool:
    """Without a number: a finite verb, when no numbered paragraph is still to come."""
    if found.marked or found.role == "participle":
        return False
    if walk.in_part and walk.has_operative and not found.verb:
        return True
    return found.role == "finite" and not walk.ahead[walk.at]


def _is_operative_item(walk: Walk, paragraph: Paragraph) -> bool:
    """A lettered or dashed paragraph that decides: the operative part has begun."""
    last = walk.last
    if last and last.kind is Kind.PREAMBULAR and (last.text[-1:] == ":" or last.level == 2):
        return False
    return paragraph.lead.role == "finite" and not paragraph.lead.marked


def recital(walk: Walk, paragraph: Paragraph) -> None:
    """A preambular paragraph; some bodies number them through with the operative ones."""
    walk.in_part = False
    walk.region = "preamble"
    found = paragraph.lead
    if not found.verb and walk.last_is(Kind.PREAMBULAR) and _GOES_ON.match(paragraph.folded):
        found = Lead(verb_class=walk.classes[0])
    elif not found.verb:
        walk.doubt_the_verb(paragraph, found)
    walk.classes[0] = found.verb_class
    own = ""
    if paragraph.marker and paragraph.marker.style in COUNTED:
        place = walk.numbering.place(paragraph.marker, walk.markers_ahead)
        walk.doubt_the_number(paragraph, place)
        own = place.own
    walk.emit(Kind.PREAMBULAR, paragraph, found, level=1, number=own, own=own)


def _item(walk: Walk, paragraph: Paragraph) -> None:
    """An item of a recital: it has no number of its own among the blocks."""
    found = paragraph.lead
    if not found.opens_preamble:
        found = Lead(verb_class=walk.classes[0])
    number = paragraph.marker
    own = found.opens_preamble and number is not None and number.style == "bullet"
    walk.emit(Kind.PREAMBULAR, paragraph, found, level=1 if own else 2)  # a dash before each


def enact(walk: Walk, paragraph: Paragraph) -> None:
    """A lone `Decides:`; what follows without a verb of its own is decided."""
    walk.enacting = paragraph.lead
    walk.region = "operative"
    walk.emit(Kind.ENACTING, paragraph, paragraph.lead)


def is_part(walk: Walk, paragraph: Paragraph) -> bool:
    """Write the heading of a part down; whether it was one."""
    if not paragraph.is_short:
        return False
    first = not walk.has_operative and not walk.last_is(Kind.ENACTING)
    following = walk.following()
    found = part_heading(paragraph, following, walk.part, first=first)
    if found is None:
        return False
    walk.numbering.new_part()
    walk.part = found if found.number else walk.part
    walk.in_part, walk.region = True, "preamble"
    walk.classes, walk.keys = ["", "", ""], ["", "", ""]
    stop = 0
    if found.joined and following is not None:
        walk.skip = walk.paragraphs.index(following, walk.at)
        stop = following.lines[-1].end
    walk.emit(
        Kind.PART_HEADING, paragraph, number=found.number, own=found.number,
        text=found.title, printed=found.printed, stop=stop,
    )  # fmt: skip
    return True
