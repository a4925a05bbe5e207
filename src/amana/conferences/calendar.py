"""Sessions and meetings as iCalendar feeds (RFC 5545): events that keep their identity."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, timedelta
from uuid import UUID

from icalendar import Calendar, Event, vText

from amana.conferences.lookups import SessionRow
from amana.kernel.words import LANGS
from amana.web.links import reverse

__all__ = ["calendar", "session_events"]

ASKED_AGAIN = timedelta(minutes=15)  # how soon a calendar should ask again
Absolute = Callable[[str], str]


def calendar(name: str, events: Iterable[Event], *, often: bool = False) -> bytes:
    """A feed under the name of whose it is. The same events give the same bytes: no clock is read.

    `often` asks calendars to look again every quarter of an hour.
    """
    feed = Calendar()
    feed.add("prodid", "-//Amana//Sessions//EN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("name", name)  # RFC 7986; the older calendars read the next
    feed.add("x-wr-calname", name)
    if often:
        feed.add("refresh-interval", ASKED_AGAIN, parameters={"value": "DURATION"})
    for event in events:
        feed.add_component(event)
    return bytes(feed.to_ical())


def session_events(
    rows: Iterable[SessionRow], versions: Mapping[UUID, int], lang: str, absolute: Absolute
) -> Iterable[Event]:
    """Every session whose days are known exactly, as a whole day or days; others have no place.

    The identity of an event is the key of its session, and `versions` (how often each sitting was
    written) its sequence: a corrected day moves the event instead of adding one.
    """
    for row in rows:
        if row.days.opens.is_exact and row.days.closes.is_exact:
            yield _session(row, versions.get(row.row.fact, 1) - 1, lang, absolute)


def _session(row: SessionRow, sequence: int, lang: str, absolute: Absolute) -> Event:
    known = row.row.recorded.lower.astimezone(UTC)
    event = Event()
    event.add("uid", f"session-{row.key}@amana")
    event.add("dtstamp", known)
    event.add("last-modified", known)
    event.add("sequence", sequence)
    event.add("dtstart", row.row.during.lower)
    event.add("dtend", row.row.during.upper)
    event.add("summary", vText(row.title.text(lang)), parameters={"language": lang})
    event.add("description", _described(row))
    if row.place:
        event.add("location", vText(row.place.text(lang)), parameters={"language": lang})
    event.add("url", absolute(reverse("conferences:session", {"key": row.key})))
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
