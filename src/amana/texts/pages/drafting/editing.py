"""The editor: the tree of a draft with its languages side by side, and what changed meanwhile."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.urls.resolvers import URLPattern

from amana.kernel.authority import Authority
from amana.kernel.words import LANGS
from amana.texts.drafting import DraftView, draft, open_languages
from amana.texts.models import DraftRecord
from amana.texts.pages.drafting.access import signed_in
from amana.texts.pages.drafting.cards import cards, last_act
from amana.texts.pages.drafting.labels import STAGES, STATES
from amana.texts.pages.drafting.panels import panel_of
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_draft
from amana.texts.readiness import lacks
from amana.web.links import with_query

__all__ = ["may_write", "shown_languages", "urlpatterns"]


@signed_in
def edit(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """The draft, to be written by who may, to be read by who may see it."""
    view = draft(key, by=by)
    langs = shown_languages(request, view.record)
    context = {
        **shown(view, by, langs), "version": last_act(key), "view": view, "STAGES": STAGES,
        "columns": _columns(key, view.record, langs), "first": not view.rows,
        "today": by.on.isoformat(), "missing": _missing(view),
    }  # fmt: skip
    asked = request.GET.get("open", "")
    if any(row.block == asked for row in view.rows):
        context |= {"opened": asked, **panel_of(view, asked, by)}
    return render(request, "texts/drafts/edit.html", context)


@signed_in
def state(request: HttpRequest, by: Authority, key: str) -> JsonResponse:
    """What others changed since a version: the cards changed, the order, the languages."""
    version = last_act(key)
    since = int(asked) if (asked := request.GET.get("since", "")).isdecimal() else 0
    if since >= version:
        return JsonResponse({"version": version, "same": True})
    view = draft(key, by=by)
    langs = shown_languages(request, view.record)
    context = shown(view, by, langs)
    every = context["cards"]
    context["cards"] = [card for card in every if card.act > since]
    return JsonResponse({
        "version": version,
        "order": [
            {"block": card.block, "depth": card.depth, "number": card.number}
            for card in every
        ],
        "asides": [aside.pk for aside in view.asides],
        "html": render_to_string("texts/drafts/blocks.html", context, request),
        "states": render_to_string("texts/drafts/states.html", context, request),
    })  # fmt: skip


def shown(view: DraftView, by: Authority, langs: Sequence[str]) -> dict[str, Any]:
    """What the templates of blocks and of states need."""
    open_ones = may_write(view.record, by)
    return {
        "key": view.record.draft.key, "record": view.record, "langs": langs,
        "cards": cards(view, langs, open_ones), "states": view.states, "may": bool(open_ones),
        "shape": bool(open_ones) and not view.record.work_id, "open_ones": open_ones,
        "language_names": LANGUAGES, "STATES": STATES, "asides": view.asides,
        "master": view.record.master, "token": uuid.uuid4().hex, "opened": "",
    }  # fmt: skip


def may_write(record: DraftRecord, by: Authority) -> tuple[str, ...]:
    """The languages that this reader may write today; once tabled, those still to be released."""
    return open_languages(record) if power_to_draft(by, record.office) else ()


def _missing(view: DraftView) -> list[tuple[str, int]]:
    """The languages that have to be translated, each with how many blocks."""
    others = [lang for lang in open_languages(view.record) if lang != view.record.master]
    counted = [
        (lang, sum(lacks(row, lang, view.record.master) for row in view.rows)) for lang in others
    ]
    return [(lang, count) for lang, count in counted if count]


def shown_languages(request: HttpRequest, record: DraftRecord) -> list[str]:
    """The languages asked for (`langs=ar-fr`), of those of the draft; all of them otherwise."""
    asked = request.GET.get("langs", request.POST.get("langs", "")).split("-")
    found = [lang for lang in asked if lang in record.languages]
    return list(dict.fromkeys(found)) or [lang for lang in LANGS if lang in record.languages]


def _columns(key: str, record: DraftRecord, now: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Which languages may be shown side by side: each alone, master with another, all."""
    every = [lang for lang in LANGS if lang in record.languages]
    pairs = [[record.master, other] for other in every if other != record.master]
    ways = [[lang] for lang in every] + (pairs if len(every) > 1 else [])
    if len(every) > 2:
        ways.append(every)
    address = reverse("drafting:edit", kwargs={"key": key})
    return [
        (
            " · ".join(str(LANGUAGES[lang]) for lang in way),
            with_query(address, {"langs": "-".join(way)}),
            list(way) == list(now),
        )
        for way in ways
    ]


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/", edit, name="edit"),
    path("drafts/<str:key>/state/", state, name="state"),
]
