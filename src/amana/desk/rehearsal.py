"""An act rehearsed: done inside a transaction that is taken back, so that a preview cannot lie.

What the preview shows is what the act wrote: the same rules, constraints and arithmetic, and not
one row of it stays. Confirming does the act again and compares: what was seen is what is kept.
"""

import hashlib
import json
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction

from amana.desk.lookups.versions import acts_before, model_of, version_before
from amana.desk.models import Confirmation
from amana.ground import register
from amana.ground.dated import Dated
from amana.ground.facts import as_facts
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = [
    "Outcome", "Step", "confirm", "fingerprint", "rehearse", "steps_of", "told_by_register",
]  # fmt: skip

Doing = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the register with the fact it wrote, before and after."""

    act: Act
    model: type[Dated] | None
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def is_new(self) -> bool:
        """Whether nothing was known of this fact before."""
        return not self.before

    @property
    def is_withdrawn(self) -> bool:
        """Whether the fact is known no longer."""
        return bool(self.before) and not self.after


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a confirmation came to: the acts first and last, and whether they were there before."""

    first: int
    last: int
    repeated: bool
    result: Any = None


class _TakenBack(Exception):
    """Ends a rehearsal."""


def rehearse(doing: Doing) -> list[Step]:
    """What the act would write; nothing of it remains. Its refusals come through."""
    steps: list[Step] = []
    with suppress(_TakenBack), transaction.atomic():
        steps, _result = _done(doing)
        raise _TakenBack
    return steps


def confirm(doing: Doing, by: Authority, token: uuid.UUID, seen: str) -> Outcome:
    """Do the act, once for a token; refused when it would write something else than was seen."""
    try:
        with transaction.atomic():
            claim = _claim(by, token)
            steps, result = _done(doing)
            if fingerprint(steps) != seen:
                raise Refusal("preview.changed")
            claim.first, claim.last = steps[0].act.seq, steps[-1].act.seq
            claim.save(update_fields=["first", "last"])
    except _ClaimedAlready:
        known = Confirmation.objects.get(actor=by.actor, token=token)
        return Outcome(known.first or 0, known.last or 0, repeated=True)
    return Outcome(claim.first, claim.last, repeated=False, result=result)


class _ClaimedAlready(Exception):
    """The token was spent."""


def _claim(by: Authority, token: uuid.UUID) -> Confirmation:
    try:
        with transaction.atomic():
            return Confirmation.objects.create(actor=by.actor, token=token)
    except IntegrityError as twice:
        raise _ClaimedAlready from twice


def _done(doing: Doing) -> tuple[list[Step], Any]:
    before = register.head()[0]
    result = doing()
    return steps_of(list(Act.objects.filter(seq__gt=before).order_by("seq"))), result


def steps_of(acts: list[Act]) -> list[Step]:
    """Acts with the facts that they wrote, and what was known of these before."""
    return [_step(act) for act in acts]


def told_by_register(acts: list[Act]) -> list[Step]:
    """The same for a long list, in two queries: what was known before is what an act said then."""
    before = acts_before(acts)
    return [_from_register(act, before.get(act.seq)) for act in acts]


def _from_register(act: Act, before: Act | None) -> Step:
    named = act.facts.get("model") or (before.facts.get("model") if before else "")
    after = {} if "withdrawn" in act.facts else _said(act)
    return Step(act, _model(named or ""), _said(before) if before else {}, after)


def _said(act: Act) -> dict[str, Any]:
    said = {name: value for name, value in act.facts.items() if name not in ("model", "fact")}
    return {**said, "basis": act.basis} if act.basis and "fact" in act.facts else said


def _step(act: Act) -> Step:
    facts = dict(act.facts)
    model = _model(facts.pop("model", ""))
    fact = facts.pop("fact", "") or facts.get("withdrawn", "")
    withdrawn = bool(facts.pop("withdrawn", ""))
    if model is None and withdrawn:
        model = _model_of(fact)
    known = version_before(model, fact, act.seq) if model and fact else None
    if facts and act.basis and fact:
        facts["basis"] = act.basis
    return Step(act, model, said_by(known) if known else {}, facts)


def said_by(row: Dated) -> dict[str, Any]:
    """What a version says, in the shape in which the register keeps it."""
    said: dict[str, Any] = json.loads(register.canonical(as_facts(row)))
    del said["model"], said["fact"]
    return {**said, "basis": row.basis} if row.basis else said


def _model(label: str) -> type[Dated] | None:
    with suppress(LookupError, ValueError):
        model = apps.get_model(label)
        if issubclass(model, Dated):
            return model
    return None


def _model_of(fact: str) -> type[Dated] | None:
    with suppress(Refusal, ValueError):
        return model_of(uuid.UUID(fact))
    return None


def fingerprint(steps: list[Step]) -> str:
    """A hash of what steps say: not of when they were written, nor of numbers they were given."""
    said = [
        (
            step.act.verb,
            "" if step.act.subject.startswith("account:") else step.act.subject,
            step.act.office, step.act.reason, step.act.basis, step.before, step.after,
        )
        for step in steps
    ]  # fmt: skip
    return hashlib.sha256(register.canonical(said).encode()).hexdigest()
