"""What needs attention on a day: terms, vacancies, and records that lack something."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from amana.desk.lookups.directory import Directory
from amana.desk.lookups.records import Record, records_in_want
from amana.desk.subjects import Subject, subject
from amana.kernel.marks import Mark
from amana.kernel.words import Words
from amana.organisation.lookups.holders import OfficeLife, Tenure, office_lives

__all__ = ["LISTS", "Item", "attention"]

LISTS = (
    "overdue", "vacant", "ended", "ending", "unsettled", "disputed", "unsure", "unsourced",
    "untranslated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One line that wants an act: of what, whose, by when, and where it can be settled."""

    list: str
    about: Subject
    who: Words = field(default_factory=Words)
    mark: str = ""
    body: str = ""  # in which body it can be settled by its head
    term: uuid.UUID | None = None
    fact: uuid.UUID | None = None
    model: str = ""
    act_id: int = 0
    conflict: Words = field(default_factory=Words)
    missing: tuple[str, ...] = ()


def attention(names: Directory) -> dict[str, list[Item]]:
    """Every list in the order of urgency, empty ones included: four queries.

    On 24 November 2026 the term of the Secretary General that began on 17 November 2021 is
    among `overdue`: five years by Article 16 ended on 17 November 2026, and no successor is
    on record.
    """
    found: dict[str, list[Item]] = {name: [] for name in LISTS}
    for life in office_lives(Q(), on=names.on):
        for item in _of_office(life, names):
            found[item.list].append(item)
    for record in records_in_want():
        for item in _of_record(record, names):
            found[item.list].append(item)
    for name in ("overdue", "ended", "ending"):
        found[name].sort(key=lambda item: item.mark)
    return found


def _of_office(life: OfficeLife, names: Directory) -> Iterator[Item]:
    on, post = names.on, life.post(names.on)
    if post is None:
        return
    about, body = subject(f"office:{life.office.key}", names), life.office.body.key
    for term in life.holders(on):
        yield from _of_term(term, Item("", about, term.holder, body=body, term=term.row.fact), on)
    for gap in life.gaps(on):
        if gap.before is None and not gap.after.row.seen:
            yield Item("ended", about, gap.after.holder, gap.after.row.until_mark, body)
    if post.chief and not life.holders(on):
        yield Item("vacant", about, body=body)


def _of_term(term: Tenure, item: Item, on: date) -> Iterator[Item]:
    in_a_year = _in_a_year(on)
    ends = term.row.until_mark or term.expected
    if term.is_overdue(on):
        yield _with(item, "overdue", term.expected)
    elif ends and on <= Mark.parse(ends).latest <= in_a_year:
        yield _with(item, "ending", ends)


def _with(item: Item, name: str, mark: str) -> Item:
    return Item(name, item.about, item.who, mark, item.body, item.term)


def _in_a_year(on: date) -> date:
    try:
        return on.replace(year=on.year + 1)
    except ValueError:  # 29 February
        return date(on.year + 1, 3, 1)


def _of_record(record: Record, names: Directory) -> Iterator[Item]:
    about = subject(record.subject, names)
    wants = {
        "unsettled": record.unsettled, "disputed": record.disputed, "unsure": record.unsure,
        "unsourced": record.unsourced, "untranslated": bool(record.missing),
    }  # fmt: skip
    for name in (each for each, true in wants.items() if true):
        yield Item(
            name, about, mark=record.since_mark, fact=record.fact, model=record.model,
            act_id=record.act_id, conflict=record.conflict if name == "disputed" else Words(),
            missing=record.missing if name == "untranslated" else (),
        )  # fmt: skip
