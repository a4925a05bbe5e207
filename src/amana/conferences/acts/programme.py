"""Planning the meetings of a session: plan, change or move, cancel and restore them.

What cannot be is refused before anything is written, with the room, the meeting and the time that
stand in the way; what can be but should be looked at is told by `doubts`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import Log, Meeting, MeetingTime, Room, Session
from amana.conferences.programme import PLENARY, hours, parties, slot_of, title_of, zone_of
from amana.conferences.rules.programme import Slot
from amana.ground.facts import When
from amana.kernel.authority import Authority
from amana.kernel.dual_dates import format_dual, to_hijri
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = [
    "Plan", "cancel_meeting", "change_meeting", "check_room", "doubts", "move_meeting",
    "plan_meeting", "restore_meeting",
]  # fmt: skip

_NONE = Words(ar="لا توجد", en="none", fr="aucune")


@dataclass(frozen=True, slots=True)
class Plan:
    """When, where and how a meeting is to be held. `log` is the key of a floor, or empty."""

    room: str
    slot: Slot
    title: Words = Words()
    languages: tuple[str, ...] = ()
    set_up: str = ""
    access: str = "public"
    expected: tuple[str, ...] = ()
    log: str = ""
    of: Words = Words()


@act
def plan_meeting(session: str, plan: Plan, *, by: Authority) -> MeetingTime:
    """A new meeting of a session. Refused: `room.taken` with who holds the room, and when."""
    power = serving("meeting.plan", by)
    of = Session.objects.filter(key=session).first()
    if of is None:
        raise Refusal("session.unknown", key=session)
    room = check_room(plan.room, plan.slot)
    log = _floor(of, plan.log)
    number = 1 + max([0, *of.meetings.values_list("number", flat=True)])
    meeting = Meeting.objects.create(
        key=f"{of.key}.m{number}", session=of, number=number, log=log,
        of=plan.of or (log.names if log else Words()),
    )  # fmt: skip
    return _written("meeting.plan", meeting, by, power).begin(
        MeetingTime, **_days(plan.slot, room), meeting=meeting, **_how(plan, room)
    )


@act
def change_meeting(key: str, plan: Plan, *, by: Authority, reason: str = "") -> MeetingTime:
    """Another time, another room, or other arrangements; the earlier ones stay on record."""
    row = _known(key)
    said = _how(plan, check_room(plan.room, plan.slot, but=row.meeting))
    is_moved = (row.room_id, slot_of(row)) != (said["room"].pk, plan.slot)
    verb = "meeting.move" if is_moved else "meeting.change"
    power = serving(verb, by)
    if row.cancelled:
        raise Refusal("meeting.is-cancelled", meeting=title_of(row))
    if all(getattr(row, name) == value for name, value in said.items()):
        raise Refusal("meeting.nothing-new", meeting=title_of(row))
    return _changed(verb, row, by, power, reason, **_when(plan.slot, said["room"]), **said)


def move_meeting(
    key: str, starts: datetime, *, by: Authority, room: str = "", reason: str = ""
) -> MeetingTime:
    """The same meeting from another instant, as long as before, where it was or in another room."""
    plan = plan_of(_known(key))
    plan = replace(plan, room=room or plan.room, slot=plan.slot.moved_to(starts))
    return change_meeting(key, plan, by=by, reason=reason)


@act
def cancel_meeting(key: str, *, by: Authority, reason: str) -> MeetingTime:
    """It will not be held; its room is free again, and its readers are told why."""
    power = serving("meeting.cancel", by)
    row = _known(key)
    if row.cancelled:
        raise Refusal("meeting.is-cancelled", meeting=title_of(row))
    if not reason.strip():
        raise Refusal("meeting.no-reason", meeting=title_of(row))
    return _changed("meeting.cancel", row, by, power, reason, cancelled=True)


@act
def restore_meeting(key: str, *, by: Authority) -> MeetingTime:
    """It will be held after all, where and when it was to be. Refused when the room was given."""
    power = serving("meeting.restore", by)
    row = _known(key)
    if not row.cancelled:
        raise Refusal("meeting.not-cancelled", meeting=title_of(row))
    check_room(row.room.key, slot_of(row), but=row.meeting)
    return _changed("meeting.restore", row, by, power, "", cancelled=False)


def check_room(key: str, slot: Slot, *, but: Meeting | None = None) -> Room:
    """The room, if it is in use and free. Refused: `room.unknown`, `room.closed`, `room.taken`."""
    room = Room.objects.filter(key=key).first()
    if room is None:
        raise Refusal("room.unknown", key=key)
    if not room.active:
        raise Refusal("room.closed", room=room.names)
    to_hijri(slot.starts.astimezone(zone_of(room)).date())  # a day that cannot be shown is refused
    held = [row for row in _overlapping(slot) if but is None or row.meeting_id != but.pk]
    clash = next((row for row in held if row.room_id == room.pk), None)
    if clash is not None:
        taken = {row.room_id for row in held}
        free = Room.objects.filter(active=True).exclude(pk__in=taken).order_by("key")
        raise Refusal("room.taken", free=[r.names for r in free[:6]] or _NONE, **told(clash))
    return room


def told(row: MeetingTime) -> dict[str, Any]:
    """What a sentence says of a meeting: its title, room, day and hours."""
    zone = zone_of(row.room)
    day = row.starts.astimezone(zone).date()
    return {
        "meeting": title_of(row), "room": row.room.names,
        "day": Words(**{lang: format_dual(day, None, lang) for lang in LANGS}),
        "time": Words(**{lang: hours(slot_of(row), zone, lang) for lang in LANGS}),
    }  # fmt: skip


def doubts(session: str, plan: Plan, *, but: str = "") -> list[Refusal]:
    """What can be planned and should be looked at first: sentences that refuse nothing.

    A floor, a chair or a delegation in two places at once; fewer booths or seats than asked.
    """
    room = Room.objects.get(key=plan.room)
    found = list(_doubts_of_room(room, plan))
    log = Log.objects.filter(session__key=session, key=plan.log).first()
    chairs = _chairs(log, plan.slot, room)
    for row in _overlapping(plan.slot):
        if row.meeting.key != but:
            found += _doubts_between(plan, log, chairs, row)
    return found


def plan_of(row: MeetingTime) -> Plan:
    """The plan of a version, to be changed."""
    return Plan(
        row.room.key, slot_of(row), row.title, tuple(row.languages), row.set_up, row.access,
        tuple(row.expected), row.meeting.log.key if row.meeting.log else "", row.meeting.of,
    )  # fmt: skip


def _doubts_of_room(room: Room, plan: Plan) -> Iterable[Refusal]:
    asked = len(plan.languages) if len(plan.languages) > 1 else 0
    if asked > room.booths:
        yield Refusal(
            "meeting.too-few-booths", room=room.names, booths=room.booths, languages=asked
        )
    if plan.set_up and room.seats and plan.set_up not in room.seats:
        yield Refusal("meeting.other-set-up", room=room.names)


def _doubts_between(
    plan: Plan, log: Log | None, chairs: set[int], row: MeetingTime
) -> Iterable[Refusal]:
    other = row.meeting.log
    if log is not None and other is not None and other.pk == log.pk:
        yield Refusal("meeting.floor-twice", floor=log.names or PLENARY, **told(row))
    elif chairs & _chairs(other, slot_of(row), row.room):
        yield Refusal("meeting.chair-twice", **told(row))
    if both := set(plan.expected) & set(row.expected):
        named = [names for party, names in parties(row.meeting.session.key) if party in both]
        yield Refusal("meeting.delegations-twice", delegations=named, **told(row))


def _chairs(log: Log | None, slot: Slot, room: Room) -> set[int]:
    """The accounts of those who preside on a floor on the day of a slot."""
    if log is None:
        return set()
    day = slot.days(zone_of(room))[0]
    found = log.duties.filter(role="chair", recorded__upper_inf=True, during__contains=day)
    return set(found.values_list("user_id", flat=True))


def _overlapping(slot: Slot) -> list[MeetingTime]:
    """Meetings that are known, not cancelled, and share a moment with the slot, by time."""
    found = MeetingTime.objects.known().select_related("room", "meeting__log", "meeting__session")
    return list(
        found.filter(cancelled=False, starts__lt=slot.ends, ends__gt=slot.starts).order_by("starts")
    )


def _floor(session: Session, key: str) -> Log | None:
    if not key:
        return None
    log = Log.objects.filter(session=session, key=key).first()
    if log is None:
        raise Refusal("meeting.floor-unknown", key=key)
    return log


def _known(key: str) -> MeetingTime:
    found = MeetingTime.objects.known().select_related("room", "meeting__log", "meeting__session")
    row = found.filter(meeting__key=key).first()
    if row is None:
        raise Refusal("meeting.unknown", key=key)
    return row


def _how(plan: Plan, room: Room) -> dict[str, Any]:
    return {
        "room": room, "starts": plan.slot.starts, "ends": plan.slot.ends, "title": plan.title,
        "languages": list(plan.languages), "set_up": plan.set_up, "access": plan.access,
        "expected": sorted(plan.expected),
    }  # fmt: skip


def _days(slot: Slot, room: Room) -> dict[str, str]:
    first, last = slot.days(zone_of(room))
    return {"since": first.isoformat(), "until": last.isoformat()}


def _changed(
    verb: str, row: MeetingTime, by: Authority, power: str, reason: str, **changes: Any
) -> MeetingTime:
    is_closed = changes.get("access", row.access) == MeetingTime.Access.CLOSED
    kept = "" if is_closed else reason.strip()
    return _written(verb, row.meeting, by, power, kept).change(
        row, reason=reason.strip(), **changes
    )


def _when(slot: Slot, room: Room) -> dict[str, Any]:
    days = _days(slot, room)
    return {"when": When(days["since"], days["until"])}


def _written(verb: str, meeting: Meeting, by: Authority, power: str, reason: str = "") -> Written:
    return Written(verb, f"meeting:{meeting.key}", by, power, reason)
