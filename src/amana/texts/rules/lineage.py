"""A paragraph across the sessions: new, reaffirmed, strengthened, weakened, dropped.

Successive texts on one subject are compared by likeness. A paragraph is strengthened when its
action verb binds more than that of its forerunner, weakened when it binds less; with the same
force it is reaffirmed, reworded or not. Session numbers and dates, which every session changes,
do not count as words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from amana.texts.rules.diff import Body, bare, compare, said
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Unit, walk

__all__ = ["Force", "Step", "Turn", "lineage", "turns"]

Force = Callable[[Unit, str], int]
PARAGRAPHS = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH, Kind.PARAGRAPH}
)
_PASSING = re.compile(r"[\d٠-٩]+|[IVXL]+(?=\b)")


class Turn(StrEnum):
    """What a session made of a paragraph."""

    NEW = "new"
    REAFFIRMED = "reaffirmed"
    REWORDED = "reworded"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph from one text to the next: where it stood, where it stands, what it became."""

    before: Unit | None
    after: Unit | None
    turn: Turn


def turns(
    before: Sequence[Unit],
    after: Sequence[Unit],
    lang: str,
    force: Force,
    body: Body | None = None,
) -> list[Step]:
    """What the second text made of every paragraph of the first, in its own order.

    `body` is a paragraph without its verb: a stronger verb makes it no other paragraph.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    rows = compare(old, new, lang, by_likeness=True, body=body)
    return [Step(row.before, row.after, _turn(row.before, row.after, lang, force)) for row in rows]


def _paragraphs(units: Sequence[Unit]) -> list[Unit]:
    """The paragraphs alone, each without what stands in it: that is a paragraph of its own."""
    return [
        Unit(unit.wid, unit.kind, unit.num, unit.heading, unit.text, unit.printed)
        for unit, _depth in walk(units)
        if unit.kind in PARAGRAPHS
    ]


def _turn(old: Unit | None, new: Unit | None, lang: str, force: Force) -> Turn:
    if old is None or new is None:
        return Turn.NEW if old is None else Turn.DROPPED
    was, now = force(old, lang), force(new, lang)
    if was and now and was != now:
        return Turn.STRENGTHENED if now > was else Turn.WEAKENED
    same = lasting(said(old, lang)) == lasting(said(new, lang))
    return Turn.REAFFIRMED if same else Turn.REWORDED


def lasting(text: str) -> str:
    """The words without numbers, which every session changes, and without signs of reading."""
    return " ".join(_PASSING.sub("", bare(text)).split())


def lineage(
    texts: Sequence[Sequence[Unit]], wid: str, lang: str, force: Force
) -> list[tuple[int, Step]]:
    """The forerunners of a paragraph of the last text, latest first: index of the text, step."""
    found: list[tuple[int, Step]] = []
    current = wid
    for index in range(len(texts) - 1, 0, -1):
        steps = turns(texts[index - 1], texts[index], lang, force)
        step = next((each for each in steps if each.after and each.after.wid == current), None)
        if step is None:
            break
        found.append((index, step))
        if step.before is None:
            break
        current = step.before.wid
    return found
