"""Showing what was met: titles and extracts cut into parts, those that were asked for marked.

Parts are plain text; the page escapes each and puts `<mark>` around it. No HTML is made here.
"""

from dataclasses import dataclass

from amana.kernel.arabic import Token, analyse
from amana.search.query import Asked
from amana.search.vectors import latin

__all__ = ["Part", "extract", "marked"]

Span = tuple[int, int]
BEFORE, WORDS = 8, 36  # words shown before the first one met, and in all


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text, marked or not."""

    text: str
    marked: bool = False


def marked(text: str, asked: Asked, lang: str) -> tuple[Part, ...]:
    """The whole text in parts: `("Charte de l'", "Organisation")`."""
    return _cut(text, _met(analyse(text, latin(lang)), asked, lang), 0, len(text))


def extract(text: str, asked: Asked, lang: str) -> tuple[Part, ...]:
    """Some 36 words of the text around those that were met; its beginning when none was."""
    words = analyse(text, latin(lang))
    if not words:
        return ()
    met = _met(words, asked, lang)
    first = max(_densest(words, met) - BEFORE, 0) if len(words) > WORDS else 0
    last = min(first + WORDS, len(words)) - 1
    begin = words[first].start if first else 0
    end = words[last].end if last < len(words) - 1 else len(text)
    parts = _cut(text, met, begin, end)
    before = (Part("… "),) if first else ()
    after = (Part(" …"),) if end < len(text) else ()
    return (*before, *parts, *after)


def _met(words: list[Token], asked: Asked, lang: str) -> list[Span]:
    return [(word.start, word.end) for word in words if asked.is_met_by(word, lang)]


def _densest(words: list[Token], met: list[Span]) -> int:
    """The place of that met word after which most others follow within an extract."""
    starts = {start for start, _end in met}
    places = [at for at, word in enumerate(words) if word.start in starts]
    reach = WORDS - BEFORE
    near = {at: sum(at <= other < at + reach for other in places) for at in places}
    return max(places, key=lambda at: (near[at], -at), default=0)


def _cut(text: str, spans: list[Span], begin: int, end: int) -> tuple[Part, ...]:
    parts, at = [], begin
    for start, stop in spans:
        if begin <= start and stop <= end:
            parts += [Part(text[at:start]), Part(text[start:stop], marked=True)]
            at = stop
    return tuple(part for part in (*parts, Part(text[at:end])) if part.text)
