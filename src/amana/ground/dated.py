"""Dated, once: a fact with its period, its basis, its sources, and when we knew it.

`during` answers *when was it so*, `recorded` answers *when did we know it*. A row never
changes: a correction closes `recorded` of the old row and writes a new one with the same
`fact`, so that what was known on any day can be asked again. PostgreSQL holds all of it:
see `ground.constraints`.
"""

import uuid
from datetime import date, datetime
from typing import Any, ClassVar, Self, TypeVar

from django.apps import apps
from django.contrib.postgres.fields import ArrayField, DateRangeField, DateTimeRangeField
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from amana.ground import clock
from amana.ground.fields import WordsField
from amana.kernel.marks import Mark
from amana.kernel.periods import Period

__all__ = ["Dated", "DatedQuerySet", "from_now", "registry_models"]

CONFIDENCE = [("high", "high"), ("medium", "medium"), ("low", "low")]


def from_now() -> DateTimeTZRange:
    """Known from this instant on."""
    return DateTimeTZRange(clock.now(), None)


Row = TypeVar("Row", bound="Dated")


class DatedQuerySet(models.QuerySet[Row]):
    """The only as-of filters of the house."""

    def on(self, day: date) -> Self:
        """What held on that day, as known now."""
        return self.known().filter(during__contains=day)

    def known(self, at: datetime | None = None) -> Self:
        """What is known now, or was known at an instant, of any day."""
        if at is None:
            return self.filter(recorded__upper_inf=True)
        return self.filter(recorded__contains=at)


class Dated(models.Model):
    """A fact with a period of days, its authority and its provenance."""

    fact = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    during = DateRangeField()
    since_mark = models.CharField(max_length=24, blank=True)
    until_mark = models.CharField(max_length=24, blank=True)
    basis = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    sources = ArrayField(models.TextField(), default=list, blank=True)
    confidence = models.CharField(max_length=6, choices=CONFIDENCE, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    note = WordsField()
    conflict = WordsField()
    recorded = DateTimeRangeField(default=from_now, editable=False)
    act = models.ForeignKey("ground.Act", models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()

    REGISTRY: ClassVar[bool] = True  # whether the registry's own pages list and correct it
    SEALED: ClassVar[tuple[str, ...]] = ()  # fields of which the register keeps only the hash

    class Meta:
        abstract = True

    @property
    def period(self) -> Period:
        """The days on which it held."""
        return Period(self.during.lower, self.during.upper)

    def is_certain_on(self, day: date) -> bool:
        """Whether the day lies clear of a beginning or an end known only to a year or month."""
        for text in (self.since_mark, self.until_mark):
            mark = Mark.parse(text) if text else None
            if mark and not mark.is_exact and mark.earliest <= day <= mark.latest:
                return False
        return True

    @property
    def sealed(self) -> tuple[str, ...]:
        """The fields of this row of which the register keeps only the hash."""
        return self.SEALED

    @property
    def is_disputed(self) -> bool:
        """Whether sources disagree on it."""
        return bool(self.conflict)

    @classmethod
    def fields_of_fact(cls) -> "list[models.Field[Any, Any]]":
        """What the row says, without its identity and its place in the register."""
        aside = {"id", "fact", "recorded", "act"}
        return [field for field in cls._meta.concrete_fields if field.name not in aside]


def registry_models() -> list[type[Dated]]:
    """Every table of facts that the registry lists and corrects; drafts are none of it."""
    return [model for model in apps.get_models() if issubclass(model, Dated) and model.REGISTRY]
