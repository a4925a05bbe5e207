"""Persons, offices and the terms for which they are held."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.organisation.models.bodies import Body
from amana.organisation.models.rules_in_force import RuleName
from amana.organisation.models.states import State

__all__ = ["Office", "Person", "PersonName", "Post", "Term"]


class Person(models.Model):
    """A person who holds or held an office; `user` is the account, where there is one."""

    key = models.CharField(max_length=120, unique=True)
    nationality = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="nationals"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="person"
    )

    def __str__(self) -> str:
        return self.key


class PersonName(Dated):
    """How a person is written; `spellings` are the other forms met in sources."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="names")
    names = WordsField()
    spellings = ArrayField(models.CharField(max_length=200), default=list, blank=True)

    class Meta:
        constraints = [
            no_overlap("person", name="one_name_a_person"),
            is_period("person_name_is_a_period"),
            one_version("person_name_one_version"),
        ]


class Office(models.Model):
    """An office of a body; its title and its number of seats are dated in Post."""

    class HeldBy(models.TextChoices):
        PERSON = "person"
        STATE = "state"

    key = models.CharField(max_length=120, unique=True)
    body = models.ForeignKey(Body, models.PROTECT, related_name="offices")
    held_by = models.CharField(max_length=6, choices=HeldBy, default=HeldBy.PERSON)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "key"]

    def __str__(self) -> str:
        return self.key


class Post(Dated):
    """Title, seats, powers and rule of the term of an office over a period."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="posts")
    title = WordsField()
    seats = models.PositiveSmallIntegerField(default=1)
    chief = models.BooleanField(default=False)
    powers = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    term_rule = models.ForeignKey(
        RuleName, models.PROTECT, null=True, blank=True, related_name="posts"
    )

    class Meta:
        constraints = [
            no_overlap("office", name="one_post_an_office"),
            is_period("post_is_a_period"),
            one_version("post_one_version"),
        ]


class Term(Dated):
    """A person or a state holds one seat of an office. `expected_end` follows the rule."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="terms")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="terms")
    state = models.ForeignKey(State, models.PROTECT, null=True, blank=True, related_name="terms")
    seat = models.PositiveSmallIntegerField(default=1)
    acting = models.BooleanField(default=False)
    seen = models.BooleanField(default=False)
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    elected = models.CharField(max_length=24, blank=True)
    elected_by = WordsField()
    end_reason = WordsField()
    group = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="terms_of_group"
    )
    expected_end = models.DateField(null=True, blank=True)
    term_basis = ArrayField(models.CharField(max_length=200), default=list, blank=True)

    class Meta:
        constraints = [
            no_overlap("office", "seat", name="one_holder_a_seat"),
            is_period("term_is_a_period"),
            one_version("term_one_version"),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, state__isnull=True)
                | models.Q(person__isnull=True, state__isnull=False),
                name="term_has_one_holder",
            ),
        ]
