"""A translation that is finished after tabling: the draft and the text say the same.

A tabled draft has one provision for each block that has words or holds some, in the same order.
"""

from collections.abc import Sequence

from amana.kernel.words import Words
from amana.texts.acts.writing import Entry
from amana.texts.citing.noting import note_citations
from amana.texts.drafting import units_of
from amana.texts.models import DraftBlock, DraftRecord, NodeText
from amana.texts.rules.tree import paths, walk

__all__ = ["carry", "carry_back", "tabled_rows"]


def carry(record: DraftRecord, row: DraftBlock, lang: str, entry: Entry) -> None:
    """The words of a block in one language go into its provision."""
    wid = next(wid for block, wid in _pairs(record) if block.block == row.block)
    known = NodeText.objects.known().filter(node__work=record.work_id, node__wid=wid)
    standing = known.select_related("node__work").order_by("-during").first()
    if standing is None:
        return
    node = standing.node
    Entry("provision.text", f"provision:{node.key}", entry.by, entry.power).change(
        standing,
        heading=_with(standing.heading, row.heading, lang),
        text=_with(standing.text, row.text, lang),
    )
    note_citations(node.work.key)


def carry_back(known: NodeText, langs: Sequence[str], entry: Entry) -> None:
    """Words put on record for a provision go into the block it came from; they want revision."""
    record = DraftRecord.objects.known().filter(work=known.node.work_id).first()
    pairs = _pairs(record) if record else []
    row = next((block for block, wid in pairs if wid == known.node.wid), None)
    if row is None:
        return
    new = [lang for lang in langs if getattr(row.text, lang) != getattr(known.text, lang)]
    if new:
        states = {**row.states, **dict.fromkeys(new, str(DraftBlock.State.TRANSLATED))}
        entry.change(row, text=known.text, states=states)


def tabled_rows(rows: Sequence[DraftBlock]) -> list[DraftBlock]:
    """The blocks that become provisions, in their order: those with words, or that hold such."""
    held = {
        unit.wid
        for path in paths(units_of(rows)) if path[-1].text or path[-1].heading
        for unit in path
    }  # fmt: skip
    return [row for row in rows if row.block in held]


def _pairs(record: DraftRecord) -> list[tuple[DraftBlock, str]]:
    """Every block of a tabled draft with the wId of its provision."""
    found = DraftBlock.objects.known().filter(draft=record.draft_id).order_by("place", "pk")
    rows = tabled_rows(list(found))
    wids = [unit.wid for unit, _depth in walk(units_of(rows, lasting=True))]
    return list(zip(rows, wids, strict=True))


def _with(words: Words, more: Words, lang: str) -> Words:
    return Words.of({**words.as_dict(), lang: getattr(more, lang)})
