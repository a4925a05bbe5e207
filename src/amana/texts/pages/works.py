"""Any work: charter, rules, resolution, decision, practice; and the charter of the day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern

from amana.texts.instruments import whole
from amana.texts.models import Work
from amana.texts.pages.charter import charter
from amana.texts.pages.citing import cite
from amana.texts.pages.labels import KINDS, LANGUAGES, STANDINGS
from amana.texts.pages.quoting import cited, printed_hijri
from amana.web.sections import sections


def work(request: HttpRequest, key: str) -> HttpResponse:
    """What is on record of one work, and what rests on it."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    view = whole(key, on=on)
    cite(request, [view.record, *view.modifications, *view.subjects])
    context = {
        "view": view,
        "record": view.record,
        "kind": KINDS[Work.Kind(view.record.work.kind)],
        "standing": STANDINGS[view.standing(on)] if view.record.adopted else None,
        "translated": "working translation"
        in view.record.detail.get("title", {}).get("sources", ()),
        "language_names": LANGUAGES,
        "label": view.labels(lang),
        "printed_hijri": printed_hijri(view.record.hijri, lang),
        "sections": [*sections("work", request, key), *filter(None, [cited(request, view.record)])],
    }
    return render(request, "texts/work.html", context)


urlpatterns: list[URLPattern] = [
    path("charter/", charter, name="charter"),
    path("texts/<str:key>/", work, name="work"),
]
