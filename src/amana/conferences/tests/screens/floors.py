"""Floors for the tests of the screens: an exercise of 57 generic members."""

import json
import re
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from amana.conferences.acts.saying import Said, say
from amana.conferences.exercise import open_exercise
from amana.conferences.floor.seats import Seat, exercise_ticket
from amana.ground import clock
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES

__all__ = ["OFFICER", "STATES", "address", "exercise", "opened", "said_by", "seen", "words_in"]

STATES = [f"S{number:02d}" for number in range(1, 58)]


def OFFICER() -> Authority:  # noqa: N802 - a constant of the day
    """An officer who serves sessions."""
    office = OfficeHeld("conferences", Words(en="Conferences"), "gs", frozenset({CONFERENCES}))
    return Authority("account:1", "Officer", clock.today(), (office,))


def exercise(lang: str = "en") -> Any:
    """The floor of a new exercise."""
    return open_exercise(by=OFFICER(), body="cfm", language=lang).log


def said_by(log: Any, do: str, party: str = "", **more: Any) -> Any:
    """An act of the chair, or of a delegation by its key."""
    role = "delegate" if party else "chair"
    seat = Seat(log.key, role, party, "exercise" if party else "", "", "exercise")
    return say(log.key, Said(do, (party,) if party else (), more), seat)


def opened(present: int = 45, lang: str = "en") -> Any:
    """A floor whose meeting is open with so many delegations."""
    log = exercise(lang)
    said_by(log, "check_in", who=STATES[:present])
    said_by(log, "open_meeting")
    log.refresh_from_db()
    return log


def address(log: Any, screen: str, role: str, party: str = "", lang: str = "en") -> str:
    """The address of a screen for a seat of the exercise."""
    return f"/{lang}/floor/{log.key}/{screen}/?as={exercise_ticket(log, role, party)}"


def words_in(html: str) -> str:
    """What a reader sees of a piece of HTML, in one line."""
    html = re.sub(r"<(script|style|datalist|dialog|kbd)\b.*?</\1>", " ", html, flags=re.DOTALL)
    html = re.sub(r"</(dt|dd|li|p|div|h\d|td|th|button|form|summary|option|label|span)>", " ", html)
    return " ".join(unescape(strip_tags(html)).split())


def seen(frame: str) -> dict[str, str]:
    """The regions of a frame as a reader sees them."""
    return {name: words_in(html) for name, html in json.loads(frame)["html"].items()}
