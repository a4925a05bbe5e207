"""What is said on a floor: an append-only log of events, and who presides and keeps the desk."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.conferences.models.sessions import Session
from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["Duty", "Entry", "Log"]


class Log(models.Model):
    """The floor of the plenary, or of a committee, over a whole session.

    Its state is nowhere stored: it is the fold of `before` and of the entries, in their order.
    `before` holds, in the vocabulary of a meeting log, `roll` and `given`. `length` and `head`
    (the hash of the last entry) are of the log as committed; whoever writes locks this row.
    `door` is the unguessable part of the address of the hall screen.
    """

    key = models.CharField(max_length=120, unique=True)
    session = models.ForeignKey(Session, models.PROTECT, related_name="logs")
    names = WordsField()  # of a committee; empty for the plenary
    position = models.PositiveSmallIntegerField(default=0)
    rulebook = models.CharField(max_length=60)
    language = models.CharField(max_length=2, default="en")
    exercise = models.BooleanField(default=False)
    before = models.JSONField(default=dict)
    made = models.DateTimeField()
    door = models.CharField(max_length=64)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="one_log_a_position"),
        ]

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """One event that happened: as it was said, by whom, when, on whose duty.

    `hash` is SHA-256 over the canonical JSON of the other columns, `prev` the hash of the entry
    before; the register holds the head of the log at each adjournment. `key` is the idempotency
    key of the sender: said twice under one key, an event happens once. A trigger refuses UPDATE,
    DELETE and TRUNCATE.
    """

    log = models.ForeignKey(Log, models.PROTECT, related_name="entries")
    n = models.PositiveIntegerField()
    at = models.DateTimeField()
    do = models.CharField(max_length=40)
    by = ArrayField(models.CharField(max_length=80), default=list)
    more = models.JSONField(default=dict)
    key = models.CharField(max_length=80, blank=True)
    account = models.CharField(max_length=120, blank=True)
    duty = models.CharField(max_length=40)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["log", "n"]
        constraints = [
            models.UniqueConstraint(fields=["log", "n"], name="one_entry_a_number"),
            models.UniqueConstraint(
                fields=["log", "key"], condition=~models.Q(key=""), name="one_entry_a_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.log_id} {self.n} {self.do}"


class Duty(Dated):
    """Who presides, keeps the secretary's desk, interprets or counts papers, on which days."""

    class Role(models.TextChoices):
        CHAIR = "chair"
        SECRETARY = "secretary"
        INTERPRETER = "interpreter"
        TELLER = "teller"

    REGISTRY = False

    log = models.ForeignKey(Log, models.PROTECT, related_name="duties")
    role = models.CharField(max_length=12, choices=Role)
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="duties")
    delegation = models.CharField(max_length=80, blank=True)  # of which the chair is a member

    class Meta:
        constraints = [
            no_overlap("log", "role", "user", name="one_duty_at_once"),
            is_period("duty_is_a_period"),
            one_version("duty_one_version"),
        ]
