"""After a session: what people corrected in its records, what was released, the daily journal."""

from datetime import date

from django.db import models
from django.utils import timezone

from amana.conferences.models.log import Log
from amana.conferences.models.sessions import Session

__all__ = ["Correction", "JournalIssue", "JournalPost", "JournalReader", "RecordRelease"]


class Correction(models.Model):
    """The words of one block of a document in one language, as somebody corrected them.

    `document` and `block` are lasting ids: regenerated from the log, the document takes its
    corrections again. `generated` is what the log had given when it was corrected; `corrected` is
    empty where the log's words were put back. The latest of a block and language holds; none is
    ever changed or deleted (a trigger refuses it).
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="corrections")
    log = models.ForeignKey(
        Log, models.PROTECT, null=True, blank=True, related_name="corrections"
    )  # of the journal and the report, which are of several logs, none
    document = models.CharField(max_length=80)
    block = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    generated = models.TextField()
    corrected = models.TextField(blank=True)
    reason = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()
    act = models.ForeignKey("ground.Act", models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["session", "document"], name="correction_of_document")]

    def __str__(self) -> str:
        return f"{self.document} {self.block} {self.language}"

    @property
    def day(self) -> date:
        """The day at the seat on which it was corrected."""
        return timezone.localtime(self.at).date()


class RecordRelease(models.Model):
    """The record of a meeting shown to the public, from an act on; `meeting` 0 is the report.

    `until` is the entry with which the meeting rose: what is public is told of the log until there.
    """

    log = models.ForeignKey(Log, models.PROTECT, related_name="releases")
    meeting = models.PositiveSmallIntegerField()
    until = models.PositiveIntegerField()
    at = models.DateTimeField()
    act = models.ForeignKey("ground.Act", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["log", "meeting"], name="one_release_a_meeting")
        ]

    def __str__(self) -> str:
        return f"{self.log_id} {self.meeting}"


class JournalIssue(models.Model):
    """The journal of a day as it was published: `content` is the whole document, frozen.

    What is corrected later is shown beside it and never put into it.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="journal")
    day = models.DateField()
    content = models.JSONField()
    by_name = models.CharField(max_length=300)
    published = models.DateTimeField()
    act = models.ForeignKey("ground.Act", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-day", "session"]
        constraints = [models.UniqueConstraint(fields=["session", "day"], name="one_journal_a_day")]

    def __str__(self) -> str:
        return f"{self.session_id} {self.day}"

    @property
    def since(self) -> date:
        """The day at the seat on which it was published."""
        return timezone.localtime(self.published).date()


class JournalReader(models.Model):
    """Who gets the journal by e-mail: of one session, or of all sessions of a body.

    Nothing is sent before the address was confirmed by the letter that `token` is in, nor after
    the reader left.
    """

    email = models.EmailField()
    language = models.CharField(max_length=2)
    body = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, blank=True, related_name="journal_readers"
    )
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="journal_readers"
    )
    token = models.CharField(max_length=64, unique=True)
    asked = models.DateTimeField()
    confirmed = models.DateTimeField(null=True, blank=True)
    left = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(body__isnull=True) ^ models.Q(session__isnull=True),
                name="journal_reader_of_one",
            ),
            models.UniqueConstraint(
                fields=["email", "body"], condition=models.Q(left__isnull=True, body__isnull=False),
                name="one_journal_reader_a_body",
            ),
            models.UniqueConstraint(
                fields=["email", "session"],
                condition=models.Q(left__isnull=True, session__isnull=False),
                name="one_journal_reader_a_session",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"reader {self.pk}"


class JournalPost(models.Model):
    """A journal sent to a reader: when, in which words, or why it could not be sent."""

    issue = models.ForeignKey(JournalIssue, models.PROTECT, related_name="posts")
    reader = models.ForeignKey(JournalReader, models.PROTECT, related_name="posts")
    at = models.DateTimeField()
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "reader"], condition=models.Q(fault=""), name="one_post_a_reader"
            )
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.reader_id}"
