"""Reading sessions: who sat, when and where, as known on a day, in the names of that time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from amana.conferences.days import Days, days_of
from amana.conferences.models import Decision, Meeting, Session, Sitting
from amana.conferences.naming import session_title
from amana.conferences.phases import Phase, phase_on
from amana.ground import clock
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.api import name_of_body, name_of_state

__all__ = [
    "SessionRow", "SessionView", "bodies_that_sat", "by_key", "hosts", "session", "sessions",
    "versions_of_sittings", "without_days",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as lists show it."""

    row: Sitting
    title: Words
    body_names: Words
    state_names: Words
    days: Days
    phase: Phase
    decided: int  # works on record that it adopted

    @property
    def key(self) -> str:
        """The key of the session."""
        return self.row.session.key

    @property
    def body_key(self) -> str:
        """The key of the body that sat."""
        return self.row.session.body.key

    @property
    def place(self) -> Words:
        """City and state; one of them where only that is known, nothing where neither is."""
        both = [
            (self.row.city.text(lang), self.state_names.text(lang)) for lang in ("ar", "en", "fr")
        ]
        joined = (("،" if at == 0 else ",", city, state) for at, (city, state) in enumerate(both))
        said = [
            f"{city}{mark} {state}" if city and state else city or state
            for mark, city, state in joined
        ]
        return Words(*said)


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with the sessions of the same body before and after it."""

    this: SessionRow
    before: SessionRow | None
    after: SessionRow | None
    without_days: tuple[int, int]  # sessions of the body that have no exact days, and all of them
    has_programme: bool


def sessions(
    *, on: date, planned: bool = False, where: Q | None = None, exercises: bool = False
) -> list[SessionRow]:
    """Sessions that had opened by a day, latest first: one query.

    With `planned`, later ones too; with `exercises`, those too that are none of the organisation.
    A body is called as it was when the session opened, a state as it is on the day.
    """
    rows = _sittings(on) if planned else _sittings(on).filter(during__startswith__lte=on)
    if not exercises:
        rows = rows.filter(session__exercise=False)
    if where is not None:
        rows = rows.filter(where)
    return [_row(row, on) for row in rows.order_by("-during", "session__key")]


def session(key: str, *, on: date, planned: bool = False) -> SessionView:
    """One session and its neighbours among those of its body: two queries. Refused when unknown.

    That of an exercise has no neighbours.
    """
    same = Sitting.objects.known().filter(session__body__sessions__key=key)
    alike = list(same.order_by("during", "pk").values_list(
        "pk", "session__key", "session__exercise", "since_mark", "until_mark"
    ))  # fmt: skip
    real = [row for row in alike if not row[2]]
    place = next((at for at, row in enumerate(real) if row[1] == key), None)
    beside = [row[0] for row in real[max(place - 1, 0) : place + 2]] if place is not None else []
    rows = _sittings(on).filter(Q(pk__in=beside) | Q(session__key=key)).annotate(
        programme=Exists(Meeting.objects.filter(session=OuterRef("session")))
    )  # fmt: skip
    found = [_row(row, on) for row in rows.order_by("during", "pk")]
    at = next((at for at, row in enumerate(found) if row.key == key), None)
    if at is None:
        raise Refusal("session.unknown", key=key)
    later = found[at + 1] if at + 1 < len(found) else None
    if later and not planned and later.phase in (Phase.PLANNED, Phase.LATER):
        later = None
    this: Any = found[at].row
    counted = _inexact((since, until) for _pk, _key, _of, since, until in real)
    return SessionView(
        found[at], found[at - 1] if at else None, later, counted, this.programme
    )  # fmt: skip


def _inexact(marks: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """How many of some sessions have no exact days, and how many there are."""
    whole = [Mark.parse(since).is_exact and (not until or Mark.parse(until).is_exact)
             for since, until in marks]  # fmt: skip
    return whole.count(False), len(whole)


def bodies_that_sat(*, on: date) -> list[tuple[str, Words]]:
    """Bodies of which a session is on record, by their names of the day: one query."""
    rows = Session.objects.filter(exercise=False).order_by("body__rank", "body__key")
    names = name_of_body("body", on)
    return list(rows.values_list("body__key", names).distinct())


def without_days(body: str = "") -> tuple[int, int]:
    """How many sessions, of a body or of all, have no exact days, and how many there are.

    Those have no place in a calendar. One query.
    """
    rows = Sitting.objects.known().filter(session__exercise=False)
    found = rows.filter(session__body__key=body) if body else rows
    return _inexact(found.values_list("since_mark", "until_mark"))


def versions_of_sittings() -> dict[UUID, int]:
    """How often each sitting was written: what a calendar counts its changes by. One query."""
    return dict(Sitting.objects.values_list("fact").annotate(Count("pk")).order_by())


def hosts(*, on: date) -> list[tuple[str, Words]]:
    """States in which a session is on record, by their names of the day: one query."""
    rows = Sitting.objects.known().filter(state__isnull=False, session__exercise=False)
    names = name_of_state("state", on)
    return list(rows.order_by("state__key").values_list("state__key", names).distinct())


def _sittings(on: date) -> Any:
    """Sittings with the names of body and state and the number of works decided."""
    decided = Decision.objects.filter(session=OuterRef("session")).order_by().values("session")
    return (
        Sitting.objects.known()
        .select_related("session__body", "state")
        .annotate(
            body_names=name_of_body("session__body", OuterRef("during__startswith")),
            state_names=name_of_state("state", on),
            decided=Coalesce(Subquery(decided.values_list(Count("pk"))), 0),
        )
    )


def _row(sitting: Any, on: date) -> SessionRow:
    of = sitting.session
    body = sitting.body_names or Words(en=of.body.key)
    days = days_of(sitting.since_mark, sitting.until_mark, sitting.hijri, sitting.hijri_reported)
    return SessionRow(
        sitting,
        session_title(body, of.kind, of.ordinal, sitting.since_mark, exercise=of.exercise),
        body,
        sitting.state_names or Words(),
        days,
        phase_on(days.opens, days.closes, on, clock.today()),
        sitting.decided,
    )


def by_key(rows: Iterable[SessionRow]) -> dict[str, SessionRow]:
    """Sessions under their keys."""
    return {row.key: row for row in rows}
