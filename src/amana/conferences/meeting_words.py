"""What pages and calendars say of a meeting: when, where, in which languages."""

from datetime import date
from functools import lru_cache

from amana.conferences.models import MeetingTime, Room
from amana.conferences.programme import hours, slot_of, zone_of
from amana.kernel.dual_dates import format_dual
from amana.texts.pages.labels import LANGUAGES

__all__ = ["WORDING", "day_of", "elsewhen", "hours_of", "place_of", "spoken", "when_of"]


@lru_cache(maxsize=1024)
def _dual(day: date, lang: str) -> str:
    return format_dual(day, None, lang)


def day_of(version: MeetingTime, lang: str) -> str:
    """The day on which it starts where it is held, in both calendars."""
    return _dual(_day(version), lang)


def when_of(version: MeetingTime, lang: str) -> str:
    """Day, hours and room of one version of the time of a meeting, in a line."""
    return f"{day_of(version, lang)} · {hours_of(version, lang)} · {version.room.names.text(lang)}"


def place_of(room: Room, lang: str) -> str:
    """Room, venue and city."""
    parts = (room.names.text(lang), room.venue.text(lang), room.city.text(lang))
    return ("، " if lang == "ar" else ", ").join(part for part in parts if part)


def spoken(version: MeetingTime, lang: str) -> str:
    """The languages of interpretation by their names."""
    names = (str(LANGUAGES.get(code, code)) for code in version.languages)
    return ("، " if lang == "ar" else ", ").join(names)


def hours_of(version: MeetingTime, lang: str) -> str:
    """From when until when, on the clock of its room."""
    return hours(slot_of(version), zone_of(version.room), lang)


def elsewhen(version: MeetingTime, beside: MeetingTime, lang: str) -> str:
    """One version told beside another: its hours, and its day and its room where they differ."""
    said = [hours_of(version, lang)]
    if _day(version) != _day(beside):
        said.insert(0, day_of(version, lang))
    if version.room_id != beside.room_id:
        said.append(version.room.names.text(lang))
    return " · ".join(said)


def _day(version: MeetingTime) -> date:
    return version.starts.astimezone(zone_of(version.room)).date()


WORDING = {
    "elsewhen": elsewhen, "hours_of": hours_of, "place_of": place_of, "spoken": spoken,
    "when_of": when_of,
}  # fmt: skip
