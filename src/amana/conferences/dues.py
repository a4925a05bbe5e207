"""Reading what is due before a session: deadlines counted back from its opening."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from amana.conferences.models import Deadline, ItemDocument, Session, Sitting
from amana.conferences.rules.deadlines import Standing, counted_back, standing_of
from amana.kernel.marks import Mark

__all__ = ["Due", "deadlines_for", "due_day", "opening_of", "opens_on", "standing_of_document"]

Kind = Deadline.Kind


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of one session: its day, and how it stands on the day asked."""

    rule: Deadline
    day: date
    standing: Standing


def opening_of(key: str) -> date | None:
    """The day on which a session opens; None where it is not known to the day: one query."""
    row = Sitting.objects.known().filter(session__key=key).first()
    return opens_on(row) if row else None


def opens_on(sitting: Sitting) -> date | None:
    """The day on which a session opens, from what is known of it."""
    opens: date | None = sitting.during.lower
    return opens if Mark.parse(sitting.since_mark).is_exact else None


def deadlines_for(session: Session, opens: date | None, *, on: date) -> list[Due]:
    """The deadlines of a session, the earliest first: one query; none without an opening day.

    A deadline of the body itself counts in place of one of every body of the same kind.
    """
    if opens is None:
        return []
    rows = Deadline.objects.on(on).filter(
        Q(body=None) | Q(body=session.body_id),
        Q(kinds=[]) | Q(kinds__contains=[session.kind]),
    )
    own = {row.kind for row in rows if row.body_id and row.kind != Kind.OTHER}
    found = [row for row in rows if row.body_id or row.kind not in own]
    dues = [_due(row, counted_back(opens, row.days), on) for row in found]
    return sorted(dues, key=lambda due: (due.day, due.rule.key))


def _due(row: Deadline, day: date, on: date) -> Due:
    return Due(row, day, standing_of(day, on=on))


def due_day(document: ItemDocument | Any, dues: list[Due]) -> tuple[date | None, Due | None]:
    """When a document is due: on its own day, else by the deadline, which is given too."""
    rule = next((due for due in dues if due.rule.kind == Kind.DOCUMENTS), None)
    return document.due or (rule.day if rule else None), rule


def standing_of_document(document: ItemDocument, day: date | None, *, on: date) -> Standing | None:
    """How a document stands on a day; None where no day is known."""
    return standing_of(day, on=on, done=document.submitted) if day else None
