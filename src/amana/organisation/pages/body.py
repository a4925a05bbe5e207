"""The page of one body: what it was on the day, and how it came to be so."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amana.organisation.lookups.body_page import BodyPage, body_page
from amana.organisation.pages.listing import doubt, the_day
from amana.texts.api import cite
from amana.web.sections import sections

__all__ = ["body"]


def body(request: HttpRequest, key: str) -> HttpResponse:
    """One body with its names, seats, offices, members and legal basis."""
    on = the_day(request)
    page = body_page(key, on=on)
    cite(request, _shown(page))
    context: dict[str, Any] = {
        "page": page,
        "said": page.last,
        "doubt": doubt(page.current, on) if page.current else "",
        "texts": _texts(page, request.LANGUAGE_CODE),
        "states": [each for each in page.members if each.row.status == "member"],
        "observers": [each for each in page.members if each.row.status == "observer"],
        "sections": sections("body", request, key),
    }
    return render(request, "organisation/body.html", context)


def _shown(page: BodyPage) -> list[Any]:
    """Every row with a source mark."""
    return [
        *page.establishments,
        *page.names,
        *(each.row for each in page.seats),
        *(each.row for each in page.members if not page.body.kind.is_organisation),
        *(each.row for each in page.takes_part_in),
        *(each.term for each in page.offices if each.term),
    ]


def _texts(page: BodyPage, lang: str) -> dict[str, tuple[str, list[str]]]:
    """Functions and sections in the reader's language, else in one that has them."""
    said = page.last
    if said is None:
        return {}
    found = {"functions": _in(said.functions, lang), "sections": _in(said.sections, lang)}
    return {name: text for name, text in found.items() if text[1]}


def _in(texts: dict[str, list[str]], lang: str) -> tuple[str, list[str]]:
    for each in (lang, "en", "fr", "ar"):
        if texts.get(each):
            return each, texts[each]
    return lang, []
