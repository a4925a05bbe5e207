"""Changes to a text and the text of any day: a pure fold, undone by leaving an operation out.

Specification: an amendment is a typed operation (insert, substitute, repeal, renumber) of one
work on a provision of another, effective on a day, on an event, or on a day not yet known. What
cannot be applied is never guessed: it is left out and named.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from amana.kernel.words import LANGS, Words
from amana.texts.rules.kinds import CONTAINERS
from amana.texts.rules.tree import Unit, bare, changed, find, named, walk
from amana.texts.rules.whole_words import overlap, put

__all__ = [
    "Change", "Consolidated", "Fate", "Operation", "Outcome", "Place", "apply", "clash", "failures",
    "fold", "languages_lost",
]  # fmt: skip

LONGEST_NUMBER, LONGEST_ID = 24, 120  # characters that the tables and addresses hold


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
                touched.check(units, operation)
                before, units = units, apply(units, touched.placed(units, operation))
                touched.note(before, operation)
                outcomes.append(Outcome(operation, Fate.APPLIED))
            except _NotApplicable as why:
                outcomes.append(Outcome(operation, Fate.FAILED, str(why)))
    return Consolidated(named(units), tuple(outcomes))


def _order(operation: Operation) -> tuple[date, int, str]:
    return (operation.on or date.max, operation.order, operation.key)


@dataclass(slots=True)
class _Day:
    """What was changed on one day, by wId."""

    at: dict[str, list[tuple[Operation, tuple[Unit, ...]]]] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)  # where anything was done
    entered: set[str] = field(default_factory=set)  # into which something was inserted
    covered: set[str] = field(default_factory=set)  # what stood in a unit that was changed whole


class _Touched:
    """Which words were changed on which day: no two operations may touch the same.

    Who changes a provision whole touches every word of what stands in it.
    """

    def __init__(self) -> None:
        self._days: dict[date | None, _Day] = {}
        self._behind: dict[str, str] = {}  # the last that was inserted behind each provision

    def placed(self, units: tuple[Unit, ...], operation: Operation) -> Operation:
        """The same insertion, behind those that were made behind that provision before it."""
        last = self._behind.get(operation.target, "")
        if not (_is_behind(operation) and last and find(units, last)):
            return operation
        return replace(operation, target=last)

    def check(self, units: tuple[Unit, ...], operation: Operation) -> None:
        day = self._days.get(operation.on)
        if day is None or operation.change is Change.INSERT:
            return
        target = operation.target
        twice = any(clash(each, operation, tree) for each, tree in day.at.get(target, ()))
        if twice or target in day.covered or (_is_whole(operation) and (
            target in day.entered or not day.places.isdisjoint(_inner(units, target))
        )):  # fmt: skip
            raise _NotApplicable("operation.same-words")

    def note(self, units: tuple[Unit, ...], operation: Operation) -> None:
        """Keep what was applied, with the tree as it was before."""
        day, target = self._days.setdefault(operation.on, _Day()), operation.target
        day.places.add(target)
        if operation.change is Change.INSERT:
            if operation.place is Place.INTO:
                day.entered.add(target)
            if _is_behind(operation):
                self._behind[target] = operation.units[-1].wid
            return
        day.at.setdefault(target, []).append((operation, units))
        if _is_whole(operation):
            day.covered |= _inner(units, target)


def _is_behind(operation: Operation) -> bool:
    """Whether something is inserted behind a provision."""
    is_placed = operation.place is Place.AFTER and operation.target != ""
    return operation.change is Change.INSERT and is_placed and bool(operation.units)


def _is_whole(operation: Operation) -> bool:
    return operation.change is Change.REPEAL or (
        operation.change is Change.SUBSTITUTE and bool(operation.units)
    )


def _inner(units: tuple[Unit, ...], wid: str) -> set[str]:
    """The wIds of all that stands in a unit."""
    unit = find(units, wid)
    return {each.wid for each, _depth in walk(unit.children)} if unit else set()


def clash(one: Operation, other: Operation, units: tuple[Unit, ...] = ()) -> bool:
    """Whether two operations on one provision touch the same words.

    `units` is the tree before the first of them: words overlap where they stand in it.
    """
    kinds = {one.change, other.change}
    if Change.RENUMBER in kinds:
        return one.change == other.change or Change.REPEAL in kinds
    if _is_whole(one) or _is_whole(other):
        return True  # a whole unit is every word of it
    target = find(units, one.target)
    text = target.text if target else Words()
    return any(
        overlap(getattr(text, lang), first, second)
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
        _has_room(target, new)
        filled = replace(target, children=(*target.children, *new))
        return changed(units, operation.target, lambda _unit: (filled,))
    both: tuple[Unit, ...] = (target, *new)
    if operation.place is Place.BEFORE:
        both = (*new, target)
    return changed(units, operation.target, lambda _unit: both)


def _substituted(target: Unit, operation: Operation) -> Unit:
    if operation.units:
        given = operation.units[0]
        _has_room(target, given.children)
        return replace(
            target, heading=given.heading or target.heading, text=given.text,
            children=tuple(_by(unit, operation.key) for unit in given.children), by=operation.key,
        )  # fmt: skip
    return replace(target, text=_replaced(target.text, operation), by=operation.key)


def _has_room(target: Unit, inner: tuple[Unit, ...]) -> None:
    """A title, a formula, a preambular paragraph, a conclusion are words: nothing stands in them.

    `grow` never puts anything there, and no file could show it.
    """
    if inner and target.kind not in CONTAINERS:
        raise _NotApplicable("operation.no-room")


def _replaced(text: Words, operation: Operation) -> Words:
    """Words for words in every language named; refused where the old words do not stand."""
    said = {}
    for lang, now in text:
        old = getattr(operation.old, lang)
        changed_to = put(now, old, getattr(operation.new, lang)) if old else now
        if changed_to is None:
            raise _NotApplicable("operation.words-not-found")
        said[lang] = changed_to
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


def _too_long(operation: Operation) -> bool:
    """Whether a number, or the id that follows from the numbers above it, is too long to stand."""
    units = [unit for unit, _depth in walk(operation.units)]
    nums = (operation.num, *(unit.num for unit in units))
    return any(len(num) > LONGEST_NUMBER for num in nums) or any(
        len(unit.wid) > LONGEST_ID for unit in units
    )


def _is_unreadable(operation: Operation) -> bool:
    """Whether a new number has nothing of which an id could be made."""
    if operation.change is Change.RENUMBER:
        return not bare(operation.num)
    if operation.change is Change.INSERT:
        return any(unit.num and not bare(unit.num) for unit, _depth in walk(operation.units))
    return False


def _taken(units: tuple[Unit, ...]) -> set[str]:
    """The ids that two provisions of a tree have: one number for both."""
    counts = Counter(unit.eid for unit, _depth in walk(units))
    return {eid for eid, count in counts.items() if count > 1}


def languages_lost(units: tuple[Unit, ...], operation: Operation) -> tuple[str, ...]:
    """The languages whose wording a whole substitution would take away without giving another."""
    given = {unit.wid: unit for unit, _depth in walk(operation.units)}
    if operation.change is not Change.SUBSTITUTE or not given:
        return ()
    target = find(units, operation.target)
    held = {unit.wid: unit for unit, _depth in walk((target,) if target else ())}
    pairs = [(held[wid].text, given[wid].text) for wid in given if wid in held]
    return tuple(
        lang for lang in LANGS
        if any(getattr(now, lang) and not getattr(new, lang) for now, new in pairs)
    )  # fmt: skip


def failures(original: tuple[Unit, ...], operations: Sequence[Operation], new: Operation) -> str:
    """Why a new operation would not apply beside the others; empty when it would.

    One of unknown day is tried as if it took effect after all the others, together with those
    that wait for the same event. One that lets a later operation fail is refused as well.
    """
    if _too_long(new):
        return "operation.number-too-long"
    if _is_unreadable(new):
        return "operation.number-unreadable"
    others = [each for each in operations if each.key != new.key]
    with_it = [each for each in others if new.event and each.event == new.event]
    on = next((each.on for each in with_it if each.on), new.on or date.max)
    others = [replace(each, on=on) if each in with_it else each for each in others]
    tried = replace(new, on=on)
    before, after = fold(original, others), fold(original, [*others, tried])
    failed = {each.operation.key for each in before.with_fate(Fate.FAILED)}
    for outcome in after.with_fate(Fate.FAILED):
        if outcome.operation is tried:
            return outcome.code
        if outcome.operation.key not in failed:
            return "operation.breaks-later"
    if new.change in (Change.INSERT, Change.RENUMBER) and _twice(original, others, tried):
        return "operation.number-taken"
    return ""


def _twice(original: tuple[Unit, ...], others: Sequence[Operation], new: Operation) -> bool:
    """Whether two provisions would bear one number because of this operation, on any day."""
    days = {new.on, *(each.on for each in others if each.on and new.on and each.on > new.on)}
    return any(
        _taken(fold(original, [*others, new], day).units)
        - _taken(fold(original, others, day).units)
        for day in days
    )
