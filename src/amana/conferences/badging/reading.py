"""Reading badges: the people of a session with the badge that each bears."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from amana.conferences.hall import names_of_parties
from amana.conferences.models import Accreditation, Badge
from amana.conferences.participants import ORDER, DelegateRow, delegates_of
from amana.kernel.order import sort_key
from amana.kernel.words import Words

__all__ = ["Bearer", "Bearers", "Sender", "bearers_of"]

RANKS = Accreditation.Rank.values


@dataclass(frozen=True, slots=True)
class Bearer:
    """A delegate, the badge that holds, and the last one that was revoked."""

    person: DelegateRow
    badge: Badge | None
    revoked: Badge | None


@dataclass(frozen=True, slots=True)
class Sender:
    """A delegation as a badge names it."""

    party: str
    names: Words
    status: str


@dataclass(frozen=True, slots=True)
class Bearers:
    """A delegation and everybody in it."""

    delegation: Sender
    people: tuple[Bearer, ...]

    @property
    def badges(self) -> int:
        """How many bear a badge."""
        return sum(1 for each in self.people if each.badge is not None)

    def only(self, number: str) -> "Bearers":
        """The same delegation with one of its people, or with nobody."""
        people = tuple(each for each in self.people if str(each.person.pk) == number)
        return replace(self, people=people)


def bearers_of(
    session: str, parties: Collection[str] = (), *, on: date, lang: str
) -> list[Bearers]:
    """Delegations in the order of a language, members first, with their people: three queries."""
    named = {
        party: Sender(party, names, status)
        for party, (names, status) in names_of_parties(session, on).items()
        if not parties or party in parties
    }
    people: dict[str, list[DelegateRow]] = {party: [] for party in named}
    for person in delegates_of(session):
        if person.party in people:
            people[person.party].append(person)
    badges = _badges(each.pk for some in people.values() for each in some)
    order = sorted(
        named.values(), key=lambda of: (ORDER[of.status], sort_key(of.names.text(lang), lang))
    )
    return [Bearers(of, _bearing(people[of.party], badges)) for of in order]


def _bearing(
    people: Iterable[DelegateRow], badges: dict[int, tuple[Badge | None, Badge | None]]
) -> tuple[Bearer, ...]:
    """The people of a delegation by rank, each with what they bear."""
    order = sorted(people, key=lambda each: (RANKS.index(each.rank), each.pk))
    return tuple(Bearer(each, *badges.get(each.pk, (None, None))) for each in order)


def _badges(people: Iterable[int]) -> dict[int, tuple[Badge | None, Badge | None]]:
    found: dict[int, tuple[Badge | None, Badge | None]] = {}
    for badge in Badge.objects.filter(delegate__in=list(people)).order_by("issued", "pk"):
        holds, gone = found.get(badge.delegate_id, (None, None))
        found[badge.delegate_id] = (holds, badge) if badge.revoked else (badge, gone)
    return found
