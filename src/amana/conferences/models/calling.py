"""What a pack says of the time before a session: who may have one called, what is due, what stands.

All three are data with a period, a basis and a source; where no rule of the organisation is on
record, `mark` says whose practice it is.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.conferences.models.sessions import Session
from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["Condition", "Deadline", "Initiative", "Standing"]


class Initiative(models.TextChoices):
    """On whose initiative a session meets."""

    RULE = "rule"  # it falls due by the rules
    STATE = "state"
    SECRETARY_GENERAL = "secretary-general"
    COUNCIL = "council"  # another organ recommends it
    DECISION = "decision"  # the organ itself decided it at an earlier session


class Condition(Dated):
    """How a kind of session of a body comes to meet.

    `rule` is the parameter whose value on the day is the support that is needed (a share of the
    members) or, of ordinary sessions, how often they are held. An initiative in `alone` needs no
    support. `notice` is the least number of days between convening and opening, where a rule
    gives one.
    """

    REGISTRY = False

    key = models.CharField(max_length=120)
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="conditions")
    kind = models.CharField(max_length=14, choices=Session.Kind)
    rule = models.ForeignKey(
        "organisation.RuleName", models.PROTECT, null=True, blank=True, related_name="conditions"
    )
    initiatives = ArrayField(models.CharField(max_length=20, choices=Initiative))
    alone = ArrayField(
        models.CharField(max_length=20, choices=Initiative), default=list, blank=True
    )
    notice = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            no_overlap("body", "kind", name="one_condition_a_kind"),
            is_period("condition_is_a_period"),
            one_version("condition_one_version"),
        ]


class Deadline(Dated):
    """Something that is due some days before a session opens.

    `body` empty: for every body; `kinds` empty: for every kind of session. `mark` says whose
    practice it is where it is no rule of the organisation.
    """

    REGISTRY = False

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        AGENDA = "agenda"
        REQUESTS = "requests"  # last day on which items may be asked for
        DOCUMENTS = "documents"
        TRANSLATION = "translation"
        CREDENTIALS = "credentials"
        AMENDMENTS = "amendments"
        OTHER = "other"

    key = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind)
    body = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, blank=True, related_name="deadlines"
    )
    kinds = ArrayField(
        models.CharField(max_length=14, choices=Session.Kind), default=list, blank=True
    )
    names = WordsField()
    days = models.PositiveSmallIntegerField()
    mark = WordsField()

    class Meta:
        constraints = [
            no_overlap("key", name="one_value_a_deadline"),
            is_period("deadline_is_a_period"),
            one_version("deadline_one_version"),
        ]


class Standing(Dated):
    """An item that stands on the agenda of every session of a body, as a source says it."""

    REGISTRY = False

    key = models.CharField(max_length=120)
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="standing_items")
    kinds = ArrayField(
        models.CharField(max_length=14, choices=Session.Kind), default=list, blank=True
    )
    place = models.PositiveSmallIntegerField()
    names = WordsField()
    explanation = WordsField()

    class Meta:
        verbose_name_plural = "standing"
        constraints = [
            no_overlap("key", name="one_standing_a_key"),
            is_period("standing_is_a_period"),
            one_version("standing_one_version"),
        ]
