"""Exercise meetings for tests: two rooms, an officer who serves sessions, a short way to plan."""

import html
import re
from datetime import date, time
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.test import Client

from amana.accounts.api import User
from amana.conferences.acts.programme import Plan, plan_meeting
from amana.conferences.acts.rooms import add_room
from amana.conferences.models import MeetingTime, Room
from amana.conferences.rules.programme import Slot, slot_at
from amana.ground import clock
from amana.ground.facts import Provenance
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.organisation import acts
from amana.texts.tests.people import officer

__all__ = [
    "DAY", "GREAT", "SERVING", "SESSION", "SMALL", "at", "plain", "planned", "registrar",
    "signed_in", "titled", "two_rooms",
]  # fmt: skip

SERVING = officer("conference-officer", body="conferences")
DAY = date(2026, 12, 3)
SESSION = "cfm-50"
GREAT, SMALL = "great-hall-exercise", "small-room-exercise"


def at(starts: str, ends: str, day: date = DAY) -> Slot:
    """A slot on the clock of the seat."""
    zone = ZoneInfo("Asia/Riyadh")
    return slot_at(day, time.fromisoformat(starts), time.fromisoformat(ends), zone)


def titled(text: str) -> Words:
    """A name that says that it is one of an exercise."""
    return Words(en=f"{text} (exercise)", fr=f"{text} (exercice)", ar=f"{text} (تمرين)")


def two_rooms() -> tuple[Room, Room]:
    """A great hall with three booths, and a small room without."""
    great = add_room(titled("Great hall"), by=SERVING, seats={"plenary": 400}, booths=3)
    return great, add_room(titled("Small room"), by=SERVING)


def planned(slot: Slot, room: str = GREAT, **more: object) -> MeetingTime:
    """A meeting of the exercise session."""
    return plan_meeting(SESSION, Plan(room, slot, **more), by=SERVING)  # type: ignore[arg-type]


def registrar() -> User:
    """An account whose person holds the office of the registrar, and so may serve sessions."""
    by = Authority("system", "Console", clock.today(), powers=frozenset({"administrator"}))
    user = User.objects.create(email="registrar@example.org", name="Registrar (exercise)")
    since, origin = by.on.isoformat(), Provenance(sources=("Letter of appointment (exercise)",))
    acts.record_person(key="registrar-exercise", names=titled("Registrar"), origin=origin, by=by)
    acts.appoint(
        office="registrar", person="registrar-exercise", since=since, origin=origin, by=by
    )  # fmt: skip
    acts.link_account(person="registrar-exercise", user_email=user.email, by=by)
    return user


def signed_in(user: User) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def plain(response: HttpResponse) -> str:
    """A page as one reads it."""
    page = re.sub(r"(?s)<head>.*?</head>|<select.*?</select>", " ", response.content.decode())
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))
