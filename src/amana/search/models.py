"""The index: one row for each record, language and period; and up to which act it is true."""

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models

__all__ = ["Entry", "Position"]


class Entry(models.Model):
    """What can be found of one record, in one language, over one period.

    `number` counts the periods of a record; rows with the same record and number are sisters,
    one for each language. `plain` is the folded title, for closeness by trigrams; `names` are
    all names that mean this record exactly, folded. `digest` says
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
    vector = SearchVectorField()
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number", "lang"], name="one_entry_a_language"
            )
        ]
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector_idx"),
            GinIndex(OpClass("plain", "gin_trgm_ops"), name="search_entry_plain_idx"),
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
