"""Works and their provisions: what the organisation has said, and where authority stands."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["Governs", "Modification", "Node", "NodeText", "Work", "WorkRecord"]


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


class WorkRecord(Dated):
    """What is known of a work: title, symbol, adoption. `during` runs from its adoption."""

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

    class Meta:
        constraints = [
            no_overlap("work", name="one_record_a_work"),
            is_period("work_record_is_a_period"),
            one_version("work_record_one_version"),
        ]


class Node(models.Model):
    """A provision of a work, by its wId (Akoma Ntoso naming: `chp_XI`, `art_16`)."""

    class Kind(models.TextChoices):
        CHAPTER = "chapter"
        ARTICLE = "article"
        RULE = "rule"
        PARAGRAPH = "paragraph"
        POINT = "point"
        ANNEX = "annex"

    key = models.CharField(max_length=240, unique=True)  # its address: work#wid
    work = models.ForeignKey(Work, models.PROTECT, related_name="nodes")
    wid = models.CharField(max_length=120)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    num = models.CharField(max_length=24)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["work", "position"]
        constraints = [
            models.UniqueConstraint(fields=["work", "wid"], name="one_wid_a_work"),
        ]

    def __str__(self) -> str:
        return self.key


class NodeText(Dated):
    """Heading and our own-word summary of a provision while it says so, in three languages."""

    node = models.ForeignKey(Node, models.PROTECT, related_name="texts")
    heading = WordsField()
    summary = WordsField()
    evidence = WordsField()
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        constraints = [
            no_overlap("node", name="one_text_a_node"),
            is_period("node_text_is_a_period"),
            one_version("node_text_one_version"),
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
