"""What the screens and the answers show of the state: one view for each name of the vocabulary.

Each subject registers its views by `shows`; a view gets the floor and gives plain data.
"""

from collections.abc import Callable
from typing import Any

from amana.conferences.rules.floor.state import Floor

__all__ = ["VIEWS", "shown", "shows"]

View = Callable[[Floor], Any]
VIEWS: dict[str, View] = {}


def shows(name: str) -> Callable[[View], View]:
    """Register who shows one name of the state."""

    def registered(view: View) -> View:
        VIEWS[name] = view
        return view

    return registered


def shown(floor: Floor) -> dict[str, Any]:
    """The whole state as plain data, then what the last event computed."""
    return {name: view(floor) for name, view in VIEWS.items()} | floor.shown
