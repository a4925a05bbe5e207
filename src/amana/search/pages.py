"""The page of results, and what is suggested while someone is typing."""

from dataclasses import replace
from functools import partial
from textwrap import shorten
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.kernel.refusals import Refusal
from amana.kernel.symbols import kept_in_order
from amana.search.api import Hit, Results, find, finders, keep_true, suggest
from amana.search.models import Entry
from amana.search.readers import reader
from amana.web.export import asked_format, export_response
from amana.web.links import with_query
from amana.web.tables import Column

ON_A_PAGE = 20
IN_A_FILE = 1000
EXCERPT = 110


def results(request: HttpRequest) -> HttpResponse:
    """What was found, of any day or of the day of the page; without a query, how to ask."""
    text = request.GET.get("q", "").strip()
    context: dict[str, Any] = {"asked": text, "kinds": finders()}
    context["address"] = partial(_address, request)
    context |= {"kind": _kind(request), "held": _held(request), "fault": "", "found": None}
    if not text:
        return render(request, "search/results.html", context | {"taught": _taught(request)})
    try:
        found, page = _page(request, text)
    except Refusal as refusal:
        context["fault"] = refusal.sentence(request.LANGUAGE_CODE)
        return render(request, "search/results.html", context, status=422)
    if asked := asked_format(request):
        return _file(request, asked, text)
    found = replace(found, hits=_in_time(found.hits))
    return render(request, "search/results.html", context | {"found": found, "page": page})


def suggestions(request: HttpRequest) -> JsonResponse:
    """The first hits for what is being typed, as `web/js/suggest.js` shows them."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    try:
        hits = suggest(request.GET.get("q", ""), lang, on, by=reader(request))
    except Refusal as refusal:
        return JsonResponse({"items": [], "sentence": refusal.sentence(lang)}, status=422)
    return JsonResponse({"items": [_item(request, hit) for hit in hits]})


def _item(request: HttpRequest, hit: Hit) -> dict[str, str]:
    """A symbol stands apart: inside Arabic it would be read from its other end."""
    text = shorten("".join(part.text for part in hit.extract), EXCERPT, placeholder=" …")
    return {
        "title": kept_in_order(hit.entry.title), "url": _address(request, hit.entry),
        "kind": hit.kind_name, "symbol": next(iter(hit.entry.symbols), ""),
        "excerpt": kept_in_order(text), "lang": hit.entry.lang,
    }  # fmt: skip


def _address(request: HttpRequest, entry: Entry) -> str:
    found = reverse(entry.route, kwargs={"key": entry.route_key} if entry.route_key else None)
    own, beside = request.LANGUAGE_CODE, finders()[entry.kind].beside
    langs = {beside: f"{own}-{entry.lang}"} if beside and entry.lang != own else {}
    found = with_query(found, {"on": request.GET.get("on", ""), **langs})
    return f"{found}#{entry.fragment}" if entry.fragment else found


def _find(request: HttpRequest, text: str, limit: int, offset: int = 0) -> Results:
    return find(
        text, request.on, held=_held(request), lang=request.LANGUAGE_CODE,  # type: ignore[attr-defined]
        kind=_kind(request), limit=limit, offset=offset, by=reader(request),
    )  # fmt: skip


def _page(request: HttpRequest, text: str) -> tuple[Results, Page[int]]:
    """The hits of the asked page, or of the last one when there are fewer."""
    asked = request.GET.get("page", "")
    number = max(int(asked), 1) if asked.isdecimal() and len(asked) <= 6 else 1
    found = _find(request, text, ON_A_PAGE, (number - 1) * ON_A_PAGE)
    page = Paginator(range(found.total), ON_A_PAGE).get_page(number)
    if page.number != number:
        found = _find(request, text, ON_A_PAGE, (page.number - 1) * ON_A_PAGE)
    return found, page


def _in_time(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits in their order; those of one title, which says no year, among them latest first."""
    alike: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        alike.setdefault((hit.entry.kind, hit.entry.title), []).append(hit)
    for same in alike.values():
        same.sort(key=lambda hit: hit.entry.since_mark)  # the last is taken first
    return tuple(alike[hit.entry.kind, hit.entry.title].pop() for hit in hits)


def _kind(request: HttpRequest) -> str:
    asked = request.GET.get("kind", "")
    return asked if asked in finders() else ""


def _held(request: HttpRequest) -> bool:
    return request.GET.get("when", "") == "day"


def _file(request: HttpRequest, asked: str, text: str) -> HttpResponse:
    found = _find(request, text, IN_A_FILE)
    rows = [_cells(request, hit) for hit in found.hits]
    lang = request.LANGUAGE_CODE
    return export_response(asked, str(_("Search")), _columns(), rows, lang=lang, about=text)


def _columns() -> list[Column]:
    return [
        Column("kind", _("Kind")),
        Column("symbol", _("Symbol")),
        Column("ar", _("Title in Arabic")),
        Column("en", _("Title in English")),
        Column("fr", _("Title in French")),
        Column("since", _("Since")),
        Column("until", _("Until")),
        Column("address", _("Address")),
    ]


def _cells(request: HttpRequest, hit: Hit) -> dict[str, str]:
    entry, titles = hit.entry, dict(hit.sisters)
    titles[entry.lang] = entry.title
    return {
        "kind": hit.kind_name, "symbol": "; ".join(entry.symbols[:1]),
        "ar": titles.get("ar", ""), "en": titles.get("en", ""), "fr": titles.get("fr", ""),
        "since": entry.since_mark,
        "until": entry.until_mark if entry.until_mark != entry.since_mark else "",
        "address": request.build_absolute_uri(_address(request, entry)),
    }  # fmt: skip


def _taught(request: HttpRequest) -> list[dict[str, Any]]:
    """Every kind with how many of it there are and one to try: the shortest, or its symbol."""
    keep_true()
    rows = Entry.objects.visible_to(reader(request)).order_by()
    counted = rows.values("kind").annotate(n=Count("record", distinct=True))
    counts = {row["kind"]: row["n"] for row in counted}
    shortest = rows.filter(lang=request.LANGUAGE_CODE).annotate(size=Length("title"))
    tried = {row.kind: row for row in shortest.order_by("kind", "size", "pk").distinct("kind")}
    return [
        {"finder": finder, "count": counts[kind], "example": _example(tried[kind])}
        for kind, finder in finders().items()
        if kind in counts and kind in tried
    ]


def _example(entry: Entry) -> str:
    return str(entry.symbols[0]) if entry.symbols else entry.title


urlpatterns: list[URLPattern] = [
    path("", results, name="results"),
    path("suggest/", suggestions, name="suggest"),
]
