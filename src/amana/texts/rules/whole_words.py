"""Where words stand in a text, whole: "art" is not in "party"; "المجلس" is in "والمجلس"."""

from collections.abc import Iterator
from unicodedata import combining

__all__ = ["overlap", "put", "spans"]

_PREFIXES = frozenset("وفبكل")  # one letter that Arabic writes together with the next word


def spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Every place where the words stand, as offsets of characters: first, behind the last."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        stands = _begins(text, at) and _ends(text, end)
        if stands:
            yield at, end
        at = text.find(words, end if stands else at + 1)


def put(text: str, old: str, new: str) -> str | None:
    """A text with words in place of others wherever those stand; None where they do not."""
    written, last = "", 0
    for begin, end in spans(text, old):
        written, last = written + text[last:begin] + new, end
    return written + text[last:] if last else None


def overlap(text: str, first: str, second: str) -> bool:
    """Whether two runs of words share some where they stand; else whether one holds the other."""
    ones, others = list(spans(text, first)), list(spans(text, second))
    if not (ones and others):
        return first in second or second in first
    return any(begin < stop and start < end for begin, end in ones for start, stop in others)


def _begins(text: str, at: int) -> bool:
    if not at or not (_joins(text[at]) and _joins(text[at - 1])):
        return True
    return text[at - 1] in _PREFIXES and (at == 1 or not _joins(text[at - 2]))


def _ends(text: str, end: int) -> bool:
    return end == len(text) or not (_joins(text[end - 1]) and _joins(text[end]))


def _joins(letter: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, a vowel sign over one."""
    return letter.isalnum() or bool(combining(letter))
