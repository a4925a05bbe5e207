"""Times of meetings: what overlaps, half days, interpreters, and clocks that change. Pure.

A time is an instant; a zone only says how it is read off a wall. So a meeting keeps its length
through a change of the clock, and two meetings overlap or not whatever zone they are told in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from amana.kernel.refusals import Refusal

__all__ = [
    "HOUSE", "LONGEST", "Half", "HalfDay", "Held", "Interpreting", "Slot", "at_clock", "booths",
    "half_days", "interpreters", "slot_at",
]  # fmt: skip

LONGEST = timedelta(hours=24)


class Half(StrEnum):
    """A part of a day in which a room is given out."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class Interpreting:
    """How many interpret: a team of `team` in each booth for `hours` of one half day.

    No rule of the organisation on record says so: it is an assumption of the house (the United
    Nations plan in the same units), kept here and nowhere else. `begins` is when each half day
    begins on the clock of the room.
    """

    team: int = 2
    hours: int = 3
    begins: tuple[tuple[Half, time], ...] = (
        (Half.MORNING, time(0)), (Half.AFTERNOON, time(13, 30)), (Half.EVENING, time(19)),
    )  # fmt: skip


HOUSE = Interpreting()


@dataclass(frozen=True, slots=True, order=True)
class HalfDay:
    """One half of one day, on the clock of a room."""

    day: date
    begins: time
    half: Half


@dataclass(frozen=True, slots=True)
class Slot:
    """From an instant until another, the last not included. Refused: ends before it starts."""

    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        if not timedelta() < self.ends - self.starts <= LONGEST:
            raise Refusal(
                "meeting.backwards", since=f"{self.starts:%H:%M}", until=f"{self.ends:%H:%M}"
            )

    @property
    def length(self) -> timedelta:
        """How long it takes, whatever clocks do meanwhile."""
        return self.ends - self.starts

    def overlaps(self, other: "Slot") -> bool:
        """Whether they share a moment. One that ends as the other starts does not."""
        return self.starts < other.ends and other.starts < self.ends

    def moved_to(self, starts: datetime) -> "Slot":
        """The same length from another instant."""
        return Slot(starts, starts + self.length)

    def days(self, zone: ZoneInfo) -> tuple[date, date]:
        """The first day and the last on which some of it falls, as read in a zone."""
        last = self.ends - timedelta(microseconds=1)
        return self.starts.astimezone(zone).date(), last.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Held:
    """What interpreters are counted from: where, when and in which languages a meeting is held."""

    room: str
    slot: Slot
    languages: frozenset[str]
    zone: ZoneInfo


def at_clock(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant at which a clock in a zone shows a time; the first where it shows it twice.

    Refused: `meeting.no-such-time` where the clock leaps over it.
    """
    local = datetime.combine(day, clock, zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Refusal(
            "meeting.no-such-time", time=f"{clock:%H:%M}", day=day.isoformat(), zone=zone.key
        )  # fmt: skip
    return found


def slot_at(day: date, starts: time, ends: time, zone: ZoneInfo) -> Slot:
    """A slot as it is typed; an end that is not after the start is of the next day."""
    last = day if ends > starts else day + timedelta(days=1)
    if ends == starts:
        raise Refusal("meeting.backwards", since=f"{starts:%H:%M}", until=f"{ends:%H:%M}")
    return Slot(at_clock(day, starts, zone), at_clock(last, ends, zone))


def half_days(slot: Slot, zone: ZoneInfo, house: Interpreting = HOUSE) -> Iterator[HalfDay]:
    """The half days on which some of a slot falls."""
    yield from (half for half, _length in _parts(slot, zone, house))


def _parts(slot: Slot, zone: ZoneInfo, house: Interpreting) -> Iterator[tuple[HalfDay, timedelta]]:
    """Each half day with how much of the slot falls on it."""
    first, last = slot.days(zone)
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        starts = [_begin(day, clock, zone) for _half, clock in house.begins]
        ends = [*starts[1:], _begin(day + timedelta(days=1), time(0), zone)]
        for (half, clock), since, until in zip(house.begins, starts, ends, strict=True):
            within = min(until, slot.ends) - max(since, slot.starts)
            if within > timedelta():
                yield HalfDay(day, clock, half), within


def _begin(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def booths(languages: Iterable[str]) -> int:
    """A booth for each language; none for a meeting in one language."""
    count = len(set(languages))
    return count if count > 1 else 0


def interpreters(meetings: Iterable[Held], house: Interpreting = HOUSE) -> Mapping[HalfDay, int]:
    """How many interpreters each half day needs, counted for each room and language.

    The meetings of one room follow one another and share teams up to the hours that a team works;
    rooms do not share. Three languages in one room for three hours need 6, for four hours 12.
    """
    worked: dict[tuple[HalfDay, str, str], timedelta] = {}
    for held in meetings:
        if not booths(held.languages):
            continue
        for half, length in _parts(held.slot, held.zone, house):
            for language in held.languages:
                place = (half, held.room, language)
                worked[place] = worked.get(place, timedelta()) + length
    needed: dict[HalfDay, int] = {}
    for (half, _room, _language), length in worked.items():
        teams = -(-length // timedelta(hours=house.hours))
        needed[half] = needed.get(half, 0) + teams * house.team
    return dict(sorted(needed.items()))
