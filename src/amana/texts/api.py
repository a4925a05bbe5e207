"""The door of texts."""

from amana.texts.citations import Citation, Cited, attach, citations, unresolved
from amana.texts.lookups import Provision, WorkView, charters, records_of, work
from amana.texts.pages.citing import cite

__all__ = [
    "Citation", "Cited", "Provision", "WorkView", "attach", "charters", "citations", "cite",
    "records_of", "unresolved", "work",
]  # fmt: skip
