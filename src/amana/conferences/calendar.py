"""Sessions as an iCalendar feed (RFC 5545): all-day events that keep their identity."""

from collections.abc import Callable, Iterable
from datetime import UTC

from django.urls import reverse
from icalendar import Calendar, Event, vText

from amana.conferences.lookups import SessionRow
from amana.kernel.words import LANGS

__all__ = ["calendar"]


def calendar(
    rows: Iterable[SessionRow], lang: str, name: str, absolute: Callable[[str], str]
) -> bytes:
    """Every session whose days are known exactly; others have no place in a calendar.

    The identity of an event is the key of its session, so a corrected day moves the event instead
    of adding one. The same facts give the same bytes: no clock is read. `name` says whose they are.
    """
    feed = Calendar()
    feed.add("prodid", "-//Amana//Sessions//EN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("name", name)  # RFC 7986; the older calendars read the next
    feed.add("x-wr-calname", name)
    for row in rows:
        if row.days.opens.is_exact and row.days.closes.is_exact:
            feed.add_component(_event(row, lang, absolute))
    return bytes(feed.to_ical())


def _event(row: SessionRow, lang: str, absolute: Callable[[str], str]) -> Event:
    known = row.row.recorded.lower.astimezone(UTC)
    event = Event()
    event.add("uid", f"session-{row.key}@amana")
    event.add("dtstamp", known)
    event.add("last-modified", known)
    event.add("dtstart", row.row.during.lower)
    event.add("dtend", row.row.during.upper)
    event.add("summary", vText(row.title.text(lang)), parameters={"language": lang})
    event.add("description", _described(row))
    if row.place:
        event.add("location", vText(row.place.text(lang)), parameters={"language": lang})
    event.add("url", absolute(reverse("conferences:session", kwargs={"key": row.key})))
    event.add("transp", "TRANSPARENT")
    return event


def _described(row: SessionRow) -> str:
    """Title, days in both calendars and theme in the three languages."""
    parts = []
    for lang in LANGS:
        days = [row.days.hijri_in(lang), row.days.gregorian_in(lang)]
        theme = dict(row.row.theme)[lang]
        parts.append(
            "\n".join(filter(None, [row.title.text(lang), " · ".join(filter(None, days)), theme]))
        )
    return "\n\n".join(parts)
