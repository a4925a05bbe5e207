"""Corrections: what is known of a fact is replaced or withdrawn; what was known is kept."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from amana.ground.dated import Dated
from amana.ground.facts import When
from amana.ground.fields import WordsField
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.organisation.acts.soundness import check_basis, check_text, day, required
from amana.organisation.acts.subjects import fact_of
from amana.organisation.acts.terms import expected_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import Entry, act
from amana.organisation.authority import require
from amana.organisation.models import Term
from amana.organisation.permissions import REGISTRY, power_to_register

__all__ = ["correct", "fields_of", "subject_of", "withdraw_record"]

DAYS = ("since", "until")
MARKS = frozenset({"elected", "on", "adopted", "in_force"})  # days within a fact, as written
# What a correction leaves alone: the period is given by its marks, and a key is no statement.
ASIDE = frozenset({"during", "since_mark", "until_mark", "detail", "key", "question_key"})
# Of which lasting row, or by which key of its own, each kind of fact is told in the register.
TOLD_OF = (
    ("office", "office"), ("person", "person"), ("name", "rule"), ("session", "session"),
    ("work", "work"), ("node", "provision"), ("question_key", "question"), ("body", "body"),
    ("state", "state"), ("key", ""),
)  # fmt: skip
PARTIES = ("state", "member_body")


@act
def correct(
    *, model_label: str, fact: "uuid.UUID | str", changes: Mapping[str, Any], reason: str,
    by: Authority, seen: int | None = None,
) -> Dated:  # fmt: skip
    """Replace what is known of a fact; `Model.objects.known(at=…)` still answers the old.

    `changes` by name of field: keys for relations, Words for words, marks for `since` and
    `until` (the first day on which it no longer holds; empty: open). `seen` is the primary key of
    the version that the writer had before them: refused when another came meanwhile.
    """
    power = require(power_to_register(by), by, VERBS["record.correct"], *REGISTRY)
    row = fact_of(_model(model_label), fact)
    if seen is not None and row.pk != seen:
        raise Refusal("fact.changed-meanwhile")
    entry = _entry("record.correct", row, by, power, reason)
    new = _read(row, changes)
    if not new:
        raise Refusal("correction.nothing")
    return entry.change(row, **new, **_follow_up(row, new))


@act
def withdraw_record(
    *, model_label: str, fact: "uuid.UUID | str", reason: str, by: Authority
) -> Dated:
    """Say that a fact was recorded in error; returns the version that is known no longer."""
    power = require(power_to_register(by), by, VERBS["record.withdraw"], *REGISTRY)
    row = fact_of(_model(model_label), fact)
    _entry("record.withdraw", row, by, power, reason).withdraw(row)
    row.refresh_from_db()
    return row


def fields_of(model: type[Dated]) -> tuple[str, ...]:
    """What a correction may change: `since`, `until`, and the fields of the fact."""
    own = (field.name for field in model.fields_of_fact() if field.name not in ASIDE)
    return (*DAYS, *own)


def subject_of(row: Dated) -> str:
    """How the register names what a fact is about: `office:secretary-general`."""
    party = next((getattr(row, name) for name in PARTIES if getattr(row, name, None)), None)
    if party is not None and hasattr(row, "body"):
        about = "body" if row._meta.model_name == "seat" else "membership"
        end = "" if about == "body" else f".{party.key}"
        return f"{about}:{row.body.key}{end}"
    for attribute, kind in TOLD_OF:
        if hasattr(row, attribute):
            told = getattr(row, attribute)
            return f"{kind or row._meta.model_name}:{getattr(told, 'key', told)}"
    return f"{row._meta.model_name}:{row.fact}"


def _entry(verb: str, row: Dated, by: Authority, power: str, reason: str) -> Entry:
    required("reason", reason)
    check_text("reason", reason, 2000)
    subject = subject_of(row)
    return Entry(verb, subject, Words(**dict.fromkeys(LANGS, subject)), by, power, reason=reason)


def _model(label: str) -> type[Dated]:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError) as no_such_model:
        raise Refusal("fact.unknown") from no_such_model
    if not issubclass(model, Dated) or not model.REGISTRY:
        raise Refusal("fact.unknown")
    return model


def _read(row: Dated, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes by column, only those that say something new."""
    unknown = sorted(set(changes) - set(fields_of(type(row))))
    if unknown:
        raise Refusal("correction.unknown-field", field=unknown[0][:60])
    new: dict[str, Any] = {}
    for name, said in changes.items():
        if name not in DAYS:
            field: Any = row._meta.get_field(name)
            value = _value(row, field, said)
            if value != getattr(row, field.attname):
                new[field.attname] = value
    check_basis(new.get("basis", ()))
    when = _when(row, changes)
    if (when.since, when.until) != (row.since_mark, row.until_mark):
        new["when"] = when
    return new


def _value(row: Dated, field: Any, said: Any) -> Any:
    """A value fit for its column; refused, naming the field, otherwise."""
    if isinstance(field, models.ForeignKey):
        return _key_of(field, said)
    if field.name in MARKS:
        return _mark(said, field.name)
    try:
        value = Words.of(said) if isinstance(field, WordsField) else _shaped(field, said)
        check_text(field.name, value)
        return value if isinstance(value, Words) else field.clean(value, row)
    except (ValidationError, TypeError, AttributeError) as unfit:
        raise Refusal("correction.unfit", field=field.name) from unfit


def _shaped(field: Any, said: Any) -> Any:
    """A list where the column holds one; lists of texts by language where it holds those."""
    if isinstance(field, ArrayField):
        if not isinstance(said, (list, tuple)):
            raise TypeError(field.name)
        return list(said)
    if isinstance(field, models.JSONField):
        fits = all(lang in LANGS and isinstance(texts, list) for lang, texts in said.items())
        if not fits or not all(isinstance(text, str) for texts in said.values() for text in texts):
            raise TypeError(field.name)
    return said


def _key_of(field: Any, said: Any) -> int | None:
    if said in (None, ""):
        if not field.null:
            raise Refusal("text.required", field=field.name)
        return None
    key = str(said)[:240]
    key = key.lower() if field.related_model._meta.model_name == "state" else key
    found = field.related_model.objects.filter(key=key).first() if key.isprintable() else None
    if found is None:
        raise Refusal("correction.unfit", field=field.name)
    return int(found.pk)


def _when(row: Dated, changes: Mapping[str, Any]) -> When:
    """The period as corrected; an end that is not touched stays where it is, to the day."""
    since, until = (
        _mark(changes[name], name) if name in changes else known
        for name, known in zip(DAYS, (row.since_mark, row.until_mark), strict=True)
    )
    keeps_begin, keeps_end = since == row.since_mark, until == row.until_mark
    return When(
        since, until, until_open=True,
        not_before=row.during.lower if keeps_begin else None,
        clip=row.during.upper if keeps_end else None,
    )  # fmt: skip


def _mark(text: Any, name: str) -> str:
    return day(str(text), name).text if text else ""


def _follow_up(row: Dated, new: Mapping[str, Any]) -> dict[str, Any]:
    """A term that followed the rule follows it from its corrected beginning too."""
    moved = "when" in new or "acting" in new
    if not isinstance(row, Term) or not moved or "expected_end" in new or not row.expected_end:
        return {}
    if row.expected_end != expected_of(row.office, row.during.lower)[0]:
        return {}  # a decision had extended it
    begin: date | None = new["when"].period.since if "when" in new else row.during.lower
    follows = not new.get("acting", row.acting)
    end, basis = expected_of(row.office, begin) if follows else (None, [])
    return {"expected_end": end, "term_basis": basis}
