"""The door of texts."""

from amana.texts.citations import Citation, applying, attach, citations, unresolved
from amana.texts.lookups import Provision, WorkView, charters, records_of, work

__all__ = [
    "Citation", "Provision", "WorkView", "applying", "attach", "charters", "citations", "records_of",
    "unresolved", "work",
]  # fmt: skip
