"""What changed a text, when, and since when each provision stands: events, periods, mappings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from amana.kernel.words import Words
from amana.texts.akn.clean import clean_id, slug
from amana.texts.akn.document import Document, Instrument
from amana.texts.rules.operations import Change, Operation
from amana.texts.rules.tree import Unit, walk

__all__ = ["MODIFICATIONS", "Changes", "Event", "Interval", "Mapping"]

MODIFICATIONS = {
    Change.INSERT: "insertion", Change.SUBSTITUTE: "substitution", Change.REPEAL: "repeal",
    Change.RENUMBER: "renumbering",
}  # fmt: skip
_UNNAMED = Words(ar="صكٌّ معدِّل", en="Amending instrument", fr="Instrument modificatif")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that made or changed the text; `by` is none where the work itself did."""

    eid: str
    on: date
    type: str
    by: Instrument | None = None
    enters: bool = False  # an entry into force
    last: bool = False  # it made the present version


class Interval(NamedTuple):
    """A span of time between two events, which provisions point at."""

    eid: str
    start: str
    end: str


class Mapping(NamedTuple):
    """A provision that no longer has the number under which it was first adopted."""

    original: str
    current: str
    start: str


class Changes:
    """The events of a document, and what each made of its provisions."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.events = list(self._events())
        self.intervals = list(self._first_intervals())
        self._by_key = {each.key: each for each in document.applied}

    def instrument(self, operation: Operation) -> Instrument:
        """The work that decided an operation.

        One that is not on record, or not for this reader, is named by the operation alone.
        """
        key = operation.instrument.partition("#")[0]
        where = f"/akn/ontology/reference/{self._document.work.jurisdiction}"
        return self._document.instruments.get(key) or Instrument(
            f"{where}/{slug(operation.key)}", _UNNAMED
        )

    def deciding(self, operation: Operation) -> str:
        """The address of the provision that decided an operation, as far as it is known."""
        key, _hash, provision = operation.instrument.partition("#")
        uri = self.instrument(operation).uri
        known = key in self._document.instruments and provision
        return f"{uri}/!main#{clean_id(provision)}" if known else uri

    def _events(self) -> Iterator[Event]:
        work = self._document.work
        yield Event("e1", work.born, "generation")
        if work.in_force:
            yield Event("e2", work.in_force, "generation", enters=True)
        seen: set[tuple[date | None, str]] = set()
        last = self._document.changed[-1] if self._document.changed else None
        for operation in self._document.applied:
            by = self.instrument(operation)
            if operation.on is None or (operation.on, by.uri) in seen:
                continue
            seen.add((operation.on, by.uri))
            number = len(seen) + (2 if work.in_force else 1)
            yield Event(f"e{number}", operation.on, "amendment", by, last=operation.on == last)

    def _first_intervals(self) -> Iterator[Interval]:
        begins = next((each for each in self.events if each.enters), self.events[0])
        if not (begins.enters or self._document.operations):
            return
        yield Interval("tmpg_1", begins.eid, "")
        amendments = (each for each in self.events if each.type == "amendment")
        for number, event in enumerate(amendments, 2):
            yield Interval(f"tmpg_{number}", event.eid, "")

    def event_of(self, operation: Operation) -> Event:
        """The event in which an operation took effect."""
        uri = self.instrument(operation).uri
        return next(
            each for each in self.events
            if each.on == operation.on and each.by is not None and each.by.uri == uri
        )  # fmt: skip

    def interval_of(self, operation: Operation) -> str:
        """The time since which an operation is part of the text, as `#tmpg_2`."""
        return "#" + self._interval(self.event_of(operation).eid)

    def _interval(self, start: str, end: str = "") -> str:
        for each in self.intervals:
            if (each.start, each.end) == (start, end):
                return each.eid
        self.intervals.append(Interval(f"tmpg_{len(self.intervals) + 1}", start, end))
        return self.intervals[-1].eid

    def period(self, unit: Unit, *, whole: bool) -> str:
        """The interval since which a unit stands so, as `#tmpg_2`; empty where nothing is said.

        `whole` says that the unit is one that always carries its period (an article, a rule).
        """
        operation = self._by_key.get(unit.by)
        if operation is None:
            return "#tmpg_1" if whole and self._document.operations else ""
        if unit.repealed and operation.change is Change.REPEAL:
            end = self.event_of(operation).eid
            return "#" + self._interval(self._before(unit.wid, operation), end)
        return self.interval_of(operation)

    def _before(self, wid: str, repeal: Operation) -> str:
        """The event since which a unit had stood when it was repealed."""
        start = self.intervals[0].start
        for operation in self._document.applied:
            if operation is repeal:
                break
            inserted = any(unit.wid == wid for unit, _depth in walk(operation.units))
            if inserted or operation.target == wid:
                start = self.event_of(operation).eid
        return start

    def mappings(self, units: tuple[Unit, ...]) -> Iterator[Mapping]:
        """Every unit whose number is no longer its first one, and since which event."""
        amendments = [each for each in self.events if each.type == "amendment"]
        last = (amendments or self.events[:1])[-1].eid
        renumbered = {
            operation.target: self.event_of(operation).eid
            for operation in self._document.applied
            if operation.change is Change.RENUMBER
        }
        for unit, _depth in walk(units):
            if unit.eid != unit.wid:
                outer = unit.wid
                while outer not in renumbered and "__" in outer:
                    outer = outer.rpartition("__")[0]
                yield Mapping(unit.wid, unit.eid, renumbered.get(outer, last))
