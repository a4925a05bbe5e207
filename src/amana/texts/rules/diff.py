"""What changed between two texts: node by node, and word by word inside each, in one language.

Two days or versions of one work are matched by their lasting ids; two works, which share none, by
likeness. Nothing is said about meaning: only which words were added, dropped and kept.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from amana.texts.rules.tree import Unit, walk

__all__ = ["Fate", "Part", "Row", "bare", "compare", "likeness", "words_between"]

_WORD = re.compile(r"\s*\S+")
_SHORT = 3  # letters of a word that says nothing by itself
_UNREAD = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_STOPS = ".,;:!?،؛؟()«»“”"
ALIKE = 0.35  # of two paragraphs of different works, below which they are two paragraphs


Body = Callable[[Unit, str], str]


class Fate(StrEnum):
    """What became of a provision from the first text to the second."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"
    RENUMBERED = "renumbered"
    MOVED = "moved"


class Part(NamedTuple):
    """A run of words: `kept`, `added` or `dropped`."""

    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Row:
    """One provision of the first text, of the second, or of both, and the words between them."""

    before: Unit | None
    after: Unit | None
    fate: Fate
    parts: tuple[Part, ...]

    @property
    def unit(self) -> Unit:
        """The provision as it is, or as it last was."""
        found = self.after or self.before
        assert found is not None
        return found


def compare(
    before: Sequence[Unit],
    after: Sequence[Unit],
    lang: str,
    *,
    by_likeness: bool = False,
    body: Body | None = None,
) -> list[Row]:
    """Every provision of both texts in reading order of the second, dropped ones in their place.

    `by_likeness` matches paragraphs of two works whose ids say nothing of each other; `body` is
    what of a paragraph counts for that (all that it says, without it).
    """
    first = [unit for unit, _depth in walk(before)]
    second = [unit for unit, _depth in walk(after)]
    told = body or said
    pairs = _by_likeness(first, second, lang, told) if by_likeness else _by_id(first, second)
    moved = _moved(first, second, pairs)
    rows = []
    for old, new in _in_order(first, second, pairs):
        rows.append(_row(old, new, lang, new is not None and new.wid in moved))
    return rows


def _by_id(first: Sequence[Unit], second: Sequence[Unit]) -> dict[int, int]:
    """Indexes of the second text by those of the first."""
    places = {unit.wid: index for index, unit in enumerate(second)}
    return {index: places[unit.wid] for index, unit in enumerate(first) if unit.wid in places}


def _by_likeness(
    first: Sequence[Unit], second: Sequence[Unit], lang: str, told: Body
) -> dict[int, int]:
    """The likest pairs first, each paragraph in one pair at most, of the same kind."""
    old = [_shingles(told(unit, lang)) for unit in first]
    new = [_shingles(told(unit, lang)) for unit in second]
    where: dict[str, set[int]] = {}
    for index, shingles in enumerate(new):
        for each in shingles:
            where.setdefault(each, set()).add(index)
    scored = []
    for index, shingles in enumerate(old):
        near = {other for each in shingles for other in where.get(each, ())}
        for other in near:
            if first[index].kind == second[other].kind:
                score = _jaccard(shingles, new[other])
                if score >= ALIKE:
                    scored.append((-score, abs(index - other), index, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _score, _far, index, other in sorted(scored):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)
    return pairs


def likeness(one: str, other: str) -> float:
    """How alike two texts are: shared words and pairs of words, from 0 to 1 (Jaccard)."""
    return _jaccard(_shingles(one), _shingles(other))


def _shingles(text: str) -> frozenset[str]:
    """The longer words and the pairs of words: short paragraphs too have several."""
    words = [word.strip(_STOPS) for word in bare(text).split()]
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return frozenset((*pairs, *(word for word in words if len(word) > _SHORT)))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def _in_order(
    first: Sequence[Unit], second: Sequence[Unit], pairs: dict[int, int]
) -> Iterator[tuple[Unit | None, Unit | None]]:
    """The second text in its order; before each of its units what was dropped in front of it."""
    back = {new: old for old, new in pairs.items()}
    told = 0
    for index, unit in enumerate(second):
        old = back.get(index)
        if old is not None:
            for gone in range(told, old):
                if gone not in pairs:
                    yield first[gone], None
            told = max(told, old + 1)
        yield (first[old] if old is not None else None), unit
    for gone in range(told, len(first)):
        if gone not in pairs:
            yield first[gone], None


def _moved(first: Sequence[Unit], second: Sequence[Unit], pairs: dict[int, int]) -> set[str]:
    """The units whose place among the kept ones is another: all outside the longest kept run."""
    order = [pairs[index] for index in range(len(first)) if index in pairs]
    kept = set(_longest_rising(order))
    return {second[new].wid for new in order if new not in kept}


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest rising subsequence, by patience sorting: n log n."""
    tails: list[int] = []
    heads: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = heads[at - 1] if at else None
        tails[at : at + 1] = [number]
        heads[at : at + 1] = [number]
    found: list[int] = []
    last: int | None = heads[-1] if heads else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found


def _row(old: Unit | None, new: Unit | None, lang: str, moved: bool) -> Row:
    one, other = said(old, lang) if old else "", said(new, lang) if new else ""
    if old is None or new is None:
        fate = Fate.NEW if old is None else Fate.DROPPED
        how = "added" if old is None else "dropped"
        return Row(old, new, fate, (Part(one or other, how),) if one or other else ())
    if new.repealed and not old.repealed:
        return Row(old, new, Fate.DROPPED, (Part(one, "dropped"),))
    if one != other and bare(one) != bare(other):
        return Row(old, new, Fate.CHANGED, tuple(words_between(one, other)))
    fate = Fate.RENUMBERED if old.num != new.num else Fate.MOVED if moved else Fate.SAME
    return Row(old, new, fate, (Part(other, "kept"),) if other else ())


def said(unit: Unit, lang: str) -> str:
    """Heading and text of a unit in one language."""
    parts = (getattr(unit.heading, lang), getattr(unit.text, lang))
    return "\n".join(part for part in parts if part)


def bare(text: str) -> str:
    """The letters that make another word: no tatweel, vowel signs, joiners or shaped forms."""
    if text.isascii():
        return text
    text = _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return _UNREAD.sub("", unicodedata.normalize("NFC", text))


def words_between(one: str, other: str) -> Iterator[Part]:
    """The words kept, dropped and added; joined, kept and added ones are the second text."""
    old, new = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(
        None, [bare(w.split()[0]) for w in old], [bare(w.split()[0]) for w in new], False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Part("".join(new[c:d]), "kept")
            continue
        if b > a:
            yield Part("".join(old[a:b]), "dropped")
        if d > c:
            yield Part("".join(new[c:d]), "added")
