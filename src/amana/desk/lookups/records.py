"""Records that want care, of every kind and every time: one query over all dated tables."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat

from amana.ground.dated import Dated, registry_models
from amana.ground.fields import WordsField
from amana.kernel.words import LANGS, Words
from amana.organisation.models import Attestation, Question

__all__ = ["Record", "records_in_want"]

# Notes are for whoever doubts; an abbreviation need not exist in every language.
ASIDE = frozenset({"acronym", "note", "conflict"})
# Titles of resolutions are in the language of their source, and are not ours to translate.
AS_PUBLISHED = frozenset({"texts.WorkRecord"})


@dataclass(frozen=True, slots=True)
class Record:
    """A record with what it lacks. `missing` names fields and languages: `title.fr`."""

    model: str
    fact: uuid.UUID
    subject: str
    since_mark: str
    act_id: int
    unsourced: bool
    unsure: bool
    disputed: bool
    unsettled: bool
    conflict: Words
    missing: tuple[str, ...]


def records_in_want() -> list[Record]:
    """What is known and lacks a source, certainty, agreement or a language: one query."""
    first, *others = (_wanting(model) for model in registry_models())
    rows = first.union(*others, all=True)
    return [_record(*row) for row in rows.order_by("act_id")]


def _record(*said: Any) -> Record:
    columns: Any = (*said[:-1], tuple(said[-1].split()))
    return Record(*columns)


def _wanting(model: type[Dated]) -> Any:
    flags = {
        "f_unsourced": Q(sources=[]),
        "f_unsure": Q(confidence="low"),
        "f_disputed": ~Q(conflict={}),
        "f_unsettled": _unsettled(model),
    }
    fields = list(_translated(model))
    gaps = [~Q(**{name: {}}) & ~Q(**{f"{name}__has_key": lang}) for name, lang in fields]
    said = [
        Case(When(gap, then=Value(f"{name}.{lang} ")), default=Value(""))
        for gap, (name, lang) in zip(gaps, fields, strict=True)
    ]
    missing: Any = Concat(Value(""), Value(""), *said, output_field=TextField())
    truth = {
        name: Case(When(q, then=True), default=False, output_field=BooleanField())
        for name, q in flags.items()
    }
    rows: Any = model.objects
    return (
        rows.known()
        .filter(reduce(or_, [*flags.values(), *gaps]))
        .order_by()
        .annotate(
            f_model=Value(model._meta.label, output_field=TextField()),
            f_subject=Cast(F("act__subject"), TextField()),
            **truth,
            f_conflict=ExpressionWrapper(F("conflict"), output_field=WordsField()),
            f_missing=missing,
        )
        .values_list(
            "f_model", "fact", "f_subject", "since_mark", "act_id", *flags, "f_conflict",
            "f_missing",
        )
    )  # fmt: skip


def _unsettled(model: type[Dated]) -> Q:
    """A question to which no answer is preferred."""
    if model is not Question:
        return Q(pk__isnull=True)
    preferred = Attestation.objects.known().filter(question_key=OuterRef("key"), preferred=True)
    return Q(~Exists(preferred))


def _translated(model: type[Dated]) -> Iterator[tuple[str, str]]:
    if model._meta.label in AS_PUBLISHED:
        return
    for field in model._meta.concrete_fields:
        if isinstance(field, WordsField) and field.name not in ASIDE:
            yield from ((field.name, lang) for lang in LANGS)
