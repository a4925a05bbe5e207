"""Letters of the General Secretariat: numbered year by year, and the language of an addressee."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.conferences.models.delegations import Delegation
from amana.conferences.models.sessions import Session
from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.ground.models import Act

__all__ = ["Correspondence", "Letter", "LetterCounter"]


class Correspondence(Dated):
    """In which language letters go to a party, the key of a state or of a body."""

    REGISTRY = False

    party = models.CharField(max_length=120)
    language = models.CharField(max_length=2)

    class Meta:
        constraints = [
            no_overlap("party", name="one_language_a_party"),
            is_period("correspondence_is_a_period"),
            one_version("correspondence_one_version"),
        ]


class LetterCounter(models.Model):
    """The next number of a year. Its row is locked while one is taken; exercises count apart."""

    year = models.PositiveSmallIntegerField()
    exercise = models.BooleanField(default=False)
    next = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "exercise"], name="one_letter_counter"),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.next}"


class Letter(models.Model):
    """A note of invitation as it was numbered: its words never change, its stage does.

    `initialled_by` and `sealed_by` are the keys of two different actors.
    """

    class Stage(models.TextChoices):
        NUMBERED = "numbered"
        INITIALLED = "initialled"
        SEALED = "sealed"
        SENT = "sent"

    year = models.PositiveSmallIntegerField()
    exercise = models.BooleanField(default=False)
    number = models.PositiveIntegerField()
    session = models.ForeignKey(Session, models.PROTECT, related_name="letters")
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="letters")
    language = models.CharField(max_length=2)
    addressee = WordsField()
    dated = models.DateField()
    paragraphs = ArrayField(models.TextField())
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.NUMBERED)
    initialled_by = models.CharField(max_length=120, blank=True)
    sealed_by = models.CharField(max_length=120, blank=True)
    sent = models.DateField(null=True, blank=True)
    way = models.CharField(max_length=120, blank=True)
    act = models.ForeignKey(Act, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["exercise", "year", "number"], name="one_letter_a_number"
            ),
            models.UniqueConstraint(fields=["delegation"], name="one_invitation_a_delegation"),
            models.CheckConstraint(
                condition=models.Q(sealed_by="") | ~models.Q(sealed_by=models.F("initialled_by")),
                name="letter_sealed_by_another",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.printed

    @property
    def printed(self) -> str:
        """The number as it stands on the letter: `12/2026`."""
        return f"{self.number}/{self.year}"
