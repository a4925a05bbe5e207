"""Who is inside: by the floor of the plenary where one is open, else by the passages of the day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone

from amana.conferences.floor.folding import folded
from amana.conferences.models import Delegate, Log, Passage
from amana.conferences.rules.floor import roll
from amana.ground import clock

__all__ = ["Hall", "Seen", "hall_of", "last_entries"]


@dataclass(frozen=True, slots=True)
class Seen:
    """Where and when a person came in last."""

    desk: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Hall:
    """Who is inside: people by number; how many delegations, and of members how many are needed.

    `called` are the delegations on the roll; `log` is empty where no floor is open, and then
    nothing is needed and nobody is called.
    """

    log: str
    called: frozenset[str]
    people: frozenset[int]
    delegations: int
    members: int = 0
    to_debate: int = 0
    to_decide: int = 0


def hall_of(session: str) -> Hall:
    """The hall of a session: at most two queries."""
    log = Log.objects.filter(session__key=session, position=0).first()
    return _by_floor(log) if log is not None else _by_passages(session)


def _by_floor(log: Log) -> Hall:
    """A delegation checked in as such at the console has come with nobody in particular."""
    with folded(log) as floor:
        called = frozenset(floor.roll.members) | frozenset(floor.roll.observers)
        people = frozenset(
            int(person)
            for inside in floor.roll.present.values() for person in inside if person.isdecimal()
        )  # fmt: skip
        return Hall(
            log.key, called, people, len(roll.present(floor)), roll.member_count(floor),
            roll.debate_need(floor), roll.decision_need(floor),
        )  # fmt: skip


def _by_passages(session: str) -> Hall:
    """Who came in today and has not gone out."""
    people = frozenset(
        number for number, result in _last_today(session) if result == Passage.Result.IN
    )
    parties = Delegate.objects.filter(pk__in=people).values("delegation").distinct().count()
    return Hall("", frozenset(), people, parties)


def _last_today(session: str) -> Iterable[tuple[int, str]]:
    midnight = timezone.make_aware(datetime.combine(clock.today(), time.min))
    rows = Passage.objects.filter(
        session__key=session, at__gte=midnight, result__in=(Passage.Result.IN, Passage.Result.OUT)
    )
    last = rows.order_by("delegate", "-pk").distinct("delegate")
    return list(last.values_list("delegate", "result"))


def last_entries(people: Collection[int]) -> dict[int, Seen]:
    """Where these people came in last: one query; who never passed a desk is missing."""
    rows = Passage.objects.filter(delegate__in=people, result=Passage.Result.IN)
    last = rows.order_by("delegate", "-pk").distinct("delegate")
    return {row.delegate_id: Seen(row.desk, row.at) for row in last}
