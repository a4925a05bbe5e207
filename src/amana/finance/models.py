"""What is public about the organisation's money: amounts only where a source prints them."""

from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["PublicFigure"]


class PublicFigure(Dated):
    """One printed figure: a budget, a contribution, arrears. Amounts in minor units (cents)."""

    key = models.CharField(max_length=120)
    entity = WordsField()
    kind = models.CharField(max_length=60)
    fiscal_year = models.CharField(max_length=40, blank=True)
    amount = models.BigIntegerField(null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)
    approved_by = WordsField()

    class Meta:
        constraints = [
            no_overlap("key", name="one_public_figure_a_key"),
            is_period("public_figure_is_a_period"),
            one_version("public_figure_one_version"),
        ]
