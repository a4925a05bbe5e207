"""Bodies on a day: the organisation itself, its organs, institutions and departments."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.models import Body, BodyKind, BodyName, Establishment, Placement, Seat

__all__ = ["BodyRow", "BodyView", "bodies", "body", "departments", "institutions", "named", "root",
           "seats"]  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with its history: what it was called, where it stood, where it sat."""

    body: Body
    current: BodyRow | None  # None where it did not exist that day
    establishments: tuple[Establishment, ...]
    names: tuple[BodyName, ...]
    placements: tuple[Placement, ...]
    seats: tuple[Seat, ...]
    parent: BodyRow | None
    children: tuple[BodyRow, ...]

    @property
    def title(self) -> Words:
        """Its name on the day, or the last one known."""
        return self.current.names if self.current else self.names[-1].names


def root() -> Body:
    """The organisation whose house this is: the body of the kind that is an organisation."""
    found = Body.objects.filter(kind__is_organisation=True).order_by("id").first()
    if found is None:
        raise Refusal("organisation.none")
    return found


def bodies(*, on: date, where: Q | None = None, with_seats: bool = False) -> list[BodyRow]:
    """The bodies that existed on a day, in protocol order: three queries, four with seats."""
    rows = Establishment.objects.on(on).select_related("body__kind")
    if where is not None:
        rows = rows.filter(where)
    rows = rows.order_by("body__kind__position", "body__rank", "body__id")
    names = named(on=on)
    parents = dict(
        Placement.objects.on(on).values_list("body__key", "parent__key")
    )
    sat = {seat.body_id: seat for seat in Seat.objects.on(on)} if with_seats else {}
    return [
        BodyRow(
            row.body.key, row.body.kind, *names.get(row.body.key, _unnamed(row.body)),
            parents.get(row.body.key, ""), row.body.rank, row, sat.get(row.body_id),
        )
        for row in rows
    ]  # fmt: skip


def named(*, on: date) -> dict[str, tuple[Words, Words]]:
    """Name and acronym of every body on a day: one query."""
    return {
        key: (names, acronym)
        for key, names, acronym in BodyName.objects.on(on).values_list(
            "body__key", "names", "acronym"
        )
    }


def _unnamed(body: Body) -> tuple[Words, Words]:
    return Words(en=body.key), Words()


def institutions(*, on: date) -> list[BodyRow]:
    """Subsidiary, specialised, affiliated institutions, with their seats."""
    return bodies(on=on, where=Q(body__kind__is_institution=True), with_seats=True)


def departments(*, on: date) -> list[BodyRow]:
    """The departments of the secretariat."""
    return bodies(on=on, where=Q(body__kind__is_department=True))


def body(key: str, *, on: date) -> BodyView:
    """One body with its history and its neighbours on the day. Refused when unknown."""
    found = Body.objects.select_related("kind").filter(key=key).first()
    if found is None:
        raise Refusal("body.unknown", key=key)
    placements = tuple(
        Placement.objects.known().filter(body=found).select_related("parent").order_by("during")
    )
    above = next((p.parent.key for p in placements if on in p.period), "")
    near = Q(body=found) | Q(body__key=above) | Q(
        body__in=Placement.objects.on(on).filter(parent=found).values("body")
    )  # fmt: skip
    around = {row.key: row for row in bodies(on=on, where=near)}
    return BodyView(
        found,
        around.get(key),
        _history(Establishment, found),
        _history(BodyName, found),
        placements,
        tuple(
            Seat.objects.known().filter(body=found).select_related("state").order_by("during")
        ),
        around.get(above),
        tuple(row for row in around.values() if row.parent == key),
    )


def _history(model: type[Establishment] | type[BodyName], body: Body) -> tuple[object, ...]:
    return tuple(model.objects.known().filter(body=body).order_by("during"))


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
