"""An exercise: a session with generic titles on whose floor anybody can try what a seat can do.

It is made by the same acts as a session of the organisation, is marked as an exercise wherever it
is shown, stands in no list, and its seats are reached by signed addresses. Delegations without a
person are simulated: they come in, ask for the floor and vote, each by the same act as a person's.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.saying import Outcome, Said, say_many
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.floor.folding import folded, log_of
from amana.conferences.floor.seats import Seat, exercise_ticket, simulated
from amana.conferences.models import Log, Session, Sitting
from amana.conferences.rules.floor import roll
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["REHEARSED", "Seats", "open_exercise", "rehearse", "seats_of_exercise"]

MEMBERS, OBSERVERS = 57, 3
PEOPLE = ("S01", "S02", "S03")  # the delegations that people play
REHEARSED = ("come", "ask", "vote", "leave")
_WEIGHTS = (6, 3, 1)  # of yes, no and abstain among those simulated


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of an exercise: role, delegation, and the ticket that its address carries."""

    log: Log
    seats: tuple[tuple[str, str, str], ...]


@act
def open_exercise(*, by: Authority, body: str, language: str = "ar", book: str = "oic") -> Seats:
    """Open a session and its floor as an exercise, from today for a week."""
    power = serving("exercise.open", by)
    of_body = Session.objects.filter(body__key=body).values_list("body", flat=True).first()
    if of_body is None:
        raise Refusal("body.unknown", key=body[:60])
    key = f"exercise-{secrets.token_hex(4)}"
    row = Session.objects.create(key=key, body_id=of_body, kind="ordinary", exercise=True)
    Written("exercise.open", f"session:{key}", by, power).begin(
        Sitting, session=row, city=Words(), sources=("amana exercise",)
    )
    log = open_floor(key, by=by, book=book, language=language, exercise=True)
    log.before = _before(language)
    log.save(update_fields=["before"])
    return seats_of_exercise(log)


def seats_of_exercise(log: Log) -> Seats:
    """The chair, the secretary's desk, three delegations that people play, the interpreters."""
    if not log.exercise:
        raise Refusal("floor.no-seat")
    places = [("chair", ""), ("secretary", ""), *(("delegate", key) for key in PEOPLE),
              ("interpreter", "")]  # fmt: skip
    return Seats(log, tuple((role, key, exercise_ticket(log, role, key)) for role, key in places))


def _before(language: str) -> dict[str, Any]:
    """57 members and three observers, an agenda, two proposals: all of it generic."""
    words = {key: name.as_dict() for key, name in _names().items()}
    members = [key for key in words if key.startswith("S")]
    observers = [key for key in words if key.startswith("O")]
    return {
        "roll": {"members": members, "observers": observers,
                 "names": {key: names[language] for key, names in words.items()}},
        "words": words,
        "titles": {key: title.as_dict() for key, title in _titles().items()},
        "given": {
            "agenda": ["1", "2", "3"],
            "item": "2",
            "speaking_limit_s": 300,
            "proposals": [
                {"id": "L.1", "sponsors": ["S01", "S05", "S09"],
                 "parts": ["PP1", "OP1", "OP2", "OP3"], "consensus_asked": False},
                {"id": "L.2", "sponsors": ["S02"], "parts": ["PP1", "OP1"],
                 "consensus_asked": False},
            ],
        },
    }  # fmt: skip


def _names() -> Mapping[str, Words]:
    states = {
        f"S{number:02d}": Words(
            ar=f"الدولة {number:02d}", en=f"State {number:02d}", fr=f"État {number:02d}"
        )
        for number in range(1, MEMBERS + 1)
    }
    return states | {
        f"O{number}": Words(
            ar=f"المراقب {number}", en=f"Observer {number}", fr=f"Observateur {number}"
        )
        for number in range(1, OBSERVERS + 1)
    }


def _titles() -> Mapping[str, Words]:
    return {
        "1": Words(ar="إقرار جدول الأعمال", en="Adoption of the agenda",
                   fr="Adoption de l'ordre du jour"),
        "2": Words(ar="موضوع للتمرين", en="A subject for the exercise",
                   fr="Un sujet pour l'exercice"),
        "3": Words(ar="مسائل أخرى", en="Other matters", fr="Questions diverses"),
        "L.1": Words(ar="مشروع قرار للتمرين، أول", en="Draft resolution for the exercise, first",
                     fr="Projet de résolution pour l'exercice, premier"),
        "L.2": Words(ar="مشروع قرار للتمرين، ثانٍ", en="Draft resolution for the exercise, second",
                     fr="Projet de résolution pour l'exercice, second"),
    }  # fmt: skip


def rehearse(log: str, what: str, *, seed: int | None = None) -> list[Outcome]:
    """Let the simulated delegations come in, ask for the floor, vote or leave: one commit.

    They act as people do, each from the own seat, and what is not in order is refused to them
    too. With a seed the same delegations do the same.
    """
    row = log_of(log)
    chosen = Random(seed if seed is not None else secrets.randbits(64))  # noqa: S311
    with folded(row) as floor:
        played = [key for key in roll.members(floor) if key not in PEOPLE]
        inside = [key for key in played if roll.is_present(floor, key)]
        question = floor.vote.question if floor.vote else ""
    said = {
        "come": lambda: [(Said("check_in", more={"who": played, "source": "simulated"}),
                          Seat(row.key, "secretary", name="simulated"))],
        "leave": lambda: [(Said("check_out", more={"who": inside, "source": "simulated"}),
                           Seat(row.key, "secretary", name="simulated"))],
        "ask": lambda: [(Said("request_floor"), simulated(row, key))
                        for key in chosen.sample(inside, min(5, len(inside)))],
        "vote": lambda: [_answer(row, key, question, chosen) for key in inside],
    }.get(what)  # fmt: skip
    if said is None or not row.exercise:
        raise Refusal("exercise.unknown", what=what[:40])
    acts = said()
    return say_many(row.key, acts) if acts else []


def _answer(log: Log, key: str, question: str, chosen: Random) -> tuple[Said, Seat]:
    answer = chosen.choices(("yes", "no", "abstain"), _WEIGHTS)[0]
    return Said("cast", more={"answer": answer, "question": question}), simulated(log, key)
