"""The wording of a work on a day: its original tree and its operations, read and folded.

Four look-ups, as in addresses: `@` the original, `@2008-03-14` as it stood on that day,
`:2008-03-14` that expression exactly, nothing for what applies today.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.models import NodeText, WorkEvent, WorkRecord
from amana.texts.models import Operation as Recorded
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Consolidated, Operation, Place, fold
from amana.texts.rules.tree import Block, Unit, grow

__all__ = [
    "Text", "operations_on", "original_of", "text_of", "text_on", "unit_of", "units_as_data",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A work with its original, every operation on it, and the text of the day asked."""

    record: WorkRecord
    original: tuple[Unit, ...]
    operations: tuple[Operation, ...]
    standing: Consolidated
    released: tuple[str, ...]  # the languages that this reader may see
    on: date | None

    def at(self, on: date | None) -> "Text":
        """The same work on another day, without asking again."""
        standing = fold(self.original, self.operations, on) if on else Consolidated(self.original)
        return replace(self, standing=standing, on=on)

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
    langs = tuple(langs) or _languages(record, by)
    original = original_of(record.work_id, langs) if texts is None else _grown(texts, langs)
    operations = tuple(operations_on(record.work_id, langs))
    standing = fold(original, operations, on) if on else Consolidated(original)
    return Text(record, original, operations, standing, langs, on)


def _languages(record: WorkRecord, by: Authority | None) -> tuple[str, ...]:
    if by and by.offices:
        return LANGS
    given = {lang for langs in record.given for lang in langs.split("-")}  # type: ignore[attr-defined]
    return tuple(lang for lang in LANGS if lang in given)


def original_of(work: int, langs: Sequence[str] = LANGS) -> tuple[Unit, ...]:
    """The tree as first adopted, from the nodes and what is known of them now: one query."""
    rows = NodeText.objects.known().filter(node__work=work).select_related("node")
    return _grown(rows.order_by("node__position", "during"), langs)


def _grown(rows: Iterable[NodeText], langs: Sequence[str]) -> tuple[Unit, ...]:
    """The tree of some texts in their order: of each provision what it said first."""
    first: dict[int, NodeText] = {}
    for row in rows:
        first.setdefault(row.node_id, row)
    return grow(_block(row, langs) for row in first.values())


def _block(row: NodeText, langs: Sequence[str]) -> Block:
    node = row.node
    return Block(
        Kind(node.kind), _only(row.text, langs), node.num, row.heading, row.printed, node.wid
    )


def _only(words: Words, langs: Sequence[str]) -> Words:
    return Words(**{lang: text for lang, text in words if lang in langs})


def operations_on(work: int, langs: Sequence[str] = LANGS) -> Iterable[Operation]:
    """Every operation on a work, with the day of its event where that has happened: one query."""
    events = WorkEvent.objects.known().filter(work=OuterRef("work"), key=OuterRef("event"))
    rows = Recorded.objects.known().filter(work=work).order_by("during", "order", "key")
    for row in rows.annotate(happened=Subquery(events.values("on")[:1])):
        yield _operation(row, langs)


def _operation(row: Recorded, langs: Sequence[str]) -> Operation:
    day = row.effective or row.happened or ""  # type: ignore[attr-defined]
    mark = Mark.parse(day) if day else None
    return Operation(
        row.key, Change(row.change), row.wid, mark.earliest if mark else None, row.event,
        row.order, Place(row.place), tuple(unit_of(each, langs) for each in row.units),
        _only(row.old, langs), _only(row.new, langs), row.num, row.printed, row.instrument,
    )  # fmt: skip


def unit_of(data: Mapping[str, Any], langs: Sequence[str] = LANGS) -> Unit:
    """A unit from its JSON, as `units_as_data` writes it."""
    return Unit(
        wid=data["wid"], kind=Kind(data["kind"]), num=data.get("num", ""),
        heading=Words.of(data.get("heading")), text=_only(Words.of(data.get("text")), langs),
        printed=Words.of(data.get("printed")),
        children=tuple(unit_of(each, langs) for each in data.get("children", ())),
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
