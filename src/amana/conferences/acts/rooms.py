"""Rooms for meetings: add, change, close and open them again."""

import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from amana.conferences.acts.programme import told
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import MeetingTime, Room
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["add_room", "change_room", "close_room", "reopen_room"]

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@act
def add_room(
    names: Words, *, by: Authority, key: str = "", venue: Words = Words(), city: Words = Words(),
    zone: str = "", seats: Mapping[str, int] = {}, booths: int = 0,
) -> Room:  # fmt: skip
    """A room that can be given to meetings; its key is made from its name where none is given.

    `seats` are counted by set-up.
    """
    power = serving("room.add", by)
    said = _checked(names=names, venue=venue, city=city, zone=zone, seats=seats, booths=booths)
    room = Room(key=key or _free_key(names), **said)
    if not _KEY.fullmatch(room.key) or Room.objects.filter(key=room.key).exists():
        raise Refusal("room.key-taken", key=room.key)
    room.save(force_insert=True)
    _write("room.add", room, by, power, said)
    return room


@act
def change_room(key: str, *, by: Authority, **said: Any) -> Room:
    """Its names, place, zone, seats or booths are others. Refused: a zone while meetings wait."""
    power = serving("room.change", by)
    room = _known(key)
    said = _checked(**said)
    if said.get("zone", room.zone) != room.zone:
        _unused(room)
    changed = {name: value for name, value in said.items() if getattr(room, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(room, name, value)
        room.save(update_fields=list(changed))
        _write("room.change", room, by, power, changed)
    return room


@act
def close_room(key: str, *, by: Authority) -> Room:
    """It is given to no meeting any more. Refused: `room.in-use` while one is still to be held."""
    power = serving("room.close", by)
    room = _known(key)
    _unused(room)
    return _set("room.close", room, False, by, power)


@act
def reopen_room(key: str, *, by: Authority) -> Room:
    """It can be given to meetings again."""
    power = serving("room.reopen", by)
    return _set("room.reopen", _known(key), True, by, power)


def _set(verb: str, room: Room, active: bool, by: Authority, power: str) -> Room:
    if room.active != active:
        room.active = active
        room.save(update_fields=["active"])
        _write(verb, room, by, power, {"active": active})
    return room


def _known(key: str) -> Room:
    room = Room.objects.filter(key=key).first()
    if room is None:
        raise Refusal("room.unknown", key=key)
    return room


def _unused(room: Room) -> None:
    rows = MeetingTime.objects.known().select_related("room", "meeting")
    row = rows.filter(room=room, cancelled=False, ends__gt=clock.now()).order_by("starts").first()
    if row is not None:
        raise Refusal("room.in-use", **told(row))


def _checked(**said: Any) -> dict[str, Any]:
    if "names" in said and not said["names"]:
        raise Refusal("room.no-name")
    if said.get("zone") and said["zone"] not in available_timezones():
        raise Refusal("room.zone-unknown", zone=said["zone"])
    if "seats" in said:
        said["seats"] = {kind: int(count) for kind, count in said["seats"].items() if count}
    return said


def _free_key(names: Words) -> str:
    """From the English name, or the French one; numbered where taken or where there is neither."""
    stem = "-".join(re.findall(r"[a-z0-9]+", (names.en or names.fr).lower()))[:60] or "room"
    taken = set(Room.objects.filter(key__startswith=stem).values_list("key", flat=True))
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def _write(verb: str, room: Room, by: Authority, power: str, said: Mapping[str, Any]) -> None:
    plain = {k: v.as_dict() if isinstance(v, Words) else v for k, v in said.items()}
    Written(verb, f"room:{room.key}", by, power).record(plain)
