"""The door of texts."""

from amana.texts.citations import Citation, Cited, attach, citations, unresolved
from amana.texts.lookups import Provision, WorkView, charters, records_of, work
from amana.texts.pages.adoption import Adopting
from amana.texts.pages.citing import cite
from amana.texts.pages.quoting import Rendering, rendering

__all__ = [
    "Adopting", "Citation", "Cited", "Provision", "Rendering", "WorkView", "attach", "charters",
    "citations", "cite", "records_of", "rendering", "unresolved", "work",
]  # fmt: skip
