"""Lists of bodies on a day, arranged: the tree of organs, kinds counted, departments, seats."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amana.kernel.words import Words
from amana.organisation.lookups.bodies import BodyRow, bodies, by_parent, named, seats
from amana.organisation.lookups.holders import Held, held_on
from amana.organisation.models import BodyKind, Seat, StateName

__all__ = ["Department", "Node", "SeatOn", "by_kind", "departments_on", "kinds", "seats_on",
           "states_named", "tree"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """A body in the tree, and how deep it stands."""

    body: BodyRow
    depth: int
    parent: str


def tree(rows: Iterable[BodyRow], *, whole: bool) -> list[Node]:
    """The organisation and its organs in reading order; `whole` adds all that stands under them.

    Organisations outside stand under nothing here and are left out. A group of organs of no known
    date is shown on the days on which something stands under it.
    """
    rows = list(rows)
    filled = {row.parent for row in rows}
    shown = [
        row
        for row in rows
        if _belongs(row.kind, whole=whole) and (row.row.since_mark or not _is_empty(row, filled))
    ]
    keys = {row.key for row in shown}
    below = by_parent(shown)
    roots = [row for row in shown if row.parent not in keys]
    return [node for row in roots for node in _walk(row, below, 0)]


def _belongs(kind: BodyKind, *, whole: bool) -> bool:
    if whole:
        return not kind.is_external
    return kind.is_organisation or kind.is_organ


def _is_empty(row: BodyRow, filled: set[str]) -> bool:
    """Whether it is a mere heading, that itself never meets, over nothing."""
    return row.kind.is_organ and not row.kind.has_sessions and row.key not in filled


def _walk(row: BodyRow, below: dict[str, list[BodyRow]], depth: int) -> Iterator[Node]:
    yield Node(row, depth, row.parent)
    for child in below.get(row.key, ()):
        yield from _walk(child, below, depth + 1)


def by_kind(rows: Iterable[BodyRow]) -> list[tuple[BodyKind, int]]:
    """The kinds met, in their order, with the number of bodies of each."""
    counted: dict[str, tuple[BodyKind, int]] = {}
    for row in rows:
        counted[row.kind.key] = (row.kind, counted.get(row.kind.key, (row.kind, 0))[1] + 1)
    return list(counted.values())


def kinds(*, institutions: bool = False) -> list[BodyKind]:
    """Every kind of body in its order, or only those of institutions: one query."""
    rows = BodyKind.objects.all()
    return list(rows.filter(is_institution=True) if institutions else rows)


def states_named(*, on: date) -> dict[int, tuple[str, Words]]:
    """The key and the name of every state on a day, by its number: one query."""
    rows = StateName.objects.on(on).values_list("state_id", "state__key", "names")
    return {number: (key, names) for number, key, names in rows}


@dataclass(frozen=True, slots=True)
class Department:
    """A department, the office that heads it with its holder, and what stands under it."""

    body: BodyRow
    head: Held | None
    under: tuple[BodyRow, ...]


def departments_on(*, on: date) -> list[Department]:
    """The departments of the secretariat with their heads: four queries.

    Those under another department, such as an office abroad, are named with it.
    """
    rows = bodies(on=on, where=Q(body__kind__is_department=True), described=True)
    keys = {row.key for row in rows}
    below = by_parent(rows)
    heads: dict[str, Held] = {}
    for held in held_on(on, Q(body__kind__is_department=True)):
        heads.setdefault(held.office.body.key, held)
    return [
        Department(row, heads.get(row.key), tuple(below.get(row.key, ())))
        for row in rows
        if row.parent not in keys
    ]


@dataclass(frozen=True, slots=True)
class SeatOn:
    """A seat on a day, with the name of the body and of the state."""

    row: Seat
    names: Words
    state: Words


def seats_on(*, on: date) -> list[SeatOn]:
    """Where bodies sat on a day, in protocol order: three queries."""
    names, states = named(on=on), states_named(on=on)
    return [
        SeatOn(
            row,
            names.get(row.body.key, (Words(en=row.body.key), Words()))[0],
            states.get(row.state_id or 0, ("", Words()))[1],
        )
        for row in seats(on=on)
    ]
