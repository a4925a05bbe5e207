"""Rooms, the meetings that are held in them, and the private calendars that follow them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    DateTimeRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.db import models

from amana.conferences.models.log import Log
from amana.conferences.models.sessions import Session
from amana.ground.constraints import is_period, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = ["Feed", "Meeting", "MeetingTime", "Room"]

_KNOWN = models.Q(recorded__upper_inf=True)


class Room(models.Model):
    """A room in which meetings are held.

    `zone` is the name of its time zone (`Asia/Baku`), empty for that of the seat. `seats` are
    counted for each set-up (`{"classroom": 200}`); `booths` are those for interpretation, one a
    language.
    """

    class SetUp(models.TextChoices):
        PLENARY = "plenary"
        CLASSROOM = "classroom"
        ROUND_TABLE = "round_table"
        THEATRE = "theatre"

    key = models.CharField(max_length=80, unique=True)
    names = WordsField()
    venue = WordsField()
    city = WordsField()
    zone = models.CharField(max_length=40, blank=True)
    seats = models.JSONField(default=dict, blank=True)
    booths = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.key


class Meeting(models.Model):
    """A meeting of a session: of the plenary, or of a committee that is named in `of`.

    `log` is the floor on which it is held, where there is one.
    """

    key = models.CharField(max_length=120, unique=True)
    session = models.ForeignKey(Session, models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField()
    log = models.ForeignKey(
        Log, models.PROTECT, null=True, blank=True, related_name="meetings"
    )  # fmt: skip
    of = WordsField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_meeting_a_number")
        ]

    def __str__(self) -> str:
        return self.key


class MeetingTime(Dated):
    """When and where a meeting is held, and how: one known version, the earlier ones kept.

    `starts` and `ends` are instants; `during` holds the days on which they fall in the zone of
    the room. `expected` are the keys of delegations that must be there; empty where all may.
    `reason` says why this version came after another. The title of a closed meeting stands in the
    register by its hash alone.
    """

    class Access(models.TextChoices):
        PUBLIC = "public"
        CLOSED = "closed"

    REGISTRY = False

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="times")
    room = models.ForeignKey(Room, models.PROTECT, related_name="times")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    title = WordsField()
    languages = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    set_up = models.CharField(max_length=12, choices=Room.SetUp, blank=True)
    access = models.CharField(max_length=6, choices=Access, default=Access.PUBLIC)
    expected = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    cancelled = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_meeting_a_room",
                expressions=[
                    ("room", RangeOperators.EQUAL),
                    (
                        models.Func(
                            "starts", "ends", RangeBoundary(), function="TSTZRANGE",
                            output_field=DateTimeRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=_KNOWN & models.Q(cancelled=False),
            ),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="meeting_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["meeting"], condition=_KNOWN, name="one_time_a_meeting"
            ),
            is_period("meeting_is_a_period"),
            one_version("meeting_one_version"),
        ]  # fmt: skip

    @property
    def sealed(self) -> tuple[str, ...]:
        """Of a closed meeting the register does not say what it is about."""
        return ("title", "reason") if self.access == self.Access.CLOSED else ()


class Feed(models.Model):
    """The private calendar of a person: its address holds a token of which only SHA-256 is kept.

    A person has one at a time; one that is revoked answers no more.
    """

    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="feeds")
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    revoked = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(revoked=None), name="one_feed_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.made:%Y-%m-%d}"
