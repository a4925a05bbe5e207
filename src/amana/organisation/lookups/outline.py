"""The organisation on a day in outline: who takes part, how many, where it sits; a query each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from amana.organisation.lookups.naming import name_at
from amana.organisation.models import (
    BodyName,
    Establishment,
    Membership,
    Seat,
    StateName,
    Suspension,
)

__all__ = ["Counts", "Participant", "begins", "counts", "main_seat", "participants"]


@dataclass(frozen=True, slots=True)
class Participant:
    """A state or an organisation that takes part, without its name."""

    code: str  # the three letters of a state
    status: str
    suspended: bool


def participants(*, on: date) -> list[Participant]:
    """Who takes part in the organisation on a day, members and observers: one query.

    The roll says more of each, and in the reader's order.
    """
    suspension = Suspension.objects.on(on).filter(
        state=OuterRef("state"), body=OuterRef("body"), of=Suspension.Of.PARTICIPATION
    )
    rows = Membership.objects.on(on).filter(body__kind__is_organisation=True)
    said = rows.values_list("state__alpha3", "status", Exists(suspension))
    return [Participant(code or "", status, suspended) for code, status, suspended in said]


@dataclass(frozen=True, slots=True)
class Counts:
    """Members, those of them that are suspended, and observers of any kind."""

    members: int
    suspended: int
    observers: int


def counts(*, on: date) -> Counts:
    """How many took part on a day. On 1982-06-01: 43 members, 2 of them suspended."""
    found = participants(on=on)
    members = [each for each in found if each.status == "member"]
    return Counts(
        len(members),
        sum(each.suspended for each in members),
        sum(each.status == "observer" for each in found),
    )


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
