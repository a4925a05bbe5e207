"""The words of a text, each with its stem and the place where it stands."""

import re
from collections import defaultdict
from typing import NamedTuple

from amana.kernel.analyser import european, semitic
from amana.kernel.analyser.folding import composed, fold

__all__ = ["Token", "analyse", "stem", "tokens"]


class Token(NamedTuple):
    """A stem, the offsets of its word in the original text, the folded word, its language."""

    stem: str
    start: int
    end: int
    word: str
    lang: str


# A number, or letters with the marks, tatweel and joiners that may stand inside a word. The
# apostrophes ʼ and ʻ count as letters in Unicode; here they part l from État.
_LETTER = r"[^\W\d_ʼʻʹ]"
_WITHIN = (
    r"[ـ\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e"
    r"\u2066-\u2069]"
)
_WORD = re.compile(rf"\d+|{_LETTER}++(?:{_WITHIN}++{_LETTER}*+)*+")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)", re.IGNORECASE)
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
_ACUTE = re.compile("ée?s?$")
_QUOTES = frozenset("'’‘ʼʻʹ＇`´")


def analyse(text: str, lang: str | None = None) -> list[Token]:
    """Every word of the text with its stem.

    `lang` (`en` or `fr`) is the language of Latin words; without it they are stemmed by a rule
    that serves both, so the same value must be given for the index and for the query.
    """
    quoted, known = not _QUOTES.isdisjoint(text), _known[lang or ""]
    found = []
    for match in _WORD.finditer(text):
        reading = known.get(match[0]) or _read(match[0], lang or "")
        if reading[1] and not (quoted and _is_elided(text, match)):
            start, end = match.span()
            found.append(_make((reading[0], start, end, reading[1], reading[2])))
    return found


def tokens(text: str, lang: str | None = None) -> list[tuple[str, int, int]]:
    """`(stem, start, end)` of every word: `tokens("القرارات")` is `[("قرار", 0, 8)]`."""
    return [(token.stem, token.start, token.end) for token in analyse(text, lang)]


def stem(word: str, lang: str | None = None) -> str:
    """The stem of one word; Arabic is known by its script."""
    return _read(word, lang or "")[0]


def _is_elided(text: str, match: re.Match[str]) -> bool:
    """Whether the word is only the l’ of l’organisation or the ’s of Council’s."""
    start, end = match.span()
    if text[end : end + 1] in _QUOTES and text[end + 1 : end + 2].isalpha():
        return _ELISION.fullmatch(match[0]) is not None
    return match[0] in ("s", "S") and start > 0 and text[start - 1] in _QUOTES


# Readings by language and by the word as it is written: most words of a text stand there already.
_Reading = tuple[str, str, str]
_known: defaultdict[str, dict[str, _Reading]] = defaultdict(dict)
_MOST = 50_000  # of each language; some 20 MB
_make = Token._make


def _read(written: str, lang: str) -> _Reading:
    """A reading, kept for the next time."""
    known = _known[lang]
    if len(known) >= _MOST:
        known.clear()
    found = known[written] = _reading(written, lang)
    return found


def _reading(written: str, lang: str) -> _Reading:
    """Stem, folded word and language of a word as it is written."""
    word = fold(written)
    if word.isdigit():
        return word.lstrip("0") or "0", word, lang
    if not _ARABIC_LETTER.search(word):
        acute = lang != "en" and bool(_ACUTE.search(composed(written)))
        return european.stem(word, lang, acute=acute), word, lang
    spelled = composed(written)
    hamza = spelled.startswith(("أ", "إ", "آ"))
    how = semitic.Written(spelled.endswith(("ة", "ۃ")), hamza, "إ" in spelled)
    return semitic.stem(word, how), word, "ar"
