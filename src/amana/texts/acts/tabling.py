"""A draft is tabled: its numbers freeze, its blocks become the nodes of a work with lasting ids."""

from collections.abc import Sequence

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts.writing import Entry, act, require
from amana.texts.citing.noting import note_citations
from amana.texts.models import DraftBlock, DraftRecord, Node, NodeText, Work, WorkRecord
from amana.texts.permissions import power_to_draft, power_to_release
from amana.texts.rules.kinds import Kind
from amana.texts.rules.numbering import numbered
from amana.texts.rules.tree import Block, Unit, grow, walk
from amana.texts.symbols import parse

__all__ = ["record_text", "set_distribution", "table"]


@act
def table(
    key: str,
    *,
    work: str,
    by: Authority,
    symbol: str = "",
    canonical: str = "",
    adopted: str = "",
    adopted_by: Words = Words(),
) -> WorkRecord:
    """Make a draft a work, with the distribution that the draft has.

    `work` is the key of the new work, `adopted` its day where it is already adopted. Afterwards
    its text changes by operations only.
    """
    record = DraftRecord.objects.known().select_related("draft").filter(draft__key=key).first()
    if record is None:
        raise Refusal("draft.unknown", key=key)
    power = require(power_to_draft(by, record.office), by, "table")
    if record.stage != DraftRecord.Stage.DRAFT:
        raise Refusal("draft.frozen", key=key, stage=record.stage)
    units = grow(numbered(_blocks(record)))
    if not units:
        raise Refusal("draft.empty", key=key)
    if Work.objects.filter(key=work).exists():
        raise Refusal("work.exists", key=work)
    entry = Entry("text.table", f"work:{work}", by, power)
    symbol = symbol or record.symbol
    made = Work.objects.create(key=work, kind=record.draft.kind)
    told = entry.begin(
        WorkRecord, adopted or "", work=made, title=record.title, symbol=symbol,
        canonical=canonical or (parse(symbol).canonical if symbol else ""), adopted=adopted,
        adopted_by=adopted_by, title_lang=record.master,
        languages=record.languages, distribution=record.distribution,
        sensitivity=record.sensitivity, readers=record.readers,
    )  # fmt: skip
    write_units(entry, made, units, since=adopted)
    entry.change(record, stage=DraftRecord.Stage.TABLED, work=made)
    note_citations(work)
    return told


def _blocks(record: DraftRecord) -> Sequence[Block]:
    rows = DraftBlock.objects.known().filter(draft=record.draft).order_by("place")
    return [
        Block(Kind(row.kind), row.text, row.num, row.heading, row.printed)
        for row in rows
        if row.text or row.heading
    ]


def write_units(
    entry: Entry, work: Work, units: Sequence[Unit], *, since: str = "", first: int = 1
) -> None:
    """Write a tree as nodes with their texts; refused where a wId stands twice."""
    above: dict[int, Node] = {}
    for position, (unit, depth) in enumerate(walk(units), start=first):
        if Node.objects.filter(work=work, wid=unit.wid).exists():
            raise Refusal("text.number-twice", wid=unit.wid, work=work.key)
        node = Node.objects.create(
            key=f"{work.key}#{unit.wid}", work=work, wid=unit.wid, kind=unit.kind.value,
            num=unit.num, position=position, parent=above.get(depth - 1),
        )  # fmt: skip
        above[depth] = node
        entry.begin(
            NodeText, since, node=node, heading=unit.heading, text=unit.text, printed=unit.printed
        )


@act
def record_text(
    node: str, text: Words, *, by: Authority, source: str = "", printed: Words = Words()
) -> NodeText:
    """Put on record what a provision says, where only its heading was known; or correct it.

    `node` is the address of the provision (`charter-2008#art_16`). Languages not given stay.
    """
    power = require(power_to_release(by), by, "release")
    row = NodeText.objects.known().filter(node__key=node).order_by("-during").first()
    if row is None:
        raise Refusal("provision.unknown", address=node)
    entry = Entry("provision.text", f"provision:{node}", by, power)
    said = Words.of({**row.text.as_dict(), **text.as_dict()})
    sources = [*row.sources, *([source] if source and source not in row.sources else [])]
    known = entry.change(row, text=said, printed=printed or row.printed, sources=sources)
    note_citations(node.partition("#")[0])
    return known


@act
def set_distribution(
    work: str, *, by: Authority, distribution: str, sensitivity: str = "open",
    readers: Sequence[str] = (),
) -> WorkRecord:  # fmt: skip
    """Say how far a document goes, how sensitive it is and which offices may read it."""
    power = require(power_to_release(by), by, "release")
    row = WorkRecord.objects.seen_by(by).filter(work__key=work).first()
    if row is None:
        raise Refusal("work.unknown", key=work)
    entry = Entry("text.distribution", f"work:{work}", by, power)
    return entry.change(
        row, distribution=distribution, sensitivity=sensitivity, readers=list(readers)
    )


def languages_with_text(work: Work) -> tuple[str, ...]:
    """The languages in which every provision of a work has its words."""
    texts = NodeText.objects.known().filter(node__work=work).values_list("text", flat=True)
    rows = [text for text in texts if text]
    return tuple(lang for lang in LANGS if rows and all(getattr(text, lang) for text in rows))
