"""Reading the records of a session: documents made of its logs, with people's corrections.

The public sees what was released, told until the entry with which the last of the meetings rose
that are all released from the first on; who serves the session sees everything, as it stands. An
exercise is shown to nobody signed out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, takewhile

from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone

from amana.conferences.models import Correction, JournalIssue, Log, RecordRelease, Session
from amana.conferences.programme import EVERYTHING, programme_of_day
from amana.conferences.rules.record.blocks import Document
from amana.conferences.rules.record.documents import (
    list_of_decisions,
    record_of_meeting,
    voting_annex,
)
from amana.conferences.rules.record.kept import read
from amana.conferences.rules.record.report import (
    Planned,
    gathered,
    journal,
    report_of_session,
)
from amana.conferences.rules.record.told import Told
from amana.conferences.telling import organ_of, told_of
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = [
    "REPORT", "WHOLE", "Edited", "Issue", "corrections_of", "document_of", "edited", "issue_of",
    "journals", "logs_of", "published_days", "reads_log", "record_of", "released", "told_for",
]  # fmt: skip

REPORT = 0  # the number under which a report is released
WHOLE = {"decisions": list_of_decisions, "votes": voting_annex}


@dataclass(frozen=True, slots=True)
class Edited:
    """A document as it is read: with its corrections, the latest first by (block, language)."""

    document: Document
    corrections: Mapping[tuple[str, str], Correction]
    exercise: bool = False

    def of(self, block: str) -> list[Correction]:
        """The corrections of a block that hold."""
        return [one for (known, _lang), one in self.corrections.items() if known == block]


def logs_of(session: str) -> list[Log]:
    """The logs of a session with their releases, the plenary first: two queries.

    Refused: `session.unknown`, `record.no-log`.
    """
    held = Prefetch("releases", RecordRelease.objects.order_by("meeting"))
    rows = Log.objects.filter(session__key=session).select_related("session__body")
    found = list(rows.prefetch_related(held).order_by("position"))
    if not found:
        known = Session.objects.filter(key=session).exists()
        raise Refusal("record.no-log" if known else "session.unknown", key=session[:120])
    return found


def reads_log(log: Log, *, serving: bool, signed_in: bool) -> int | None:
    """Until which entry a reader reads a log: None is the whole of it.

    Refused: `record.exercise` to who is signed out, `record.not-released`.
    """
    if log.exercise and not signed_in:
        raise Refusal("record.exercise")
    if serving or log.exercise:
        return None
    until = _unbroken(released(log))
    if not until:
        raise Refusal("record.not-released")
    return until


def _unbroken(rose: Mapping[int, int]) -> int:
    """The entry until which every meeting is released, from the first on; 0 without the first.

    A meeting whose record is held back is not told of because a later one was released.
    """
    numbers = takewhile(rose.__contains__, count(1))
    return max((rose[number] for number in numbers), default=0)


def released(log: Log) -> dict[int, int]:
    """The meetings whose record is released (0: the report), and the entry with which each rose."""
    return {row.meeting: row.until for row in log.releases.all()}


def told_for(log: Log, version: str, *, serving: bool, signed_in: bool) -> Told:
    """The log as a reader may know it."""
    return told_of(log, version, reads_log(log, serving=serving, signed_in=signed_in))


def record_of(
    session: str, log: str, meeting: int, version: str, *, serving: bool, signed_in: bool
) -> tuple[Log, Edited]:
    """The record of one meeting. Refused: `record.unknown`, `record.not-released`."""
    row = _one(logs_of(session), log)
    if row.exercise and not signed_in:
        raise Refusal("record.exercise")
    whole = serving or row.exercise
    if not whole and meeting not in released(row):
        raise Refusal("record.not-released")
    told = told_of(row, version, None if whole else released(row)[meeting])
    if meeting not in told.meetings:
        raise Refusal("record.unknown", meeting=meeting)
    return row, edited(row.session, record_of_meeting(told, meeting), row, row.exercise)


def document_of(
    session: str, kind: str, version: str, *, title: Words, serving: bool, signed_in: bool
) -> Edited:
    """The decisions, the votes, or the report of a session, of all its organs."""
    rows = logs_of(session)
    organs = []
    for row in rows:
        shown = released(row)
        hidden = REPORT not in shown if kind == "report" else not _unbroken(shown)
        if hidden and not serving and not row.exercise:
            continue
        is_report = kind == "report" and not serving and not row.exercise
        until = (shown[REPORT] if is_report
                 else reads_log(row, serving=serving, signed_in=signed_in))  # fmt: skip
        organs.append(organ_of(row, version, until))
    if not organs:
        raise Refusal("record.not-released")
    made = (
        report_of_session(title, organs) if kind == "report"
        else gathered(kind, title, [(organ, WHOLE[kind](organ.told)) for organ in organs])
    )  # fmt: skip
    return edited(rows[0].session, made, exercise=any(row.exercise for row in rows))


def _one(rows: Iterable[Log], key: str) -> Log:
    found = next((row for row in rows if row.key == key), None)
    if found is None:
        raise Refusal("log.unknown", key=key[:120])
    return found


def edited(
    session: Session, document: Document, log: Log | None = None, exercise: bool = False
) -> Edited:
    """A document with the corrections that hold: one query."""
    held = corrections_of(session, document.key, log)
    said = {place: one.corrected for place, one in held.items() if one.corrected}
    return Edited(document.corrected(said), held, exercise)


def corrections_of(
    session: Session, document: str, log: Log | None = None
) -> dict[tuple[str, str], Correction]:
    """The latest correction of each block and language: one query."""
    rows = Correction.objects.filter(session=session, log=log, document=document).order_by("pk")
    return {(row.block, row.language): row for row in rows}


# --- The journal


@dataclass(frozen=True, slots=True)
class Issue:
    """The journal of a day: as it stands now, and as it was published, if it was."""

    now: Edited
    published: JournalIssue | None

    @property
    def as_published(self) -> Document | None:
        """The frozen document."""
        return read(self.published.content) if self.published is not None else None


def issue_of(session: str, day: date, version: str, *, title: Words) -> Issue:
    """The journal of a day of a session, made of its logs and its programme, with corrections."""
    rows = logs_of(session)
    organs = [organ_of(row, version) for row in rows]
    document = journal(day, title, organs, _tomorrow(session, day))
    published = JournalIssue.objects.filter(session=rows[0].session, day=day).first()
    exercise = any(row.exercise for row in rows)
    return Issue(edited(rows[0].session, document, exercise=exercise), published)


def _tomorrow(session: str, day: date) -> Sequence[Planned]:
    if day == date.max:
        return ()
    rows = programme_of_day(session, day + timedelta(days=1), eyes=EVERYTHING)
    return [
        Planned(timezone.localtime(row.this.starts), row.title, row.this.room.names)
        for row in rows if not row.this.cancelled and row.this.access == row.this.Access.PUBLIC
    ]  # fmt: skip


def journals(day: date, *, signed_in: bool) -> list[JournalIssue]:
    """The journals published for a day, of exercises only to who signed in: one query."""
    rehearsed = Exists(Log.objects.filter(session=OuterRef("session"), exercise=True))
    rows = JournalIssue.objects.filter(day=day).select_related("session__body")
    rows = rows.annotate(exercise=rehearsed)
    return list(rows if signed_in else rows.filter(exercise=False))


def published_days(*, signed_in: bool, most: int = 60) -> list[date]:
    """The days on which a journal was published, the latest first: one query."""
    rows = JournalIssue.objects.all()
    if not signed_in:
        rows = rows.exclude(session__logs__exercise=True)
    return list(rows.order_by("-day").values_list("day", flat=True).distinct()[:most])
