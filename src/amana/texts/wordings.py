"""What each provision said over which period: the wording of every version, for the index.

A text is one line of versions; a provision keeps its wording over several of them. What everybody
may read and what only officers may are told apart, language by language.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words
from amana.search.models import ANY_OFFICE
from amana.texts.given import given, only
from amana.texts.models import Distribution, NodeText, Sensitivity, WorkRecord
from amana.texts.rules.tree import Unit, walk
from amana.texts.standing_text import Text, text_of

__all__ = ["Wording", "wordings", "works_with_wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A provision with its words over a period, for some readers (everybody when none)."""

    record: WorkRecord
    unit: Unit
    heading: Words
    words: Words
    period: Period
    readers: tuple[str, ...]


def works_with_wording() -> set[int]:
    """The works of which the wording of at least one provision is on record: one query."""
    rows = NodeText.objects.known().exclude(text={}).order_by()
    return set(rows.values_list("node__work", flat=True).distinct())


def wordings(works: Collection[int]) -> Iterator[Wording]:
    """Every wording of every provision of some works, original and amended."""
    rows = WorkRecord.objects.with_releases().filter(work__in=works).select_related("work")
    for record in rows:
        text = text_of(record, on=None, by=None, langs=LANGS)
        for unit, period in _periods(text):
            yield from _for_readers(record, unit, period)


def _periods(text: Text) -> Iterator[tuple[Unit, Period]]:
    """Each unit with the days on which it said the same."""
    begun: dict[str, tuple[Unit, date | None]] = {}
    life = text.record.period
    for day in (None, *text.changes()):
        standing = {unit.wid: unit for unit, _depth in walk(text.at(day).units)}
        for wid, (unit, since) in list(begun.items()):
            now = standing.get(wid)
            if now is None or _said(now) != _said(unit):
                del begun[wid]
                if since is None or day is None or since < day:
                    yield unit, Period(since or life.since, day)
        for wid, unit in standing.items():
            if wid not in begun and (unit.text or unit.heading):
                begun[wid] = (unit, day)
    for unit, since in begun.values():
        yield unit, Period(since or life.since, life.until)


def _said(unit: Unit) -> tuple[Words, Words, str]:
    return (unit.text, unit.heading, unit.num)


def _for_readers(record: WorkRecord, unit: Unit, period: Period) -> Iterable[Wording]:
    """One for who may read the work in what was released, one for officers in what was not."""
    out, readers = given(record), _readers(record)
    for langs, to in ((out, readers), (set(LANGS) - out, readers or (ANY_OFFICE,))):
        if words := only(unit.text, langs):
            yield Wording(record, unit, only(unit.heading, langs), words, period, to)


def _readers(record: WorkRecord) -> tuple[str, ...]:
    """The rule of `texts.rules.eyes`, as the keys by which the index lets readers in."""
    if record.sensitivity == Sensitivity.OPEN:
        if record.distribution == Distribution.GENERAL:
            return ()
        if record.distribution == Distribution.LIMITED:
            return (ANY_OFFICE, *record.readers)
    return tuple(record.readers) or ("nobody",)
