"""Text as PostgreSQL keeps it: a tsvector of our own stems, with places and weights."""

from collections.abc import Iterable, Iterator

from amana.kernel.arabic import analyse, fold, symbol_parts
from amana.search.documents import Document

__all__ = ["SMALL", "SYMBOL", "called", "plain", "quoted", "vector"]

SYMBOL = "§"  # before a part of a symbol, so that no word is taken for it
LAST_PLACE = 16383  # the last place that a tsvector can tell apart
SHORTEST_PART = 2
# Words that say nothing where another word does.
SMALL = frozenset(
    fold(
        "a an the of and or in on at for to by with from le la les un une de du des et ou en au aux"
        " dans sur pour par avec في من على الى عن مع و او بين ال"
    ).split()
)


def vector(document: Document, lang: str) -> str:
    """Title (A), other names and symbols (B), text (D), as the literal of a tsvector.

    `'secretary':1A 'general':2A` for the English title "Secretary General".
    """
    places: dict[str, list[str]] = {}
    at = 0
    for lexeme, weight in _lexemes(document, lang):
        at = min(at + 1, LAST_PLACE)
        places.setdefault(lexeme, []).append(f"{at}{weight}")
    return " ".join(f"{quoted(lexeme)}:{','.join(at[:255])}" for lexeme, at in places.items())


def plain(text: str, lang: str) -> str:
    """A title as its folded words: what closeness compares."""
    return " ".join(token.word for token in analyse(text, latin(lang)))


def called(name: str) -> str:
    """A name as its folded words, small ones aside: "Charte de 1972" is "charte 1972"."""
    words = [token.word for token in analyse(name)]
    return " ".join([word for word in words if word not in SMALL] or words)


def latin(lang: str) -> str | None:
    """The language in which the Latin words of a row are stemmed: of an Arabic one, none."""
    return None if lang == "ar" else lang


def quoted(lexeme: str) -> str:
    """A lexeme as PostgreSQL reads it, whatever letters it holds."""
    doubled = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def _lexemes(document: Document, lang: str) -> Iterator[tuple[str, str]]:
    yield from _stems((getattr(document.title, lang),), lang, "A")
    yield from _stems(document.also, lang, "B")
    symbols = (*document.symbols, *document.codes)
    yield from _stems(symbols, lang, "B")
    for symbol in symbols:
        for part in symbol_parts(symbol):
            if len(part) >= SHORTEST_PART:
                yield SYMBOL + part, "B"
    yield from _stems((getattr(document.text, lang),), lang, "D")


def _stems(texts: Iterable[str], lang: str, weight: str) -> Iterator[tuple[str, str]]:
    for text in texts:
        for token in analyse(text, latin(lang)):
            yield token.stem, weight
