"""What an agenda takes over from that of an earlier session: its items, slots for its documents."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from amana.conferences.acts.agenda import put_item
from amana.conferences.acts.writing import Written, serving
from amana.conferences.agendas import records_of
from amana.conferences.cloning import takes
from amana.conferences.dues import opening_of
from amana.conferences.models import AgendaItem, ItemDocument, ItemRecord, Session
from amana.ground.dated import DatedQuerySet
from amana.kernel.authority import Authority

__all__ = ["register"]

Stage, Origin = ItemRecord.Stage, ItemRecord.Origin
_KEPT = (Stage.PROVISIONAL, Stage.ADOPTED)


def register() -> None:
    """Agenda, slots of documents, and their own due days: each needs the one before."""
    takes(
        "agenda", _("Agenda: items in their order"), copy=_agenda, count=lambda of: len(_items(of)),
        hint=_("Standing items, requests and proposals; recommendations travel by themselves."),
    )  # fmt: skip
    takes(
        "documents", _("Slots of documents: role, title, languages, length"), needs=("agenda",),
        copy=_slots, count=lambda of: _documents(of).count(),
        hint=_("Without texts and without symbols: each is given its own."),
    )  # fmt: skip
    takes(
        "due-days", _("Due days that differ from the deadlines"), needs=("documents",),
        copy=_due_days, count=lambda of: _documents(of).exclude(due=None).count(),
        hint=_("As many days before the opening as last time."),
    )  # fmt: skip


def _items(session: Session) -> list[ItemRecord]:
    return [
        row for row in records_of(session.key)
        if row.stage in _KEPT and row.origin != Origin.RECOMMENDATION
    ]  # fmt: skip


def _documents(session: Session) -> DatedQuerySet[ItemDocument]:
    return ItemDocument.objects.known().filter(item__session=session).select_related("item")


def _pairs(source: Session, target: Session) -> dict[int, AgendaItem]:
    """The items of the new agenda by those of the old from which they came."""
    old = {row.item.key: row for row in records_of(source.key)}
    by_origin = {row.came_from: row.item_id for row in old.values() if row.came_from}
    found: dict[int, AgendaItem] = {}
    for row in records_of(target.key):
        if row.came_from in old:
            found[old[row.came_from].item_id] = row.item
        elif row.came_from in by_origin:  # the same standing item on both
            found[by_origin[row.came_from]] = row.item
    return found


def _source(row: ItemRecord) -> str:
    """A standing item comes from what stands, so that building the agenda finds it there."""
    return row.came_from if row.origin == Origin.STANDING and row.came_from else row.item.key


def _agenda(source: Session, target: Session, by: Authority) -> int:
    power, paired, made = serving("agenda.add", by), _pairs(source, target), 0
    rows = _items(source)
    for row in sorted(rows, key=lambda row: (row.parent_id is not None, row.place)):
        if row.item_id in paired:
            continue
        above = paired.get(row.parent_id) if row.parent_id else None
        new = put_item(
            target, by, power, title=row.title, explanation=row.explanation, origin=row.origin,
            came_from=_source(row), asked_by=row.asked_by, parent=above, basis=row.basis,
        )  # fmt: skip
        paired[row.item_id] = new.item
        made += 1
    return made


def _slots(source: Session, target: Session, by: Authority) -> int:
    power, paired, made = serving("document.slot", by), _pairs(source, target), 0
    have = {(row.item_id, row.role, row.title) for row in _documents(target)}
    for row in _documents(source):
        item = paired.get(row.item_id)
        if item is None or (item.pk, row.role, row.title) in have:
            continue
        number = ItemDocument.objects.filter(item=item).values("fact").distinct().count() + 1
        key = f"{item.key}.doc-{number}"
        Written("document.slot", f"document:{key}", by, power).begin(
            ItemDocument, key=key, item=item, role=row.role, title=row.title, words=row.words,
            languages=row.languages, distribution=row.distribution, sensitivity=row.sensitivity,
            readers=row.readers,
        )  # fmt: skip
        made += 1
    return made


def _due_days(source: Session, target: Session, by: Authority) -> int:
    power, paired, made = serving("document.describe", by), _pairs(source, target), 0
    was, opens = opening_of(source.key), opening_of(target.key)
    if was is None or opens is None:
        return 0
    new = {(row.item_id, row.role, row.title): row for row in _documents(target)}
    for row in _documents(source).exclude(due=None):
        item = paired.get(row.item_id)
        slot = new.get((item.pk, row.role, row.title)) if item else None
        if slot is None or slot.due is not None or row.due is None:
            continue
        due = opens - timedelta(days=(was - row.due).days)
        Written("document.describe", f"document:{slot.key}", by, power).change(slot, due=due)
        made += 1
    return made
