"""What the words of a log are called on the screens; see `labels.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path

from amana.kernel.words import Words

__all__ = ["answers", "kinds", "label", "majority", "words_of"]

_MEMBERS = re.compile(r"members\(([^()]+)\)")
_PHRASE = {"ar": "{} {}", "en": "{} {}", "fr": "{} {}"}


@cache
def kinds() -> dict[str, dict[str, Words]]:
    """Every table of labels: `{"acts": {"gavel": Words, …}, …}`."""
    found = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))
    return {
        kind: {name: Words.of(said) for name, said in table.items()}
        for kind, table in found.items()
    }  # fmt: skip


def words_of(kind: str, name: str) -> Words:
    """The label of a word of the log; nothing where it has none."""
    return kinds()[kind].get(name, Words())


def label(kind: str, name: object, lang: str) -> str:
    """The label in a language; of what has none, its own words (a name that people gave)."""
    found = kinds()[kind].get(str(name))
    return found.text(lang) if found else str(name)


@cache
def majority(name: str, base: str, lang: str) -> str:
    """`two thirds of those voting yes or no`; a share such as `3/4` stands for itself."""
    found = _MEMBERS.fullmatch(name)
    share = {"2/3": "two_thirds"}.get(found[1], found[1]) if found else name
    on = "members" if found else base
    shown = kinds()["majorities"].get(share)
    return _PHRASE[lang].format(
        shown.text(lang) if shown else f"\u2066{share}\u2069", label("bases", on, lang)
    )


def answers() -> tuple[str, ...]:
    """The answers of a vote in the order of their buttons."""
    return ("yes", "no", "abstain")
