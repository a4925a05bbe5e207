"""What was typed, as queries: words with their stems, and symbols with their lenient spellings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from amana.kernel.arabic import Token, analyse, symbol_parts
from amana.kernel.refusals import Refusal
from amana.search.spellings import spellings
from amana.search.vectors import SMALL, SYMBOL, called, latin, quoted

__all__ = ["BEGUN", "EXACTLY", "IN_TITLE", "LONGEST", "WHOLE", "Asked", "How", "ask"]

LONGEST = 200
MOST_WORDS = 16  # each costs a look into the index
SHORTEST_PREFIX = 2
_HYPHEN = "[-‐‑‒–—−]"
# Spaces that people leave in symbols: "1 / 44 - POL", "CFM -50"; a hyphen needs a digit beside it.
_SPACED = (
    (re.compile(r"\s*([/\\])\s*"), r"\1"),
    (re.compile(rf"(?<=\d)\s*{_HYPHEN}\s*(?=\w)|(?<=\w)\s*{_HYPHEN}\s*(?=\d)"), "-"),
    (re.compile(r"(?<=\w)\s+(?=\(\w{1,3}(?:\.\w{1,3})*\))"), ""),
)
_IS_SYMBOL = re.compile(rf"[/\\]|\d.*{_HYPHEN}|{_HYPHEN}.*\d")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """One stretch between spaces: its words, or a symbol."""

    text: str
    is_last: bool

    @property
    def symbol(self) -> str:
        """The symbol it may be, without spaces and in capitals; empty for plain words."""
        if not _IS_SYMBOL.search(self.text):
            return ""
        return next(iter(symbol_parts(self.text)), "")


@dataclass(frozen=True, slots=True)
class How:
    """In what way a word is to be met.

    `begun`: the last one also by its beginning. `exactly`: in no other spelling. `sign`: among the
    lexemes with that sign; `weight`: at that place of the entry.
    """

    begun: bool = False
    exactly: bool = False
    sign: str = ""
    weight: str = ""


WHOLE, BEGUN, EXACTLY = How(), How(begun=True), How(exactly=True)
IN_TITLE = How(begun=True, weight="A")


@dataclass(frozen=True)
class Asked:
    """A query, ready for each language of the index."""

    text: str
    chunks: tuple[_Chunk, ...]

    @cached_property
    def is_arabic(self) -> bool:
        """Whether any of it is written in Arabic letters."""
        return any(word.lang == "ar" for word in analyse(self.text))

    @cached_property
    def plain(self) -> str:
        """The folded words, to compare with titles."""
        return " ".join(token.word for token in analyse(self.text))

    @cached_property
    def called(self) -> str:
        """The words that count, to compare with whole names."""
        return called(self.text)

    def __bool__(self) -> bool:
        return bool(self.all_of("en"))

    def all_of(self, lang: str, how: How = WHOLE) -> str:
        """Every word of it, as a tsquery."""
        return " & ".join(self.each_of(lang, how))

    def each_of(self, lang: str, how: How) -> list[str]:
        """A tsquery for each word."""
        return [group for chunk in self.chunks if (group := self._group(chunk, lang, how))]

    @property
    def symbol(self) -> str:
        """The symbols alone, by their beginnings; a lexeme that no entry has where none is."""
        written = (chunk.symbol for chunk in self.chunks if chunk.symbol)
        return " & ".join(f"{quoted(SYMBOL + each)}:*" for each in written) or quoted(SYMBOL)

    @property
    def has_symbol(self) -> bool:
        """Whether a symbol, or a part of one, is among what was typed."""
        return any(chunk.symbol for chunk in self.chunks)

    def words(self, chunk: _Chunk, lang: str) -> list[Token]:
        """The words of a chunk that count."""
        found = analyse(chunk.text, latin(lang))
        return found if self.only_small else [word for word in found if word.word not in SMALL]

    @cached_property
    def only_small(self) -> bool:
        """Whether nothing but small words was typed: then they count."""
        return all(word.word in SMALL for chunk in self.chunks for word in analyse(chunk.text))

    def symbols_in(self, text: str) -> list[tuple[int, int]]:
        """Where the symbols that were asked for stand in a text, spaces left aside."""
        found = (match.span() for each in self._symbols for match in each.finditer(text))
        return sorted(found)

    @cached_property
    def _symbols(self) -> tuple[re.Pattern[str], ...]:
        written = (chunk.symbol for chunk in self.chunks if chunk.symbol)
        return tuple(_leniently(symbol) for symbol in written)

    def met_among(self, words: Iterable[Token], lang: str) -> list[tuple[int, int]]:
        """Where those words of a text stand that are asked for: they are marked."""
        stems, begun = self._stems[lang], tuple(self._beginnings[lang])
        return [
            (start, end)
            for stem, start, end, word, _ in words
            if stem in stems or (begun and (stem.startswith(begun) or word.startswith(begun)))
        ]

    @cached_property
    def _stems(self) -> dict[str, set[str]]:
        return {
            lang: {
                stem
                for chunk in self.chunks
                if not chunk.symbol
                for word in self.words(chunk, lang)
                for stem in spellings(word, lang)
            }
            for lang in ("ar", "en", "fr")
        }

    @cached_property
    def _beginnings(self) -> dict[str, set[str]]:
        return {
            lang: {
                each for chunk in self.chunks if chunk.is_last for each in self._ends(chunk, lang)
            }
            for lang in ("ar", "en", "fr")
        }

    def _group(self, chunk: _Chunk, lang: str, how: How) -> str:
        words = self.words(chunk, lang)
        ends = self._ends(chunk, lang) if chunk.is_last and how.begun else []
        written = ((word.stem,) if how.exactly else spellings(word, lang) for word in words)
        terms = [_any(stems, how) for stems in written]
        if ends:
            terms[-1] = f"({terms[-1]} | {_any(ends, how, ':*')})"
        whole = (" <-> " if chunk.symbol and not how.sign else " & ").join(terms)
        if chunk.symbol and not how.weight:
            as_symbol = f"{quoted(SYMBOL + chunk.symbol)}:*"
            return f"({as_symbol} | ({whole}))" if whole else as_symbol
        return f"({whole})" if len(terms) > 1 else whole

    def _ends(self, chunk: _Chunk, lang: str) -> list[str]:
        """What the last word may be the beginning of; never a number, nor a part of a symbol."""
        words = self.words(chunk, lang)
        if not words or chunk.symbol or words[-1].word.isdigit():
            return []
        both = dict.fromkeys((words[-1].stem, words[-1].word, *_without_article(words[-1])))
        return [each for each in both if len(each) >= SHORTEST_PREFIX or each != words[-1].word]


def _without_article(word: Token) -> tuple[str, ...]:
    """`الع` while someone types `العام`: too short for the stem, it begins with its article."""
    rest = word.word.removeprefix("ال")
    return (rest,) if word.lang == "ar" and rest != word.word else ()


def _leniently(symbol: str) -> re.Pattern[str]:
    signs = (_HYPHEN if sign == "-" else re.escape(sign) for sign in symbol)
    return re.compile(r"\b" + r"\s*".join(signs), re.IGNORECASE)


def _any(lexemes: Iterable[str], how: How, ending: str = "") -> str:
    label = f"{ending or ':'}{how.weight}" if how.weight else ending
    terms = [quoted(how.sign + lexeme) + label for lexeme in lexemes]
    return f"({' | '.join(terms)})" if len(terms) > 1 else terms[0]


def ask(text: str) -> Asked:
    """Read what was typed; refused when it is longer than a sentence."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(text) > LONGEST:
        raise Refusal("search.too-long", length=len(text), longest=LONGEST)
    if len(text.split()) > MOST_WORDS:
        raise Refusal("search.too-many-words", words=len(text.split()), most=MOST_WORDS)
    tight = text
    for pattern, by in _SPACED:
        tight = pattern.sub(by, tight)
    return Asked(text, tuple(_chunks(tight)))


def _chunks(text: str) -> Iterator[_Chunk]:
    parts = text.split()
    for at, part in enumerate(parts):
        yield _Chunk(part, at == len(parts) - 1)
