"""What a party says of a decision: a reservation, a statement, a disassociation."""

from django.db import models

from amana.conferences.models.sessions import Decision
from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["Statement"]


class Statement(Dated):
    """A reservation or statement, from the day it was made; it stays with the text.

    `party` is the key of a state, or of an organisation that observes.
    """

    class Kind(models.TextChoices):
        RESERVATION = "reservation"
        DISASSOCIATION = "disassociation"
        EXPLANATION = "explanation"
        STATEMENT = "statement"

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="statements")
    party = models.CharField(max_length=120)
    kind = models.CharField(max_length=14, choices=Kind)
    text = WordsField()

    class Meta:
        constraints = [
            no_overlap("decision", "party", "kind", name="one_statement_of_a_kind"),
            is_period("statement_is_a_period"),
            one_version("statement_one_version"),
        ]
