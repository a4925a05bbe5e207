"""Acts after a meeting: correct what the log gave, release a record, publish the journal."""

from datetime import date

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import Correction, JournalIssue, Log, RecordRelease, Session
from amana.conferences.posting import KIND
from amana.conferences.records import REPORT, Edited, Issue, logs_of, released
from amana.conferences.rules.record.kept import written
from amana.conferences.telling import told_of
from amana.ground import clock, jobs, register
from amana.ground.models import Job
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS

__all__ = ["LONGEST", "correct_record", "publish_journal", "release_record", "send_journal"]

LONGEST = 20_000  # characters of a corrected block


@act
def correct_record(
    session: str, shown: Edited, block: str, language: str, words: str, *, by: Authority,
    log: str = "", reason: str = "",
) -> Correction:  # fmt: skip
    """Give a block other words in one language; the log's stay beside them.

    Words that are the log's own put those back. Refused: `record.no-block`, `record.not-words`,
    `record.words-empty`, `record.words-long`.
    """
    power = serving("record.correct", by)
    found = shown.document.block(block)
    if found is None or language not in LANGS:
        raise Refusal("record.no-block", block=block[:120])
    if found.grid is not None:
        raise Refusal("record.not-words")
    said = " ".join(words.split())
    if not said:
        raise Refusal("record.words-empty")
    if len(said) > LONGEST:
        raise Refusal("record.words-long", most=LONGEST)
    generated = (found.generated or found.words).text(language)
    row = Session.objects.get(key=session)
    facts = {
        "document": shown.document.key, "block": block, "language": language,
        "generated": generated, "corrected": said,
    }  # fmt: skip
    written_by = Written("record.correct", f"log:{log}" if log else f"session:{session}", by,
                         power, reason).record(facts)  # fmt: skip
    return Correction.objects.create(
        session=row, log=Log.objects.get(key=log) if log else None, document=shown.document.key,
        block=block, language=language, generated=generated,
        corrected="" if said == generated else said, reason=reason[:300], by_name=by.name,
        at=clock.now(), act=written_by,
    )  # fmt: skip


@act
def release_record(session: str, log: str, meeting: int, *, by: Authority) -> RecordRelease:
    """Show the record of a meeting that rose to the public; of the session, its report (0).

    Refused: `record.unknown`, `record.meeting-runs`, `record.released`.
    """
    power = serving("record.release", by)
    row = next((one for one in logs_of(session) if one.key == log), None)
    if row is None:
        raise Refusal("log.unknown", key=log[:120])
    if meeting in released(row):
        raise Refusal("record.released")
    until = _rose_with(row, meeting)
    made = Written("record.release", f"log:{log}", by, power).record(
        {"meeting": meeting, "until": until, "head": row.head}
    )
    return RecordRelease.objects.create(
        log=row, meeting=meeting, until=until, at=clock.now(), act=made
    )  # fmt: skip


def _rose_with(log: Log, meeting: int) -> int:
    """The entry with which the meeting rose; of the report, the last meeting."""
    told = told_of(log, register.data_version())
    number = max(told.meetings, default=0) if meeting == REPORT else meeting
    found = told.meetings.get(number)
    if found is None:
        raise Refusal("record.unknown", meeting=meeting)
    if not found.rose:
        raise Refusal("record.meeting-runs")
    return found.rose


@act
def publish_journal(session: str, day: date, issue: Issue, *, by: Authority) -> JournalIssue:
    """Publish the journal of a day as it stands: it is frozen, and later corrections show beside.

    Refused: `journal.published`.
    """
    power = serving("journal.publish", by)
    if issue.published is not None:
        raise Refusal("journal.published", day=day.isoformat())
    row = Session.objects.get(key=session)
    content = written(issue.now.document)
    made = Written("journal.publish", f"session:{session}", by, power).record(
        {"day": day.isoformat(), "blocks": len(issue.now.document.blocks),
         "sha256": register.digest(content)}
    )  # fmt: skip
    return JournalIssue.objects.create(
        session=row, day=day, content=content, by_name=by.name, published=clock.now(), act=made
    )  # fmt: skip


@act
def send_journal(issue: JournalIssue, address: str, *, by: Authority) -> Job:
    """Send a published journal to its readers by a job; each letter stands on record by itself.

    `address` is that of the site, for the links in the letters. Sent again, it goes only to who has
    not got it.
    """
    power = serving("journal.send", by)
    day = issue.day.isoformat()
    Written("journal.send", f"session:{issue.session.key}", by, power).record({"day": day})
    return jobs.ask(KIND, by=by, issue=issue.pk, address=address)
