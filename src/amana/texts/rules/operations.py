"""Changes to a text and the text of any day: a pure fold, undone by leaving an operation out.

Specification: an amendment is a typed operation (insert, substitute, repeal, renumber) of one
work on a provision of another, effective on a day, on an event, or on a day not yet known. What
cannot be applied is never guessed: it is left out and named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from amana.kernel.words import LANGS, Words
from amana.texts.rules.tree import Unit, changed, find, named, walk

__all__ = [
    "Change", "Consolidated", "Fate", "Operation", "Outcome", "Place", "apply", "clash", "failures",
    "fold",
]  # fmt: skip


class Change(StrEnum):
    """What an operation does."""

    INSERT = "insert"
    SUBSTITUTE = "substitute"
    REPEAL = "repeal"
    RENUMBER = "renumber"


class Place(StrEnum):
    """Where an insertion stands, seen from its target."""

    BEFORE = "before"
    AFTER = "after"
    INTO = "into"  # as the last of what stands in it


class Fate(StrEnum):
    """What became of an operation on a day."""

    APPLIED = "applied"
    LATER = "later"  # its day is known and has not come
    WAITING = "waiting"  # its day is not known, or its event has not happened
    FAILED = "failed"  # it could not be applied; `Outcome.code` says why


@dataclass(frozen=True, slots=True)
class Operation:
    """One change to one provision.

    `target` is a wId; empty, with INSERT, for the end of the text. A substitution gives either
    a whole unit (`units`, exactly one) or words for words (`old` and `new`, a language each).
    `on` is the day from which it applies, None while that is unknown; `event` what it waits for.
    `instrument` is the address of the provision that decides it (`res-11-org#para_2`).
    """

    key: str
    change: Change
    target: str = ""
    on: date | None = None
    event: str = ""
    order: int = 0
    place: Place = Place.AFTER
    units: tuple[Unit, ...] = ()
    old: Words = Words()
    new: Words = Words()
    num: str = ""
    printed: Words = Words()
    instrument: str = ""


class Outcome(NamedTuple):
    """An operation, what became of it, and the refusal's code where it failed."""

    operation: Operation
    fate: Fate
    code: str = ""


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A text as it stood on a day, and what became of every operation on it."""

    units: tuple[Unit, ...]
    outcomes: tuple[Outcome, ...] = ()

    def with_fate(self, *fates: Fate) -> tuple[Outcome, ...]:
        """The operations of some fates, in their order."""
        return tuple(each for each in self.outcomes if each.fate in fates)


class _NotApplicable(Exception):
    """Why an operation cannot be applied: a code of the refusals of this room."""


def fold(
    original: tuple[Unit, ...], operations: Iterable[Operation], on: date | None = None
) -> Consolidated:
    """The text on a day: the original with every operation effective by then, in their order.

    Without a day every dated operation is applied. Of two that touch the same words on one day
    neither wins: the second is left out and named. An operation on art. 5 effective on
    2 January is in the text of 2 January and not in that of 1 January.
    """
    units, outcomes, touched = original, [], _Touched()
    for operation in sorted(operations, key=_order):
        if operation.on is None:
            outcomes.append(Outcome(operation, Fate.WAITING))
        elif on is not None and operation.on > on:
            outcomes.append(Outcome(operation, Fate.LATER))
        else:
            try:
                touched.check(operation)
                units = apply(units, operation)
                outcomes.append(Outcome(operation, Fate.APPLIED))
            except _NotApplicable as why:
                outcomes.append(Outcome(operation, Fate.FAILED, str(why)))
    return Consolidated(named(units), tuple(outcomes))


def _order(operation: Operation) -> tuple[date, int, str]:
    return (operation.on or date.max, operation.order, operation.key)


class _Touched:
    """Which words were changed on which day: no two operations may touch the same."""

    def __init__(self) -> None:
        self._by_place: dict[tuple[date | None, str], list[Operation]] = {}

    def check(self, operation: Operation) -> None:
        if operation.change is Change.INSERT:
            return
        earlier = self._by_place.setdefault((operation.on, operation.target), [])
        if any(clash(each, operation) for each in earlier):
            raise _NotApplicable("operation.same-words")
        earlier.append(operation)


def clash(one: Operation, other: Operation) -> bool:
    """Whether two operations on one provision touch the same words."""
    kinds = {one.change, other.change}
    if Change.RENUMBER in kinds:
        return one.change == other.change or Change.REPEAL in kinds
    if not (one.old and other.old):
        return True  # a whole unit is every word of it
    return any(
        first in second or second in first
        for lang in LANGS
        if (first := getattr(one.old, lang)) and (second := getattr(other.old, lang))
    )


def apply(units: tuple[Unit, ...], operation: Operation) -> tuple[Unit, ...]:
    """The tree after one operation; `_NotApplicable` where its target does not allow it."""
    if operation.change is Change.INSERT:
        return _inserted(units, operation)
    target = find(units, operation.target)
    if target is None:
        raise _NotApplicable("operation.no-target")
    if target.repealed:
        raise _NotApplicable("operation.target-repealed")
    new = _DO[operation.change](target, operation)
    return changed(units, operation.target, lambda _unit: (new,))


def _inserted(units: tuple[Unit, ...], operation: Operation) -> tuple[Unit, ...]:
    held = {unit.wid for unit, _depth in walk(units)}
    new = tuple(_by(unit, operation.key) for unit in operation.units)
    if held & {unit.wid for unit, _depth in walk(new)}:
        raise _NotApplicable("operation.exists")
    if not operation.target:
        return (*units, *new)
    target = find(units, operation.target)
    if target is None:
        raise _NotApplicable("operation.no-target")
    if operation.place is Place.INTO:
        if target.repealed:
            raise _NotApplicable("operation.target-repealed")
        filled = replace(target, children=(*target.children, *new))
        return changed(units, operation.target, lambda _unit: (filled,))
    both: tuple[Unit, ...] = (target, *new)
    if operation.place is Place.BEFORE:
        both = (*new, target)
    return changed(units, operation.target, lambda _unit: both)


def _substituted(target: Unit, operation: Operation) -> Unit:
    if operation.units:
        given = operation.units[0]
        return replace(
            target, heading=given.heading or target.heading, text=given.text,
            children=tuple(_by(unit, operation.key) for unit in given.children), by=operation.key,
        )  # fmt: skip
    return replace(target, text=_replaced(target.text, operation), by=operation.key)


def _replaced(text: Words, operation: Operation) -> Words:
    """Words for words in every language named; refused where the old words do not stand."""
    said = {}
    for lang, now in text:
        old = getattr(operation.old, lang)
        if old and old not in now:
            raise _NotApplicable("operation.words-not-found")
        said[lang] = now.replace(old, getattr(operation.new, lang)) if old else now
    return Words(**said)


def _repealed(target: Unit, operation: Operation) -> Unit:
    """The place stays and keeps its number; what stood in it is gone with it."""
    return replace(target, text=Words(), children=(), repealed=True, by=operation.key)


def _renumbered(target: Unit, operation: Operation) -> Unit:
    return replace(target, num=operation.num, printed=operation.printed, by=operation.key)


_DO = {
    Change.SUBSTITUTE: _substituted,
    Change.REPEAL: _repealed,
    Change.RENUMBER: _renumbered,
}


def _by(unit: Unit, key: str) -> Unit:
    return replace(unit, by=key, children=tuple(_by(each, key) for each in unit.children))


def failures(original: tuple[Unit, ...], operations: Sequence[Operation], new: Operation) -> str:
    """Why a new operation would not apply beside the others; empty when it would.

    One of unknown day is tried as if it took effect after all the others. One that lets a later
    operation fail is refused as well.
    """
    others = [each for each in operations if each.key != new.key]
    tried = new if new.on else replace(new, on=date.max)
    failed = {each.operation.key for each in fold(original, others).with_fate(Fate.FAILED)}
    for outcome in fold(original, [*others, tried]).with_fate(Fate.FAILED):
        if outcome.operation is tried:
            return outcome.code
        if outcome.operation.key not in failed:
            return "operation.breaks-later"
    return ""
