"""Provisions of works, what they say in three languages, and the operations that change them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.texts.models.works import Work
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Place

__all__ = ["Node", "NodeText", "Operation", "WorkEvent"]

KINDS = [(kind.value, kind.value) for kind in Kind]


class Node(models.Model):
    """A provision of a work, by its wId (Akoma Ntoso naming: `chp_XI`, `art_16`).

    Its number, place and parent are those of the original; what a day makes of them is the fold
    of the operations (`texts.rules.operations`).
    """

    key = models.CharField(max_length=240, unique=True)  # its address: work#wid
    work = models.ForeignKey(Work, models.PROTECT, related_name="nodes")
    wid = models.CharField(max_length=120)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    kind = models.CharField(max_length=16, choices=KINDS)
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
    """What a provision says, in three languages: its heading, its words where we hold them.

    `summary` is ours and never the wording; `text` is the wording; `printed` the number as each
    language prints it. A language without text has none on record.
    """

    SEALED = ("heading", "text")

    node = models.ForeignKey(Node, models.PROTECT, related_name="texts")
    heading = WordsField()
    summary = WordsField()
    text = WordsField()
    printed = WordsField()
    evidence = WordsField()
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        constraints = [
            no_overlap("node", name="one_text_a_node"),
            is_period("node_text_is_a_period"),
            one_version("node_text_one_version"),
        ]


class WorkEvent(Dated):
    """Something on which an operation may wait: an entry into force, a tenth ratification.

    `on` is empty as long as it has not happened.
    """

    REGISTRY = False

    work = models.ForeignKey(Work, models.PROTECT, related_name="events")
    key = models.CharField(max_length=80)
    name = WordsField()
    on = models.CharField(max_length=24, blank=True)

    class Meta:
        constraints = [
            no_overlap("work", "key", name="one_event_a_key"),
            is_period("work_event_is_a_period"),
            one_version("work_event_one_version"),
        ]


class Operation(Dated):
    """A change to a provision, as `rules.operations.Operation` says it.

    `during` runs from the day on which it was decided; `effective` is the day from which it
    applies, empty while unknown or while `event` has not happened. Undo is its withdrawal.
    """

    REGISTRY = False
    SEALED = ("units", "old", "new")

    work = models.ForeignKey(Work, models.PROTECT, related_name="operations")
    key = models.CharField(max_length=40)
    change = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Change])
    wid = models.CharField(max_length=120, blank=True)
    place = models.CharField(
        max_length=6, choices=[(p.value, p.value) for p in Place], default=Place.AFTER.value
    )
    units = models.JSONField(default=list, blank=True)
    old = WordsField()
    new = WordsField()
    num = models.CharField(max_length=24, blank=True)
    printed = WordsField()
    effective = models.CharField(max_length=24, blank=True)
    event = models.CharField(max_length=80, blank=True)
    order = models.PositiveIntegerField(default=0)
    instrument = models.CharField(max_length=200)

    class Meta:
        constraints = [
            no_overlap("key", name="one_operation_a_key"),
            is_period("operation_is_a_period"),
            one_version("operation_one_version"),
            models.UniqueConstraint(
                fields=["work", "wid", "effective"],
                condition=models.Q(recorded__upper_inf=True, old={})
                & models.Q(change__in=[Change.SUBSTITUTE.value, Change.REPEAL.value])
                & ~models.Q(effective=""),
                name="one_whole_change_a_day",
            ),
        ]
