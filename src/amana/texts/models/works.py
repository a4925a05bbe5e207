"""Works: what the organisation has said, who may read it, and what governs what."""

from datetime import datetime
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated, DatedQuerySet
from amana.ground.fields import WordsField
from amana.kernel.authority import Authority
from amana.texts.rules.eyes import keys_of, may_read

__all__ = [
    "Distribution",
    "Governs",
    "Modification",
    "Sensitivity",
    "Work",
    "WorkRecord",
    "readable",
]


class Work(models.Model):
    """A text as such (FRBR work), whether or not we hold a word of it."""

    class Kind(models.TextChoices):
        CHARTER = "charter"
        RULES = "rules"
        RESOLUTION = "resolution"
        DECISION = "decision"
        DECLARATION = "declaration"
        PRACTICE = "practice"
        STATUTE = "statute"
        REGULATIONS = "regulations"
        TREATY = "treaty"
        COMMUNIQUE = "communique"
        REPORT = "report"
        NOTE = "note"

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(key__regex=r"^[a-z0-9][a-z0-9.-]*$"), name="work_key_is_a_slug"
            )
        ]

    def __str__(self) -> str:
        return self.key


class Distribution(models.TextChoices):
    """How far a document goes: to everybody, to who holds an office, to named offices."""

    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"


class Sensitivity(models.TextChoices):
    """How much harm its becoming known would do; apart from how far it is distributed."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"  # noqa: S105 (a degree, not a password)


def readable(by: Authority | None) -> models.Q:
    """Which documents a reader may see: the rule of `texts.rules.eyes`, as a condition.

    It fits every table with `distribution`, `sensitivity` and `readers`.
    """
    everybody = models.Q(distribution=Distribution.GENERAL, sensitivity=Sensitivity.OPEN)
    if by is None or not by.offices:
        return everybody
    named = models.Q(readers__overlap=[key for held in by.offices for key in keys_of(held)])
    limited = models.Q(distribution=Distribution.LIMITED, sensitivity=Sensitivity.OPEN)
    return everybody | limited | named


class WorkRecords(DatedQuerySet["WorkRecord"]):
    """Records of works: what everybody may see, unless it is said who reads."""

    def known(self, at: datetime | None = None) -> Self:
        """What is known and may be seen by everybody: what nobody may see is in no answer.

        A text drafted here is in none before its first release.
        """
        return self.whoever(at).filter(readable(None), self._given_out())

    def seen_by(self, by: Authority | None, at: datetime | None = None) -> Self:
        """What is known and may be seen by this reader, with what was released of it."""
        rows = self.with_releases(at).filter(readable(by))
        return rows if by and by.offices else rows.filter(self._given_out())

    def with_releases(self, at: datetime | None = None) -> Self:
        """What is known, whoever may see it, with what was released of it.

        `given` of each row holds the languages of every release: `["ar-en", "fr"]`; `drafted`
        says whether the text was drafted here.
        """
        given = self._told_of_it("Release")
        joined = models.Func(
            "languages", models.Value("-"), function="array_to_string",
            output_field=models.TextField(),
        )  # fmt: skip
        return self.whoever(at).annotate(
            given=ArraySubquery(given.values_list(joined)),
            drafted=models.Exists(self._told_of_it("DraftRecord")),
        )

    def _given_out(self) -> models.Q:
        """Whether a text is of a pack, or was released in some language."""
        drafted, released = (self._told_of_it(name) for name in ("DraftRecord", "Release"))
        return models.Q(~models.Exists(drafted)) | models.Q(models.Exists(released))

    def _told_of_it(self, model: str) -> models.QuerySet[Any]:
        """What is known now of the same work in another table, as a subquery."""
        table: type[models.Model] = self.model._meta.apps.get_model("texts", model)
        rows = table._default_manager
        return rows.filter(work=models.OuterRef("work"), recorded__upper_inf=True)

    def whoever(self, at: datetime | None = None) -> Self:
        """What is known, whoever may see it: for acts and for proofs, never for an answer."""
        return super().known(at)


# What tells of a restricted text what it is.
_TELLING = ("title", "short", "symbol", "canonical", "symbol_original", "document")


class WorkRecord(Dated):
    """What is known of a work: title, symbol, adoption. `during` runs from its adoption.

    `readers` names offices (by key) and bodies (`body:` and key) that may read a document which
    is restricted or sensitive.
    """

    work = models.ForeignKey(Work, models.PROTECT, related_name="records")
    title = WordsField()
    short = WordsField()
    symbol = models.CharField(max_length=120, blank=True)
    canonical = models.CharField(max_length=120, blank=True, db_index=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    cluster = models.CharField(max_length=12, blank=True, db_index=True)
    symbol_original = models.CharField(max_length=120, blank=True)
    symbol_inferred = models.BooleanField(default=False)
    cited_only = models.BooleanField(default=False)
    title_lang = models.CharField(max_length=2, blank=True)
    title_truncated = models.BooleanField(default=False)
    title_unverified = models.BooleanField(default=False)
    document = models.CharField(max_length=200, blank=True)
    adopted = models.CharField(max_length=24, blank=True)
    adopted_by = WordsField()
    in_force = models.CharField(max_length=24, blank=True)
    hijri = models.CharField(max_length=80, blank=True)
    languages = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    original_language = WordsField()
    replaces = models.ForeignKey(
        Work, models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    registration = WordsField()
    distribution = models.CharField(
        max_length=10, choices=Distribution, default=Distribution.GENERAL
    )
    sensitivity = models.CharField(max_length=12, choices=Sensitivity, default=Sensitivity.OPEN)
    readers = ArrayField(models.CharField(max_length=120), default=list, blank=True)

    objects = WorkRecords.as_manager()  # type: ignore[misc]

    @property
    def sealed(self) -> tuple[str, ...]:
        """Whoever may read the register does not thereby read a restricted title."""
        everybody = may_read(self.distribution, self.sensitivity, self.readers, None)
        return () if everybody else _TELLING

    class Meta:
        constraints = [
            no_overlap("work", name="one_record_a_work"),
            is_period("work_record_is_a_period"),
            one_version("work_record_one_version"),
        ]


class Governs(Dated):
    """Which provisions of a work govern a subject."""

    work = models.ForeignKey(Work, models.PROTECT, related_name="subjects")
    key = models.CharField(max_length=120)
    wids = ArrayField(models.CharField(max_length=120))
    subject = WordsField()

    class Meta:
        verbose_name_plural = "governs"
        constraints = [
            no_overlap("work", "key", name="one_governs_a_subject"),
            is_period("governs_is_a_period"),
            one_version("governs_one_version"),
        ]


class Modification(Dated):
    """A change to a work that is known to have been decided; `during` runs from that day."""

    work = models.ForeignKey(Work, models.PROTECT, related_name="modifications")
    key = models.CharField(max_length=120)
    wid = models.CharField(max_length=120, blank=True)
    on = models.CharField(max_length=24)
    decided_by = WordsField()
    change = WordsField()
    evidence = WordsField()

    class Meta:
        constraints = [
            no_overlap("work", "key", name="one_modification_a_key"),
            is_period("modification_is_a_period"),
            one_version("modification_one_version"),
        ]
