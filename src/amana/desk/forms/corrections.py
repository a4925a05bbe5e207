"""Corrections: what is known of a fact is replaced, or withdrawn; begun from the fact's page."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import REGISTERING, Act, Ask
from amana.desk.labels import field_label
from amana.desk.lookups.versions import latest, model_of
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.organisation import acts
from amana.organisation.acts.corrections import fields_of

__all__ = ["ACTS", "asks_of", "current"]

FACT = Ask("fact", _("Record"), "fact", required=True)
VERSION = Ask("version", _("Version"), "version")
LONG = frozenset({"text", "role", "composition", "summary", "note", "conflict", "reason", "theme"})
RELATED = {
    "organisation.State": "states", "organisation.Body": "bodies", "organisation.Person": "persons",
    "organisation.Office": "offices", "organisation.RuleName": "rules",
}  # fmt: skip
# What every form asks for, whatever the fact.
PROVENANCE = frozenset({"basis", "sources", "confidence", "note"})
# A question keeps a reason of its own, and the act of correcting it has another.
RENAMED = {"reason": "reason_of_preference"}
NAMES = {asked: name for name, asked in RENAMED.items()}
HINTS = {
    "since": _("The first day, as the source gives it: a day, a month or a year."),
    "until": _("The first day on which it no longer holds; empty while it lasts."),
}


def asks_of(row: Dated) -> tuple[Ask, ...]:
    """The fields of a fact, as a form asks for them."""
    fields = sorted(fields_of(type(row)), key=lambda name: name == "conflict")
    return (FACT, VERSION, *(ask for name in fields for ask in _ask(row, name)))


def _ask(row: Dated, name: str) -> Iterator[Ask]:
    if name in HINTS:
        yield Ask(name, field_label(name), "day", HINTS[name])
        return
    field: Any = row._meta.get_field(name)
    label, kind, choices = field_label(name), _kind(field), ""
    if isinstance(field, models.ForeignKey):
        choices = RELATED.get(field.related_model._meta.label, "")
        kind = "choice" if choices else "key"
    elif field.choices and name != "confidence":
        kind, choices = "choice", f"={row._meta.label}.{name}"
    if kind and name not in PROVENANCE:
        asked = RENAMED.get(name, name)
        yield Ask(asked, label, kind, required=_is_required(field), choices=choices)


# How a column is asked for, the most particular first; JSON is not for a form.
KINDS: tuple[tuple[type[Any], str], ...] = (
    (models.JSONField, ""), (ArrayField, "lines"), (models.BooleanField, "flag"),
    (models.IntegerField, "number"), (models.DateField, "exact"), (models.CharField, "text"),
    (models.TextField, "text"),
)  # fmt: skip


def _kind(field: Any) -> str:
    if isinstance(field, WordsField):
        return "long" if field.name in LONG else "texts"
    return next((kind for column, kind in KINDS if isinstance(field, column)), "")


def _is_required(field: Any) -> bool:
    return (
        not isinstance(field, WordsField)
        and not field.blank
        and not field.null
        and (isinstance(field, models.ForeignKey | models.CharField))
    )


def current(row: Dated) -> dict[str, Any]:
    """What is known of the fact, in the shape that the fields take."""
    said: dict[str, Any] = {
        "fact": str(row.fact), "version": row.pk, "since": row.since_mark, "until": row.until_mark,
        "basis": "\n".join(row.basis), "sources": "\n".join(row.sources),
        "confidence": row.confidence, "note": row.note,
    }  # fmt: skip
    for ask in asks_of(row)[2:]:
        if ask.name not in said:
            value = getattr(row, NAMES.get(ask.name, ask.name))
            said[ask.name] = getattr(value, "key", value)
    return said


def _correct(
    *, fact: str, version: int | None, by: Authority, reason: str, origin: Any, **said: Any
) -> Any:
    """Hand on only what differs from what is known."""
    row = latest(uuid.UUID(fact))
    known = current(row)
    said |= {"basis": list(origin.basis), "sources": list(origin.sources),
             "confidence": origin.confidence, "note": origin.note}  # fmt: skip
    changes = {
        NAMES.get(name, name): value
        for name, value in said.items()
        if _plain(value) != _plain(known.get(name))
    }
    return acts.correct(
        model_label=row._meta.label,
        fact=row.fact,
        changes=changes,
        reason=reason,
        by=by,
        seen=version,
    )


def _plain(value: Any) -> Any:
    """Two ways of writing the same value become one: lines and lists, None and nothing."""
    if isinstance(value, Words):
        return value.as_dict() or None
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value)) or None
    return None if value in ("", None) else str(value)


def _withdraw(*, fact: str, by: Authority, reason: str) -> Any:
    number = uuid.UUID(fact)
    return acts.withdraw_record(
        model_label=model_of(number)._meta.label, fact=number, reason=reason, by=by
    )


ACTS = (
    Act(
        "record.correct",
        _("What is known of a record is replaced; what was known until now is kept beside it."),
        REGISTERING, (FACT,), _correct,
        reason_required=True, proof=True, of_a_fact=True,
    ),
    Act(
        "record.withdraw",
        _("A record that should not have been made is known no longer; it is kept in the past."),
        REGISTERING, (FACT,), _withdraw,
        sourced=False, reason_required=True, grave=True, of_a_fact=True,
    ),
)  # fmt: skip
