"""Bodies on a day: the organisation itself, its organs, institutions, departments, their seats."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.naming import name_at
from amana.organisation.models import Body, BodyKind, BodyName, Establishment, Placement, Seat

__all__ = [
    "OWN",
    "BodyRow",
    "bodies",
    "by_parent",
    "institutions",
    "named",
    "names_over_time",
    "root",
    "seats",
]

# Bodies of the house: without the other organisations that are on record as observers.
OWN = Q(body__kind__is_external=False)
ALL = slice(None)
DESCRIPTION = (
    "established_by", "composition", "role", "status", "headed_by", "functions", "sections",
    "dissolved_by", "detail",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body as lists show it on a day."""

    key: str
    kind: BodyKind
    names: Words
    acronym: Words
    parent: str
    rank: int
    row: Establishment
    seat: Seat | None = None

    @property
    def basis(self) -> list[str]:
        """The provisions under which it exists."""
        return self.row.basis


def root() -> Body:
    """The organisation whose house this is: the body of the kind that is an organisation."""
    found = Body.objects.filter(kind__is_organisation=True).order_by("id").first()
    if found is None:
        raise Refusal("organisation.none")
    return found


def bodies(
    *,
    on: date,
    where: Q | None = None,
    with_seats: bool = False,
    described: bool = False,
    part: slice = ALL,
) -> list[BodyRow]:
    """The bodies that existed on a day, or a part of them, in protocol order: one query.

    Two `with_seats`. What each does and who heads it is read where they are to be `described`.
    """
    above = Placement.objects.on(on).filter(body=OuterRef("body")).values("parent__key")[:1]
    rows = (
        Establishment.objects.on(on)
        .filter(where or Q())
        .select_related("body__kind")
        .defer(*(() if described else DESCRIPTION))
        .annotate(
            names=name_at(BodyName, on, body=OuterRef("body")),
            acronym=name_at(BodyName, on, "acronym", body=OuterRef("body")),
            above=Subquery(above),
        )
        .order_by("body__kind__position", "body__rank", "body_id")
    )
    sat = {seat.body_id: seat for seat in Seat.objects.on(on)} if with_seats else {}
    return [_body(row, sat.get(row.body_id)) for row in rows[part]]


def _body(row: Any, seat: Seat | None) -> BodyRow:
    body = row.body
    return BodyRow(
        body.key, body.kind, row.names or Words(en=body.key), row.acronym or Words(),
        row.above or "", body.rank, row, seat,
    )  # fmt: skip


def named(*, on: date) -> dict[str, tuple[Words, Words]]:
    """Name and acronym of every body on a day: one query."""
    return {
        key: (names, acronym)
        for key, names, acronym in BodyName.objects.on(on).values_list(
            "body__key", "names", "acronym"
        )
    }


def names_over_time() -> dict[int, list[tuple[Words, Words]]]:
    """Every name and acronym that each body bore, first to last, by its number: one query."""
    found: dict[int, list[tuple[Words, Words]]] = {}
    for row in BodyName.objects.known().order_by("during"):
        found.setdefault(row.body_id, []).append((row.names, row.acronym))
    return found


def institutions(*, on: date) -> list[BodyRow]:
    """Subsidiary, specialised, affiliated institutions, with their seats: two queries."""
    return bodies(on=on, where=Q(body__kind__is_institution=True), with_seats=True)


def seats(*, on: date) -> list[Seat]:
    """Where bodies sat on a day, in protocol order."""
    rows = Seat.objects.on(on).select_related("body__kind", "state")
    return list(rows.order_by("body__kind__position", "body__rank", "body__id"))


def by_parent(rows: Iterable[BodyRow]) -> dict[str, list[BodyRow]]:
    """Bodies grouped under the one they stand under."""
    grouped: dict[str, list[BodyRow]] = defaultdict(list)
    for row in rows:
        grouped[row.parent].append(row)
    return grouped
