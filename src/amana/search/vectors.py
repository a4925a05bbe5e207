"""Text as PostgreSQL keeps it: a tsvector of our own stems, with places and weights."""

from collections.abc import Iterable, Iterator

from amana.kernel.arabic import analyse, fold, symbol_parts
from amana.search.documents import Document

__all__ = [
    "NAME", "SMALL", "SYMBOL", "TITLED", "WEIGHTY", "WEIGHTY_TITLED", "YEAR", "called", "latin",
    "plain", "quoted", "vector",
]  # fmt: skip

# Signs before lexemes that are no words of the text, so that no word is taken for them. They let
# the index alone find the entries worth ranking, however common the words are.
SYMBOL = "§"  # a part of a symbol
TITLED = "^"  # a word of the title or of another name
WEIGHTY_TITLED = "!"  # the same, of a weighty record
NAME = "="  # a whole name
YEAR = "%"  # the year in which it began
WEIGHTY = "%w"  # a weighty record
WEIGHTY_FROM = 5
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
    words = [f"{quoted(lexeme)}:{','.join(at[:255])}" for lexeme, at in places.items()]
    return " ".join([*words, *map(quoted, _signs(document, lang))])


def _signs(document: Document, lang: str) -> Iterator[str]:
    """What it is called, whether it weighs much, when it began: lexemes without a place."""
    title = getattr(document.title, lang)
    stems = {stem for stem, _ in _stems((title, *document.also), lang, "")}
    weighty = document.weight >= WEIGHTY_FROM
    yield from (
        f"{sign}{stem}" for stem in stems for sign in (TITLED, WEIGHTY_TITLED)[: 1 + weighty]
    )
    yield from {f"{NAME}{called(name)}" for name in (title, *document.also)}
    if weighty:
        yield WEIGHTY
    if document.period.since:
        yield f"{YEAR}{document.period.since.year}"


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
