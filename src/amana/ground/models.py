"""The register of acts: one row for every write, chained by hash, never changed or deleted."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.fields import WordsField

__all__ = ["Act", "Job", "PackRecord"]


class Act(models.Model):
    """Who did what, when, in which office, under which provision and why.

    `hash` is SHA-256 over the canonical JSON of every other column, `prev` being the hash of
    the act before: whoever holds the last hash can prove the whole register. A trigger
    refuses UPDATE, DELETE and TRUNCATE.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=120)
    actor_name = models.CharField(max_length=200)
    office = models.CharField(max_length=120, blank=True)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=200, db_index=True)
    facts = models.JSONField(default=dict)
    basis = ArrayField(models.CharField(max_length=200), default=list)
    reason = models.TextField(blank=True)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-seq"]
        indexes = [
            models.Index(fields=["actor", "seq"], name="ground_act_actor_idx"),
            models.Index(fields=["verb", "seq"], name="ground_act_verb_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb} {self.subject}"


class PackRecord(models.Model):
    """What a pack said when it was last loaded: so that loading again can name what changed."""

    pack = models.CharField(max_length=60)
    table = models.CharField(max_length=60)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    facts = ArrayField(models.UUIDField(), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pack", "table", "key"], name="one_record_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.pack}: {self.table} {self.key}"


class Job(models.Model):
    """Long work that somebody asked for: how far it is, and what came of it."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    actor = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)
    fault = WordsField()
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
