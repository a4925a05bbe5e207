"""An act on a text under way: one transaction, one hand at a time on a draft, one power."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from amana.ground import facts
from amana.ground.dated import Dated
from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["NAMES", "Entry", "act", "require"]

P = ParamSpec("P")
R = TypeVar("R")
Row = TypeVar("Row", bound=Dated)
_LOCK = 0x74657874  # "text": what one act finds free, no other takes before it is written
NAMES = {
    "draft": Words(en="draft a text", fr="rédiger un texte", ar="تحرير نص"),
    "table": Words(en="table a text", fr="déposer un texte", ar="تقديم نص"),
    "release": Words(en="release a text", fr="diffuser un texte", ar="إصدار نص"),
    "amend": Words(en="change a text", fr="modifier un texte", ar="تعديل نص"),
    "number": Words(en="give a symbol", fr="attribuer une cote", ar="إعطاء رمز"),
}


def act(function: Callable[P, R]) -> Callable[P, R]:
    """All of it is written, or nothing; one act on texts at a time."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            return function(*args, **kwargs)

    return whole


def require(power: str, by: Authority, name: str) -> str:
    """The power by which the act is done; refused by name of the act when there is none."""
    if not power:
        raise Refusal("text.no-power", act=NAMES[name], who=by.name, on=by.on.isoformat())
    return power


@dataclass(frozen=True, slots=True)
class Entry:
    """What all rows of one act have in common in the register."""

    verb: str
    subject: str
    by: Authority
    power: str
    reason: str = ""

    def begin(
        self, model: type[Row], since: str = "", *,
        basis: Iterable[str] = (), sources: Iterable[str] = (), **values: Any,
    ) -> Row:  # fmt: skip
        """Write a new fact, from a day on (a mark); today's when none is given."""
        when = When(since or self.by.on.isoformat())
        origin = Provenance(basis=tuple(basis), sources=tuple(sources))
        row: Row = facts.assert_fact(model, values, when, origin, **self._register())
        return row

    def change(self, row: Row, **changes: Any) -> Row:
        """A new version of a fact."""
        known: Row = facts.correct_fact(row, changes, **self._register())
        return known

    def withdraw(self, row: Dated) -> None:
        """The fact is known no longer: a block taken out, an operation undone."""
        facts.withdraw_fact(row, **self._register())

    def _register(self) -> Mapping[str, Any]:
        return {
            "verb": self.verb, "subject": self.subject, "by": self.by,
            "power": self.power, "reason": self.reason,
        }  # fmt: skip
