"""The programme laid out: for each day its rooms, and in each room the half days."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from amana.conferences.lookups import SessionRow
from amana.conferences.models import MeetingTime, Room
from amana.conferences.programme import MeetingRow, held, slot_of, zone_of
from amana.conferences.rules.programme import HOUSE, Half, Slot, half_days, interpreters

__all__ = ["Day", "Shown", "days_of", "days_of_session", "shown_by_day", "starts_in"]

USUAL = {  # offered when a meeting is planned into an empty half day; an assumption of the house
    Half.MORNING: (time(10), time(13)),
    Half.AFTERNOON: (time(15), time(18)),
    Half.EVENING: (time(19), time(21)),
}
_LONG = timedelta(days=31)  # sessions that sit longer are shown by the days of their meetings


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting at one of its places: where it is held, or where it was to be (`is_past`)."""

    row: MeetingRow
    version: MeetingTime
    is_past: bool

    @property
    def slot(self) -> Slot:
        """When, at this place."""
        return slot_of(self.version)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the room of this place."""
        return zone_of(self.version.room)

    @property
    def day(self) -> date:
        """The day on which it starts here."""
        return self.version.starts.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Cell:
    """A room in a half day: what is held there, and the usual hours of that half day."""

    half: Half
    shown: Sequence[Shown]
    starts: str
    ends: str

    @property
    def is_taken(self) -> bool:
        """Whether something is held here, and not only was to be."""
        return any(not each.is_past and not each.row.this.cancelled for each in self.shown)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the programme: half days as columns, a line for each room, interpreters needed."""

    day: date
    halves: Sequence[Half]
    lines: Sequence[tuple[Room, Sequence[Cell]]]
    interpreters: Sequence[int]


def starts_in(shown: Shown) -> Half:
    """The half day in which it starts: there it is told in full, in the next only named."""
    return next(half_days(shown.slot, shown.zone)).half


def days_of_session(row: SessionRow) -> list[date]:
    """The days on which a session sits, where they are known exactly and are not many."""
    opens, closes = row.days.opens, row.days.closes
    length = closes.latest - opens.earliest
    if not (opens.is_exact and closes.is_exact) or length > _LONG:
        return []
    return [opens.earliest + timedelta(days=ahead) for ahead in range(length.days + 1)]


def places(rows: Iterable[MeetingRow]) -> Iterator[Shown]:
    """Every meeting where it is held, and where it was to be before it was moved."""
    for row in rows:
        yield Shown(row, row.this, False)
        if moved := row.moved_from:
            yield Shown(row, moved, True)


def shown_by_day(rows: Iterable[MeetingRow]) -> dict[date, list[Shown]]:
    """The same under their days, by time."""
    found: dict[date, list[Shown]] = {}
    for shown in sorted(places(rows), key=lambda shown: (shown.slot.starts, shown.row.key)):
        found.setdefault(shown.day, []).append(shown)
    return dict(sorted(found.items()))


def days_of(rows: Sequence[MeetingRow], rooms: Sequence[Room], days: Iterable[date]) -> list[Day]:
    """Every given day and every day of a meeting; rooms out of use only where something is held."""
    at: dict[tuple[date, Half, int], list[Shown]] = {}
    for shown in places(rows):
        for half in half_days(shown.slot, shown.zone):
            at.setdefault((half.day, half.half, shown.version.room_id), []).append(shown)
    every = {room.pk: room for room in rooms}
    for shown in places(rows):
        every.setdefault(shown.version.room_id, shown.version.room)
    needed = interpreters(held(rows))
    wanted = {(half.day, half.half): count for half, count in needed.items()}
    found = sorted({*days, *(day for day, _half, _room in at)})
    return [_day(day, at, list(every.values()), wanted) for day in found]


def _day(
    day: date, at: dict[tuple[date, Half, int], list[Shown]], rooms: Sequence[Room],
    wanted: dict[tuple[date, Half], int],
) -> Day:  # fmt: skip
    used = {half for of, half, _room in at if of == day}
    halves = [half for half, _begins in HOUSE.begins if half != Half.EVENING or half in used]
    lines = [(room, [_cell(at.get((day, half, room.pk), ()), half) for half in halves])
             for room in rooms]  # fmt: skip
    return Day(day, halves, lines, [wanted.get((day, half), 0) for half in halves])


def _cell(shown: Iterable[Shown], half: Half) -> Cell:
    starts, ends = USUAL[half]
    by_time = sorted(shown, key=lambda each: (each.slot.starts, each.row.key))
    return Cell(half, by_time, f"{starts:%H:%M}", f"{ends:%H:%M}")
