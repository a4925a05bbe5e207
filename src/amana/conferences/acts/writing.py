"""An act on a session under way: one transaction, one power, its rows in the register."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from amana.conferences.acts.verbs import VERBS
from amana.conferences.permissions import power_to_serve
from amana.ground import facts, register
from amana.ground.dated import Dated
from amana.ground.facts import Provenance, When
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["Written", "act", "serving"]

P = ParamSpec("P")
R = TypeVar("R")
Row = TypeVar("Row", bound=Dated)
_LOCK = 0x636F6E66  # "conf": what one act finds free, no other takes before it is written


def act(function: Callable[P, R]) -> Callable[P, R]:
    """All of it is written, or nothing; one act on sessions at a time."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            return function(*args, **kwargs)

    return whole


def serving(verb: str, by: Authority) -> str:
    """The power by which `by` does an act on a session. Refused: `conference.no-power`."""
    power = power_to_serve(by)
    if not power:
        raise Refusal(
            "conference.no-power", act=VERBS[verb], who=by.name, on=by.on.isoformat()
        )  # fmt: skip
    return power


@dataclass(frozen=True, slots=True)
class Written:
    """What all rows of one act have in common in the register: its verb, its subject, who acts.

    `subject` is `session:cfm-52`, `delegation:cfm-52.egy`, `log:cfm-52.plenary` and the like.
    """

    verb: str
    subject: str
    by: Authority
    power: str
    reason: str = ""

    def begin(
        self, model: type[Row], since: str = "", *, until: str = "",
        basis: Iterable[str] = (), sources: Iterable[str] = (), **values: Any,
    ) -> Row:  # fmt: skip
        """A new dated fact, from a day on (a mark, the day of the act when none is given)."""
        when = When(since or self.by.on.isoformat(), until)
        origin = Provenance(basis=tuple(basis), sources=tuple(sources))
        row: Row = facts.assert_fact(model, values, when, origin, **self._register())
        return row

    def change(self, row: Row, **changes: Any) -> Row:
        """A new version of a dated fact."""
        known: Row = facts.correct_fact(row, changes, **self._register())
        return known

    def withdraw(self, row: Dated) -> None:
        """The fact is known no longer."""
        facts.withdraw_fact(row, **self._register())

    def record(self, said: Mapping[str, Any], basis: Iterable[str] = ()) -> Act:
        """One row in the register for what is no dated fact, or for many rows at once."""
        return register.record(
            self.verb, self.subject, by=self.by, power=self.power, facts=said, basis=basis,
            reason=self.reason,
        )  # fmt: skip

    def _register(self) -> dict[str, Any]:
        return {
            "verb": self.verb, "subject": self.subject, "by": self.by,
            "power": self.power, "reason": self.reason,
        }  # fmt: skip
