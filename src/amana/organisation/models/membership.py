"""Memberships of states and bodies in bodies, their suspension, and what befell them."""

from django.db import models

from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.organisation.models.bodies import Body
from amana.organisation.models.states import State

__all__ = ["Application", "Membership", "StatusEvent", "Suspension", "VoteExemption"]

ONE_PARTY = models.Q(state__isnull=False, member_body__isnull=True) | models.Q(
    state__isnull=True, member_body__isnull=False
)


class Status(models.TextChoices):
    """As what a party takes part."""

    MEMBER = "member"
    OBSERVER = "observer"


class Membership(Dated):
    """A state, or an organisation, takes part in a body, as member or observer."""

    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    member_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    body = models.ForeignKey(Body, models.PROTECT, related_name="members")
    status = models.CharField(max_length=10, choices=Status, default=Status.MEMBER)
    founding = models.BooleanField(default=False)
    charter_party = models.BooleanField(default=False)

    class Meta:
        constraints = [
            no_overlap("state", "body", name="one_membership_a_state"),
            no_overlap("member_body", "body", name="one_membership_a_body"),
            is_period("membership_is_a_period"),
            one_version("membership_one_version"),
            models.CheckConstraint(condition=ONE_PARTY, name="membership_has_one_party"),
        ]
        indexes = [models.Index(fields=["body", "status"], name="membership_body_idx")]


class Suspension(Dated):
    """A member's participation, or only its vote, is suspended."""

    class Of(models.TextChoices):
        PARTICIPATION = "participation"
        VOTE = "vote"

    state = models.ForeignKey(State, models.PROTECT, related_name="suspensions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="suspensions")
    of = models.CharField(max_length=14, choices=Of, default=Of.PARTICIPATION)
    why = WordsField()
    decided_by = WordsField()
    lifted_by = WordsField()
    hijri = models.CharField(max_length=80, blank=True)
    hijri_until = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            no_overlap("state", "body", "of", name="one_suspension_a_state"),
            is_period("suspension_is_a_period"),
            one_version("suspension_one_version"),
        ]


class VoteExemption(Dated):
    """A member votes although its vote is suspended; the suspension itself stays."""

    state = models.ForeignKey(State, models.PROTECT, related_name="vote_exemptions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="vote_exemptions")
    decided_by = WordsField()

    class Meta:
        constraints = [
            no_overlap("state", "body", name="one_vote_exemption_a_state"),
            is_period("vote_exemption_is_a_period"),
            one_version("vote_exemption_one_version"),
        ]


class Application(Dated):
    """A request to become a member or an observer, from the day it is known."""

    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="applications"
    )
    member_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="applications"
    )
    body = models.ForeignKey(Body, models.PROTECT, related_name="applicants")
    sought = models.CharField(max_length=10, choices=Status, default=Status.OBSERVER)

    class Meta:
        constraints = [
            no_overlap("state", "body", "sought", name="one_application_a_state"),
            no_overlap("member_body", "body", "sought", name="one_application_a_body"),
            is_period("application_is_a_period"),
            one_version("application_one_version"),
            models.CheckConstraint(condition=ONE_PARTY, name="application_has_one_party"),
        ]


class StatusEvent(Dated):
    """What befell a membership without changing it: a dispute, a recommendation, a merger."""

    class Kind(models.TextChoices):
        RECOGNITION_DISPUTE = "recognition_dispute"
        CONTESTED = "membership_contested"
        SUSPENSION_RECOMMENDED = "suspension_recommended"
        REINSTATEMENT_DECIDED = "reinstatement_decided"
        UNIFICATION = "unification"

    key = models.CharField(max_length=120)
    state = models.ForeignKey(State, models.PROTECT, related_name="status_events")
    body = models.ForeignKey(Body, models.PROTECT, related_name="status_events")
    kind = models.CharField(max_length=24, choices=Kind)
    on = models.CharField(max_length=24)
    decided_by = WordsField()

    class Meta:
        constraints = [
            no_overlap("key", name="one_status_event_a_key"),
            is_period("status_event_is_a_period"),
            one_version("status_event_one_version"),
        ]
