"""Refusal, the only domain error: a code, the facts, the basis; its sentence in three languages.

Each room keeps a `refusals.toml` beside its code. An entry says *what* is refused and *why*
(the rule), and what to *do*; braces name the facts.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from amana.kernel.words import LANGS, Words

__all__ = ["Refusal", "catalogue", "sentence"]


class Refusal(Exception):
    """What is refused, with the facts of the case and the provision it rests on."""

    def __init__(self, code: str, /, *, basis: Iterable[str] = (), **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.basis = tuple(basis)
        self.facts = facts

    def sentence(self, lang: str = "en") -> str:
        """What, why and what to do, for a reader of `lang`."""
        return sentence(self.code, self.facts, lang)

    def what(self, lang: str = "en") -> str:
        """Only what is refused and why."""
        return _fill(catalogue()[self.code]["what"], self.facts, lang)

    def remedy(self, lang: str = "en") -> str:
        """Only what the reader can do; empty when nothing can be done."""
        return _fill(catalogue()[self.code].get("do", Words()), self.facts, lang)

    def __str__(self) -> str:
        return self.sentence("en")


def sentence(code: str, facts: Mapping[str, object], lang: str) -> str:
    """The sentence of a code with its facts filled in."""
    entry = catalogue()[code]
    parts = (_fill(entry[part], facts, lang) for part in ("what", "do") if part in entry)
    return " ".join(part for part in parts if part)


def _fill(words: Words, facts: Mapping[str, object], lang: str) -> str:
    shown = {name: _shown(value, lang) for name, value in facts.items()}
    return words.text(lang).format_map(shown)


def _shown(value: object, lang: str) -> str:
    if isinstance(value, Words):
        return value.text(lang)
    if isinstance(value, (list, tuple, set, frozenset)):
        separator = "، " if lang == "ar" else ", "
        return separator.join(_shown(item, lang) for item in value)
    return str(value)


@cache
def catalogue() -> dict[str, dict[str, Words]]:
    """Every refusal of the house: `{code: {"what": Words, "do": Words}}`."""
    entries: dict[str, dict[str, Words]] = {}
    for path in sorted(Path(__file__).resolve().parents[1].glob("*/refusals.toml")):
        for code, entry in _codes(tomllib.loads(path.read_text("utf-8"))):
            if code in entries:
                raise ValueError(f"refusal {code} stands in two catalogues; the second is {path}")
            entries[code] = {part: Words.of(texts) for part, texts in entry.items()}
    return entries


def _codes(
    table: Mapping[str, dict[str, dict[str, str]]], prefix: str = ""
) -> Iterable[tuple[str, dict[str, dict[str, str]]]]:
    for name, entry in table.items():
        code = prefix + name
        if "what" not in entry:
            yield from _codes(entry, code + ".")  # type: ignore[arg-type]
            continue
        if set(entry) - {"what", "do"} or any(set(texts) != set(LANGS) for texts in entry.values()):
            raise ValueError(f"refusal {code} needs what and do, each in {', '.join(LANGS)}")
        yield code, entry
