"""What is drawn: one floor at one entry of its log, for the readers of one language."""

from dataclasses import dataclass

from amana.conferences.models import Log
from amana.conferences.rules.floor.state import Floor
from amana.conferences.screens.labels import label
from amana.conferences.screens.naming import Names

__all__ = ["Scene"]


@dataclass(frozen=True)
class Scene:
    """One log at one entry, for readers of one language."""

    log: Log
    floor: Floor
    names: Names
    lang: str
    n: int

    def party(self, key: str) -> str:
        """The name of a delegation."""
        return self.names.party(key, self.lang)

    def said(self, kind: str, name: object) -> str:
        """A label."""
        return label(kind, name, self.lang)
