"""The element `meta`: identification, classification, lifecycle, workflow, analysis, times."""

from datetime import date

from amana.kernel.words import Words
from amana.texts.akn.changes import MODIFICATIONS, Changes, Event
from amana.texts.akn.clean import clean
from amana.texts.akn.document import Document, Instrument
from amana.texts.akn.names import LANG3
from amana.texts.akn.parts import Addressed
from amana.texts.akn.references import ENTRY, IN_FORCE, ORIGINAL, References
from amana.texts.akn.wording import Element, put
from amana.texts.rules.operations import Change, Operation

__all__ = ["Meta"]

_MASTER = Words(ar="النص المرجعي للمعرِّفات", en="Master expression", fr="Expression de référence")
_DATE_NAMES = {"day": "adoption", "month": "adoptionMonth", "year": "adoptionYear",
               "interval": "adoptionInterval"}  # fmt: skip
_YES, _NO = "true", "false"


class Meta:
    """Writes the metadata of one file, and of its annexes."""

    def __init__(
        self, document: Document, lang: str, tree: Addressed, changes: Changes, refs: References
    ) -> None:
        self._document, self._work, self._lang = document, document.work, lang
        self._tree, self._changes, self._refs = tree, changes, refs
        self._source = refs.party(document.work.editor)
        original = Instrument(document.work.expression(lang), ORIGINAL)
        self._original = refs.document("original", original)

    def write(self, meta: Element, active: list[Element]) -> None:
        """Everything, in the order of the schema; `active` are the changes this text makes."""
        self.identification(meta, "main")
        self._classification(meta)
        self._lifecycle(meta)
        self._workflow(meta)
        self._analysis(meta, active)
        self._times(meta)
        self._refs.write(meta, self._source)

    def identification(self, meta: Element, component: str) -> None:
        """Who, what and when of a component (`main`, `annex_1`): work, expression, file."""
        found = put(meta, "identification", "", {"source": self._source})
        work, expression = self._work.uri, self._document.expression(self._lang)
        level = put(found, "FRBRWork")
        _addresses(level, f"{work}/!{component}", work)
        for name, value in self._work.aliases if component == "main" else ():
            put(level, "FRBRalias", "", {"value": clean(value), "name": name})
        self._about_work(level)
        level = put(found, "FRBRExpression")
        _addresses(level, f"{expression}/!{component}", expression)
        self._about_expression(level)
        level = put(found, "FRBRManifestation")
        _addresses(level, f"{expression}/!{component}.xml", f"{expression}.akn")
        self._made(level, "markup")
        put(level, "FRBRformat", "", {"value": "application/akn+xml"})

    def _about_work(self, level: Element) -> None:
        work = self._work
        name = _DATE_NAMES[work.adopted.precision] if work.adopted else "unknown"
        name = "tabling" if work.tabled else name
        put(level, "FRBRdate", "", {"date": _iso(work.born), "name": name})
        author = {"href": self._refs.party(work.author), "as": self._refs.role("author")}
        put(level, "FRBRauthor", "", author)
        put(level, "FRBRcountry", "", {"value": work.jurisdiction})
        put(level, "FRBRsubtype", "", {"value": work.subtype})
        shown = clean(work.shown.text(self._lang)) or clean(work.number)
        number = {"value": work.number_in_address, "showAs": shown}
        put(level, "FRBRnumber", "", number)
        put(level, "FRBRprescriptive", "", {"value": _yes(work.prescriptive)})
        put(level, "FRBRauthoritative", "", {"value": _yes(work.authoritative)})

    def _about_expression(self, level: Element) -> None:
        work, changed = self._work, self._document.changed
        self._made(level, "expression")
        if changed:
            put(level, "FRBRversionNumber", "", {"value": str(len(changed) + 1)})
        authentic = self._lang in work.authentic and work.authoritative
        put(level, "FRBRauthoritative", "", {"value": _yes(authentic)})
        master = work.expression(work.master)
        if self._lang != work.master or changed:
            shown = {"href": master, "showAs": _MASTER.text(self._lang)}
            put(level, "FRBRmasterExpression", "", shown)
        put(level, "FRBRlanguage", "", {"language": LANG3[self._lang]})
        if self._lang not in work.authentic:
            put(level, "FRBRtranslation", "", self._translated(master))

    def _translated(self, master: str) -> dict[str, str]:
        return {
            "href": master, "fromLanguage": LANG3[self._work.master], "authoritative": _NO,
            "by": self._source,
        }  # fmt: skip

    def _made(self, level: Element, name: str) -> None:
        changed = self._document.changed
        on = changed[-1] if changed else self._work.born
        put(level, "FRBRdate", "", {"date": _iso(on), "name": name})
        editor = {"href": self._refs.party(self._work.editor), "as": self._refs.role("editor")}
        put(level, "FRBRauthor", "", editor)

    def _classification(self, meta: Element) -> None:
        if not self._document.keywords:
            return
        found = put(meta, "classification", "", {"source": self._source})
        dictionary = self._refs.thesaurus()
        for word in self._document.keywords:
            shown = clean(word.names.text(self._lang)) or word.key
            keyword = {"value": clean(word.key), "showAs": shown, "dictionary": dictionary}
            put(found, "keyword", "", keyword)

    def _lifecycle(self, meta: Element) -> None:
        found = put(meta, "lifecycle", "", {"source": self._source})
        for event in self._changes.events:
            put(found, "eventRef", "", self._event(event))

    def _event(self, event: Event) -> dict[str, str]:
        said = {
            "eId": event.eid, "date": _iso(event.on), "source": self._original, "type": event.type,
        }  # fmt: skip
        if event.by:
            said["source"] = self._refs.document("passiveRef", event.by)
        if event.enters:
            said["refersTo"] = self._refs.concept(ENTRY, own=False)
        if event.last:
            said["originatingExpression"] = _YES
        return said

    def _workflow(self, meta: Element) -> None:
        if not self._document.steps:
            return
        found = put(meta, "workflow", "", {"source": self._source})
        for step in self._document.steps:
            said = {"date": _iso(step.on), "by": self._refs.party(step.by)}
            if step.outcome:
                said["outcome"] = self._refs.concept(step.outcome)
            if step.at:
                said["refersTo"] = self._refs.event(step.at)
            put(found, "step", "", said)

    def _analysis(self, meta: Element, active: list[Element]) -> None:
        applied = self._document.applied
        mappings = list(self._changes.mappings(self._tree.units))
        if not (active or applied or mappings):
            return
        found = put(meta, "analysis", "", {"source": self._source})
        if active:
            put(found, "activeModifications").extend(active)
        if applied:
            passive = put(found, "passiveModifications")
            for number, operation in enumerate(applied, 1):
                self._passive(passive, operation, number)
        if mappings:
            listed = put(found, "mappings", "", {"source": self._source})
            for number, each in enumerate(mappings, 1):
                said = {"eId": f"map_{number}", "original": f"#{each.original}",
                        "current": f"#{each.current}", "start": f"#{each.start}"}  # fmt: skip
                put(listed, "mapping", "", said)

    def _passive(self, passive: Element, operation: Operation, number: int) -> None:
        period = self._changes.interval_of(operation)
        change = put(passive, "textualMod", "", {
            "type": MODIFICATIONS[operation.change], "eId": f"pmod_{number}", "period": period,
        })  # fmt: skip
        put(change, "source", "", {"href": self._changes.deciding(operation)})
        inserted = operation.change is Change.INSERT
        targets = [unit.wid for unit in operation.units] if inserted else [operation.target]
        for wid in targets or [operation.target]:
            put(change, "destination", "", {"href": self._place(wid)})
        master = self._work.expression(self._work.master)
        before = f"{master}/!main#{self._tree.first_id(operation.target)}"
        if operation.change is Change.RENUMBER:
            put(change, "previous", "", {"href": before})
        elif operation.change is Change.SUBSTITUTE:
            put(change, "old", "", {"href": before})

    def _place(self, wid: str) -> str:
        """A provision here; where it is gone, its address in the work."""
        eid = self._tree.by_wid.get(wid)
        return f"#{eid}" if eid else f"{self._work.uri}/!main#{self._tree.first_id(wid)}"

    def _times(self, meta: Element) -> None:
        if not self._changes.intervals:
            return
        found = put(meta, "temporalData", "", {"source": self._source})
        for interval in self._changes.intervals:
            group = put(found, "temporalGroup", "", {"eId": interval.eid})
            said = {"start": f"#{interval.start}"}
            if interval.end:
                said["end"] = f"#{interval.end}"
            said["refersTo"] = self._refs.concept(IN_FORCE, own=False)
            put(group, "timeInterval", "", said)


def _addresses(level: Element, this: str, uri: str) -> None:
    put(level, "FRBRthis", "", {"value": this})
    put(level, "FRBRuri", "", {"value": uri})


def _iso(on: date) -> str:
    return on.isoformat()


def _yes(value: bool) -> str:
    return _YES if value else _NO
