"""Delegations to a session: who was sent, and with which credentials."""

from django.conf import settings
from django.db import models

from amana.conferences.models.sessions import Session
from amana.ground.constraints import is_period, no_overlap, one_version
from amana.ground.dated import Dated
from amana.ground.fields import WordsField

__all__ = [
    "Accreditation", "Credential", "Delegate", "Delegation", "ParticipantsList", "Ruling",
    "UploadedList",
]  # fmt: skip

ONE_PARTY = models.Q(state__isnull=False, body__isnull=True) | models.Q(
    state__isnull=True, body__isnull=False
)


class Delegation(models.Model):
    """What one state, or one observer organisation, sends to a session.

    `party`, the key of the state or of the body, is how the log of a floor names it; `key` is
    `<session>.<party>`.
    """

    class Status(models.TextChoices):
        MEMBER = "member"
        OBSERVER = "observer"
        GUEST = "guest"

    key = models.CharField(max_length=220, unique=True)
    session = models.ForeignKey(Session, models.PROTECT, related_name="delegations")
    state = models.ForeignKey(
        "organisation.State", models.PROTECT, null=True, blank=True, related_name="delegations"
    )
    body = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, blank=True, related_name="delegations"
    )
    party = models.CharField(max_length=120)
    status = models.CharField(max_length=8, choices=Status, default=Status.MEMBER)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "key"]
        constraints = [
            models.CheckConstraint(condition=ONE_PARTY, name="delegation_has_one_party"),
            models.UniqueConstraint(fields=["session", "state"], name="one_delegation_a_state"),
            models.UniqueConstraint(fields=["session", "body"], name="one_delegation_a_body"),
        ]

    def __str__(self) -> str:
        return self.key


class Delegate(models.Model):
    """A person in a delegation, as such: the log of a floor names `egy/12` by this number.

    Who that is, is dated in Accreditation; `user` is the account with which the person votes.
    """

    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="delegates")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="delegates"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delegation", "user"], name="one_delegate_an_account"),
        ]

    def __str__(self) -> str:
        return f"{self.delegation_id}/{self.pk}"


class Accreditation(Dated):
    """Name, title and rank of a delegate on the days on which they are accredited.

    What the register keeps of a person is a hash: delegates are not public figures of the house.
    `photo` is the SHA-256 of a kept file. `protocol` is the rank on the list of speakers.
    """

    class Rank(models.TextChoices):
        HEAD = "head"
        ALTERNATE = "alternate"
        DELEGATE = "delegate"
        ADVISER = "adviser"
        SUPPORT = "support"

    class Protocol(models.TextChoices):
        HEAD_OF_STATE = "head_of_state"
        HEAD_OF_GOVERNMENT = "head_of_government"
        MINISTER = "minister"
        DEPUTY_MINISTER = "deputy_minister"
        AMBASSADOR = "ambassador"
        OTHER = "other"

    REGISTRY = False
    SEALED = ("names", "email")

    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="accreditations")
    names = WordsField()  # in the scripts in which the person is written
    title = WordsField()
    rank = models.CharField(max_length=9, choices=Rank, default=Rank.DELEGATE)
    protocol = models.CharField(max_length=18, choices=Protocol, default=Protocol.OTHER)
    email = models.EmailField(max_length=254, blank=True)
    photo = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            no_overlap("delegate", name="one_accreditation_a_delegate"),
            is_period("accreditation_is_a_period"),
            one_version("accreditation_one_version"),
        ]


class Credential(Dated):
    """One paper by which a delegation is accredited, from the day on which it was received.

    A copy may come first and the signed original later: each is a paper with two days of its own.
    """

    class Form(models.TextChoices):
        ORIGINAL = "original"
        COPY = "copy"
        LETTER = "letter"

    class Signatory(models.TextChoices):
        HEAD_OF_STATE = "head_of_state"
        HEAD_OF_GOVERNMENT = "head_of_government"
        FOREIGN_MINISTER = "foreign_minister"
        OTHER = "other"

    REGISTRY = False

    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="credentials")
    form = models.CharField(max_length=8, choices=Form)
    signatory = models.CharField(max_length=18, choices=Signatory)
    signed = models.DateField(null=True, blank=True)
    file = models.CharField(max_length=64, blank=True)  # SHA-256 of the kept scan

    class Meta:
        constraints = [
            no_overlap("delegation", "form", name="one_paper_a_form"),
            is_period("credential_is_a_period"),
            one_version("credential_one_version"),
        ]


class Ruling(Dated):
    """What was ruled on the credentials of a delegation, from a day on, and by which organ.

    `sources` names the report or the decision. A challenge is no ruling yet, but stands here: it
    is the organ that has to decide.
    """

    class Kind(models.TextChoices):
        ACCEPTED = "accepted"
        PROVISIONAL = "provisional"
        CHALLENGED = "challenged"
        REJECTED = "rejected"

    class Organ(models.TextChoices):
        COMMITTEE = "committee"  # the committee on credentials
        PLENARY = "plenary"

    REGISTRY = False

    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="rulings")
    kind = models.CharField(max_length=11, choices=Kind)
    organ = models.CharField(max_length=9, choices=Organ)

    class Meta:
        constraints = [
            no_overlap("delegation", name="one_ruling_a_delegation"),
            is_period("ruling_is_a_period"),
            one_version("ruling_one_version"),
        ]


class ParticipantsList(Dated):
    """The days on which the list of participants of a session stands open to everybody."""

    REGISTRY = False

    session = models.ForeignKey(Session, models.PROTECT, related_name="participants_lists")

    class Meta:
        constraints = [
            no_overlap("session", name="one_participants_list"),
            is_period("participants_list_is_a_period"),
            one_version("participants_list_one_version"),
        ]


class UploadedList(models.Model):
    """A list of delegates between its upload and its import, by one account for one session.

    It holds what is personal and is no fact yet: it goes when it is imported, replaced or a day
    old. The register keeps its hash.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    account = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    made = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "account"], name="one_list_at_a_time"),
        ]

    def __str__(self) -> str:
        return self.name
