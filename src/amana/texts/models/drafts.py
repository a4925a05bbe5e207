"""Drafts: texts before they are tabled, block by block, with the state of each language.

Every save is a version (`recorded`), so a draft can be read as it was at any instant. Numbers are
free: they follow from the order. When a draft is tabled it becomes the nodes of a work, with
wIds that stay.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.texts.models.works import Distribution, Sensitivity, Work
from amana.texts.rules.kinds import Kind

__all__ = ["Draft", "DraftBlock", "DraftRecord", "Milestone", "SetAside"]


class Draft(models.Model):
    """A text in the making."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Work.Kind)

    def __str__(self) -> str:
        return self.key


class DraftRecord(Dated):
    """What is known of a draft: its title, stage, symbol, and who may read it.

    `office` is the key of the body that keeps it, `master` the language it is drafted in, `work`
    what it became; `amends` the work that it would change, where it is an amendment.
    """

    REGISTRY = False
    SEALED = ("title",)

    class Stage(models.TextChoices):
        DRAFT = "draft"
        TABLED = "tabled"
        WITHDRAWN = "withdrawn"

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="records")
    title = WordsField()
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT)
    symbol = models.CharField(max_length=120, blank=True)
    master = models.CharField(max_length=2, default="en")
    languages = ArrayField(models.CharField(max_length=2), default=list)
    office = models.CharField(max_length=120, blank=True)
    distribution = models.CharField(
        max_length=10, choices=Distribution, default=Distribution.LIMITED
    )
    sensitivity = models.CharField(max_length=12, choices=Sensitivity, default=Sensitivity.OPEN)
    readers = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    work = models.ForeignKey(Work, models.PROTECT, null=True, blank=True, related_name="drafts")
    amends = models.ForeignKey(
        Work, models.PROTECT, null=True, blank=True, related_name="amending_drafts"
    )

    class Meta:
        constraints = [
            no_overlap("draft", name="one_record_a_draft"),
            is_period("draft_record_is_a_period"),
            one_version("draft_record_one_version"),
        ]


class DraftBlock(Dated):
    """One block of a draft. `place` orders it; `states` says how far each language is."""

    REGISTRY = False
    SEALED = ("heading", "text", "printed")

    class State(models.TextChoices):
        """How far the text of one language is; released comes with the release of the whole."""

        DRAFTED = "drafted"
        TRANSLATED = "translated"
        REVISED = "revised"
        READY = "ready"
        RELEASED = "released"

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="blocks")
    block = models.CharField(max_length=24)
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in Kind])
    place = models.BigIntegerField()
    num = models.CharField(max_length=24, blank=True)
    heading = WordsField()
    text = WordsField()
    printed = WordsField()
    states = models.JSONField(default=dict, blank=True)
    wanted = models.JSONField(default=dict, blank=True)  # {"fr": "2026-12-01"}: asked for by then

    class Meta:
        constraints = [
            no_overlap("draft", "block", name="one_text_a_block"),
            is_period("draft_block_is_a_period"),
            one_version("draft_block_one_version"),
        ]


class SetAside(Dated):
    """Words that a second hand had typed over the same ones: kept until somebody settles them.

    `heading` says that they were typed over a heading, not over the text of the block.
    """

    REGISTRY = False
    SEALED = ("text",)

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="set_aside")
    block = models.CharField(max_length=24)
    lang = models.CharField(max_length=2)
    text = WordsField()
    heading = models.BooleanField(default=False)
    who = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "set aside"
        constraints = [
            is_period("set_aside_is_a_period"),
            one_version("set_aside_one_version"),
        ]


class Milestone(Dated):
    """A version of a draft that was given a name: what it said then is what was known then."""

    REGISTRY = False

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="milestones")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            no_overlap("draft", "number", name="one_milestone_a_number"),
            is_period("milestone_is_a_period"),
            one_version("milestone_one_version"),
        ]
