"""The provisions that rows of a page rest on, as they applied on the day of the page."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from amana.texts.citations import attach

__all__ = ["cite"]


def cite(request: HttpRequest, rows: Iterable[Any]) -> None:
    """Give the rows their links to provisions, as `attach` does, for the day that was asked."""
    on = request.on  # type: ignore[attr-defined]
    attach(rows, request.LANGUAGE_CODE, request.GET.get("on", ""), day=on)
