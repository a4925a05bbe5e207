"""Documents of Akoma Ntoso from the works on record."""

from collections.abc import Iterable
from datetime import date

from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.words import LANGS, Words
from amana.texts.akn.document import Active, Concept, Described, Document, Instrument
from amana.texts.akn.house import author_of, house
from amana.texts.akn.names import DocType, class_of
from amana.texts.akn.steps import steps_of
from amana.texts.akn.verbs import verbs_of
from amana.texts.given import eyes_of
from amana.texts.models import Operation as Recorded
from amana.texts.models import WorkRecord
from amana.texts.rules.operations import Fate, Operation
from amana.texts.standing_text import Text, operations_on, text_on

__all__ = ["described", "document_of", "from_work"]

_NOT_PRESCRIPTIVE = frozenset({"report", "note", "practice"})


def from_work(key: str, *, on: date | None = None, by: Authority | None = None) -> Document:
    """The document of a work as it stands on a day for a reader; `on` None for the original.

    Refused by `work.unknown`. Of a work whose wording is not held, or not released, it is the
    metadata and the headings.
    """
    return document_of(text_on(key, on=on, by=by), by=by)


def document_of(text: Text, *, by: Authority | None = None) -> Document:
    """The document of a text that was read already: five queries more, for what it is tied to."""
    work = described(text.record)
    applied = tuple(each.operation for each in text.standing.with_fate(Fate.APPLIED))
    deliberation = work.doctype is DocType.STATEMENT
    cluster = text.record.cluster
    return Document(
        work,
        text.units,
        applied,
        _instruments(applied, by),
        tuple(_active(text, by)),
        verbs_of(text.units) if deliberation else {},
        steps_of(text.record, work),
        keywords=(Concept(cluster, Words(en=cluster)),) if cluster else (),
    )


def described(record: WorkRecord) -> Described:
    """What is on record of a work, as its file says it."""
    kind, publisher = record.work.kind, house()
    symbol = record.canonical or record.symbol
    drafted = not record.adopted  # tabled here, and not adopted as far as is known
    doctype, subtype, name = class_of(kind, draft=drafted)
    adopted = Mark.parse(record.adopted) if record.adopted else None
    entry = Mark.parse(record.in_force) if record.in_force else None
    held = tuple(lang for lang in LANGS if lang in record.languages) or LANGS
    tabled = _tabled(record, adopted)
    known = (("original", record.symbol_original), ("symbol", symbol if tabled else ""))
    aliases = tuple((name, number) for name, number in known if number)
    return Described(
        record.work.key, doctype, subtype, name,
        number=symbol or record.work.key,
        shown=record.short or Words(en=symbol),
        title=record.title or record.short,
        author=author_of(symbol, publisher),
        editor=publisher.party,
        adopted=adopted,
        tabled=tabled,
        in_force=entry.earliest if entry and entry.is_exact else None,
        jurisdiction=publisher.jurisdiction,
        languages=held, authentic=held,
        master=next((each for each in (record.title_lang, "en") if each in held), held[0]),
        prescriptive=kind not in _NOT_PRESCRIPTIVE,
        aliases=aliases,
    )  # fmt: skip


def _tabled(record: WorkRecord, adopted: Mark | None) -> date | None:
    """The day from which a text is on record that was adopted later, or not as far as is known."""
    since = Mark.parse(record.since_mark) if record.since_mark else None
    if since is None or not since.is_exact:
        return None
    return None if adopted and adopted.earliest <= since.earliest else since.earliest


def _instrument(record: WorkRecord) -> Instrument:
    return Instrument(described(record).uri, record.short or record.title)


def _instruments(operations: Iterable[Operation], by: Authority | None) -> dict[str, Instrument]:
    """The works that decided the operations, as far as this reader may see them: one query."""
    keys = {each.instrument.partition("#")[0] for each in operations}
    if not keys:
        return {}
    rows = WorkRecord.objects.seen_by(by).filter(work__key__in=keys).select_related("work")
    return {row.work.key: _instrument(row) for row in rows}


def _active(text: Text, by: Authority | None) -> Iterable[Active]:
    """What this text changes in others: two queries, and two more for each work it changes."""
    key = text.record.work.key
    changed = set(
        Recorded.objects.known()
        .filter(instrument__startswith=f"{key}#")
        .values_list("work", flat=True)
    )
    if not changed:
        return
    rows = WorkRecord.objects.seen_by(by).filter(work__in=changed).select_related("work")
    for row in rows:
        of = _instrument(row)
        for operation in map(eyes_of(row, by).operation, operations_on(row.work_id)):
            deciding, _hash, paragraph = operation.instrument.partition("#")
            if deciding == key and paragraph:
                yield Active(paragraph, operation, of)
