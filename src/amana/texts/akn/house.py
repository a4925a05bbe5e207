"""Who publishes: the organisation of the pack, and the jurisdiction under which its texts stand."""

import os
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from amana.kernel.words import Words
from amana.texts.akn.clean import slug
from amana.texts.akn.document import Party
from amana.texts.symbols import parse
from amana.texts.symbols.explaining import explain
from amana.texts.symbols.sources import pack_folder

__all__ = ["House", "author_of", "house"]


class House(NamedTuple):
    """The organisation, and the first part of its addresses (`aa-oic`)."""

    party: Party
    jurisdiction: str


def house() -> House:
    """The organisation of the pack of this installation.

    `AMANA_AKN_JURISDICTION` names the jurisdiction; without it `aa-` and the organisation: AA is a
    code of ISO 3166-1 that is left to its users.
    """
    party = _party(pack_folder())
    return House(party, os.environ.get("AMANA_AKN_JURISDICTION") or f"aa-{party.key}")


@lru_cache(maxsize=8)
def _party(pack: Path) -> Party:
    file = pack / "pack.toml"
    head = tomllib.loads(file.read_text("utf-8")).get("pack", {}) if file.is_file() else {}
    key = slug(head.get("organisation", "")) if head.get("organisation") else "organisation"
    return Party(key, Words.of(head.get("names")) or Words(en="Organisation"))


def author_of(symbol: str, house: House) -> Party:
    """The body that a symbol names (`oic-cfm`), else the organisation itself."""
    read = parse(symbol) if symbol else None
    code = read.codes.get("body", "") if read else ""
    if read is None or not code:
        return house.party
    names = {lang: _body_name(explain(read, lang), code) for lang in ("ar", "en", "fr")}
    return Party(slug(f"{house.party.key}-{code}"), Words(**names))


def _body_name(rows: Iterable[Sequence[str]], code: str) -> str:
    """The name that the grammar gives to a body."""
    return next((row[2] for row in rows if row[1] == code), "")
