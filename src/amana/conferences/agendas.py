"""Reading an agenda: its items under their numbers, with the documents that a reader may see."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from amana.conferences.models import ItemDocument, ItemRecord
from amana.conferences.rules.positions import address_of, label_of, placed
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.drafting import drafts
from amana.texts.models import DraftRecord, WorkRecord
from amana.texts.rules.eyes import may_read

__all__ = ["ISSUED", "DocumentRow", "ItemRow", "agenda_of", "document", "item", "records_of"]

Stage = ItemRecord.Stage
ISSUED = (Stage.PROVISIONAL, Stage.ADOPTED)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document on an item, as a reader sees it."""

    row: ItemDocument
    title: Words
    symbol: str
    work: str  # the key of the text on record; empty for a draft, or a symbol alone
    draft: str  # the key of the draft, for those who read drafts

    @property
    def key(self) -> str:
        """The lasting key of the slot."""
        return self.row.key


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item at its place on the agenda."""

    row: ItemRecord
    numbers: tuple[int, ...]  # nothing for one that was deleted or deferred
    documents: tuple[DocumentRow, ...]

    @property
    def key(self) -> str:
        """The lasting key of the item."""
        return self.row.item.key

    @property
    def number(self) -> int:
        """The number in the address of the item at the desk: it never changes."""
        return self.row.item.number

    @property
    def depth(self) -> int:
        """0 for an item, 1 and 2 for what stands in one."""
        return max(len(self.numbers) - 1, 0)

    def label(self, lang: str) -> str:
        """As the agenda prints its number: 3 (a)."""
        return label_of(self.numbers, lang)

    @property
    def address(self) -> str:
        """As its public address writes its number: 3-a."""
        return address_of(self.numbers)


def agenda_of(
    session: str, *, eyes: Authority | None = None, serving: bool = False,
    on: date | None = None, brief: bool = False,
) -> list[ItemRow]:  # fmt: skip
    """The agenda of a session in its order: two queries whatever its length, four with texts.

    The public sees what was issued or adopted; who serves the session (`serving`) also what is
    proposed, and at the end what was deleted or deferred. `on` leaves out what came later;
    `brief` reads of items and documents only what a list shows.
    """
    records = records_of(session, on=on, brief=brief)
    held: dict[int, list[DocumentRow]] = {}
    for found in _documents(Q(item__session__key=session), eyes, brief) if records else ():
        held.setdefault(found.row.item_id, []).append(found)
    stages = (Stage.PROPOSED, *ISSUED) if serving else ISSUED
    return [*_numbered(records, stages, held), *(_gone(records, held) if serving else ())]


def item(
    session: str, number: int | str, *, eyes: Authority | None = None, serving: bool = False
) -> ItemRow:
    """One item by its number in addresses: of the desk where it is an int, of the agenda else.

    Refused when there is none, or none that the reader may see: two queries.
    """
    for row in agenda_of(session, eyes=eyes, serving=serving):
        if number in (row.number, row.address or None):
            return row
    raise Refusal("agenda.no-such-item", item=str(number)[:40])


def records_of(session: str, *, on: date | None = None, brief: bool = False) -> list[ItemRecord]:
    """What is known of the items of a session, in the order in which they came: one query."""
    rows = ItemRecord.objects.known().filter(item__session__key=session).select_related("item")
    if on is not None:
        rows = rows.filter(during__startswith__lte=on)
    if brief:
        rows = rows.only(
            "parent_id", "place", "title", "stage", "fate", "item__key", "item__number"
        )
    return list(rows.order_by("item__number"))


def document(key: str, *, eyes: Authority | None) -> DocumentRow:
    """One document by its key. Unknown to who may not see it: three queries at most."""
    found = next(iter(_documents(Q(key=key), eyes)), None)
    if found is None:
        raise Refusal("agenda.no-such-document")
    return found


_BRIEF = (
    "key", "item_id", "role", "title", "symbol", "distribution", "sensitivity", "readers",
    "draft_id", "work_id",
)  # fmt: skip


def _documents(where: Q, eyes: Authority | None, brief: bool = False) -> Iterator[DocumentRow]:
    """The documents that a reader may see: a text as the text, a mere symbol by its own axes.

    A draft that was tabled is seen by who may see the text that it became.
    """
    became = DraftRecord.objects.known().filter(draft=OuterRef("draft")).values("work")[:1]
    rows: QuerySet[Any] = ItemDocument.objects.known().filter(where)
    rows = rows.annotate(became=Subquery(became)).order_by("item", "pk")
    found = list(rows.only(*_BRIEF) if brief else rows)
    works = _works({row.work_id or row.became for row in found} - {None}, eyes)
    drafted = _drafts({row.draft_id for row in found} - {None}, eyes)
    for row in found:
        if text := row.work_id or row.became:
            seen = text in works
        elif row.draft_id:
            seen = row.draft_id in drafted
        else:
            seen = may_read(row.distribution, row.sensitivity, row.readers, eyes)
        if seen:
            draft = drafted.get(row.draft_id, "")
            yield DocumentRow(row, row.title, row.symbol, works.get(text, ""), draft)


def _works(among: set[int], eyes: Authority | None) -> dict[int, str]:
    """The keys of those works that a reader may see: one query, none without works."""
    if not among:
        return {}
    rows = WorkRecord.objects.seen_by(eyes).filter(work__in=among)
    return dict(rows.order_by().values_list("work", "work__key"))


def _drafts(among: set[int], eyes: Authority | None) -> dict[int, str]:
    """The keys of those drafts that a reader may see: one query, none for the public."""
    if not among or eyes is None or not eyes.offices:
        return {}
    return dict(drafts(eyes).filter(draft__in=among).order_by().values_list("draft", "draft__key"))


def _numbered(
    records: list[ItemRecord], stages: Iterable[str], held: Mapping[int, list[DocumentRow]]
) -> Iterable[ItemRow]:
    on_it = {row.item_id: row for row in records if row.stage in stages}
    for key, numbers in placed((row.item_id, row.parent_id, row.place) for row in on_it.values()):
        yield ItemRow(on_it[key], numbers, tuple(held.get(key, ())))


def _gone(records: list[ItemRecord], held: Mapping[int, list[DocumentRow]]) -> Iterable[ItemRow]:
    for row in records:
        if row.stage in (Stage.DELETED, Stage.DEFERRED):
            yield ItemRow(row, (), tuple(held.get(row.item_id, ())))
