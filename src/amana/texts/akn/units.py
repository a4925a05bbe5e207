"""One provision as elements: number, heading, words, what stands in it, and since when."""

from lxml import etree

from amana.kernel.words import Words
from amana.texts.akn.changes import Changes
from amana.texts.akn.clean import Ids, clean
from amana.texts.akn.document import Concept, Document, Verb
from amana.texts.akn.mods import Modifying
from amana.texts.akn.names import ELEMENTS, NS, Zone, kind_of
from amana.texts.akn.parts import Addressed
from amana.texts.akn.references import References
from amana.texts.akn.wording import Element, Mark, lines, marked, put, said
from amana.texts.rules.kinds import FRONT, Kind
from amana.texts.rules.tree import Unit

__all__ = ["FRONT_CONCEPTS", "HEADED", "Units", "is_plain"]

HEADED = frozenset({Kind.PART_HEADING, Kind.ANNEX_HEADING})  # their text is a heading
_WHOLE = frozenset({Kind.ARTICLE, Kind.RULE, Kind.OPERATIVE})
_OUTER = frozenset({Kind.CHAPTER, Kind.SECTION, Kind.PART_HEADING})
_REPEALED = Words(ar="[حكم ملغى]", en="[Repealed]", fr="[Disposition abrogée]")
# What a part of a resolution says before its paragraphs, as cross-headings point at it.
FRONT_CONCEPTS = {
    Kind.PREAMBULAR: Concept("preamble", Words(ar="الديباجة", en="preamble", fr="préambule")),
    Kind.FORMULA: Concept(
        "formula", Words(ar="الصيغة الافتتاحية", en="opening formula", fr="formule liminaire")
    ),
    Kind.ENACTING: Concept(
        "enacting", Words(ar="صيغة التقرير", en="enacting words", fr="formule de décision")
    ),
    Kind.TITLE: Concept("title", Words(ar="العنوان", en="title", fr="titre")),
    Kind.SYMBOL: Concept("symbol", Words(ar="الرمز", en="symbol", fr="cote")),
}
_MANDATE = Concept("mandate", Words(ar="تكليف", en="mandate", fr="mandat"))


def is_plain(unit: Unit) -> bool:
    """Whether a unit is its text and nothing else: no number, no heading, nothing in it."""
    return not (unit.num or unit.printed or unit.heading or unit.children)


class Units:
    """Writes provisions of one file, in one language."""

    def __init__(
        self, document: Document, lang: str, tree: Addressed, changes: Changes, refs: References,
        ids: Ids,
    ) -> None:  # fmt: skip
        self._lang, self._changes, self._refs = lang, changes, refs
        self._verbs = {tree.first_id(wid): verb for wid, verb in document.verbs.items()}
        self._modifying = Modifying(document.active, lang, tree, ids, self.write)

    def active(self) -> list[Element]:
        """The changes that the text makes to others, as the analysis lists them."""
        return self._modifying.listed(self._refs)

    def verb(self, unit: Unit) -> Verb | None:
        """The verb of a provision, if one is known."""
        return self._verbs.get(unit.wid)

    def write(self, parent: Element, unit: Unit, outer: Kind | None, zone: Zone) -> None:
        """A unit of the hierarchy with what stands in it, in whatever place it stands."""
        if outer is Kind.PART_HEADING and unit.kind in FRONT and is_plain(unit):
            concept = self._refs.concept(FRONT_CONCEPTS[unit.kind])
            attributes = {**self.attributes(unit), "refersTo": concept}
            self.say(put(parent, "crossHeading", "", attributes), unit, inline=True)
            return
        tag = ELEMENTS.get(unit.kind, "hcontainer")
        attributes = self.attributes(unit)
        verb = self.verb(unit)
        if verb and verb.mandate:
            attributes["refersTo"] = self._refs.concept(_MANDATE)
        if tag == "hcontainer":
            attributes["name"] = unit.kind.value
        elif kind_of(tag, zone, outer) is not unit.kind:
            attributes["class"] = unit.kind.value
        element = put(parent, tag, "", attributes)
        self.number(element, unit)
        self.heading(element, unit)
        self._inside(element, unit, zone)

    def _inside(self, element: Element, unit: Unit, zone: Zone) -> None:
        text = self.text(unit.text)
        if unit.kind in HEADED and not unit.heading:
            text = ""  # it is the heading already
        if unit.children:
            if text:
                self.say(put(element, "intro"), unit)
            for child in unit.children:
                self.write(element, child, unit.kind, zone)
        elif text or unit.repealed:
            self.say(put(element, "content"), unit)
        elif unit.kind not in _OUTER:
            put(element, "content", "", {"status": "incomplete" if unit.text else "unknown"})

    def attributes(self, unit: Unit) -> dict[str, str]:
        """Ids, and status and period where there is something to say."""
        attributes = {"eId": unit.eid}
        if unit.wid != unit.eid:
            attributes["wId"] = unit.wid
        if unit.repealed:
            attributes["status"] = "removed"
        period = self._changes.period(unit, whole=unit.kind in _WHOLE)
        if period:
            attributes["period"] = period
        return attributes

    def number(self, element: Element, unit: Unit) -> None:
        """What the language prints; where it prints nothing, the number alone by the editors."""
        printed = self.text(unit.printed)
        if printed:
            put(element, "num", printed, {} if unit.num else {"class": "unnumbered"})
        elif unit.num:
            put(element, "num", unit.num, {"status": "editorial"})

    def heading(self, element: Element, unit: Unit) -> None:
        """Its heading; of a heading that is a provision by itself, its text."""
        heading = self.text(unit.heading)
        if unit.kind not in HEADED:
            if heading:
                put(element, "heading", heading)
        elif unit.heading:  # also where this language has none: the text is not taken for it
            missing = {} if heading else {"status": "incomplete"}
            put(element, "heading", heading, {**missing, "class": "heading"})
        elif text := self.text(unit.text):
            put(element, "heading", text)

    def lead(self, paragraph: Element, unit: Unit) -> None:
        """Number and heading where the schema has no element for them: named spans."""
        printed = self.text(unit.printed)
        status = {} if printed else {"status": "editorial"}
        named = {} if unit.num else {"class": "unnumbered"}
        if printed or unit.num:
            number = {"name": "num", **status, **named}
            put(paragraph, "inline", printed or unit.num, number)
        if heading := self.text(unit.heading):
            put(paragraph, "inline", heading, {"name": "heading"})

    def text(self, words: Words) -> str:
        """Words in the language of the file, as XML may hold them."""
        return clean(getattr(words, self._lang))

    def say(self, element: Element, unit: Unit, *, inline: bool = False) -> None:
        """The words of a unit, each line a `p`; `inline` where the element holds words itself."""
        text = self.text(unit.text)
        if unit.repealed:
            removed = element if inline else put(element, "p")
            put(removed, "remark", _REPEALED.text(self._lang), {"status": "editorial"})
            return
        if self._modifying.changes(unit.wid):
            paragraph = element if inline else put(element, "p")
            self._modifying.say(paragraph, unit, text)
        elif (mark := self._verb_in(unit, text)) is not None:
            first, *others = text.split("\n") if not inline else [text]
            marked(element if inline else put(element, "p"), first, [mark])
            if others:
                lines(element, "\n".join(others))
        elif inline:
            said(element, text)
        elif text or unit.kind in FRONT:
            lines(element, text)

    def _verb_in(self, unit: Unit, text: str) -> Mark | None:
        """The verb of a unit, as a concept, where its text begins with it or holds it."""
        verb = self.verb(unit)
        word = self.text(verb.words) if verb else ""
        at = text.partition("\n")[0].find(word) if word else -1
        if verb is None or at < 0:
            return None
        concept = self._refs.concept(verb.concept)

        def around(parent: Element) -> Element:
            return etree.SubElement(parent, f"{{{NS}}}concept", {"refersTo": concept})

        return Mark(at, at + len(word), around, word)
