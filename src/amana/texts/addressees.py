"""Whom a text may address: bodies, offices and states by name, as the rooms above know them."""

from collections.abc import Callable, Iterable
from datetime import date

from amana.texts.reading.folding import folded

__all__ = ["Source", "names_on", "register"]

Source = Callable[[date], Iterable[tuple[str, str]]]
"""From a day to names and what each one names: the kinds of `reading.addressing`."""

_SHORTEST = 3  # letters of a name; shorter ones stand in other words
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add what a room knows."""
    if source not in _sources:
        _sources.append(source)


def names_on(day: date) -> dict[str, str]:
    """Every name by which somebody is known on a day, folded as paragraphs are.

    It is what `reading` takes as `names`.
    """
    told = (pair for source in _sources for pair in source(day))
    return {folded(name).text: kind for name, kind in told if len(name) >= _SHORTEST}
