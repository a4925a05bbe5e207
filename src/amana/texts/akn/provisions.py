"""The body and the annexes of a file, as blocks in reading order."""

from amana.texts.akn import fronts
from amana.texts.akn.collected import Collected
from amana.texts.akn.names import ELEMENTS, Zone, kind_of
from amana.texts.akn.told import children, local, said_in, told
from amana.texts.akn.units import FRONT_CONCEPTS, HEADED
from amana.texts.akn.wording import Element
from amana.texts.rules.kinds import Kind

__all__ = ["Provisions"]

_CROSS = {f"#{concept.key}": kind for kind, concept in FRONT_CONCEPTS.items()}
_BODIES = frozenset({"body", "mainBody", "debateBody", "judgmentBody", "amendmentBody"})
_FLAT = {Zone.DELIBERATION: Kind.OPERATIVE, Zone.ACT: Kind.PARAGRAPH,
         Zone.ANNEX: Kind.ANNEX_PARAGRAPH}  # fmt: skip
_ITEMS = {Kind.OPERATIVE: Kind.SUBPARAGRAPH, Kind.SUBPARAGRAPH: Kind.SUBSUBPARAGRAPH,
          Kind.ANNEX_PARAGRAPH: Kind.ANNEX_ITEM}  # fmt: skip
_NEAREST = {
    "book": Kind.CHAPTER, "tome": Kind.CHAPTER, "title": Kind.CHAPTER, "division": Kind.CHAPTER,
    "subtitle": Kind.SECTION, "subchapter": Kind.SECTION, "subdivision": Kind.SECTION,
    "subpart": Kind.SECTION, "subsection": Kind.PARAGRAPH, "clause": Kind.PARAGRAPH,
    "subclause": Kind.POINT, "subrule": Kind.PARAGRAPH, "indent": Kind.POINT,
    "alinea": Kind.PARAGRAPH, "level": Kind.PARAGRAPH, "proviso": Kind.PARAGRAPH,
    "transitional": Kind.PARAGRAPH, "hcontainer": Kind.PARAGRAPH,
}  # fmt: skip
_HIERARCHY = frozenset(_NEAREST) | frozenset(ELEMENTS.values())
_WORDS = ("intro", "content", "wrapUp")
_TITLES = ("num", "heading", "subheading")
_OWN = frozenset(kind.value for kind in Kind)


class Provisions:
    """Reads the parts of a document into what is collected."""

    def __init__(self, into: Collected) -> None:
        self._into, self._doubts = into, into.doubts

    def document(self, document: Element, zone: Zone, *, skip: int = 0) -> None:
        """Every part of a document; `skip` elements of its body were read already."""
        for part in children(document):
            name = local(part)
            if name == "preface":
                fronts.preface(part, self._into)
            elif name == "preamble":
                fronts.preamble(part, self._into)
            elif name in _BODIES:
                for each in list(children(part))[skip:]:
                    self._part(each, None, zone)
            elif name == "conclusions":
                fronts.conclusions(part, self._into)
            elif name in ("attachments", "components"):
                for attachment in children(part):
                    self._attachment(attachment, zone)
            elif name not in ("meta", "coverPage"):
                self._doubts.about("akn.left-out", part)

    def _part(self, part: Element, outer: Kind | None, zone: Zone) -> None:
        name = local(part)
        if part.get("name") == "noText" or name in _TITLES:
            return
        if name in ("list", "sublist"):
            for inner in children(part):
                self._part(inner, outer, zone)
        elif name == "crossHeading":
            self._cross(part, outer)
        elif name in _HIERARCHY:
            self._unit(part, outer, zone)
        elif name in ("componentRef", "documentRef", "toc", "foreign"):
            self._doubts.about("akn.left-out", part)
        else:
            self._words(part, zone)

    def _words(self, part: Element, zone: Zone) -> None:
        """Words that stand by themselves: a paragraph without a number."""
        inline = local(part) in ("p", "block")
        text = told(part, self._doubts) if inline else said_in(part, self._doubts).text
        if text.strip():
            self._doubts.about("akn.taken", part)
            self._into.add(_FLAT[zone], text, part)

    def _cross(self, part: Element, outer: Kind | None) -> None:
        kind = _CROSS.get(part.get("refersTo", ""))
        if kind is None:
            kind = Kind.PART_HEADING if outer is None else Kind.PARAGRAPH
            self._doubts.about("akn.taken", part)
        self._into.add(kind, told(part, self._doubts), part)

    def _kind(self, element: Element, outer: Kind | None, zone: Zone) -> Kind:
        name = local(element)
        marked = element.get("name" if name == "hcontainer" else "class", "")
        if marked in _OWN:
            return Kind(marked)
        found = kind_of(name, zone, outer)
        if found is None:
            self._doubts.about("akn.taken", element)
        return found or _NEAREST[name]

    def _unit(self, element: Element, outer: Kind | None, zone: Zone) -> None:
        kind = self._kind(element, outer, zone)
        inner = list(children(element))
        first = next((each for each in inner if local(each) in _WORDS[:2]), None)
        text, heading = "", self._into.heading(element)
        items: list[Element] = []
        if first is not None:
            said = said_in(first, self._doubts, items=True)
            text, items = said.text, said.items
        if kind in HEADED and not _is_headed(inner):
            text, heading = "\n".join(each for each in (heading, text) if each), ""
        self._into.add(kind, text, element, heading)
        for item in items:
            self._item(item, kind)
        for each in inner:
            if each is not first:
                self._part(each, kind, zone)

    def _item(self, item: Element, outer: Kind) -> None:
        """An item of a list, which others use for what is a point here."""
        kind = _ITEMS.get(outer, Kind.POINT)
        said = said_in(item, self._doubts, items=True)
        self._into.add(kind, said.text, item, self._into.heading(item))
        for each in said.items:
            self._item(each, kind)

    def _attachment(self, attachment: Element, zone: Zone) -> None:
        marked = attachment.get("class", "")
        annex = Kind.ANNEX if zone is Zone.ACT else Kind.ANNEX_HEADING
        kind = Kind(marked) if marked in _OWN else annex
        inner = list(children(attachment))
        own = [each for each in inner if local(each) == "heading" and not each.get("eId")]
        heading, text = "\n".join(told(each, self._doubts) for each in own), ""
        document = next((each for each in inner if _body(each) is not None), None)
        opening: list[Element] = []
        if kind in HEADED and not _is_headed(own):
            text, heading = heading, ""
        elif document is not None:
            opening = _opening(document)
            text = "\n".join(told(each, self._doubts) for each in opening)
        self._into.add(kind, text, attachment, heading)
        for each in inner:
            if local(each) == "heading" and each.get("eId"):
                self._into.add(Kind.ANNEX_TITLE, told(each, self._doubts), each)
        if document is None:
            self._doubts.about("akn.left-out", attachment)
        else:
            inside = Zone.ANNEX if kind in HEADED else Zone.ACT
            self.document(document, inside, skip=len(opening))


def _is_headed(elements: list[Element]) -> bool:
    return any(local(each) == "heading" and each.get("class") == "heading" for each in elements)


def _body(document: Element) -> Element | None:
    return next((each for each in children(document) if local(each) in _BODIES), None)


def _opening(document: Element) -> list[Element]:
    """The paragraphs before the first provision of an annex: what the annex itself says."""
    found = []
    body = _body(document)
    for each in children(body) if body is not None else ():
        if local(each) != "p":
            break
        found.append(each)
    return found
