"""The index: one row for each record, language and period; and up to which act it is true."""

from collections.abc import Sequence
from typing import Self

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from amana.kernel.authority import Authority

__all__ = ["ANY_OFFICE", "Entry", "Position", "reader_keys"]

ANY_OFFICE = "office:any"


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries, as far as a reader may see them."""

    def visible_to(self, by: Authority | None) -> Self:
        """What everybody may see, and what one of the reader's offices or powers may."""
        return self.visible_to_readers(reader_keys(by))

    def visible_to_readers(self, keys: Sequence[str]) -> Self:
        """The same, by the keys of the reader."""
        for_all = models.Q(readers=[])
        return self.filter(for_all | models.Q(readers__overlap=list(keys)) if keys else for_all)


def reader_keys(by: Authority | None) -> list[str]:
    """What may stand among the readers of an entry for this person.

    The offices held, their bodies (`body:` and key), their powers, and `office:any` for whoever
    holds one.
    """
    if by is None:
        return []
    held = {
        key
        for office in by.offices
        for key in (office.key, f"body:{office.body}", ANY_OFFICE, *office.powers)
    }
    return sorted(held | by.powers)


class Entry(models.Model):
    """What can be found of one record, in one language, over one period.

    `number` counts the periods of a record; rows with the same record and number are sisters,
    one for each language. `plain` is the folded title, for closeness by trigrams; `names` are
    all names that mean this record exactly, folded. `readers` are who may see it (everybody when
    there are none), and every reading goes through `visible_to`. `digest` says
    from what the row was made, so that an unchanged record is not analysed again.
    """

    record = models.CharField(max_length=300)  # kind:key
    number = models.PositiveSmallIntegerField()
    lang = models.CharField(max_length=2)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=240)
    title = models.TextField()
    plain = models.TextField()
    text = models.TextField(blank=True)
    names = ArrayField(models.TextField(), default=list, blank=True)
    symbols = ArrayField(models.CharField(max_length=160), default=list, blank=True)
    route = models.CharField(max_length=80)
    route_key = models.CharField(max_length=240, blank=True)
    fragment = models.CharField(max_length=120, blank=True)
    during = DateRangeField()
    since_mark = models.CharField(max_length=24, blank=True)
    until_mark = models.CharField(max_length=24, blank=True)
    weight = models.PositiveSmallIntegerField(default=0)
    readers = ArrayField(models.TextField(), default=list, db_default=[], blank=True)
    proposed = models.BooleanField(default=True, db_default=True)
    vector = SearchVectorField()
    digest = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number", "lang"], name="one_entry_a_language"
            )
        ]
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector_idx"),
            GinIndex(
                OpClass("plain", "gin_trgm_ops"),
                name="search_entry_near_idx",
                condition=models.Q(proposed=True),
            ),
            models.Index(fields=["kind"], name="search_entry_kind_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.record} {self.number} {self.lang}"


class Position(models.Model):
    """The last act that the index knows, and by which version of the analyser it was made.

    There is one row. The register is the log, the index what follows from it: a search first
    brings the index up to the head of the register.
    """

    act = models.BigIntegerField(default=0)
    made_by = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"act {self.act}"
