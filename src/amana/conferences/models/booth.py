"""Secret ballots: the booth, who took a paper, and the box; one row for each store of a ballot.

Who took a paper and what stands on the papers are kept apart, and each of the two stores is one
row that is written anew with every change, its content sorted: so the database keeps no order, no
time and no number of transaction for a single delegation or a single paper (decision 17).
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from amana.conferences.models.log import Log

__all__ = ["BallotBox", "BallotList", "Booth", "Handed"]


class Booth(models.Model):
    """One ballot of a contest on a floor: opened by an entry of the log, closed, counted.

    `contest` may name a part (`council/africa`). `ordinal` counts the ballots held in it on this
    floor; `ballot` is the number in the series, which a special ballot does not have. `field` are
    the names that a paper may bear, at most `places` of them. `modulus`, hexadecimal, is of the
    public key (exponent 65537) that signs papers given out electronically; empty where all is on
    paper.
    """

    class Status(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"
        COUNTED = "counted"

    log = models.ForeignKey(Log, models.PROTECT, related_name="booths")
    contest = models.CharField(max_length=120)
    ordinal = models.PositiveSmallIntegerField()
    ballot = models.PositiveSmallIntegerField(null=True)
    kind = models.CharField(max_length=20)
    places = models.PositiveSmallIntegerField()
    field = ArrayField(models.CharField(max_length=120))
    modulus = models.TextField(blank=True)
    status = models.CharField(max_length=7, choices=Status, default=Status.OPEN)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["log", "contest", "ordinal"], name="one_booth_an_ordinal"
            ),
            models.UniqueConstraint(
                fields=["log", "contest"], condition=~models.Q(status="counted"),
                name="one_booth_at_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.log_id} {self.contest} {self.ordinal}"

    @property
    def electronic(self) -> bool:
        """Whether papers are given out electronically, beside those that the tellers hand out."""
        return bool(self.modulus)


class Handed(models.Model):
    """Who took a paper: the store of eligibility. It never holds anything of a paper.

    `taken` holds for each delegation the SHA-256 of the blinded message that was signed for it, so
    that a retry gets the same answer; the blinding makes it independent of the paper. `by_hand` are
    the delegations to which the tellers gave a paper. `secret` is the signing key, concealed; it
    is erased, with the hashes, at the count.
    """

    booth = models.OneToOneField(Booth, models.PROTECT, primary_key=True, related_name="handed")
    taken = models.JSONField(default=dict)
    by_hand = ArrayField(models.CharField(max_length=80), default=list)
    secret = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.booth_id}: {len(self.taken)} + {len(self.by_hand)}"


class BallotBox(models.Model):
    """The papers put electronically, sorted by their codes; it is emptied into the published list.

    Each is `{"code", "token", "signature", "names"}`.
    """

    booth = models.OneToOneField(Booth, models.PROTECT, primary_key=True, related_name="box")
    papers = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.booth_id}: {len(self.papers)}"


class BallotList(models.Model):
    """The counted ballot as it is published: `text`, canonical JSON, whose SHA-256 the log holds.

    `outcome` is what the floor made of the figures: who is elected, what was required, what is
    next.
    """

    booth = models.OneToOneField(Booth, models.PROTECT, primary_key=True, related_name="published")
    text = models.TextField()
    hash = models.CharField(max_length=64)
    outcome = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.booth_id} {self.hash[:12]}"
