"""The wording of a work on a day: its original tree and its operations, read and folded.

Four look-ups, as in addresses: `@` the original, `@2008-03-14` as it stood on that day,
`:2008-03-14` that expression exactly, nothing for what applies today.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.given import Eyes, eyes_of
from amana.texts.models import NodeText, WorkEvent, WorkRecord
from amana.texts.models import Operation as Recorded
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Consolidated, Operation, Place, fold
from amana.texts.rules.tree import Block, Unit, grow

__all__ = [
    "Text", "as_adopted", "operation_of", "operations_on", "original_of", "text_of", "text_on",
    "unit_of", "units_as_data",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A work with its original, every operation on it, and the text of the day asked.

    All of it as the reader may see it; `_whole` is what it is folded from, in every language, so
    that a text says the same to readers of one language and of three.
    """

    record: WorkRecord
    original: tuple[Unit, ...]
    operations: tuple[Operation, ...]
    standing: Consolidated
    released: tuple[str, ...]  # the languages that this reader may see
    on: date | None
    _eyes: Eyes = field(default=Eyes(), repr=False)
    _whole: tuple[tuple[Unit, ...], tuple[Operation, ...]] = field(default=((), ()), repr=False)

    def at(self, on: date | None) -> "Text":
        """The same work on another day, without asking again."""
        original, operations = self._whole
        standing = fold(original, operations, on) if on else Consolidated(original)
        return replace(self, standing=self._eyes.standing(standing), on=on)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The tree of the day."""
        return self.standing.units

    def changes(self) -> list[date]:
        """Every known day on which the text changed, first to last."""
        return sorted({each.on for each in self.operations if each.on})


def text_on(key: str, *, on: date | None, by: Authority | None = None) -> Text:
    """The text of a work on a day; `on` None for the original: three queries. Refused if unknown.

    Who holds no office sees the languages that were released, and no others.
    """
    record = (
        WorkRecord.objects.seen_by(by).select_related("work", "replaces").filter(work__key=key)
    ).first()
    if record is None:
        raise Refusal("work.unknown", key=key)
    return text_of(record, on=on, by=by)


def text_of(
    record: WorkRecord,
    *,
    on: date | None,
    by: Authority | None = None,
    texts: Iterable[NodeText] | None = None,
    langs: Sequence[str] = (),
) -> Text:
    """The text of a work whose record is at hand already, as `seen_by` gives it.

    Two queries; one less with its `texts`.
    `langs` are given by who already knows which languages this reader may see.
    """
    eyes = Eyes(tuple(langs)) if langs else eyes_of(record, by)
    original = original_of(record.work_id) if texts is None else _grown(texts)
    operations = tuple(operations_on(record.work_id))
    return Text(
        record, eyes.units(original), tuple(map(eyes.operation, operations)), Consolidated(()),
        eyes.words, on, eyes, (original, operations),
    ).at(on)  # fmt: skip


def as_adopted(
    record: WorkRecord, texts: Iterable[NodeText], *, by: Authority | None = None
) -> tuple[Unit, ...]:
    """The text as it was first adopted, from its record and texts, for a reader: no query."""
    return eyes_of(record, by).units(_grown(texts))


def original_of(work: int) -> tuple[Unit, ...]:
    """The tree as first adopted, from the nodes and what is known of them now: one query."""
    rows = NodeText.objects.known().filter(node__work=work).select_related("node")
    return _grown(rows.order_by("node__position", "during"))


def _grown(rows: Iterable[NodeText]) -> tuple[Unit, ...]:
    """The tree of some texts in their order: of each provision what it said first."""
    first: dict[int, NodeText] = {}
    for row in rows:
        first.setdefault(row.node_id, row)
    return grow(map(_block, first.values()))


def _block(row: NodeText) -> Block:
    node = row.node
    return Block(Kind(node.kind), row.text, node.num, row.heading, row.printed, node.wid)


def operations_on(work: int) -> Iterable[Operation]:
    """Every operation on a work, with the day of its event where that has happened: one query."""
    events = WorkEvent.objects.known().filter(work=OuterRef("work"), key=OuterRef("event"))
    rows = Recorded.objects.known().filter(work=work).order_by("during", "order", "key")
    for row in rows.annotate(happened=Subquery(events.values("on")[:1])):
        yield operation_of(row)


def operation_of(row: Recorded) -> Operation:
    """An operation from its row, which says in `happened` the day of its event."""
    day = row.effective or row.happened or ""  # type: ignore[attr-defined]
    mark = Mark.parse(day) if day else None
    return Operation(
        row.key, Change(row.change), row.wid, mark.earliest if mark else None, row.event,
        row.order, Place(row.place), tuple(map(unit_of, row.units)), row.old, row.new, row.num,
        row.printed, row.instrument,
    )  # fmt: skip


def unit_of(data: Mapping[str, Any]) -> Unit:
    """A unit from its JSON, as `units_as_data` writes it."""
    return Unit(
        wid=data["wid"], kind=Kind(data["kind"]), num=data.get("num", ""),
        heading=Words.of(data.get("heading")), text=Words.of(data.get("text")),
        printed=Words.of(data.get("printed")),
        children=tuple(map(unit_of, data.get("children", ()))),
    )  # fmt: skip


def units_as_data(units: Iterable[Unit]) -> list[dict[str, Any]]:
    """Units as JSON, for an operation to keep."""
    return [
        {
            "wid": unit.wid, "kind": unit.kind.value, "num": unit.num,
            "heading": unit.heading.as_dict(), "text": unit.text.as_dict(),
            "printed": unit.printed.as_dict(), "children": units_as_data(unit.children),
        }
        for unit in units
    ]  # fmt: skip
