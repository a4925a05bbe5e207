"""The roll of a body on a day: who belongs to it, who observes, whose vote is suspended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.naming import name_of_body, name_of_state
from amana.organisation.models import Body, Membership, Suspension, VoteExemption

__all__ = ["Exempt", "VotingRoll", "Withheld", "constituency", "roll_of"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a member has no vote: in words, and by which provisions; the days on record."""

    why: Words
    basis: tuple[str, ...]
    since: date | None
    until: date | None  # the first day on which it no longer holds


@dataclass(frozen=True, slots=True)
class Exempt:
    """From which day a member votes all the same, until which; that day no longer counts."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class VotingRoll:
    """What the roll of a meeting of that day is made of; every table by key, in its order.

    `members` (states) and `observers` (states and organisations) give the names of the day.
    A member whose participation is suspended stands in `suspended` alone: it is still a member of
    the organisation, and is called to no meeting. A member whose vote is suspended stands in
    `members` and in `withheld`, and in `exempt` too where an exemption holds that day: whether a
    vote that is withheld counts towards a quorum is for the rules of the meeting to say.
    """

    members: dict[str, Words]
    observers: dict[str, Words]
    suspended: dict[str, Words]
    withheld: dict[str, Withheld]
    exempt: dict[str, Exempt]

    @property
    def without_vote(self) -> frozenset[str]:
        """The members that may not vote that day."""
        return frozenset(self.withheld.keys() - self.exempt.keys())


def constituency(where: Body, on: date) -> Body:
    """The body of whose members this one is made: itself, or the organisation; two queries.

    An organ for which no member is on record is one of all members of the organisation.
    """
    if Membership.objects.on(on).filter(body=where, status="member").exists():
        return where
    return Body.objects.filter(kind__is_organisation=True).order_by("id").first() or where


def roll_of(body: str, *, on: date) -> VotingRoll:
    """The roll of a body on a day, for a meeting of it: four queries. Refused: `body.unknown`.

    Its members are those on record of it, and where none is on record, members and observers of
    the organisation. What is suspended in the organisation is suspended in all its bodies.
    On 1982-06-01 the Council of Foreign Ministers has 41 members: Afghanistan and Egypt, whose
    participation is suspended, are not called.
    """
    asked, organisation = _bodies(body)
    parties = list(_parties({asked, organisation}, on))
    own = any(body == asked and status == "member" for body, status, *_ in parties)
    members = _chosen(parties, "member", asked if own else organisation)
    observers = _chosen(parties, "observer", *((asked,) if own else (asked, organisation)))
    holds = Q(body__in=(asked, organisation))
    stopped, withheld = _suspensions(holds, on, organisation)
    exempt = VoteExemption.objects.on(on).filter(holds)
    present = {key: names for key, names in members.items() if key not in stopped}
    told = {key: row for key, row in withheld.items() if key in present}
    return VotingRoll(
        present,
        observers,
        {key: names for key, names in members.items() if key in stopped},
        told,
        {
            key: Exempt(during.lower, during.upper)
            for key, during in exempt.order_by("state__key").values_list("state__key", "during")
            if key in told
        },
    )


def _bodies(key: str) -> tuple[int, int]:
    """The numbers of the body and of the organisation."""
    known = Q(key=key) | Q(kind__is_organisation=True)
    found = Body.objects.filter(known).order_by("id")
    rows = list(found.values_list("id", "key", "kind__is_organisation"))
    asked = next((number for number, named, _whole in rows if named == key), None)
    if asked is None:
        raise Refusal("body.unknown", key=key)
    return asked, next((number for number, _named, whole in rows if whole), asked)


def _parties(bodies: set[int], on: date) -> Any:
    """Body, status, key and name of whoever takes part in these bodies."""
    rows = Membership.objects.on(on).filter(body__in=bodies).order_by(
        "state__key", "member_body__key"
    )  # fmt: skip
    return rows.values_list(
        "body", "status", "state__key", "member_body__key",
        name_of_state("state", on), name_of_body("member_body", on),
    )  # fmt: skip


def _chosen(parties: Iterable[tuple[Any, ...]], status: str, *bodies: int) -> dict[str, Words]:
    """Key and name of those with that status in one of the bodies. Only states are members."""
    return {
        state or party: (of_state if state else of_party) or Words(en=state or party)
        for body, is_a, state, party, of_state, of_party in parties
        if body in bodies and is_a == status and (state or status == "observer")
    }


def _suspensions(holds: Q, on: date, organisation: int) -> tuple[set[str], dict[str, Withheld]]:
    """Whose participation is suspended; whose vote, and why: what the organisation says first."""
    stopped: set[str] = set()
    withheld: dict[str, Withheld] = {}
    rows = Suspension.objects.on(on).filter(holds).select_related("state").order_by("state__key")
    for row in sorted(rows, key=lambda row: row.body_id != organisation):
        key = row.state.key
        if row.of == Suspension.Of.PARTICIPATION:
            stopped.add(key)
        else:
            days = row.during.lower, row.during.upper
            withheld.setdefault(key, Withheld(row.why, tuple(row.basis), *days))
    return stopped, dict(sorted(withheld.items()))
