"""Series of symbols, how far each has counted, and every symbol that was given out."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.fields import WordsField
from amana.texts.models.drafts import Draft
from amana.texts.models.works import Work

__all__ = ["Counter", "IssuedSymbol", "Series"]


class Series(models.Model):
    """A series of numbers of one body, as the pack describes it.

    `scope` names the parts of a symbol for each value of which the numbers begin anew
    (`["session", "cluster"]`), `canonical` is the template of the symbol and `printed` that of
    each language: `Resolution No. {number}/{session}-{cluster}`. `{letter}` is the subject in the
    letters of that language.
    """

    key = models.CharField(max_length=120, unique=True)
    grammar = models.CharField(max_length=60)
    body = models.CharField(max_length=120)
    kind = models.CharField(max_length=60)
    names = WordsField()
    scope = ArrayField(models.CharField(max_length=20))
    canonical = models.CharField(max_length=200)
    printed = WordsField()

    class Meta:
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.key


class Counter(models.Model):
    """The next number of one scope of a series (`44/POL`). Its row is locked while one is taken."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="counters")
    scope = models.CharField(max_length=120)
    next = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "scope"], name="one_counter")]

    def __str__(self) -> str:
        return f"{self.series_id} {self.scope}"


class IssuedSymbol(models.Model):
    """A symbol that was given out: its place in the series, what bears it, what became of it.

    A void one says why. Where it is `free` nothing ever bore it and the next reservation takes
    it; else its number stays empty, and the reason explains the gap. Its history stands in the
    register, under `symbol:` and its canonical form.
    """

    class State(models.TextChoices):
        """How far a symbol is."""

        RESERVED = "reserved"
        ASSIGNED = "assigned"
        VOID = "void"

    series = models.ForeignKey(Series, models.PROTECT, related_name="symbols")
    scope = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    canonical = models.CharField(max_length=120, unique=True)
    printed = WordsField()
    state = models.CharField(max_length=8, choices=State, default=State.RESERVED)
    free = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    draft = models.ForeignKey(
        Draft, models.PROTECT, null=True, blank=True, related_name="reserved_symbols"
    )
    work = models.ForeignKey(
        Work, models.PROTECT, null=True, blank=True, related_name="issued_symbols"
    )
    who = models.CharField(max_length=200)
    at = models.DateTimeField()
    act = models.ForeignKey("ground.Act", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["series", "scope", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "scope", "number"], name="one_number_a_scope"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="assigned") | models.Q(work__isnull=False),
                name="assigned_symbol_has_a_work",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="void") | ~models.Q(reason=""),
                name="void_symbol_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(free=False) | models.Q(state="void"),
                name="free_symbol_is_void",
            ),
        ]

    def __str__(self) -> str:
        return self.canonical
