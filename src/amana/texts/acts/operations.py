"""Acts that change a work in time: record an operation, say when its event happened, undo it."""

import uuid
from datetime import date

from amana.kernel.authority import Authority
from amana.kernel.basis import Basis
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.acts.guarding import check_day, check_length
from amana.texts.acts.writing import Entry, act, require
from amana.texts.citing.noting import note_citations
from amana.texts.models import Node, Work, WorkEvent, WorkRecord
from amana.texts.models import Operation as Recorded
from amana.texts.permissions import power_to_release
from amana.texts.readiness import NAMES
from amana.texts.rules.operations import Change, Operation, failures, fold, languages_lost
from amana.texts.standing_text import operations_on, original_of, units_as_data

__all__ = ["amend", "happened", "undo"]

LONGEST_EVENT, LONGEST_ADDRESS = 80, 200  # characters


@act
def amend(
    work: str, operation: Operation, *, by: Authority, decided: str = "", source: str = ""
) -> Recorded:
    """Record one operation on a work. `operation.key` may be empty: it is given one.

    `operation.instrument` is the address of the provision that decides it; `decided` the day of
    that decision (a mark). Refused where the fold could not apply it, or where the instrument is
    itself changed by the work: amendments may not go in a circle.
    """
    power = require(power_to_release(by), by, "amend")
    record = WorkRecord.objects.seen_by(by).select_related("work").filter(work__key=work).first()
    if record is None:
        raise Refusal("work.unknown", key=work)
    for day in (decided, operation.on.isoformat() if operation.on else ""):
        check_day(day)
    check_length(operation.event, LONGEST_EVENT)
    _check_instrument(work, operation, by)
    original, others = original_of(record.work_id), list(operations_on(record.work_id))
    if code := failures(original, others, operation):
        raise Refusal(code, work=work, target=operation.target, on=operation.on or "…")
    before = fold(original, others, operation.on or date.max).units
    if lost := languages_lost(before, operation):
        raise Refusal("operation.language-lost", langs=[NAMES[lang] for lang in lost])
    entry = Entry("text.amend", f"work:{work}", by, power)
    recorded = entry.begin(
        Recorded, decided, work=record.work, key=operation.key or f"op-{uuid.uuid4().hex[:12]}",
        change=operation.change.value, wid=operation.target, place=operation.place.value,
        units=units_as_data(operation.units), old=operation.old, new=operation.new,
        num=operation.num, printed=operation.printed, event=operation.event,
        effective=operation.on.isoformat() if operation.on and not operation.event else "",
        order=operation.order or len(others) + 1, instrument=operation.instrument,
        basis=[operation.instrument], sources=[source] if source else [],
    )  # fmt: skip
    note_citations(work)
    return recorded


def _check_instrument(work: str, operation: Operation, by: Authority) -> None:
    check_length(operation.instrument, LONGEST_ADDRESS)
    basis = Basis.parse(operation.instrument)
    if not _is_on_record(basis, by):
        raise Refusal("provision.unknown", address=operation.instrument)
    if operation.change is Change.INSERT and not operation.units:
        raise Refusal("operation.nothing-new", target=operation.target)
    if work in _changed_by(basis.work) | {basis.work}:
        raise Refusal("operation.circle", work=work, instrument=basis.work)


def _is_on_record(basis: Basis, by: Authority) -> bool:
    """Whether there is such a provision, as far as this hand may know."""
    seen = WorkRecord.objects.seen_by(by).filter(work__key=basis.work).order_by()
    if basis.node:
        return Node.objects.filter(work__in=seen.values("work"), wid=basis.node).exists()
    return seen.exists()


def _changed_by(work: str) -> set[str]:
    """Every work whose operations change this one, directly or through others."""
    edges: dict[str, set[str]] = {}
    for target, instrument in Recorded.objects.known().values_list("work__key", "instrument"):
        edges.setdefault(target, set()).add(Basis.parse(instrument).work)
    found: set[str] = set()
    ahead = [work]
    while ahead:
        for each in edges.get(ahead.pop(), ()):
            if each not in found:
                found.add(each)
                ahead.append(each)
    return found


@act
def undo(work: str, key: str, *, by: Authority, reason: str) -> None:
    """Remove an operation: the text of every day is what it is without it."""
    power = require(power_to_release(by), by, "amend")
    row = Recorded.objects.known().filter(work__key=work, key=key).first()
    if row is None:
        raise Refusal("operation.unknown", key=key)
    Entry("text.undo", f"work:{work}", by, power, reason=reason).withdraw(row)
    note_citations(work)


@act
def happened(
    work: str, key: str, *, by: Authority, on: str = "", name: Words = Words()
) -> WorkEvent:
    """Record an event that operations wait for, or the day on which it happened."""
    power = require(power_to_release(by), by, "amend")
    check_day(on)
    check_length(key, LONGEST_EVENT)
    row = WorkEvent.objects.known().filter(work__key=work, key=key).first()
    entry = Entry("text.event", f"work:{work}", by, power)
    found = Work.objects.filter(key=work).first()
    if found is None:
        raise Refusal("work.unknown", key=work)
    if row is None:
        known = entry.begin(WorkEvent, work=found, key=key, name=name, on=on)
    else:
        known = entry.change(row, on=on, name=name or row.name)
    note_citations(work)
    return known
