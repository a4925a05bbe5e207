"""The organisation on a day in outline: how many, which bodies, where it sits; a query each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from amana.kernel.words import Words
from amana.organisation.lookups.bodies import BodyRow
from amana.organisation.lookups.naming import name_at
from amana.organisation.models import (
    BodyName,
    Establishment,
    Membership,
    Placement,
    Seat,
    StateName,
    Suspension,
)

__all__ = ["Counts", "begins", "bodies_in_outline", "counts", "main_seat"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Members, those of them that are suspended, and observers of any kind."""

    members: int
    suspended: int
    observers: int


def counts(*, on: date) -> Counts:
    """How many took part on a day. On 1982-06-01: 43 members, 2 of them suspended."""
    is_member, is_observer = Q(status="member"), Q(status="observer")
    suspension = Suspension.objects.on(on).filter(
        state=OuterRef("state"), body=OuterRef("body"), of=Suspension.Of.PARTICIPATION
    )
    found = (
        Membership.objects.on(on)
        .filter(body__kind__is_organisation=True)
        .aggregate(
            members=Count("pk", filter=is_member),
            suspended=Count("pk", filter=is_member & Q(Exists(suspension))),
            observers=Count("pk", filter=is_observer),
        )
    )
    return Counts(**found)


def bodies_in_outline(*, on: date) -> list[BodyRow]:
    """The bodies that existed on a day in protocol order, with names and parents: one query."""
    above = Placement.objects.on(on).filter(body=OuterRef("body")).values("parent__key")[:1]
    rows = (
        Establishment.objects.on(on)
        .select_related("body__kind")
        .annotate(
            names=name_at(BodyName, on, body=OuterRef("body")),
            acronym=name_at(BodyName, on, "acronym", body=OuterRef("body")),
            above=Subquery(above),
        )
        .order_by("body__kind__position", "body__rank", "body_id")
    )
    return [_body(row) for row in rows]


def _body(row: Any) -> BodyRow:
    body = row.body
    return BodyRow(
        body.key, body.kind, row.names or Words(en=body.key), row.acronym or Words(),
        row.above or "", body.rank, row,
    )  # fmt: skip


def main_seat(*, on: date) -> Any:
    """Where the organisation sits: the fixed seat of its first organ that has one, or nothing.

    A body of no known beginning does not count: it may not have sat there yet.
    The row carries `body_names` and `state_names`, as they were called on the day.
    """
    of_organs = Q(body__kind__is_organisation=True) | Q(body__kind__is_organ=True)
    begun = Establishment.objects.on(on).exclude(since_mark="").filter(body=OuterRef("body"))
    return (
        Seat.objects.on(on)
        .filter(of_organs, Exists(begun), itinerant=False)
        .select_related("body", "state")
        .annotate(
            body_names=name_at(BodyName, on, body=OuterRef("body")),
            state_names=name_at(StateName, on, state=OuterRef("state")),
        )
        .order_by("body__kind__position", "body__rank", "body_id")
        .first()
    )


def begins() -> Establishment | None:
    """When the organisation began, as sourced."""
    rows = Establishment.objects.known().filter(body__kind__is_organisation=True)
    return rows.order_by("during").first()
