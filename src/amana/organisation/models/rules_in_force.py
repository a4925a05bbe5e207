"""Rules: one parameter of the organisation with its period and basis."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.organisation.models.bodies import Body

__all__ = ["Rule", "RuleName"]


class RuleName(models.Model):
    """The parameter itself: `secretary-general.term-length`."""

    key = models.CharField(max_length=80, unique=True)
    title = WordsField()
    aliases = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    group = models.CharField(max_length=24, default="other")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "key"]

    def __str__(self) -> str:
        return self.key


class Rule(Dated):
    """The value of a parameter over a period. `value` is as the source prints it."""

    name = models.ForeignKey(RuleName, models.PROTECT, related_name="values")
    body = models.ForeignKey(Body, models.PROTECT, related_name="rules")
    value = models.CharField(max_length=200)
    shown = WordsField()
    unit = WordsField()
    text = WordsField()
    renewals = models.PositiveSmallIntegerField(null=True, blank=True)
    min_members = models.PositiveSmallIntegerField(null=True, blank=True)
    unknown = models.BooleanField(default=False)

    class Meta:
        constraints = [
            no_overlap("name", "body", name="one_value_a_rule"),
            is_period("rule_is_a_period"),
            one_version("rule_one_version"),
        ]
