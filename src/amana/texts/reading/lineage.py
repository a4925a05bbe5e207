"""Whether a paragraph was said before: the same words, or nearly the same.

Likeness is the share of runs of three words that two paragraphs have in common (Jaccard), over
folded words, so that case, accents, hamza and vowel marks do not count. From 0.9 on two
paragraphs are near-identical. An index finds them among thousands without comparing with each.
"""

import re
from collections.abc import Hashable, Iterable
from math import ceil
from typing import NamedTuple
from zlib import crc32

from amana.kernel.arabic import fold

__all__ = ["NEAR", "Earlier", "Likeness", "likeness"]

NEAR = 0.9
_RUN = 3
_WORD = re.compile(r"\w+")


class Likeness(NamedTuple):
    """An earlier paragraph: its key, and how like it is (1.0 is the same words)."""

    key: Hashable
    share: float


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(" ".join(map(fold, text.split())))
    if len(words) <= _RUN:
        return frozenset((crc32(" ".join(words).encode()),)) if words else frozenset()
    runs = (" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return frozenset(crc32(run.encode()) for run in runs)


def likeness(one: str, other: str) -> float:
    """How like two paragraphs are, from 0.0 to 1.0."""
    return _share(_shingles(one), _shingles(other))


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    if not one or not other:
        return 0.0
    common = len(one & other)
    return common / (len(one) + len(other) - common)


class Earlier:
    """Paragraphs said before, by a key of the caller's (an address, a row)."""

    def __init__(self, paragraphs: Iterable[tuple[Hashable, str]]) -> None:
        self._keys: list[Hashable] = []
        self._shingles: list[frozenset[int]] = []
        self._index: dict[int, list[int]] = {}
        for key, text in paragraphs:
            self.add(key, text)

    def add(self, key: Hashable, text: str) -> None:
        """One more paragraph."""
        shingles = _shingles(text)
        place = len(self._keys)
        self._keys.append(key)
        self._shingles.append(shingles)
        for shingle in _prefix(shingles):
            self._index.setdefault(shingle, []).append(place)

    def nearest(self, text: str) -> Likeness | None:
        """The earlier paragraph that is most like this one, if one is near-identical."""
        shingles = _shingles(text)
        places = {place for each in _prefix(shingles) for place in self._index.get(each, ())}
        best = max(
            (( _share(shingles, self._shingles[place]), -place) for place in places),
            default=(0.0, 0),
        )  # fmt: skip
        return Likeness(self._keys[-best[1]], best[0]) if best[0] >= NEAR else None


def _prefix(shingles: frozenset[int]) -> list[int]:
    """The few smallest runs: two sets as like as `NEAR` share one of them."""
    return sorted(shingles)[: len(shingles) - ceil(NEAR * len(shingles)) + 1]
