"""The three writes of a dated fact: assert it, correct it, withdraw it. Each is one act.

Rooms give these writes their names (admit, elect, move a seat); here is what all of them do:
one row in the register, one version of the fact, and a refusal where PostgreSQL refuses.
"""

import hashlib
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange, DateTimeTZRange

from amana.ground import clock, register
from amana.ground.dated import Dated
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.basis import Basis
from amana.kernel.marks import Mark
from amana.kernel.periods import Period, period_of
from amana.kernel.refusals import Refusal, catalogue
from amana.kernel.words import Words

__all__ = [
    "Provenance", "When", "assert_fact", "close", "correct_fact", "on_write", "withdraw_fact",
]  # fmt: skip

Listener = Callable[[Dated], None]
_listeners: list[Listener] = []


@dataclass(frozen=True, slots=True)
class When:
    """A period as sourced: two marks, and the days they make."""

    since: str = ""
    until: str = ""
    until_open: bool = False
    not_before: Any = None
    clip: Any = None  # the day on which a successor begins

    @property
    def period(self) -> Period:
        """The days, widest as the marks allow, ended where a successor begins."""
        whole = period_of(
            Mark.parse(self.since) if self.since else None,
            Mark.parse(self.until) if self.until else None,
            until_open=self.until_open,
            not_before=self.not_before,
        )
        return Period(whole.since, self.clip) if self.clip else whole


@dataclass(frozen=True, slots=True)
class Provenance:
    """Under which provisions a fact holds, who says so, and how sure that is."""

    basis: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
    note: Words = Words()
    conflict: Words = Words()

    def __post_init__(self) -> None:
        for address in self.basis:
            Basis.parse(address)


def on_write(listener: Listener) -> None:
    """Call `listener(row)` after every new version, inside its transaction (the search index)."""
    _listeners.append(listener)


def assert_fact(
    model: type[Dated],
    values: Mapping[str, Any],
    when: When,
    provenance: Provenance,
    *,
    verb: str,
    subject: str,
    by: Authority,
    power: str = "",
    reason: str = "",
    fact: uuid.UUID | None = None,
) -> Any:
    """Write a fact and its act; refused by name of the constraint that it breaks."""
    period = when.period
    row = model(
        fact=fact or uuid.uuid4(),
        during=DateRange(period.since, period.until),
        since_mark=when.since,
        until_mark=when.until,
        basis=list(provenance.basis),
        sources=list(provenance.sources),
        confidence=provenance.confidence,
        detail=dict(provenance.detail),
        note=provenance.note,
        conflict=provenance.conflict,
        **values,
    )
    return _write(row, verb, subject, by, power, reason)


def correct_fact(
    row: Dated,
    changes: Mapping[str, Any],
    *,
    verb: str,
    subject: str,
    by: Authority,
    power: str = "",
    reason: str = "",
) -> Any:
    """A new version of the same fact; the old one stays as what was known until now."""
    values = {f.attname: getattr(row, f.attname) for f in row.fields_of_fact()}
    if "when" in changes:
        when: When = changes["when"]
        values |= {
            "during": DateRange(when.period.since, when.period.until),
            "since_mark": when.since,
            "until_mark": when.until,
        }
    for name, value in changes.items():
        if name != "when":
            values.pop(f"{name}_id", None)  # a relation given as the object itself
            values[name] = value
    with transaction.atomic():
        close([row])
        return _write(type(row)(fact=row.fact, **values), verb, subject, by, power, reason)


def withdraw_fact(
    row: Dated, *, verb: str, subject: str, by: Authority, power: str = "", reason: str = ""
) -> Act:
    """Say that a fact was recorded in error: it is known no longer, and stays in the past."""
    with transaction.atomic():
        close([row])
        return register.record(
            verb, subject, by=by, power=power, reason=reason, facts={"withdrawn": str(row.fact)}
        )


def close(rows: Iterable[Dated]) -> None:
    """End what is known of these rows now; refused when another hand was quicker."""
    for row in rows:
        ended = DateTimeTZRange(row.recorded.lower, clock.now())
        changed = (
            type(row).objects.filter(pk=row.pk, recorded__upper_inf=True).update(recorded=ended)
        )
        if not changed:
            raise Refusal("fact.changed-meanwhile")


def _write(row: Dated, verb: str, subject: str, by: Authority, power: str, reason: str) -> Any:
    with transaction.atomic():
        row.act = register.record(
            verb, subject, by=by, power=power, reason=reason, basis=row.basis, facts=as_facts(row)
        )
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as fault:
            raise _refusal(row, fault, subject) from fault
        for listener in _listeners:
            listener(row)
    return row


def as_facts(row: Dated) -> dict[str, Any]:
    """What a row says, as the register keeps it."""
    said: dict[str, Any] = {"model": row._meta.label, "fact": str(row.fact)}
    for each in row.fields_of_fact():
        value = getattr(row, each.attname)
        if value in (None, "", [], {}, Words()) or each.name in ("basis",):
            continue
        plain = _plain(value, getattr(row, each.name) if each.is_relation else None)
        said[each.name] = _sealed(plain) if each.name in row.sealed else plain
    return said


def _sealed(value: Any) -> dict[str, str]:
    """The hash in place of words that not everybody may read: who has them can prove them."""
    return {"sha256": hashlib.sha256(register.canonical(value).encode()).hexdigest()}


def _plain(value: Any, related: models.Model | None) -> Any:
    if related is not None:
        return getattr(related, "key", str(related))
    if isinstance(value, Words):
        return value.as_dict()
    if isinstance(value, DateRange):
        return [day.isoformat() if day else None for day in (value.lower, value.upper)]
    return value


def _refusal(row: Dated, fault: IntegrityError, subject: str) -> Refusal:
    diag = getattr(fault.__cause__, "diag", None)
    name = getattr(diag, "constraint_name", None) or ""
    code = f"constraint.{name}"
    if code not in catalogue():
        code = "constraint.other"
    other = _clash(row, name)
    until = other.during.upper if other else None
    return Refusal(
        code,
        basis=other.basis if other else (),
        subject=subject,
        constraint=name,
        since=(other.during.lower or "…") if other else "…",
        until=until or "…",
    )


def _clash(row: Dated, name: str) -> Dated | None:
    """The known row with which an exclusion constraint found the new one to overlap."""
    for constraint in row._meta.constraints:
        if constraint.name == name and hasattr(constraint, "expressions"):
            equal = {
                field: getattr(row, field)
                for field, operator in constraint.expressions
                if operator == "="
            }
            rows = type(row).objects.known().filter(during__overlap=row.during, **equal)
            return rows.first()
    return None
