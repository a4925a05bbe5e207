"""Showing what was met: titles and extracts cut into parts, those that were asked for marked.

Parts are plain text; the page escapes each and puts `<mark>` around it. No HTML is made here.
"""

import re
from dataclasses import dataclass

from amana.kernel.arabic import Token, analyse
from amana.search.query import Asked
from amana.search.vectors import latin

__all__ = ["BEGINNING", "Part", "beginning", "extract", "marked"]

Span = tuple[int, int]
# A symbol or a range of years: kept from left to right where it stands among Arabic words.
_LATIN_RUN = re.compile(r"[A-Za-z0-9&.()]*[A-Za-z0-9](?:[/–-][A-Za-z0-9&.()]+)+")
BEFORE, WORDS = 8, 36  # words shown before the first one met, and in all
BEGINNING = 240  # letters


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text, marked or not."""

    text: str
    marked: bool = False


def marked(text: str, asked: Asked, lang: str) -> tuple[Part, ...]:
    """The whole text in parts: `("Charte de l'", "Organisation")`."""
    text = _isolated(text, lang)
    return _cut(text, _met(text, analyse(text, latin(lang)), asked, lang), 0, len(text))


def extract(text: str, asked: Asked, lang: str) -> tuple[Part, ...]:
    """Some 36 words of the text around those that were met; its beginning when none was."""
    text = _isolated(text, lang)
    words = analyse(text, latin(lang))
    if not words:
        return ()
    met = _met(text, words, asked, lang)
    first = max(_densest(words, met) - BEFORE, 0) if len(words) > WORDS else 0
    last = min(first + WORDS, len(words)) - 1
    begin = words[first].start if first else 0
    end = words[last].end if last < len(words) - 1 else len(text)
    parts = _cut(text, met, begin, end)
    before = (Part("… "),) if first else ()
    after = (Part(" …"),) if end < len(text) else ()
    return (*before, *parts, *after)


def beginning(text: str) -> str:
    """The first 36 words or so of a text."""
    return f"{text[:BEGINNING].rpartition(' ')[0]} …" if len(text) > BEGINNING else text


def _isolated(text: str, lang: str) -> str:
    return _LATIN_RUN.sub("\u2066\\g<0>\u2069", text) if lang == "ar" else text


def _met(text: str, words: list[Token], asked: Asked, lang: str) -> list[Span]:
    """The words and symbols that were asked for, none over another."""
    symbols = asked.symbols_in(text)
    found = asked.met_among(words, lang)
    if not symbols:
        return found
    free = [span for span in found if not any(s < span[1] and span[0] < e for s, e in symbols)]
    return sorted([*symbols, *free])


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
        if max(begin, at) <= start and stop <= end:
            parts += [Part(text[at:start]), Part(text[start:stop], marked=True)]
            at = stop
    return tuple(part for part in (*parts, Part(text[at:end])) if part.text)
