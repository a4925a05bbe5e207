"""A draft is tabled: its numbers freeze, its blocks become the nodes of a work with lasting ids."""

from collections.abc import Mapping, Sequence

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.acts.carrying import carry_back, tabled_rows
from amana.texts.acts.guarding import check_day, check_readers
from amana.texts.acts.writing import Entry, act, require
from amana.texts.citing.noting import note_citations
from amana.texts.drafting import units_of
from amana.texts.models import DraftBlock, DraftRecord, Node, NodeText, Work, WorkRecord
from amana.texts.permissions import power_to_draft, power_to_release
from amana.texts.readiness import NAMES
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Fate, fold
from amana.texts.rules.tree import Unit, paths, walk
from amana.texts.standing_text import operations_on, original_of
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
        raise Refusal("draft.frozen", stage=record.stage)
    check_day(adopted)
    check_readers(record.distribution, record.sensitivity, record.readers, by=by)
    units = _frozen(record)
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


def _frozen(record: DraftRecord) -> tuple[Unit, ...]:
    """The tree with its numbers; refused where blocks without words made others than were seen."""
    rows = list(DraftBlock.objects.known().filter(draft=record.draft).order_by("place", "pk"))
    kept = tabled_rows(rows)
    units, blocks = units_of(kept, lasting=True), {row.block for row in kept}
    if not units:
        raise Refusal("draft.empty")
    seen = [path for path in paths(units_of(rows)) if path[-1].wid in blocks]
    if list(map(_numbers, seen)) != list(map(_numbers, paths(units))):
        raise Refusal("draft.empty-blocks")
    return units


def _numbers(path: Sequence[Unit]) -> list[tuple[Kind, str]]:
    return [(unit.kind, unit.num) for unit in path if unit.num]


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
    node: str, text: Words | Mapping[str, str], *, by: Authority, source: str = "",
    printed: Words = Words(), seen: Mapping[str, str] | None = None,
) -> NodeText:  # fmt: skip
    """Put on record what a provision says, where only its heading was known; or correct it.

    `node` is the address of the provision (`charter-2008#art_16`). Languages not given stay; one
    given without words, in a mapping, is erased. `seen` is what stood there when typing began,
    by language: refused where another hand has changed it since, and where a change on record
    could not be applied any more.
    """
    power = require(power_to_release(by), by, "release")
    rows = NodeText.objects.known().filter(node__key=node).select_related("node")
    row = rows.order_by("-during").first()
    if row is None:
        raise Refusal("provision.unknown", address=node)
    new = text.as_dict() if isinstance(text, Words) else dict(text)
    held = dict(row.text)
    changed = [lang for lang in new if seen is not None and held[lang] != seen.get(lang, "")]
    if changed:
        langs = [NAMES[lang] for lang in changed]
        raise Refusal("provision.changed-meanwhile", address=node, langs=langs)
    work = row.node.work_id
    failed = _failed(work)
    entry = Entry("provision.text", f"provision:{node}", by, power)
    said = Words.of({**held, **new})
    sources = [*row.sources, *([source] if source and source not in row.sources else [])]
    known = entry.change(row, text=said, printed=printed or row.printed, sources=sources)
    if _failed(work) - failed:
        raise Refusal("provision.breaks-operations", address=node)
    carry_back(known, list(new), entry)
    note_citations(node.partition("#")[0])
    return known


def _failed(work: int) -> set[str]:
    """The operations on a work that cannot be applied, of whatever day."""
    operations = list(operations_on(work))
    if not operations:
        return set()
    outcomes = fold(original_of(work), operations).with_fate(Fate.FAILED)
    return {each.operation.key for each in outcomes}


@act
def set_distribution(
    work: str, *, by: Authority, distribution: str, sensitivity: str = "open",
    readers: Sequence[str] = (),
) -> WorkRecord:  # fmt: skip
    """Say how far a document goes, how sensitive it is and which offices may read it.

    Refused where the hand that does it could then read it no longer.
    """
    power = require(power_to_release(by), by, "release")
    row = WorkRecord.objects.seen_by(by).filter(work__key=work).first()
    if row is None:
        raise Refusal("work.unknown", key=work)
    check_readers(distribution, sensitivity, readers, by=by)
    entry = Entry("text.distribution", f"work:{work}", by, power)
    return entry.change(
        row, distribution=distribution, sensitivity=sensitivity, readers=list(readers)
    )
