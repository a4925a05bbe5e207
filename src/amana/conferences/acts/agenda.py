"""Acts on an agenda: build it, put items on it, order it, issue it, adopt it, conclude its items.

The key of an item stays whatever its number becomes. What was deleted or deferred stays on record.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Max

from amana.conferences.acts.recommendations import follow, travel
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.agendas import records_of
from amana.conferences.candidates import candidates_for
from amana.conferences.models import AgendaItem, ItemRecord, Session
from amana.conferences.rules.positions import arranged
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = [
    "add_item", "adopt_agenda", "build_agenda", "conclude_item", "describe_item", "issue_agenda",
    "leave_out",
    "order_agenda", "put_item",
]  # fmt: skip

Stage, Origin, Fate = ItemRecord.Stage, ItemRecord.Origin, ItemRecord.Fate
STEP = 1000  # between two items, so that one can be put between


@act
def build_agenda(
    session: str, *, by: Authority, chosen: Collection[str] | None = None
) -> list[ItemRecord]:
    """Put on the agenda everything that asks to be on it, or what is chosen of it.

    What is on it already is left as it is: built twice, an agenda is the same.
    """
    power = serving("agenda.add", by)
    row = _session(session)
    made = []
    for each in candidates_for(row, on=by.on):
        if each.taken or (chosen is not None and each.key not in chosen):
            continue
        record = put_item(
            row, by, power, title=each.title, explanation=each.explanation, origin=each.origin,
            came_from=each.key, asked_by=each.asked_by, basis=each.basis,
        )  # fmt: skip
        if each.origin == Origin.RECOMMENDATION:
            travel(each.key, record.item, by, power)
        made.append(record)
    return made


@act
def add_item(
    session: str, title: Words, *, by: Authority, origin: str = Origin.REQUEST,
    explanation: Words = Words(), asked_by: str = "", parent: str = "",
    basis: Sequence[str] = (),
) -> ItemRecord:  # fmt: skip
    """Put an item on the agenda: what a state or body asked for, or the Secretariat proposes."""
    power = serving("agenda.add", by)
    if not title:
        raise Refusal("agenda.no-title")
    if origin == Origin.REQUEST and not asked_by:
        raise Refusal("agenda.who-asks")
    row = _session(session)
    above = _record(parent).item if parent else None
    return put_item(
        row, by, power, title=title, explanation=explanation, origin=origin, asked_by=asked_by,
        parent=above, basis=basis,
    )  # fmt: skip


def put_item(
    session: Session, by: Authority, power: str, *, basis: Sequence[str] = (), **values: Any
) -> ItemRecord:
    """Write a new item at the end of the agenda, inside another act."""
    of = AgendaItem.objects.filter(session=session)
    number = (of.aggregate(last=Max("number"))["last"] or 0) + 1
    known = ItemRecord.objects.known().filter(item__session=session)
    place = (known.aggregate(last=Max("place"))["last"] or 0) + STEP
    item = AgendaItem.objects.create(
        key=f"{session.key}.item-{number}", session=session, number=number
    )
    written = Written("agenda.add", f"item:{item.key}", by, power)
    return written.begin(ItemRecord, basis=basis, item=item, place=place, **values)


@act
def describe_item(key: str, *, by: Authority, reason: str = "", **changes: Any) -> ItemRecord:
    """Change title, explanation, who asked for it, or what it rests on."""
    power = serving("agenda.describe", by)
    row = _record(key)
    strange = set(changes) - {"title", "explanation", "asked_by", "basis"}
    if strange:
        raise Refusal("agenda.no-such-field", fields=sorted(strange))
    return Written("agenda.describe", f"item:{key}", by, power, reason).change(row, **changes)


@act
def order_agenda(session: str, typed: Mapping[str, str], *, by: Authority) -> int:
    """Order an agenda by the numbers typed for its items, by their keys; how many moved.

    Items for which nothing is typed keep their places among themselves, after the others.
    """
    power = serving("agenda.order", by)
    rows = {row.item_id: row for row in records_of(session) if row.stage in _ON}
    keys = {row.item.key: number for number, row in rows.items()}
    said = {keys[key]: text for key, text in typed.items() if key in keys and text.strip()}
    moved = 0
    for number, parent, place in arranged(said):
        row = rows[number]
        if (row.parent_id, row.place) == (parent, place * STEP):
            continue
        written = Written("agenda.order", f"item:{row.item.key}", by, power)
        written.change(row, parent_id=parent, place=place * STEP)
        moved += 1
    return moved


_ON = (Stage.PROPOSED, Stage.PROVISIONAL, Stage.ADOPTED)


@act
def issue_agenda(session: str, *, by: Authority) -> int:
    """Issue the provisional agenda: what is proposed is on it, and public; how many items."""
    power = serving("agenda.issue", by)
    rows = [row for row in records_of(session) if row.stage == Stage.PROPOSED]
    if not rows:
        raise Refusal("agenda.nothing-to-issue")
    for row in rows:
        _stage(row, Stage.PROVISIONAL, "agenda.issue", by, power)
    return len(rows)


@act
def adopt_agenda(
    session: str, *, by: Authority, deleted: Collection[str] = (), deferred: Collection[str] = (),
    reason: str = "",
) -> None:  # fmt: skip
    """Record that the agenda was adopted, without the items deleted or deferred (by their keys).

    Items that stand in one that is left out are left out with it.
    """
    power = serving("agenda.adopt", by)
    rows = [row for row in records_of(session) if row.stage == Stage.PROVISIONAL]
    if not rows:
        raise Refusal("agenda.nothing-to-adopt")
    of = {row.item_id: row for row in rows}
    for row in rows:
        line = [each.item.key for each in _line(row, of)]
        gone = (
            Stage.DELETED if any(key in deleted for key in line)
            else Stage.DEFERRED if any(key in deferred for key in line)
            else Stage.ADOPTED
        )  # fmt: skip
        _stage(row, gone, "agenda.adopt", by, power, reason)


def _line(row: ItemRecord, of: Mapping[int, ItemRecord]) -> list[ItemRecord]:
    """An item and those in which it stands."""
    found: list[ItemRecord] = []
    here: ItemRecord | None = row
    while here is not None and here not in found:
        found.append(here)
        here = of.get(here.parent_id) if here.parent_id else None
    return found


def _stage(
    row: ItemRecord, stage: str, verb: str, by: Authority, power: str, reason: str = ""
) -> None:
    written = Written(verb, f"item:{row.item.key}", by, power, reason)
    written.change(row, stage=stage)
    if stage in (Stage.DELETED, Stage.DEFERRED):
        ended = Fate.DEFERRED if stage == Stage.DEFERRED else Fate.NOT_TAKEN_UP
        follow(row.item, ended, "", by, power)


@act
def leave_out(key: str, *, by: Authority, reason: str, later: bool = False) -> ItemRecord:
    """Take an item off before or after the adoption, for good or (`later`) to a later session."""
    power = serving("agenda.describe", by)
    if not reason.strip():
        raise Refusal("agenda.no-reason")
    row = _record(key)
    _stage(
        row, Stage.DEFERRED if later else Stage.DELETED, "agenda.describe", by, power,
        reason.strip(),
    )  # fmt: skip
    return _record(key)


@act
def conclude_item(key: str, fate: str, *, by: Authority, decision: str = "") -> ItemRecord:
    """Record how an item ended; the recommendation that travelled in it ends the same way.

    `decision` is the address of what was decided.
    """
    power = serving("agenda.conclude", by)
    row = _record(key)
    if row.stage != Stage.ADOPTED:
        raise Refusal("agenda.not-adopted")
    if fate not in Fate.values:
        raise Refusal("agenda.no-such-fate", fate=fate[:20])
    follow(row.item, fate, decision, by, power)
    written = Written("agenda.conclude", f"item:{key}", by, power)
    return written.change(row, fate=fate, decision=decision)


def _session(key: str) -> Session:
    row = Session.objects.select_related("body").filter(key=key).first()
    if row is None:
        raise Refusal("session.unknown", key=key[:120])
    return row


def _record(key: str) -> ItemRecord:
    rows = ItemRecord.objects.known().select_related("item__session")
    row = rows.filter(item__key=key).first()
    if row is None:
        raise Refusal("agenda.no-such-item", item=key[:80])
    return row
