"""States and the names they bore."""

from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["State", "StateName"]


class State(models.Model):
    """A state, a former state, or a participant that is neither (a designation, a community)."""

    class Kind(models.TextChoices):
        STATE = "state"
        FORMER = "former_state"
        DESIGNATION = "designation"
        COMMUNITY = "community"

    key = models.CharField(max_length=40, unique=True)
    alpha3 = models.CharField(max_length=3, unique=True)
    alpha2 = models.CharField(max_length=2, blank=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.STATE)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(alpha3__regex=r"^[A-Z]{3}$"), name="alpha3_is_three_letters"
            )
        ]

    def __str__(self) -> str:
        return self.alpha3


class StateName(Dated):
    """Short and official name of a state over a period."""

    state = models.ForeignKey(State, models.PROTECT, related_name="names")
    names = WordsField()
    official = WordsField()

    class Meta:
        constraints = [
            no_overlap("state", name="one_name_a_state"),
            is_period("state_name_is_a_period"),
            one_version("state_name_one_version"),
        ]
