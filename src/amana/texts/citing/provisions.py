"""Which provisions works had on a day, by the numbers of that day: two queries for any number.

A provision keeps its wId when it is renumbered, and one that was inserted has no row of its own:
both are told by the operations that had taken effect.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from amana.kernel.marks import Mark
from amana.texts.models import Node, Operation, WorkEvent
from amana.texts.rules.operations import Change

__all__ = ["Provisions"]


@dataclass(slots=True)
class _Changed:
    """What operations did to one work by a day: what came in, and what is numbered otherwise."""

    inserted: set[str] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)  # the id of today's number: wId
    moved: set[str] = field(default_factory=set)  # wIds whose first number is another's now


class Provisions:
    """The cited provisions of some works as they stood on a day."""

    def __init__(self, works: Collection[str], cited: Collection[str], on: date) -> None:
        self._changed = _changes(works, on) if cited else {}
        wanted = {self._key(work, wid) for work in works for wid in cited}
        known = Node.objects.filter(key__in=wanted).values_list("key", flat=True) if wanted else ()
        self._known = frozenset(known)

    def find(self, work: str, cited: str) -> str:
        """The wId of the provision that bears a cited number; "" where there is none.

        Article 13 is `art_12` once it was renumbered so, with its paragraphs `art_12__para_2`.
        """
        key = self._key(work, cited)
        wid = key.partition("#")[2]
        changed = self._changed.get(work)
        is_there = key in self._known or (changed is not None and wid in changed.inserted)
        return wid if wid and is_there else ""

    def _key(self, work: str, cited: str) -> str:
        changed = self._changed.get(work)
        if changed is None:
            return f"{work}#{cited}"
        wid = ""
        for part in cited.split("__"):
            number = f"{wid}__{part}" if wid else part
            if number not in changed.renamed and number in changed.moved:
                return f"{work}#"
            wid = changed.renamed.get(number, number)
        return f"{work}#{wid}"


def _changes(works: Collection[str], on: date) -> Mapping[str, _Changed]:
    """What insertions and new numbers had taken effect: one query, with the days of events."""
    happened = WorkEvent.objects.known().filter(work=OuterRef("work"), key=OuterRef("event"))
    rows = (
        Operation.objects.known()
        .filter(work__key__in=works, change__in=(Change.INSERT.value, Change.RENUMBER.value))
        .annotate(happened=Subquery(happened.values("on")[:1]))
        .order_by("during", "order", "key")
    )
    found: dict[str, _Changed] = {}
    for row in rows.select_related("work"):
        day = row.effective or row.happened or ""
        if day and Mark.parse(day).earliest <= on:
            _apply(found.setdefault(row.work.key, _Changed()), row)
    return found


def _apply(changed: _Changed, row: Operation) -> None:
    if row.change == Change.INSERT.value:
        changed.inserted.update(_wids(row.units))
        return
    outer, mark, own = row.wid.rpartition("__")
    kind = own.partition("_")[0]
    changed.renamed = {number: wid for number, wid in changed.renamed.items() if wid != row.wid}
    changed.renamed[f"{outer}{mark}{kind}_{row.num}"] = row.wid
    changed.moved.add(row.wid)


def _wids(units: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for unit in units:
        yield unit["wid"]
        yield from _wids(unit.get("children", ()))
