"""The roll of a floor on a day: members, observers, who may not vote and why, as facts say it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from amana.conferences.models import Log
from amana.conferences.participants import credentials_of
from amana.conferences.rules.floor.roll_taken import differs
from amana.conferences.rules.floor.state import Floor
from amana.organisation.api import roll_of
from amana.texts.api import citations

__all__ = ["roll_event", "roll_on"]


def roll_on(log: Log, on: date) -> dict[str, Any]:
    """The roll in the vocabulary of a meeting log; of a committee, only those that sit in it.

    A floor of an exercise keeps the roll that it was opened with.
    """
    if log.exercise and "roll" in log.before:
        return dict(log.before["roll"])
    roll, lang = roll_of(log.session.body.key, on=on), log.language
    among = set(log.before.get("among", ())) or set(roll.members)
    members = {key: names.text(lang) for key, names in roll.members.items() if key in among}
    observers = {key: names.text(lang) for key, names in roll.observers.items()}
    sent = credentials_of(log.session.key)
    return {
        "members": list(members), "observers": list(observers), "names": members | observers,
        "without_vote": [
            {"states": [key], "why": held.why.text(lang), "rule": _cited(held.basis, lang)}
            for key, held in roll.withheld.items() if key in among
        ],
        "waivers": [
            {"state": key, "from": _day(held.since), "until": _day(held.until)}
            for key, held in roll.exempt.items() if key in among
        ],
        "credentials": {key: said for key, said in sent.items() if key in among},
    }  # fmt: skip


def _cited(basis: Iterable[str], lang: str) -> str:
    """The provisions under which a vote is withheld, as they are cited."""
    return ", ".join(cited.label.text(lang) for cited in citations(basis).values())


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def roll_event(log: Log, floor: Floor, on: date) -> Mapping[str, Any] | None:
    """What the log must be told of the roll before a meeting opens; None where nothing changed."""
    told = roll_on(log, on)
    return {"roll": told} if differs(floor.roll, told) else None
