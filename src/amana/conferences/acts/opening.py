"""Opening the floor of a session, and saying who presides, keeps the desk, interprets, tells."""

import secrets
from collections.abc import Sequence
from typing import Any

from amana.accounts.api import User
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.floor.rolls import roll_on
from amana.conferences.models import Duty, Log, Session
from amana.conferences.rules.rulebook import rulebook
from amana.ground import clock
from amana.ground.register import GENESIS
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["end_duty", "give_duty", "open_floor"]


@act
def open_floor(
    session: str, *, by: Authority, book: str, language: str = "en", committee: Words = Words(),
    among: Sequence[str] = (), exercise: bool = False,
) -> Log:  # fmt: skip
    """Open the floor of the plenary, or of a committee of the session under its own name.

    `book` is the key of a rulebook, `among` the members that sit in a committee (all, without).
    The log begins empty; its first entry will be the opening of a meeting. Every floor of an
    exercise session is one of the exercise, with the roll of its plenary.
    """
    power = serving("floor.open", by)
    row = Session.objects.select_for_update().filter(key=session).first()
    if row is None:
        raise Refusal("session.unknown", key=session[:120])
    if language not in LANGS:
        raise Refusal("lang.unknown", language=language[:20])
    rulebook(book, by.on)
    position = _position(row, committee)
    exercise = exercise or row.exercise
    before = {"among": list(among)} if among else {}
    log = Log.objects.create(
        key=f"{row.key}.{position or 'plenary'}", session=row, names=committee, position=position,
        rulebook=book, language=language, exercise=exercise,
        before=before | _of_exercise(row), made=clock.now(),
        door=secrets.token_urlsafe(24), head=GENESIS,
    )  # fmt: skip
    if not exercise:  # the roll of today, so that delegations can come in; see `take_roll`
        log.before["roll"] = roll_on(log, by.on)
        log.save(update_fields=["before"])
    Written("floor.open", f"log:{log.key}", by, power).record(
        {"session": row.key, "rulebook": book, "language": language, "exercise": exercise}
    )
    return log


def _of_exercise(session: Session) -> dict[str, Any]:
    """The roll and the names of an exercise, as its plenary has them; nothing otherwise."""
    plenary = Log.objects.filter(session=session, position=0, exercise=True).first()
    found = plenary.before if plenary and session.exercise else {}
    return {name: found[name] for name in ("roll", "words") if name in found}


def _position(session: Session, committee: Words) -> int:
    """0 for the plenary, of which there is one; committees follow in the order of their opening."""
    logs = Log.objects.filter(session=session)
    if not committee:
        if logs.filter(position=0).exists():
            raise Refusal("constraint.one_log_a_position", subject=session.key)
        return 0
    return max([0, *logs.values_list("position", flat=True)]) + 1


@act
def give_duty(
    log: str, role: str, user: User, *, by: Authority, delegation: str = "", until: str = ""
) -> Duty:
    """Let an account preside, keep the desk, interpret or tell on a floor from today on."""
    power = serving("duty.give", by)
    row = _log(log)
    if role not in Duty.Role.values:
        raise Refusal("duty.unknown", role=role[:40])
    entry = Written("duty.give", f"log:{row.key}", by, power)
    return entry.begin(Duty, until=until, log=row, role=role, user=user, delegation=delegation)


@act
def end_duty(log: str, role: str, user: User, *, by: Authority) -> None:
    """Take a duty back: from this instant on the seat is empty."""
    power = serving("duty.end", by)
    row = Duty.objects.known().filter(log=_log(log), role=role, user=user).first()
    if row is None:
        raise Refusal("duty.none", role=role[:40])
    Written("duty.end", f"log:{log}", by, power).withdraw(row)


def _log(key: str) -> Log:
    found = Log.objects.filter(key=key).first()
    if found is None:
        raise Refusal("log.unknown", key=key[:120])
    return found
