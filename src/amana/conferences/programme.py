"""Reading the programme: meetings with their earlier times, and who may see which of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from amana.conferences.models import Delegate, Delegation, Duty, Log, MeetingTime, Room
from amana.conferences.rules.programme import Held, Slot
from amana.ground import clock
from amana.kernel.words import Words
from amana.organisation.api import name_of_body, name_of_state

__all__ = [
    "EVERYTHING", "PUBLIC", "Eyes", "MeetingRow", "held", "hours", "lately", "meeting", "meetings",
    "meetings_of", "next_meeting", "of_the_house", "parties", "programme_of_day", "rooms",
    "seat_zone", "slot_of", "title_of", "zone_of",
]  # fmt: skip

PLENARY = Words(ar="جلسة عامة", en="Plenary meeting", fr="Séance plénière")
CLOSED = Words(ar="جلسة مغلقة", en="Closed meeting", fr="Séance privée")


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who looks: an officer who serves sessions (everything), a person by their account, or anyone.

    A person sees a closed meeting of a floor on which they have a duty that day, and one that is
    open to the delegation in which they are accredited.
    """

    everything: bool = False
    user: int | None = None


PUBLIC = Eyes()
EVERYTHING = Eyes(everything=True)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as a reader sees it, with the versions of its time that came before, oldest first.

    `is_open` says whether the reader may know what it is about; `concerns` whether the reader has a
    duty in it or is sent to it.
    """

    this: MeetingTime
    earlier: tuple[MeetingTime, ...]
    is_open: bool
    concerns: bool

    @property
    def key(self) -> str:
        """The key of the meeting."""
        return self.this.meeting.key

    @property
    def room(self) -> Room:
        """Where it is held."""
        return self.this.room

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its times are read."""
        return zone_of(self.this.room)

    @property
    def slot(self) -> Slot:
        """When it is held."""
        return slot_of(self.this)

    @property
    def day(self) -> date:
        """The day on which it starts, where it is held."""
        return self.this.starts.astimezone(self.zone).date()

    @property
    def title(self) -> Words:
        """What it is called, for this reader: a closed meeting says no more than that."""
        if not self.is_open:
            return CLOSED
        return title_of(self.this)

    @property
    def moved_from(self) -> MeetingTime | None:
        """The last earlier version that was held elsewhere or at another time."""
        now = (self.this.room_id, self.this.starts, self.this.ends)
        moved = (
            old for old in reversed(self.earlier)
            if not old.cancelled and (old.room_id, old.starts, old.ends) != now
        )  # fmt: skip
        return next(moved, None)

    @property
    def sequence(self) -> int:
        """How often it was changed since it was planned."""
        return len(self.earlier)

    def hours_in(self, lang: str) -> str:
        """From when until when, on the clock of its room."""
        return hours(self.slot, self.zone, lang)


def title_of(row: MeetingTime) -> Words:
    """Its own title; without one the committee, or the plenary."""
    return row.title or row.meeting.of or PLENARY


def slot_of(row: MeetingTime) -> Slot:
    """The instants of one version."""
    return Slot(row.starts, row.ends)


def zone_of(room: Room) -> ZoneInfo:
    """The zone of a room; that of the seat (setting TIME_ZONE) where it says none."""
    return ZoneInfo(room.zone) if room.zone else seat_zone()


def seat_zone() -> ZoneInfo:
    """The zone of the seat."""
    return ZoneInfo(timezone.get_default_timezone_name())


def hours(slot: Slot, zone: ZoneInfo, lang: str) -> str:
    """`10:00–13:00`, in Arabic in words; the clock's zone where it is not that of the seat."""
    since, until = (f"{at.astimezone(zone):%H:%M}" for at in (slot.starts, slot.ends))
    said = f"من {since} إلى {until}" if lang == "ar" else f"{since}–{until}"
    return said if zone.key == seat_zone().key else f"{said} ({zone.key})"


def held(rows: Iterable[MeetingRow]) -> list[Held]:
    """What interpreters are counted from: all meetings that are not cancelled."""
    return [
        Held(row.room.key, row.slot, frozenset(row.this.languages), row.zone)
        for row in rows if not row.this.cancelled
    ]  # fmt: skip


def rooms(*, closed: bool = False) -> list[Room]:
    """Rooms that are in use, with `closed` all of them: one query."""
    found = Room.objects.order_by("key")
    return list(found if closed else found.filter(active=True))


def meetings(where: Q, *, eyes: Eyes = PUBLIC, at: datetime | None = None) -> list[MeetingRow]:
    """Meetings as known now, or at an instant, with their earlier versions, by time: one query."""
    versions: dict[int, list[MeetingTime]] = {}
    for row in _versions(where, eyes):
        if at is None or row.recorded.lower <= at:
            versions.setdefault(row.meeting_id, []).append(row)
    found = (_row(of, eyes, at) for of in versions.values())
    return sorted((row for row in found if row), key=lambda row: (row.this.starts, row.key))


def meetings_of(
    session: str, *, eyes: Eyes = PUBLIC, at: datetime | None = None
) -> list[MeetingRow]:
    """The meetings of a session, cancelled ones too: one query."""
    return meetings(Q(meeting__session__key=session), eyes=eyes, at=at)


def meeting(key: str, *, eyes: Eyes = PUBLIC) -> MeetingRow | None:
    """One meeting: one query."""
    return next(iter(meetings(Q(meeting__key=key), eyes=eyes)), None)


def programme_of_day(session: str, day: date, *, eyes: Eyes = PUBLIC) -> list[MeetingRow]:
    """The meetings of a session that start on a day where they are held: one query."""
    return [row for row in meetings_of(session, eyes=eyes) if row.day == day]


def next_meeting(log: Log, *, after: datetime | None = None) -> MeetingRow | None:
    """The next meeting on a floor that is not cancelled, from now on or after an instant."""
    since = after or clock.now()
    found = meetings(Q(meeting__log=log), eyes=EVERYTHING)
    return next(
        (row for row in found if row.this.starts > since and not row.this.cancelled), None
    )  # fmt: skip


def parties(session: str) -> list[tuple[str, Words]]:
    """The delegations of a session: how the log names each, and what it is called. One query."""
    today = clock.today()
    rows = Delegation.objects.filter(session__key=session).annotate(
        state_names=name_of_state("state", today), body_names=name_of_body("body", today)
    )
    return [(row.party, row.state_names or row.body_names or Words(en=row.party)) for row in rows]


def of_the_house(body: str = "") -> Q:
    """Meetings of real sessions, of one body or of all: those of an exercise are in no calendar."""
    real = Q(meeting__session__exercise=False)
    return real & Q(meeting__session__body__key=body) if body else real


def lately(day: date, back: int) -> Q:
    """Meetings that were ever to be held after so many days before a day."""
    held = MeetingTime.objects.filter(during__endswith__gt=day - timedelta(days=back))
    return Q(meeting__in=held.values("meeting"))


def _versions(where: Q, eyes: Eyes) -> Any:
    rows: Any = MeetingTime.objects.filter(where).select_related(
        "meeting__session", "meeting__log", "room"
    )
    if eyes.user is not None:
        rows = rows.annotate(on_duty=Exists(_duties(eyes.user)), sent=Subquery(_sent(eyes.user)))
    return rows.order_by("recorded", "pk")


def _duties(user: int) -> Any:
    """Duties of a person on the floor of the meeting on its days."""
    return Duty.objects.known().filter(
        log=OuterRef("meeting__log"), user=user, during__overlap=OuterRef("during")
    )


def _sent(user: int) -> Any:
    """The party for which a person is accredited to the session on the days of the meeting."""
    return Delegate.objects.filter(
        user=user, delegation__session=OuterRef("meeting__session"),
        accreditations__recorded__upper_inf=True,
        accreditations__during__overlap=OuterRef("during"),
    ).values("delegation__party")[:1]  # fmt: skip


def _row(versions: Sequence[MeetingTime], eyes: Eyes, at: datetime | None) -> MeetingRow | None:
    this, earlier = versions[-1], tuple(versions[:-1])
    ended = this.recorded.upper
    if ended is not None and (at is None or ended <= at):
        return None  # withdrawn: it was planned in error
    concerns = _concerns(this, eyes)
    is_open = eyes.everything or concerns or this.access == MeetingTime.Access.PUBLIC
    return MeetingRow(this, earlier, is_open, concerns)


def _concerns(this: Any, eyes: Eyes) -> bool:
    if eyes.user is None:
        return False
    is_sent = bool(this.sent) and (not this.expected or this.sent in this.expected)
    return bool(this.on_duty) or is_sent
