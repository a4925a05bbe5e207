"""The door of texts."""

from amana.texts.citations import Citation, Cited, attach, citations, unresolved
from amana.texts.lookups import Provision, WorkView, charters, work
from amana.texts.pages.adoption import Adopting
from amana.texts.pages.citing import cite

__all__ = [
    "Adopting", "Citation", "Cited", "Provision", "WorkView", "attach", "charters",
    "citations", "cite", "unresolved", "work",
]  # fmt: skip
