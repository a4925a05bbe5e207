"""Other spellings of the same word, which a query for one finds too."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from amana.kernel.arabic import Token, stem, unaccented
from amana.search.vectors import latin

__all__ = ["spellings"]


def spellings(word: Token, lang: str) -> tuple[str, ...]:
    """The stem of a word, then those of its other spellings: Mecca is also Makkah.

    A French word typed without accents may have meant one: traite is also traité.
    """
    others = [stem(other, latin(lang)) for other in _groups().get(word.word, ())]
    if lang != "en" and word.lang != "ar" and (meant := unaccented(word.word)):
        others.append(meant)
    return tuple(dict.fromkeys((word.stem, *others)))


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    path = Path(__file__).with_name("spellings.toml")
    groups = tomllib.loads(path.read_text("utf-8"))["groups"]
    return {word: tuple(group) for group in groups for word in group}
