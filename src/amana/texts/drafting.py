"""Drafts as they are read: by whom, as of which version, with the state of every language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.models import (
    DraftBlock,
    DraftRecord,
    Milestone,
    Release,
    SetAside,
    WorkRecord,
    readable,
)
from amana.texts.readiness import Readiness, readiness_of_draft
from amana.texts.rules.kinds import Kind
from amana.texts.rules.numbering import numbered
from amana.texts.rules.tree import Block, Unit, grow

__all__ = [
    "DraftView", "blocks_at", "draft", "drafts", "keeps_draft", "open_languages",
    "released_languages", "to_be_released", "units_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as its readers see it now, or saw it at an instant."""

    record: DraftRecord
    rows: tuple[DraftBlock, ...]
    blocks: tuple[Block, ...]  # numbered, one for each row; `wid` is the row's own key
    asides: tuple[SetAside, ...]
    milestones: tuple[Milestone, ...]
    states: tuple[Readiness, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The tree, each unit by the key of its block."""
        return grow(self.blocks)


def drafts(by: Authority | None) -> "QuerySet[DraftRecord]":
    """Every draft that a reader may see, the latest first; none without an office.

    One that is tabled is read by who may read the text: distribution is changed there.
    """
    if by is None or not by.offices:
        return DraftRecord.objects.none()
    own = Q(office__in=_bodies(by))
    rows = DraftRecord.objects.known().filter(readable(by) | own & ~Q(sensitivity="secret"))
    seen = WorkRecord.objects.whoever().filter(readable(by)).order_by()
    rows = rows.filter(Q(work__isnull=True) | Q(work__in=seen.values("work")))
    return rows.select_related("draft", "work", "amends").order_by("-pk")


def keeps_draft(by: Authority, office: str) -> bool:
    """Whether a draft of that body is one of the reader's own: only secrecy hides those."""
    return office in _bodies(by)


def _bodies(by: Authority) -> set[str]:
    return {held.body for held in by.offices if held.powers}


def draft(key: str, *, by: Authority | None, at: datetime | None = None) -> DraftView:
    """One draft, now or as it was at an instant: four queries. Unknown to who may not see it."""
    record = drafts(by).filter(draft__key=key).first()
    if record is None:
        raise Refusal("draft.unknown", key=key)
    rows = tuple(blocks_at(record, at))
    named = Milestone.objects.known().filter(draft=record.draft).order_by("number")
    aside = SetAside.objects.known().filter(draft=record.draft).order_by("pk")
    return DraftView(
        record, rows, tuple(numbered(map(_block, rows))), tuple(aside), tuple(named),
        tuple(readiness_of_draft(record, rows=rows)),
    )  # fmt: skip


def blocks_at(record: DraftRecord, at: datetime | None = None) -> Iterable[DraftBlock]:
    """The blocks of a draft in their order, now or at an instant: one query."""
    return DraftBlock.objects.known(at).filter(draft=record.draft).order_by("place", "pk")


def units_of(rows: Sequence[DraftBlock], *, lasting: bool = False) -> tuple[Unit, ...]:
    """The numbered tree of some blocks, each by its key or by the wId that it has once tabled."""
    return grow(numbered(replace(_block(row), wid="") if lasting else _block(row) for row in rows))


def open_languages(record: DraftRecord, *, words: bool = True) -> tuple[str, ...]:
    """The languages of a draft in which words may still be written, or states set.

    All of them until it is tabled; then those that were not released, of whose words those of
    the language of drafting are closed.
    """
    if not record.work_id:
        is_open = record.stage == DraftRecord.Stage.DRAFT
        return tuple(record.languages) if is_open else ()
    closed = released_languages(record.work_id) | ({record.master} if words else set())
    return tuple(lang for lang in record.languages if lang not in closed)


def released_languages(work: int) -> set[str]:
    """The languages in which a work was given out: one query."""
    rows = Release.objects.known().filter(work=work).values_list("languages", flat=True)
    return {lang for languages in rows for lang in languages}


def to_be_released(by: Authority | None) -> "QuerySet[DraftRecord]":
    """The tabled drafts that this reader may see and that no release gave out whole."""
    whole = Release.objects.known().filter(
        work=OuterRef("work"), languages__contains=OuterRef("languages")
    )
    return drafts(by).filter(~Exists(whole), stage=DraftRecord.Stage.TABLED)


def _block(row: DraftBlock) -> Block:
    return Block(Kind(row.kind), row.text, row.num, row.heading, row.printed, row.block)
