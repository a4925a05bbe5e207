"""Measure the calendars: `python -m bench.ics`.

Feeds of 200 meetings, each moved once: of a session, of a body (its sessions too), of a person who
serves sessions; and the two pages of the same programme. Measured by
`bench.requests`, with the cache of drawn pages off.
"""

from datetime import timedelta
from pathlib import Path

from bench.pages import ROOT, database
from bench.requests import measure

MEETINGS = 200
SESSION = "cfm-50"


def main() -> None:
    """Print a line for each feed: CPU in ms, queries, bytes, events."""
    with database():
        from django.conf import settings

        from amana.ground.packs import load

        settings.PAGE_CACHE_BYTES = 0
        load(Path(ROOT) / "packs" / "oic")
        token = _programme()
        print(f"{'calendar':<28} {'median ms':>10} {'slowest ms':>11} {'queries':>8} {'bytes':>8}")
        measure("session", f"/ar/sessions/{SESSION}/programme.ics")
        measure("body, with its sessions", "/ar/sessions/sessions.ics?body=cfm")
        measure("person", f"/ar/calendar/{token}.ics")
        measure("page of the programme", f"/ar/sessions/{SESSION}/programme/")
        measure("page of the calendar", "/ar/sessions/?month=2026-12&body=cfm")


def _programme() -> str:
    """Two hundred meetings in December 2026, ten a day, each moved by an hour; a private token."""
    from amana.conferences.acts.feeds import make_feed
    from amana.conferences.acts.programme import move_meeting
    from amana.conferences.tests import meetings
    from amana.organisation.authority import authority_now

    meetings.two_rooms()
    for number in range(MEETINGS):
        day = meetings.DAY + timedelta(days=number // 10)
        hour = 21 - number % 10  # the latest first, so that each finds the next hour free
        row = meetings.planned(
            meetings.at(f"{hour}:00", f"{hour}:50", day), languages=("ar", "en", "fr")
        )
        move_meeting(row.meeting.key, row.starts + timedelta(hours=1), by=meetings.SERVING)
    user = meetings.registrar()
    return make_feed(user, by=authority_now(user))


if __name__ == "__main__":
    main()
