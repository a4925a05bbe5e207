"""Which provisions works had on a day, by their lasting ids and by the numbers of that day.

A provision keeps its wId when it is renumbered, and one that was inserted has no row of its own:
of a work that was changed both are told by its folded text. Two queries for any number of works.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from amana.texts.models import Node, WorkEvent
from amana.texts.models import Operation as Recorded
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation, fold
from amana.texts.rules.tree import Block, Unit, grow, walk
from amana.texts.standing_text import operation_of

__all__ = ["Provisions"]


class Provisions:
    """The cited provisions of some works as they stood on a day.

    `cited` are addresses (`charter-2008#art_5a`), `changed` the works whose operations are looked
    at. Without a day every operation counts that took effect or has a day on which it will.
    """

    def __init__(self, cited: Collection[str], changed: Collection[str], on: date | None) -> None:
        operations = _operations(changed) if cited and changed else {}
        self._on_record = _on_record(cited, operations) if cited else {}
        self._standing = {
            work: _standing(rows, operations[work], on)
            for work, rows in self._on_record.items()
            if work in operations
        }
        self._numbers = {
            work: {unit.eid: wid for wid, unit in units.items()}
            for work, units in self._standing.items()
        }

    def find(self, work: str, number: str) -> str:
        """The wId of the provision that bears a number that day; "" where there is none.

        Article 13 is `art_12` once it was renumbered so, with its paragraphs `art_12__para_2`.
        """
        if work in self._numbers:
            return self._numbers[work].get(number, "")
        return number if number in self._on_record.get(work, {}) else ""

    def num(self, work: str, wid: str) -> str | None:
        """The own number of a provision that day; None where the work never had it.

        One that a later text replaced has the number it had.
        """
        unit = self._standing.get(work, {}).get(wid)
        row = self._on_record.get(work, {}).get(wid)
        return unit.num if unit else row.num if row else None


def _operations(works: Collection[str]) -> Mapping[str, list[Operation]]:
    """The operations that move provisions, by the key of their work: one query."""
    happened = WorkEvent.objects.known().filter(work=OuterRef("work"), key=OuterRef("event"))
    rows = (
        Recorded.objects.known()
        .filter(work__key__in=works)
        .annotate(happened=Subquery(happened.values("on")[:1]))
        .order_by("during", "order", "key")
    )
    found: defaultdict[str, list[Operation]] = defaultdict(list)
    for row in rows.select_related("work"):
        if row.units or row.change not in (Change.INSERT.value, Change.SUBSTITUTE.value):
            found[row.work.key].append(operation_of(row))  # other words leave every place
    return found


def _on_record(cited: Collection[str], changed: Iterable[str]) -> dict[str, dict[str, Block]]:
    """The cited provisions by work and wId, and all of the works that were changed: one query."""
    rows = Node.objects.filter(Q(key__in=cited) | Q(work__key__in=changed))
    found: dict[str, dict[str, Block]] = {}
    for work, wid, kind, num in rows.values_list("work__key", "wid", "kind", "num"):
        found.setdefault(work, {})[wid] = Block(Kind(kind), num=num, wid=wid)
    return found


def _standing(
    rows: Mapping[str, Block], operations: Iterable[Operation], on: date | None
) -> dict[str, Unit]:
    """The provisions of a day by wId: the fold of a text of which only the places are known."""
    folded = fold(grow(rows.values()), operations, on)
    return {unit.wid: unit for unit, _depth in walk(folded.units)}
