"""A text folded, word by word, with the way back to its own letters."""

from bisect import bisect_right
from typing import NamedTuple

from amana.kernel.arabic import fold

__all__ = ["Folded", "folded"]

_LONGEST = 6000  # characters of a paragraph that are read; a longer one is read to there


class Folded(NamedTuple):
    """`text` is folded, in single spaces; `starts` where each word begins in it, `words` where
    the word stands in the original."""

    text: str
    starts: list[int]
    words: list[tuple[int, int]]
    source: str

    def original(self, start: int, end: int) -> str:
        """The original words that cover a stretch of the folded text."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        if not self.words:
            return ""
        return self.source[self.words[first][0] : self.words[last][1]]


def folded(text: str) -> Folded:
    """The text folded as the kernel folds (case, accents, hamza, marks, digits), words kept."""
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    parts: list[str] = []
    place = at = 0
    for word in text[:_LONGEST].split():
        at = text.index(word, at)
        bare = fold(word[:80])
        if bare:
            starts.append(place)
            spans.append((at, at + len(word)))
            parts.append(bare)
            place += len(bare) + 1
        at += len(word)
    return Folded(" ".join(parts), starts, spans, text)
