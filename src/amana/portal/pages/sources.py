"""Every source that a fact rests on, with the number of facts."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amana.kernel.arabic import fold
from amana.portal.sources import GENERAL_KNOWLEDGE, Source, all_sources
from amana.web.export import asked_format, export_response
from amana.web.tables import Column

__all__ = ["sources"]

A_PAGE = 100


def sources(request: HttpRequest) -> HttpResponse:
    """The list of sources, most used first; `q` keeps those that contain a text."""
    found = all_sources()
    q = request.GET.get("q", "").strip()[:200]
    documents = [each for each in found if each.text != GENERAL_KNOWLEDGE and _has(each, q)]
    if asked := asked_format(request):
        columns = [Column("text", _("Source")), Column("facts", _("Facts"), "number")]
        lang = request.LANGUAGE_CODE
        return export_response(asked, _("Sources"), columns, documents, lang=lang, licensed=True)
    general = next((each.facts for each in found if each.text == GENERAL_KNOWLEDGE), 0)
    context = {
        "page": Paginator(documents, A_PAGE).get_page(request.GET.get("page")),
        "number": len(documents),
        "general": general,
        "q": q,
    }
    return render(request, "portal/sources.html", context)


def _has(source: Source, q: str) -> bool:
    return not q or fold(q) in fold(source.text)
