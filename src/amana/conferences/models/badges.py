"""Badges, who came in and went out with them, and how the hall is seated."""

from django.db import models

from amana.conferences.models.delegations import Delegate, Delegation
from amana.conferences.models.sessions import Session
from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated

__all__ = ["Badge", "Passage", "SeatMoved", "Seating"]


class Badge(models.Model):
    """A badge of a delegate. `serial` is drawn, not counted: nobody guesses that of another.

    What a badge bears is its code, the serial with a seal of this installation: see
    `conferences.badging.codes`. A person has one badge at a time; one that is revoked keeps the
    time and the reason.
    """

    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="badges")
    serial = models.CharField(max_length=16, unique=True)
    issued = models.DateTimeField()
    revoked = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["delegate"], condition=models.Q(revoked=None), name="one_badge_a_delegate"
            )
        ]

    def __str__(self) -> str:
        return self.serial


class Passage(models.Model):
    """A person at a desk, coming in or going out, and what the desk was told.

    `device` and `key` are the sender's own: sent twice, a passage is one. `desk` is what people
    call the place. `at` is when it arrived here; `scanned` is when the device read it, where that
    was earlier, since a desk may be cut off. Found by name, a passage has no badge.
    """

    class Way(models.TextChoices):
        IN = "in"
        OUT = "out"

    class Result(models.TextChoices):
        IN = "in"
        OUT = "out"
        ALREADY = "already"  # inside: a copy of the badge, or the same person again
        NOT_INSIDE = "not_inside"
        REVOKED = "revoked"
        ENDED = "ended"  # not accredited that day

    session = models.ForeignKey(Session, models.PROTECT, related_name="passages")
    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="passages")
    badge = models.ForeignKey(Badge, models.PROTECT, null=True, blank=True, related_name="passages")
    way = models.CharField(max_length=3, choices=Way)
    result = models.CharField(max_length=10, choices=Result)
    device = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    desk = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    scanned = models.DateTimeField(null=True, blank=True)
    account = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["device", "key"], name="one_passage_a_key"),
        ]
        indexes = [models.Index(fields=["session", "at"], name="passages_of_session")]

    def __str__(self) -> str:
        return f"{self.delegate_id} {self.result}"


class Seating(Dated):
    """How the hall of a session is seated: language of the order, who begins, desks in a row.

    `first` is the delegation that the lot named, `chair` the one that presides; both by party, and
    empty where nothing is said.
    """

    REGISTRY = False

    session = models.ForeignKey(Session, models.PROTECT, related_name="seatings")
    language = models.CharField(max_length=2)
    first = models.CharField(max_length=120, blank=True)
    chair = models.CharField(max_length=120, blank=True)
    desks = models.PositiveSmallIntegerField(default=10)  # in a row

    class Meta:
        constraints = [
            no_overlap("session", name="one_seating_a_session"),
            is_period("seating_is_a_period"),
            one_version("seating_one_version"),
        ]


class SeatMoved(Dated):
    """A delegation that sits elsewhere than the order says, by hand; the others close up."""

    class Block(models.TextChoices):
        MEMBERS = "members"
        OBSERVERS = "observers"

    REGISTRY = False

    session = models.ForeignKey(Session, models.PROTECT, related_name="seats_moved")
    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="seats_moved")
    block = models.CharField(max_length=9, choices=Block)
    row_number = models.PositiveSmallIntegerField()
    seat_number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            no_overlap("delegation", name="one_seat_moved_a_delegation"),
            no_overlap(
                "session", "block", "row_number", "seat_number", name="one_delegation_a_seat"
            ),
            is_period("seat_moved_is_a_period"),
            one_version("seat_moved_one_version"),
        ]
