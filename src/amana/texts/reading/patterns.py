"""The patterns of `patterns.toml`, made ready: one a language, or one for all."""

import re
import tomllib
from functools import cache
from pathlib import Path

from amana.texts.reading.numerals import CARDINAL, ORDINAL

__all__ = ["pattern", "patterns", "source"]

_PIECE = re.compile(r"(?<!\?P)<([a-z-]+)>")


@cache
def _table() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("patterns.toml").read_text("utf-8")
    return tomllib.loads(text)


def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The patterns of a table, by language."""
    return {lang: re.compile(_source(name, lang)) for lang in _table()[name]}


def pattern(name: str) -> re.Pattern[str]:
    """The pattern that serves every language."""
    return re.compile(_source(name, "any"))


def source(name: str, lang: str = "any") -> str:
    """The pattern as it is written, to be a piece of another."""
    return _source(name, lang)


def _source(name: str, lang: str) -> str:
    """The pattern as written, its pieces put in and its line breaks taken out."""
    numbers = {"cardinal": CARDINAL, "ordinal": ORDINAL}
    written = _table()[name][lang].replace("\n", "")
    return _PIECE.sub(
        lambda piece: numbers[piece[1]][lang] if piece[1] in numbers else _source(piece[1], lang),
        written,
    )
