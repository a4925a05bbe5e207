"""Sessions of bodies and the works they decided."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.texts.models import Work

__all__ = ["Cluster", "Decision", "Session", "Sitting"]


class Session(models.Model):
    """A session of a body as such; where and when it sat is dated in Sitting.

    One of an `exercise` stands in no list, search or feed: it is reached by its address alone.
    """

    class Kind(models.TextChoices):
        ORDINARY = "ordinary"
        EXTRAORDINARY = "extraordinary"
        RESUMED = "resumed"

    key = models.CharField(max_length=80, unique=True)
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=14, choices=Kind)
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    exercise = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind", "ordinal"],
                condition=models.Q(ordinal__isnull=False),
                name="one_session_an_ordinal",
            )
        ]

    def __str__(self) -> str:
        return self.key


class Sitting(Dated):
    """What is known of a session: place, days (`during`), theme, documents, Hijri as printed."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="sittings")
    city = WordsField()
    state = models.ForeignKey(
        "organisation.State", models.PROTECT, null=True, blank=True, related_name="sittings"
    )
    hijri = models.CharField(max_length=80, blank=True)
    hijri_reported = models.CharField(max_length=80, blank=True)
    theme = WordsField()
    documents = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    status = WordsField()

    class Meta:
        constraints = [
            no_overlap("session", name="one_sitting_a_session"),
            is_period("sitting_is_a_period"),
            one_version("sitting_one_version"),
        ]


class Decision(models.Model):
    """A session adopted a work.

    Of one taken on a floor of ours, `log` and `proposal` say where, `entry` is the number of the
    event that settled it, and `how` its outcome, method, majority, base, figures and rules.
    """

    key = models.CharField(max_length=120, unique=True)
    session = models.ForeignKey(Session, models.PROTECT, related_name="decisions")
    work = models.OneToOneField(Work, models.PROTECT, related_name="decision")
    log = models.ForeignKey(
        "conferences.Log", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    proposal = models.CharField(max_length=80, blank=True)
    entry = models.PositiveIntegerField(null=True, blank=True)
    how = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["log", "proposal"],
                condition=models.Q(log__isnull=False),
                name="one_decision_a_proposal",
            )
        ]

    def __str__(self) -> str:
        return self.key


class Cluster(models.Model):
    """A subject of resolutions: its name, and the letters by which symbols print it."""

    key = models.CharField(max_length=120, unique=True)
    names = WordsField()
    forms = ArrayField(models.CharField(max_length=20))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(forms__len__gt=0), name="cluster_is_printed_somehow"
            )
        ]

    def __str__(self) -> str:
        return self.key
