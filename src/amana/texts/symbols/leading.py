"""The words that stand before a symbol: `Resolution No.`, `Résolution n°`, `القرار الرقم`."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from amana.texts.symbols.cleaning import cleaned
from amana.texts.symbols.grammar import Grammar, Hint

__all__ = ["Led", "led", "vocabulary"]

_MOST = 8  # words before a symbol: "see draft resolution No."


class Led(NamedTuple):
    """A cleaned text without the words before its symbol, and what those words said."""

    text: str
    kind: str = ""  # "resolution", "decision", …
    grammar: str = ""  # of the body that was named, by its id
    body: str = ""


@cache
def vocabulary() -> Mapping[str, Any]:
    """The words, kinds and phrases of `words.toml`."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def led(text: str, grammars: Sequence[Grammar]) -> Led:
    """Take off a cleaned text the words before its symbol.

    `led("SECURITY COUNCIL RESOLUTION 2056 (2012)")` is the number, the kind and the body.
    """
    kind = grammar = body = ""
    for _turn in range(_MOST):
        if found := _leads().match(text):
            kind = kind or _kinds()[found["words"]]
        elif found := _hints(tuple(grammars)).match(text):
            where, hint = _hinted(tuple(grammars))[found["words"]]
            grammar, body = where, hint.body
        elif not (found := _others().match(text)):
            break
        text = text[found.end() :]
    return Led(text, kind, grammar, body)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words at the beginning, with the punctuation after it: never part of a symbol."""
    longest = sorted({cleaned(word) for word in words}, key=lambda word: (-len(word), word))
    forms = "|".join(re.escape(word) for word in longest)
    joined = "[وف]?[بلك]?"  # and, then; by, for, as: written together with an Arabic word
    return re.compile(rf"[(\[]?(?:{joined})(?P<words>{forms})(?![A-Zء-ي&/-])(?:[ .:#'°,]| - )*")


@cache
def _kinds() -> Mapping[str, str]:
    return {cleaned(word): lead["kind"] for lead in vocabulary()["lead"] for word in lead["words"]}


@cache
def _leads() -> re.Pattern[str]:
    return _any_of(_kinds())


@cache
def _others() -> re.Pattern[str]:
    return _any_of([*vocabulary()["number"], *vocabulary()["filler"]])


@lru_cache(maxsize=8)
def _hinted(grammars: tuple[Grammar, ...]) -> Mapping[str, tuple[str, Hint]]:
    return {
        cleaned(word): (grammar.key, hint)
        for grammar in reversed(grammars)
        for hint in grammar.hints
        for word in hint.words
    }


@lru_cache(maxsize=8)
def _hints(grammars: tuple[Grammar, ...]) -> re.Pattern[str]:
    return _any_of(_hinted(grammars) or ["\0"])
