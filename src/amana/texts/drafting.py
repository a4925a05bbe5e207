"""Drafts as they are read: by whom, as of which version, with the state of every language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.models import DraftBlock, DraftRecord, Milestone, SetAside, readable
from amana.texts.readiness import Readiness, readiness_of_draft
from amana.texts.rules.kinds import Kind
from amana.texts.rules.numbering import numbered
from amana.texts.rules.tree import Block, Unit, grow

__all__ = ["DraftView", "blocks_at", "draft", "drafts", "units_of"]


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
    """Every draft that a reader may see, the latest first; none without an office."""
    if by is None or not by.offices:
        return DraftRecord.objects.none()
    own = Q(office__in={held.body for held in by.offices if held.powers})
    rows = DraftRecord.objects.known().filter(readable(by) | own & ~Q(sensitivity="secret"))
    return rows.select_related("draft", "work", "amends").order_by("-pk")


def draft(key: str, *, by: Authority | None, at: datetime | None = None) -> DraftView:
    """One draft, now or as it was at an instant: five queries. Unknown to who may not see it."""
    record = drafts(by).filter(draft__key=key).first()
    if record is None:
        raise Refusal("draft.unknown", key=key)
    rows = tuple(blocks_at(record, at))
    named = Milestone.objects.known().filter(draft=record.draft).order_by("number")
    aside = SetAside.objects.known().filter(draft=record.draft).order_by("pk")
    return DraftView(
        record, rows, tuple(numbered(map(_block, rows))), tuple(aside), tuple(named),
        tuple(readiness_of_draft(record)),
    )  # fmt: skip


def blocks_at(record: DraftRecord, at: datetime | None = None) -> Iterable[DraftBlock]:
    """The blocks of a draft in their order, now or at an instant: one query."""
    return DraftBlock.objects.known(at).filter(draft=record.draft).order_by("place", "pk")


def units_of(rows: Sequence[DraftBlock]) -> tuple[Unit, ...]:
    """The numbered tree of some blocks."""
    return grow(numbered(map(_block, rows)))


def _block(row: DraftBlock) -> Block:
    return Block(Kind(row.kind), row.text, row.num, row.heading, row.printed, row.block)
