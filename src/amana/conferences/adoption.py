"""Announcing *adopted*: rooms above this one learn here of every text that a session adopted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

__all__ = ["Adopted", "announce_adopted", "on_adopted"]


@dataclass(frozen=True, slots=True)
class Adopted:
    """A text was adopted: by which session, as which work, on which day, and how.

    `outcome` is `adopted_by_vote` or `adopted_without_vote`; `decision` the key of its record.
    """

    decision: str
    session: str
    work: str
    on: date
    outcome: str


Listener = Callable[[Adopted], None]
_listeners: list[Listener] = []


def on_adopted(listener: Listener) -> None:
    """Call `listener` in the transaction of every adoption: what it writes, or refuses, holds."""
    _listeners.append(listener)


def announce_adopted(said: Adopted) -> None:
    """Tell every listener, in the order of registration."""
    for listener in _listeners:
        listener(said)
