"""An act under way: its verb, its subject, who acts; and the four writes that it may make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from amana.ground import facts, register
from amana.ground.dated import Dated
from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import check_origin, check_text, check_values

__all__ = ["UNSAID", "UNSOURCED", "Entry", "act", "begins", "opened"]

P = ParamSpec("P")
R = TypeVar("R")
Row = TypeVar("Row", bound=Dated)
UNSAID = Words()
UNSOURCED = Provenance()
_LOCK = 0x6F726761  # "orga": what one act finds free, no other takes before it is written
NOT_KNOWN = Words(en="a day not known", fr="jour inconnu", ar="يوم غير معروف")
NOT_FIXED = Words(en="a day not yet fixed", fr="jour non encore fixé", ar="يوم لم يُحدَّد بعد")


def act(function: Callable[P, R]) -> Callable[P, R]:
    """One transaction, one act at a time: all of it is written, or nothing."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            return function(*args, **kwargs)

    return whole


def begins(mark: Mark, not_before: date | None = None) -> date:
    """The first day that a mark can mean, not before its body began."""
    later = not_before and mark.earliest < not_before <= mark.latest
    return not_before if later and not_before else mark.earliest


@dataclass(frozen=True, slots=True)
class Entry:
    """What all rows of one act have in common in the register."""

    verb: str
    subject: str
    named: Words  # the subject as a refusal names it
    by: Authority
    power: str
    origin: Provenance = field(default_factory=Provenance)
    reason: str = ""

    def begin(self, model: type[Row], values: Mapping[str, Any], when: When) -> Row:
        """Write a new fact."""
        check_values(model, values)
        row: Row = self._said(
            lambda: facts.assert_fact(model, values, when, self.origin, **self._register())
        )
        return row

    def change(self, row: Row, **changes: Any) -> Row:
        """Write what is now known of a fact; `changes` by column (`person_id`), `when` included."""
        check_values(type(row), {name: said for name, said in changes.items() if name != "when"})
        known: Row = self._said(lambda: facts.correct_fact(row, changes, **self._register()))
        return known

    def end(self, row: Row, on: Mark, *, succeeded: date | None = None, **changes: Any) -> Row:
        """The fact holds until before `on`, or until its successor begins.

        The provision and the sources of the end are kept in `detail`, under `until`.
        """
        when = When(
            row.since_mark, on.text, until_open=True,
            not_before=row.during.lower, clip=succeeded,
        )  # fmt: skip
        sources = [*row.sources, *(s for s in self.origin.sources if s not in row.sources)]
        detail = {**row.detail, "until": self._provenance()}
        return self.change(row, when=when, sources=sources, detail=detail, **changes)

    def succeed(
        self, model: type[Row], of: Mapping[str, Any], values: Mapping[str, Any], since: Mark,
        span: When,
    ) -> Row:  # fmt: skip
        """Begin a fact that takes the place of the one that holds on that day, if one does.

        It lasts as long as the one it replaces would have: what is on record after it stays.
        """
        first = begins(since, span.not_before)
        before = model.objects.on(first).filter(**of).first()
        if before:
            if before.during.lower == first:
                raise Refusal("fact.begins-that-day", subject=self.named, since=first.isoformat())
            span = replace(span, until=before.until_mark, clip=before.during.upper)
            self.end(before, since, succeeded=first)
        return self.begin(model, {**of, **values}, span)

    def record(self, said: Mapping[str, Any]) -> None:
        """Put what is no dated fact into the register (a lasting row was made, an account tied)."""
        register.record(
            self.verb, self.subject, by=self.by, power=self.power, facts=said,
            basis=self.origin.basis, reason=self.reason,
        )  # fmt: skip

    def withdraw(self, row: Dated) -> None:
        """Say that a fact was recorded in error."""
        facts.withdraw_fact(row, **self._register())

    def _register(self) -> dict[str, Any]:
        return {
            "verb": self.verb, "subject": self.subject, "by": self.by,
            "power": self.power, "reason": self.reason,
        }  # fmt: skip

    def _provenance(self) -> dict[str, Any]:
        origin = self.origin
        said = {
            "basis": list(origin.basis), "sources": list(origin.sources),
            "confidence": origin.confidence, "note": origin.note.as_dict(),
        }  # fmt: skip
        return {name: value for name, value in said.items() if value}

    def _said(self, write: Callable[[], R]) -> R:
        """A refusal of PostgreSQL in the words of the reader: names for keys, no dots for days."""
        try:
            return write()
        except Refusal as refused:
            if not refused.code.startswith("constraint."):
                raise
            known = dict(refused.facts, subject=self.named)
            known["since"] = NOT_KNOWN if known["since"] == "…" else known["since"]
            known["until"] = NOT_FIXED if known["until"] == "…" else known["until"]
            raise Refusal(refused.code, basis=refused.basis, **known) from refused


def opened(
    verb: str, subject: str, named: Words, *,
    by: Authority, power: str, origin: Provenance, reason: str,
) -> Entry:  # fmt: skip
    """Begin an act: its provisions resolve, its sources are named, its reason is writing."""
    check_origin(origin)
    check_text("reason", reason, 2000)
    return Entry(verb, subject, named, by, power, origin, reason)
