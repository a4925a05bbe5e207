"""The text itself: preface, preamble, body, conclusions, annexes."""

from collections.abc import Callable, Iterable, Sequence

from amana.texts.akn.clean import Ids, clean
from amana.texts.akn.document import Document
from amana.texts.akn.names import XML_LANG, Zone
from amana.texts.akn.parts import PREFACE, Addressed, Annex, parts_of
from amana.texts.akn.units import HEADED, Units, is_plain
from amana.texts.akn.wording import Element, lines, put
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Unit

__all__ = ["Body"]

Identify = Callable[[Element, str], None]


class Body:
    """Writes the text of one file, in one language."""

    def __init__(
        self, document: Document, lang: str, tree: Addressed, units: Units, ids: Ids
    ) -> None:
        self._document, self._lang, self._tree = document, lang, tree
        self._units, self._ids = units, ids

    def write(self, root: Element, identify: Identify) -> None:
        """All parts of the document; `identify` writes the identification of an annex."""
        work, units = self._document.work, self._tree.units
        if not any(unit.kind in PREFACE for unit in parts_of(units).preface):
            self._known(self._part(root, "preface"))
        self._parts(root, units, work.doctype.body, self._document.zone, identify, "annex")

    def _part(self, root: Element, name: str) -> Element:
        return put(root, name, "", {XML_LANG: self._lang})

    def _parts(
        self, root: Element, units: Sequence[Unit], body: str, zone: Zone,
        identify: Identify, component: str, opening: str = "",
    ) -> None:  # fmt: skip
        parts = parts_of(units)
        if parts.preface:
            preface = self._part(root, "preface")
            for unit in parts.preface:
                self._title(preface, unit)
        if parts.preamble:
            self._preamble(self._part(root, "preamble"), parts.preamble)
        self._body(self._part(root, body), parts.body, zone, opening)
        self._conclusions(root, parts.conclusions)
        if parts.annexes:
            attachments = put(root, "attachments")
            for number, annex in enumerate(parts.annexes, 1):
                self._annex(attachments, annex, zone, identify, f"{component}_{number}")

    def _known(self, preface: Element) -> None:
        """The number and title on record, where the text has none: the editors say so."""
        work = self._document.work
        shown = (("docNumber", work.shown), ("docTitle", work.title))
        for tag, words in shown:
            if words or tag == "docTitle":
                given = words.lang_of(self._lang)
                attributes = {"status": "editorial"}
                if given != self._lang:
                    attributes[XML_LANG] = given
                put(put(preface, "p"), tag, words.text(self._lang) or work.key, attributes)

    def _title(self, preface: Element, unit: Unit) -> None:
        paragraph = put(preface, "p")
        self._units.lead(paragraph, unit)
        tag = "docNumber" if unit.kind is Kind.SYMBOL else "docTitle"
        self._units.say(put(paragraph, tag, "", self._units.attributes(unit)), unit, inline=True)

    def _preamble(self, preamble: Element, units: Iterable[Unit]) -> None:
        recitals: Element | None = None
        for unit in units:
            if unit.eid.startswith("recs__"):
                if recitals is None:
                    recitals = put(preamble, "recitals", "", {"eId": self._ids.take("recs")})
                self._recital(recitals, unit)
                continue
            recitals = None
            self._opening(preamble, unit)

    def _recital(self, recitals: Element, unit: Unit) -> None:
        recital = put(recitals, "recital", "", self._units.attributes(unit))
        self._units.number(recital, unit)
        self._units.heading(recital, unit)
        self._units.say(recital, unit)

    def _opening(self, preamble: Element, unit: Unit) -> None:
        attributes = self._units.attributes(unit)
        if unit.kind is Kind.FORMULA:
            element = put(preamble, "formula", "", {"name": "enactingFormula", **attributes})
        else:
            verb = self._units.verb(unit)
            name = "enacting" if unit.kind is Kind.ENACTING else "preambular"
            if verb and unit.kind is Kind.PREAMBULAR:
                name = clean(verb.concept.key) or name
            element = put(preamble, "container", "", {"name": name, **attributes})
        if unit.num or unit.printed or unit.heading:
            self._units.lead(put(element, "p", "", {"class": "lead"}), unit)
        self._units.say(element, unit)

    def _body(self, body: Element, units: Sequence[Unit], zone: Zone, opening: str) -> None:
        if opening:
            lines(body, opening)
        for unit in units:
            self._units.write(body, unit, None, zone)
        if not len(body):  # the schema wants something: that nothing is known
            empty = put(body, "hcontainer", "", {"name": "noText", "status": "unknown"})
            put(empty, "content")

    def _conclusions(self, root: Element, units: Sequence[Unit]) -> None:
        if not units:
            return
        conclusions = self._part(root, "conclusions")
        for unit in units:
            paragraph = put(conclusions, "p", "", self._units.attributes(unit))
            self._units.lead(paragraph, unit)
            self._units.say(paragraph, unit, inline=True)

    def _annex(
        self, attachments: Element, annex: Annex, zone: Zone,
        identify: Identify, component: str,
    ) -> None:  # fmt: skip
        unit, headed = annex.unit, annex.unit.kind in HEADED
        attributes = {**self._units.attributes(unit), XML_LANG: self._lang}
        kind = Kind.ANNEX if zone is Zone.ACT else Kind.ANNEX_HEADING
        if unit.kind is not kind:
            attributes["class"] = unit.kind.value
        attachment = put(attachments, "attachment", "", attributes)
        self._units.number(attachment, unit)
        self._units.heading(attachment, unit)
        children = list(unit.children)
        while children and children[0].kind is Kind.ANNEX_TITLE and is_plain(children[0]):
            title = children.pop(0)
            self._units.say(
                put(attachment, "heading", "", self._units.attributes(title)), title, inline=True
            )
        root = put(attachment, "doc", "", {"name": "annex"})
        identify(put(root, "meta"), component)
        inside = Zone.ANNEX if headed else Zone.ACT
        opening = "" if headed and not unit.heading else self._units.text(unit.text)
        self._parts(
            root, [*children, *annex.after], "mainBody", inside, identify, component, opening
        )
