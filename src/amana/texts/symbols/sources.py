"""Where grammars are read from: the files beside this code, and the pack of the organisation."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from amana.kernel.refusals import Refusal
from amana.texts.symbols.grammar import Grammar, grammar_of
from amana.texts.symbols.patterns import compiled

__all__ = ["grammars", "organisation_names", "pack_folder", "session_years"]

HERE = Path(__file__).parent


def pack_folder() -> Path:
    """The pack of this installation: `AMANA_PACK`, else the default one.

    It is what `settings.PACK` says, asked without Django: a symbol is read without a database.
    """
    default = HERE.parents[3] / "packs" / "oic"
    return Path(os.environ.get("AMANA_PACK", default))


def grammars(pack: Path | None = None) -> tuple[Grammar, ...]:
    """The grammars of the pack, then those of other systems. Refused: `symbol.grammar-unreadable`.

    A pack without `series.toml` adds none.
    """
    return _grammars(pack or pack_folder())


@lru_cache(maxsize=8)
def _grammars(pack: Path) -> tuple[Grammar, ...]:
    files = (pack / "series.toml", *sorted((HERE / "grammars").glob("*.toml")))
    found = [record for file in files for record in _content(file).get("grammar", ())]
    subjects = _content(pack / "clusters.toml").get("cluster", ())
    try:
        found = [_explained(record, subjects) for record in found]
        read = tuple(grammar_of(record) for record in found)
        for grammar in read:
            compiled(grammar)
    except (AttributeError, KeyError, TypeError, ValueError, re.error) as fault:
        raise Refusal("symbol.grammar-unreadable", file=pack.name, why=str(fault)) from fault
    return read


def _explained(record: Mapping[str, Any], subjects: Iterable[Any]) -> Mapping[str, Any]:
    """A grammar whose subjects without names have those that the pack gives to their letters."""
    names = {form: each["names"] for each in subjects for form in each.get("forms", ())}
    clusters = [
        {**each, "names": each.get("names", names.get(each.get("code"), {}))}
        for each in record.get("clusters", ())
    ]
    return {**record, "clusters": clusters}


@cache
def _content(file: Path) -> Mapping[str, Any]:
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Refusal("symbol.grammar-unreadable", file=file.name, why=str(fault)) from fault


@lru_cache(maxsize=8)
def session_years(pack: Path, body: str) -> Mapping[int, frozenset[int]]:
    """The years in which each ordinary session of a body met, by its number, as the pack says."""
    years: dict[int, frozenset[int]] = {}
    for file in sorted(pack.glob("sessions*.toml")):
        for row in _content(file).get("session", ()):
            if row.get("body") == body and row.get("kind") == "ordinary" and row.get("ordinal"):
                days = (str(row.get("opens", ""))[:4], str(row.get("closes", ""))[:4])
                years[row["ordinal"]] = frozenset(int(day) for day in days if day.isdigit())
    return years


@lru_cache(maxsize=8)
def organisation_names(pack: Path) -> tuple[str, ...]:
    """What texts call the organisation of a pack, longest first, in every language."""
    names: set[str] = set()
    for record in _content(pack / "series.toml").get("grammar", ()):
        names |= {*record.get("called", ()), *record.get("names", {}).values()}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
