"""Before a session: how it was convened, what is on its agenda, which documents are on its items.

Every save is a version, so an agenda can be read as it was at any instant, and a session that was
moved keeps its earlier days.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.conferences.models.calling import Initiative
from amana.conferences.models.sessions import Session
from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.texts.models import Distribution, Draft, Sensitivity, Work

__all__ = ["AgendaItem", "Convening", "ItemDocument", "ItemRecord", "Recommendation"]


class Convening(Dated):
    """A session asked for, or convened: by whom, with what support, under which rule.

    `key` is that of the session once it is convened. `requests` are the states that asked or
    agreed, first the one that asked, each with its day: `[{"state": "egy", "on": "2026-11-24"}]`.
    `members` and `needed` are those of the day on which it was convened. `otherwise` is the
    reason where the Chair or the organ decided against the rule.
    """

    REGISTRY = False

    class Stage(models.TextChoices):
        ASKED = "asked"
        CONVENED = "convened"

    key = models.CharField(max_length=80)
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="convenings")
    kind = models.CharField(max_length=14, choices=Session.Kind)
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="convenings"
    )
    parent = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="resumptions"
    )
    stage = models.CharField(max_length=8, choices=Stage)
    initiative = models.CharField(max_length=20, choices=Initiative)
    requests = models.JSONField(default=list, blank=True)
    members = models.PositiveSmallIntegerField(null=True, blank=True)
    needed = models.PositiveSmallIntegerField(null=True, blank=True)
    purpose = WordsField()
    venue = WordsField()
    otherwise = models.TextField(blank=True)
    notified = models.DateField(null=True, blank=True)  # the day on which notice was sent

    class Meta:
        constraints = [
            no_overlap("key", name="one_convening_a_session"),
            is_period("convening_is_a_period"),
            one_version("convening_one_version"),
        ]


class AgendaItem(models.Model):
    """An item as such: its key stays, whatever its number on the agenda becomes."""

    key = models.CharField(max_length=120, unique=True)
    session = models.ForeignKey(Session, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()  # in the order in which items came, never on paper

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_item_a_number"),
        ]

    def __str__(self) -> str:
        return self.key


class ItemRecord(Dated):
    """What is known of an item. Its number on the agenda follows from `parent` and `place`.

    `came_from` is the key of what it was built from (a standing item, a recommendation, an item of
    the last session) or the address of the paragraph that asks for it; `basis` what it rests on;
    `asked_by` the key of the state or body that asked for it.
    """

    REGISTRY = False

    class Origin(models.TextChoices):
        STANDING = "standing"
        MANDATE = "mandate"
        REQUEST = "request"
        RECOMMENDATION = "recommendation"
        DEFERRED = "deferred"  # left over from an earlier session
        PROPOSAL = "proposal"  # the Secretariat's own

    class Stage(models.TextChoices):
        PROPOSED = "proposed"
        PROVISIONAL = "provisional"
        ADOPTED = "adopted"
        DELETED = "deleted"
        DEFERRED = "deferred"

    class Fate(models.TextChoices):
        CONSIDERED = "considered"
        ADOPTED = "adopted"
        AMENDED = "amended"
        DEFERRED = "deferred"
        NOT_TAKEN_UP = "not-taken-up"

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="records")
    parent = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="inner"
    )
    place = models.PositiveIntegerField()
    title = WordsField()
    explanation = WordsField()
    origin = models.CharField(max_length=14, choices=Origin)
    came_from = models.CharField(max_length=240, blank=True)
    asked_by = models.CharField(max_length=120, blank=True)
    stage = models.CharField(max_length=11, choices=Stage, default=Stage.PROPOSED)
    fate = models.CharField(max_length=12, choices=Fate, blank=True)
    decision = models.CharField(max_length=240, blank=True)  # the address of what was decided

    class Meta:
        constraints = [
            no_overlap("item", name="one_record_an_item"),
            is_period("item_record_is_a_period"),
            one_version("item_record_one_version"),
        ]


class ItemDocument(Dated):
    """A document on an item: a draft, a text on record, or a symbol that waits for its text.

    What was considered stays readable as it was: `pinned` is the instant whose words of the draft
    were on the table (and `milestone` the number of that version, where it has one), `day` the
    day whose wording of the work it was. A text is seen by who may read the text; distribution,
    sensitivity and readers here are those of a symbol without one.
    """

    REGISTRY = False
    SEALED = ("title",)

    class Role(models.TextChoices):
        REPORT = "report"
        DRAFT_RESOLUTION = "draft-resolution"
        NOTE = "note"
        AMENDMENT = "amendment"
        OTHER = "other"

    key = models.CharField(max_length=140)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="documents")
    role = models.CharField(max_length=16, choices=Role)
    title = WordsField()
    symbol = models.CharField(max_length=120, blank=True)
    draft = models.ForeignKey(Draft, models.PROTECT, null=True, blank=True, related_name="slots")
    work = models.ForeignKey(Work, models.PROTECT, null=True, blank=True, related_name="slots")
    milestone = models.PositiveIntegerField(null=True, blank=True)
    pinned = models.DateTimeField(null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    words = models.PositiveIntegerField(default=0)  # how long it is expected to be
    languages = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    due = models.DateField(null=True, blank=True)  # another day than the deadline gives
    submitted = models.DateField(null=True, blank=True)
    distribution = models.CharField(
        max_length=10, choices=Distribution, default=Distribution.LIMITED
    )
    sensitivity = models.CharField(max_length=12, choices=Sensitivity, default=Sensitivity.OPEN)
    readers = ArrayField(models.CharField(max_length=120), default=list, blank=True)

    class Meta:
        constraints = [
            no_overlap("key", name="one_document_a_key"),
            is_period("item_document_is_a_period"),
            one_version("item_document_one_version"),
        ]


class Recommendation(Dated):
    """What one body, or the Secretariat, recommends to another: it travels as an item.

    `item` is the last item in which it came before the body; `fate` how it ended there, by which
    `decision` (an address). A deferred one travels again.
    """

    REGISTRY = False

    class Fate(models.TextChoices):
        OPEN = "open"
        ADOPTED = "adopted"
        AMENDED = "amended"
        DEFERRED = "deferred"
        NOT_TAKEN_UP = "not-taken-up"

    key = models.CharField(max_length=120)
    made_by = models.ForeignKey("organisation.Body", models.PROTECT, related_name="recommended")
    made_to = models.ForeignKey("organisation.Body", models.PROTECT, related_name="recommendations")
    made_in = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    title = WordsField()
    text = WordsField()
    draft = models.ForeignKey(
        Draft, models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    fate = models.CharField(max_length=12, choices=Fate, default=Fate.OPEN)
    decision = models.CharField(max_length=240, blank=True)

    class Meta:
        constraints = [
            no_overlap("key", name="one_recommendation_a_key"),
            is_period("recommendation_is_a_period"),
            one_version("recommendation_one_version"),
        ]
