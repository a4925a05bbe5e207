"""The door of search: rooms register what can be found; pages and services ask."""

from amana.search.documents import COMMA, SEMICOLON, Document, Finder, finders, joined, register
from amana.search.finding import Hit, Met, Results, find, suggest
from amana.search.index import keep_true, rebuild, reindex
from amana.search.readers import reader, reads_as
from amana.search.touching import silent

__all__ = [
    "COMMA", "SEMICOLON", "Document", "Finder", "Hit", "Met", "Results", "find", "finders",
    "joined", "keep_true", "reader", "reads_as", "rebuild", "register", "reindex",
    "silent", "suggest",
]  # fmt: skip
