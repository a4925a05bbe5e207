"""Meetings as events of a calendar: moved ones say so, cancelled ones stay and say so."""

from collections.abc import Callable, Iterable
from datetime import UTC

from django.utils.translation import gettext as _
from icalendar import Event, vText

from amana.conferences.meeting_words import day_of, place_of, spoken, when_of
from amana.conferences.models import MeetingTime
from amana.conferences.programme import MeetingRow
from amana.web.links import reverse

__all__ = ["meeting_events"]

Absolute = Callable[[str], str]


def meeting_events(rows: Iterable[MeetingRow], lang: str, absolute: Absolute) -> Iterable[Event]:
    """One event a meeting, at its instants in UTC, in the present language.

    Its identity is the key of the meeting; its sequence grows with every version, so that a
    calendar moves or strikes out the event that it has.
    """
    for row in rows:
        yield _event(row, lang, absolute)


def _event(row: MeetingRow, lang: str, absolute: Absolute) -> Event:
    this, first = row.this, (*row.earlier, row.this)[0]
    known = this.recorded.lower.astimezone(UTC)
    event = Event()
    event.add("uid", f"meeting-{row.key}@amana")
    event.add("dtstamp", known)
    event.add("created", first.recorded.lower.astimezone(UTC))
    event.add("last-modified", known)
    event.add("sequence", row.sequence)
    event.add("status", "CANCELLED" if this.cancelled else "CONFIRMED")
    event.add("class", "PUBLIC" if this.access == MeetingTime.Access.PUBLIC else "CONFIDENTIAL")
    event.add("dtstart", this.starts.astimezone(UTC))
    event.add("dtend", this.ends.astimezone(UTC))
    event.add("summary", vText(_summary(row, lang)), parameters={"language": lang})
    event.add("description", vText(_described(row, lang)), parameters={"language": lang})
    event.add("location", vText(place_of(row.room, lang)), parameters={"language": lang})
    route = reverse("conferences:programme", {"key": this.meeting.session.key})
    event.add("url", absolute(f"{route}#m{this.meeting.number}"))
    event.add("transp", "TRANSPARENT" if this.cancelled else "OPAQUE")
    return event


def _summary(row: MeetingRow, lang: str) -> str:
    title = row.title.text(lang)
    return _("Cancelled: %(what)s") % {"what": title} if row.this.cancelled else title


def _described(row: MeetingRow, lang: str) -> str:
    """Day in both calendars and hours where it is held, languages, and what changed."""
    said = [f"{day_of(row.this, lang)} · {row.hours_in(lang)}"]
    if row.is_open and len(row.this.languages) > 1:
        said.append(_("Interpretation: %(languages)s") % {"languages": spoken(row.this, lang)})
    if moved := row.moved_from:
        said.append(_("Moved. Before: %(when)s") % {"when": when_of(moved, lang)})
    if row.is_open and row.this.reason:
        said.append(row.this.reason)
    return "\n".join(said)
