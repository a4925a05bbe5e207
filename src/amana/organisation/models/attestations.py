"""What each source says of a fact, and which the register prefers, with the reason."""

from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["Attestation", "Question"]


class Question(Dated):
    """A question that sources answer; `reason` says why one answer is preferred."""

    key = models.CharField(max_length=120)
    question = WordsField()
    reason = WordsField()
    about = models.CharField(max_length=160, blank=True, db_index=True)

    class Meta:
        constraints = [
            no_overlap("key", name="one_question_a_key"),
            is_period("question_is_a_period"),
            one_version("question_one_version"),
        ]


class Attestation(Dated):
    """One source's answer."""

    question_key = models.CharField(max_length=120, db_index=True)
    number = models.PositiveSmallIntegerField()
    value = WordsField()
    preferred = models.BooleanField(default=False)

    class Meta:
        ordering = ["question_key", "number"]
        constraints = [
            no_overlap("question_key", "number", name="one_attestation_a_number"),
            no_overlap(
                "question_key", name="one_preferred_attestation", condition=models.Q(preferred=True)
            ),
            is_period("attestation_is_a_period"),
            one_version("attestation_one_version"),
        ]
