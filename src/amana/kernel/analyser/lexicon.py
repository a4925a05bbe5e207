"""What the stemmers cannot know, read from `arabic.toml` and `latin.toml`, folded as words are."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from amana.kernel.analyser.folding import fold

__all__ = ["Arabic", "Latin", "arabic", "latin"]

_WHOLE = ("own", "feminine", "whole")
_LISTS = (*_WHOLE, "waw", "ba_lam", "names", "common", "forms", "plurals")
_OWN = ("waw", "ba_lam", "whole")
_SHORTEST = 3
_SHORTEST_NISBA = 4  # غزة gives no غزي: it is a verb


class Arabic(NamedTuple):
    """Words that stay whole, and forms with the word that each stands for.

    Of the forms, `plurals` take a pronoun after them but no ending of a plural or a feminine:
    مصادرة is not مصادر. `own` begin with a و, ب, ل or ال that is theirs.
    """

    bases: frozenset[str]
    forms: Mapping[str, str]
    plurals: frozenset[str]
    own: frozenset[str]
    above: frozenset[str]  # whose hamza stands above the alif: what is written with إ is not them


class Latin(NamedTuple):
    """Irregular forms, and words that only look inflected."""

    french: Mapping[str, str]
    whole: frozenset[str]
    english: Mapping[str, str]


@cache
def arabic() -> Arabic:
    """The words of `arabic.toml`."""
    data = _read("arabic.toml")
    names = frozenset(map(_bare, data["names"]))
    whole = names.union(fold(word) for part in _WHOLE for word in data[part])
    own = frozenset(fold(word) for part in _OWN for word in data[part])
    forms = _nisbas(names)
    for part in ("forms", "plurals"):
        forms |= {fold(form): _base(base, whole) for form, base in data[part].items()}
    forms |= _verbs(map(fold, data["verbs"]["present"]))
    common = {_base(word, whole) for word in (*data["common"], *data["waw"], *data["ba_lam"])}
    bases = whole.union(common, forms.values()) - forms.keys()
    plurals = frozenset(map(fold, data["plurals"])) - bases
    return Arabic(bases, forms, plurals, own, _above(data))


def _base(word: str, whole: frozenset[str]) -> str:
    """The stem of a word: folded, and without its taa marbuta where that tells nothing apart."""
    found = _bare(word)
    return found if found in whole or len(found) <= _SHORTEST else found.removesuffix("ه")


def _above(data: Mapping[str, Any]) -> frozenset[str]:
    """The folded words that begin with أ or آ, but for those that begin with إ as well."""
    printed = {word for part in _LISTS for word in data[part]}
    printed |= {base for part in ("forms", "plurals") for base in data[part].values()}
    below = {fold(word) for word in printed if word.startswith("إ")}
    return frozenset(fold(word) for word in printed if word.startswith(("أ", "آ"))) - below


def _bare(name: str) -> str:
    """The folded name without its article, which ألبانيا has not: hence before folding."""
    return fold(name.removeprefix("ال"))


def _nisbas(names: frozenset[str]) -> dict[str, str]:
    """سوري of سوريا, بوسني of البوسنة."""
    ending = [name for name in names if name[-1] in "اه" and len(name) >= _SHORTEST_NISBA]
    return {f"{name[:-1].removesuffix('ي')}ي": name for name in ending}


def _verbs(present: Any) -> dict[str, str]:
    """تطلب and نطلب of يطلب."""
    return {f"{person}{verb[1:]}": verb for verb in present for person in "تن"}


@cache
def latin() -> Latin:
    """The words of `latin.toml`."""
    data = _read("latin.toml")
    return Latin(data["french"], frozenset(data["whole"]["words"]), data["english"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
