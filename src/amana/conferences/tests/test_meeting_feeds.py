"""Calendars of meetings: valid, constant in queries, moved and cancelled by identity, private."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from amana.accounts.models import User
from amana.conferences.acts.feeds import make_feed, revoke_feed
from amana.conferences.acts.opening import end_duty, give_duty, open_floor
from amana.conferences.acts.programme import cancel_meeting, move_meeting
from amana.conferences.models import (
    Accreditation,
    Delegate,
    Delegation,
    Meeting,
    MeetingTime,
    Session,
)
from amana.conferences.tests.meetings import (
    DAY,
    SERVING,
    SESSION,
    at,
    planned,
    registrar,
    titled,
    two_rooms,
)
from amana.ground import clock
from amana.ground.facts import Provenance, When, assert_fact
from amana.organisation.authority import authority_now
from amana.organisation.models import State

pytestmark = pytest.mark.usefixtures("oic")

FEED = f"/en/sessions/{SESSION}/programme.ics"
MUST = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "CLASS"}
LINE = re.compile(r"[A-Z][A-Z0-9-]*(;[A-Z-]+=(\"[^\"]*\"|[^\";:,]*))*:.*", re.S)


@pytest.fixture(autouse=True)
def halls(oic):
    return two_rooms()


def strict(content: bytes) -> Iterator[str]:
    """The lines of a calendar, unfolded; an assertion where RFC 5545 is not kept to the letter.

    Section 3.1: every line ends by CRLF, is at most 75 octets, and goes on after a space.
    """
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    raw = content.split(b"\r\n")[:-1]
    assert all(0 < len(line) <= 75 for line in raw)
    for line in content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]:
        assert LINE.fullmatch(line), line
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line)
        yield line


def test_every_line_and_every_event_is_valid(client):
    row = planned(at("10:00", "13:00"), title=titled('ما يلي; with, signs\\ and "quotes" ' * 3))
    planned(at("15:00", "18:00"), languages=("ar", "en", "fr"))
    cancel_meeting(row.meeting.key, by=SERVING, reason="Postponed; see \\ later, please")
    for lang in ("ar", "en", "fr"):
        content = client.get(f"/{lang}/sessions/{SESSION}/programme.ics").content
        lines = list(strict(content))
        assert lines[0] == "BEGIN:VCALENDAR"
        assert {line.partition(":")[0] for line in lines} >= {"VERSION", "PRODID"}
        events = Calendar.from_ical(content).walk("VEVENT")
        assert len({event["UID"] for event in events}) == len(events) == 2
        for event in events:
            assert event.keys() >= MUST
            assert not event.errors
            assert all(
                event[name].dt.utcoffset() == timedelta()
                for name in ("DTSTART", "DTEND", "DTSTAMP")
            )
            assert event["DTSTART"].dt < event["DTEND"].dt
    assert events[0]["DTSTART"].dt == row.starts


def test_the_calendar_of_sessions_is_valid_to_the_letter(client):
    lines = list(strict(client.get("/ar/sessions/sessions.ics").content))
    assert lines.count("BEGIN:VEVENT") == lines.count("SEQUENCE:0") > 50


def test_a_move_and_a_cancellation_update_the_event_and_add_none(client):
    row = planned(at("10:00", "13:00"), title=titled("Committee A"))
    (first,) = Calendar.from_ical(client.get(FEED).content).walk("VEVENT")
    move_meeting(row.meeting.key, row.starts + timedelta(hours=5), by=SERVING)
    (moved,) = Calendar.from_ical(client.get(FEED).content).walk("VEVENT")
    assert first["UID"] == moved["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)
    assert moved["DTSTART"].dt - first["DTSTART"].dt == timedelta(hours=5)
    assert moved["DTSTAMP"].dt >= first["DTSTAMP"].dt
    assert moved["CREATED"].dt == first["CREATED"].dt
    assert (
        "Moved. Before: 23 Jumada al-Akhira 1448H (3 December 2026) · 10:00" in moved["DESCRIPTION"]
    )
    cancel_meeting(row.meeting.key, by=SERVING, reason="Postponed")
    (gone,) = Calendar.from_ical(client.get(FEED).content).walk("VEVENT")
    assert (gone["UID"], gone["SEQUENCE"], gone["STATUS"]) == (first["UID"], 2, "CANCELLED")
    assert gone["SUMMARY"] == "Cancelled: Committee A (exercise)"
    assert "Postponed" in gone["DESCRIPTION"]


def test_a_closed_meeting_gives_away_its_room_and_time_alone(client):
    row = planned(at("10:00", "13:00"), title=titled("Secret"), access="closed",
                  languages=("ar", "en"))  # fmt: skip
    cancel_meeting(row.meeting.key, by=SERVING, reason="Secret reason")
    content = client.get(FEED).content
    assert b"Secret" not in content
    assert b"Interpretation" not in content
    assert b"Cancelled: Closed meeting" in content
    assert b"CLASS:CONFIDENTIAL" in content


def test_the_calendar_of_a_body_holds_its_meetings_and_those_of_an_exercise_are_in_none(client):
    planned(at("10:00", "13:00"))
    uid = f"meeting-{SESSION}.m1@amana".encode()
    assert uid in client.get("/en/sessions/sessions.ics?body=cfm").content
    assert uid in client.get("/en/sessions/sessions.ics").content
    assert uid not in client.get("/en/sessions/sessions.ics?body=islamic-summit").content
    Session.objects.filter(key=SESSION).update(exercise=True)
    planned(at("15:00", "18:00"))
    assert uid not in client.get("/en/sessions/sessions.ics?body=cfm").content


def two_hundred() -> None:
    """200 meetings with an earlier version each, written at once: 20 days of 10 hours."""
    row = planned(at("07:00", "08:00"))
    session = Session.objects.get(key=SESSION)
    made = Meeting.objects.bulk_create(
        Meeting(key=f"{SESSION}.m{n}", session=session, number=n) for n in range(2, 201)
    )
    now = clock.now()
    for known in ((now - timedelta(hours=1), now), (now, None)):
        MeetingTime.objects.bulk_create(
            MeetingTime(
                meeting=meeting, room=row.room, act=row.act, during=row.during, title=row.title,
                starts=row.starts + timedelta(days=n // 10, hours=1 + n % 10 + (known[1] is None)),
                ends=row.starts + timedelta(days=n // 10, hours=2 + n % 10 + (known[1] is None)),
                recorded=known,
            ) for n, meeting in enumerate(made)
        )  # fmt: skip


def test_two_hundred_meetings_take_at_most_five_queries_in_every_feed(
    client, django_assert_max_num_queries
):
    user = registrar()
    token = make_feed(user, by=authority_now(user))
    addresses = (FEED, "/en/sessions/sessions.ics?body=cfm", f"/en/calendar/{token}.ics")
    two_hundred()
    for address in addresses:
        with django_assert_max_num_queries(5):
            content = client.get(address).content
        assert content.count(b"UID:meeting-") == 200
        assert content.count(b"\r\nSEQUENCE:1\r\n") == 199


def test_a_public_feed_that_did_not_change_is_not_sent_again_and_a_private_one_is_kept_nowhere(
    client,
):
    user = User.objects.create(email="p@example.org", name="Person (exercise)")
    own = client.get(f"/en/calendar/{make_feed(user, by=authority_now(user))}.ics")
    assert own.headers["Cache-Control"] == "private, no-cache"
    assert "ETag" not in own.headers
    planned(at("10:00", "13:00"))
    tag = client.get(FEED).headers["ETag"]
    assert client.get(FEED, headers={"if-none-match": tag}).status_code == 304
    planned(at("15:00", "18:00"))
    assert client.get(FEED, headers={"if-none-match": tag}).status_code == 200


def test_a_person_finds_duties_and_the_meetings_of_the_delegation_closed_ones_too(client):
    user, _delegate = delegate_of("egy")
    open_floor(SESSION, by=SERVING, book="oic")
    planned(at("08:00", "09:00"), title=titled("For all"), access="closed")
    planned(at("09:00", "10:00"), title=titled("For some"), access="closed", expected=("egy",))
    planned(at("10:00", "11:00"), title=titled("For others"), access="closed", expected=("mli",))
    other = User.objects.create(email="o@example.org", name="Other (exercise)")
    secretary = open_floor(SESSION, by=SERVING, book="oic", committee=titled("Committee"))
    give_duty(secretary.key, "secretary", other, by=SERVING)
    planned(at("11:00", "12:00"), title=titled("Of the committee"), access="closed",
            expected=("mli",), log=secretary.key)  # fmt: skip
    assert titles(client, user) == {"For all (exercise)", "For some (exercise)"}
    assert titles(client, other) == {"Of the committee (exercise)"}
    end_duty(secretary.key, "secretary", other, by=SERVING)
    assert titles(client, other) == set()


def delegate_of(party: str) -> tuple[User, Delegate]:
    """An account accredited in the delegation of a state to the exercise session."""
    user = User.objects.create(email="d@example.org", name="Delegate 1 of a State (exercise)")
    session, state = Session.objects.get(key=SESSION), State.objects.get(key=party)
    delegation = Delegation.objects.create(
        key=f"{SESSION}.{party}", session=session, state=state, party=party
    )
    delegate = Delegate.objects.create(delegation=delegation, user=user)
    assert_fact(
        Accreditation, {"delegate": delegate, "names": titled("Delegate 1")},
        When("2026-11-01"), Provenance(), verb="delegation.accredit", subject="x", by=SERVING,
    )  # fmt: skip
    return user, delegate


def titles(client: Client, user: User) -> set[str]:
    """What stands in the calendar of a person, under a new address."""
    token = make_feed(user, by=authority_now(user))
    content = client.get(f"/en/calendar/{token}.ics").content
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(content).walk("VEVENT")}


def test_a_revoked_address_and_a_closed_account_answer_no_more(client):
    user = User.objects.create(email="p@example.org", name="Person (exercise)")
    by = authority_now(user)
    first, second = make_feed(user, by=by), make_feed(user, by=by)
    assert client.get(f"/en/calendar/{first}.ics").status_code == 404
    assert client.get(f"/en/calendar/{second}.ics").status_code == 200
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(f"/en/calendar/{second}.ics").status_code == 404
    User.objects.filter(pk=user.pk).update(is_active=True)
    assert revoke_feed(user, by=by) is True
    assert revoke_feed(user, by=by) is False
    assert client.get(f"/en/calendar/{second}.ics").status_code == 404
    assert client.get("/en/calendar/x.ics").status_code == 404


def test_an_event_is_at_its_instant_whatever_the_zone_of_its_reader(client):
    row = planned(at("23:00", "01:00", date(2026, 12, 4)))
    (event,) = Calendar.from_ical(client.get(FEED).content).walk("VEVENT")
    assert event["DTSTART"].dt == row.starts
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=2)
    assert DAY < date(2026, 12, 4) == row.during.lower
