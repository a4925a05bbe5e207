"""Acts by which a session comes to meet: asked for, supported, convened, notified, moved.

A session is convened where the rules in force allow it. Where they do not, the officer may record
that the Chair or the organ decided otherwise, with the reason; the register keeps both.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from amana.conferences import parties
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.calling import asked_session, call_for, next_ordinal, terms_of
from amana.conferences.models import Convening, Initiative, Session, Sitting
from amana.ground.facts import When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.api import roll

__all__ = ["ask", "convene", "move", "notify", "support"]

Kind, Stage = Session.Kind, Convening.Stage
_NUMBER = re.compile(r"-\d[\d-]*$")


@act
def ask(
    body: str, initiative: str, *, by: Authority, state: str = "", purpose: Words = Words(),
    asked_on: str = "",
) -> Convening:  # fmt: skip
    """Record that an extraordinary session is asked for; a state that asks is its first support."""
    power = serving("session.ask", by)
    call = terms_of(body, Kind.EXTRAORDINARY, on=by.on)
    if call.terms.initiatives and initiative not in call.terms.initiatives:
        raise Refusal("convening.no-initiative", basis=call.terms.basis)
    if initiative == Initiative.STATE and not state:
        raise Refusal("convening.which-state")
    day = asked_on or by.on.isoformat()
    key = _key(body, Kind.EXTRAORDINARY, next_ordinal(body, Kind.EXTRAORDINARY), by.on)
    return Written("session.ask", f"session:{key}", by, power).begin(
        Convening, basis=call.terms.basis, key=key, body=parties.body(body),
        kind=Kind.EXTRAORDINARY, stage=Stage.ASKED, initiative=initiative, purpose=purpose,
        requests=[_request(state, day, by.on)] if state else [],
    )  # fmt: skip


@act
def support(key: str, states: Collection[str], *, by: Authority, on: str = "") -> Convening:
    """Record that members agree, on a day; one that is on record already counts once."""
    power = serving("session.support", by)
    row = asked_session(key)
    known = {each["state"] for each in row.requests}
    day = on or by.on.isoformat()
    said = [_request(state, day, by.on) for state in dict.fromkeys(states) if state not in known]
    if not said:
        return row
    written = Written("session.support", f"session:{key}", by, power)
    return written.change(row, requests=[*row.requests, *said])


def _request(state: str, day: str, today: date) -> dict[str, str]:
    """A member's request as it is kept. Refused for who is no member, and for a day to come."""
    if state not in {entry.key for entry in roll(on=today).members}:
        raise Refusal("convening.no-member", state=state[:40], on=today.isoformat())
    if day > today.isoformat():
        raise Refusal("convening.day-to-come", day=day)
    return {"state": state, "on": day}


@act
def convene(
    body: str, kind: str, opens: date, closes: date, *, by: Authority, initiative: str,
    request: str = "", parent: str = "", city: Words = Words(), host: str = "",
    venue: Words = Words(), theme: Words = Words(), hijri: str = "", purpose: Words = Words(),
    otherwise: str = "", basis: Sequence[str] = (),
) -> Session:  # fmt: skip
    """Convene a session: it gets its number by itself, its days and its place as facts.

    `request` is the key of an extraordinary session that was asked for, `parent` the session that
    is resumed. Refused with the rule that is not met, unless `otherwise` says why the Chair or the
    organ decided against it.
    """
    power = serving("session.convene", by)
    if closes < opens:
        raise Refusal("convening.closes-first")
    asked = asked_session(request) if request else None
    agreed = len(asked.requests) if asked else 0
    call, found, members = call_for(body, kind, initiative, opens, on=by.on, agreed=agreed)
    if found.faults and not otherwise.strip():
        raise found.faults[0]
    above = _parent(body, kind, parent)
    made = _session(body, kind, above, asked, opens)
    written = Written("session.convene", f"session:{made.key}", by, power, otherwise.strip())
    written.begin(
        Sitting, opens.isoformat(), until=closes.isoformat(), basis=call.terms.basis, session=made,
        city=city, state=parties.state(host) if host else None, theme=theme, hijri=hijri,
    )  # fmt: skip
    values: dict[str, Any] = {
        "key": made.key, "body": made.body, "kind": kind, "session": made, "parent": above,
        "stage": Stage.CONVENED, "initiative": initiative, "members": members,
        "needed": found.needed, "venue": venue, "otherwise": otherwise.strip(),
    }  # fmt: skip
    grounds = list(dict.fromkeys((*call.terms.basis, *basis)))
    if asked:
        written.change(asked, **values, basis=grounds)
    else:
        written.begin(Convening, basis=grounds, purpose=purpose, **values)
    return made


def _parent(body: str, kind: str, key: str) -> Session | None:
    """The session that a resumed one resumes. Refused without one, or with another body's."""
    if kind != Kind.RESUMED:
        return None
    found = Session.objects.filter(key=key, body__key=body).exclude(kind=Kind.RESUMED).first()
    if found is None:
        raise Refusal("convening.no-parent")
    return found


def _session(
    body: str, kind: str, above: Session | None, asked: Convening | None, opens: date
) -> Session:
    """The session as such, with the next number of its kind; a resumed one bears its parent's."""
    if above is None:
        ordinal = next_ordinal(body, kind)
        key = asked.key if asked else _key(body, kind, ordinal, opens)
    else:
        resumed = Session.objects.filter(body__key=body, kind=kind, ordinal=above.ordinal)
        ordinal = None if resumed.exists() else above.ordinal
        key = _free(f"{above.key}-resumed")
    return Session.objects.create(key=key, body=parties.body(body), kind=kind, ordinal=ordinal)


def _key(body: str, kind: str, ordinal: int | None, day: date) -> str:
    """Keys go on as those of earlier sessions: `ex-cfm-23`, `ex-summit-2026-12` without number."""
    rows = Session.objects.filter(body__key=body, kind=kind, exercise=False).order_by("-pk")
    last = rows.values_list("key", flat=True).first()
    stem = _NUMBER.sub("", last) if last else body if kind == Kind.ORDINARY else f"ex-{body}"
    return _free(f"{stem}-{ordinal or f'{day:%Y-%m}'}")


def _free(key: str) -> str:
    """The key, or the same with a number, that no session and no request bears."""
    taken = {*Session.objects.filter(key__startswith=key).values_list("key", flat=True)}
    taken |= {*Convening.objects.filter(key__startswith=key).values_list("key", flat=True)}
    tries = (key, *(f"{key}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in tries if each not in taken)


@act
def move(
    key: str, opens: date, closes: date, *, by: Authority, reason: str, city: Words | None = None,
    host: str | None = None,
) -> Sitting:  # fmt: skip
    """Give a session other days, and where it is said another place; the earlier stay on record."""
    power = serving("session.move", by)
    if closes < opens:
        raise Refusal("convening.closes-first")
    if not reason.strip():
        raise Refusal("convening.no-reason")
    row = _sitting(key)
    changes: dict[str, Any] = {"when": When(opens.isoformat(), closes.isoformat())}
    if (row.since_mark, row.until_mark) != (opens.isoformat(), closes.isoformat()):
        changes |= {"hijri": "", "hijri_reported": ""}  # printed for the earlier days
    if city is not None:
        changes["city"] = city
    if host is not None:
        changes["state"] = parties.state(host) if host else None
    return Written("session.move", f"session:{key}", by, power, reason.strip()).change(
        row, **changes
    )


@act
def notify(key: str, day: date, *, by: Authority) -> Convening:
    """Record the day on which notice of a session was sent."""
    power = serving("session.notify", by)
    row = Convening.objects.known().filter(session__key=key).first()
    written = Written("session.notify", f"session:{key}", by, power)
    if row is not None:
        return written.change(row, notified=day)
    session = _sitting(key).session
    return written.begin(
        Convening, key=session.key, body=session.body, kind=session.kind, session=session,
        stage=Stage.CONVENED, initiative=Initiative.RULE, notified=day,
    )  # fmt: skip


def _sitting(key: str) -> Sitting:
    row = Sitting.objects.known().select_related("session__body").filter(session__key=key).first()
    if row is None:
        raise Refusal("session.unknown", key=key[:120])
    return row
