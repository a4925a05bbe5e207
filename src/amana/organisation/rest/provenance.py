"""Where facts come from and when they held, as every route says it."""

from collections.abc import Iterable
from typing import Any

from amana.ground.dated import Dated
from amana.organisation.lookups.roll import Grounds
from amana.texts.api import Cited
from amana.web.rest import Asked, names

__all__ = ["Origin", "Origins", "period"]


Origin = Dated | Grounds  # both say since when, until when, and what they rest on


class Origins:
    """The provenance of many facts, their provisions resolved at once: two queries."""

    def __init__(self, rows: Iterable[Origin], asked: Asked) -> None:
        self._cited, self._lang = Cited(list(rows), asked.day), asked.lang

    def __call__(self, row: Origin) -> dict[str, Any]:
        """Of one fact: its provisions, its sources, how sure it is, what is disputed."""
        found = self._cited.of(row)
        return {
            "basis": [cite.label.text(self._lang) for cite in found],
            "basis_ids": [cite.address for cite in found],
            "sources": row.sources,
            "confidence": row.confidence or None,
            "note": names(row.note),
            "conflict": names(row.conflict),
        }


def period(row: Origin) -> dict[str, str | None]:
    """First and last day, to the precision that is known."""
    return {"start_date": row.since_mark or None, "end_date": row.until_mark or None}
