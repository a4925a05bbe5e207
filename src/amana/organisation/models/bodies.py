"""Bodies: organs, committees, institutions, departments, groups; one shape for all."""

from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.organisation.models.states import State

__all__ = ["Body", "BodyKind", "BodyName", "Establishment", "Placement", "Seat"]


class BodyKind(models.Model):
    """What a kind of body has: a row, so that another organisation can have other kinds."""

    key = models.CharField(max_length=40, unique=True)
    names = WordsField()
    plural = WordsField()
    position = models.PositiveIntegerField(default=0)
    is_organisation = models.BooleanField(default=False)
    is_organ = models.BooleanField(default=False)
    is_institution = models.BooleanField(default=False)
    is_department = models.BooleanField(default=False)
    is_group = models.BooleanField(default=False)
    is_external = models.BooleanField(default=False)
    has_members = models.BooleanField(default=False)
    has_sessions = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "key"]

    def __str__(self) -> str:
        return self.key


class Body(models.Model):
    """A body as such; what it is called, where it stands and since when are dated rows."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.ForeignKey(BodyKind, models.PROTECT, related_name="bodies")
    rank = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "bodies"
        ordering = ["rank", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(key__regex=r"^[a-z0-9][a-z0-9.-]*$"), name="body_key_is_a_slug"
            )
        ]

    def __str__(self) -> str:
        return self.key


class Establishment(Dated):
    """The period in which a body exists, under which provision, and what it is for."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="establishments")
    established_by = WordsField()
    composition = WordsField()
    role = WordsField()
    status = WordsField()
    headed_by = WordsField()
    functions = models.JSONField(default=dict, blank=True)  # {lang: [text, …]}
    sections = models.JSONField(default=dict, blank=True)  # {lang: [text, …]}
    dissolved_by = WordsField()

    class Meta:
        constraints = [
            no_overlap("body", name="one_establishment_a_body"),
            is_period("establishment_is_a_period"),
            one_version("establishment_one_version"),
        ]


class BodyName(Dated):
    """What a body was called over a period."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="names")
    names = WordsField()
    acronym = WordsField()

    class Meta:
        constraints = [
            no_overlap("body", name="one_name_a_body"),
            is_period("body_name_is_a_period"),
            one_version("body_name_one_version"),
        ]


class Placement(Dated):
    """Under which body a body stands; a trigger refuses one that would be its own ancestor."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="placements")
    parent = models.ForeignKey(Body, models.PROTECT, related_name="children")

    class Meta:
        constraints = [
            no_overlap("body", name="one_parent_a_body"),
            is_period("placement_is_a_period"),
            one_version("placement_one_version"),
            models.CheckConstraint(
                condition=~models.Q(body=models.F("parent")), name="no_body_stands_under_itself"
            ),
        ]


class Seat(Dated):
    """Where a body sits; itinerant bodies sit where their host invites them."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats")
    place = WordsField()
    state = models.ForeignKey(State, models.PROTECT, null=True, blank=True, related_name="seats")
    provisional = models.BooleanField(default=False)
    itinerant = models.BooleanField(default=False)
    until_event = WordsField()

    class Meta:
        constraints = [
            no_overlap("body", name="one_seat_a_body"),
            is_period("seat_is_a_period"),
            one_version("seat_one_version"),
        ]
