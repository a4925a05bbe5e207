"""What was confirmed at the desk, so that one confirmation is never written twice."""

from django.db import models

from amana.ground import clock

__all__ = ["Confirmation"]


class Confirmation(models.Model):
    """One press of "Record this act": the preview's token, and the acts that it made.

    PostgreSQL lets only one of two presses through; the other is shown what the first recorded.
    """

    actor = models.CharField(max_length=120)
    token = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    first = models.BigIntegerField(null=True)
    last = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["actor", "token"], name="one_confirmation_a_preview")
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.token}"
