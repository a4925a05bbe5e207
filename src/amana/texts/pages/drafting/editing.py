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
from amana.texts.drafting import DraftView, draft
from amana.texts.models import DraftRecord
from amana.texts.pages.drafting.access import signed_in
from amana.texts.pages.drafting.cards import cards, last_act
from amana.texts.pages.drafting.labels import BLOCKS, STAGES, STATES
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_draft
from amana.web.links import with_query

__all__ = ["may_write", "shown_languages", "urlpatterns"]


@signed_in
def edit(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """The draft, to be written by who may, to be read by who may see it."""
    view = draft(key, by=by)
    langs = shown_languages(request, view.record)
    context = {
        **shown(view, by, langs), "version": last_act(key), "view": view, "STAGES": STAGES,
        "columns": _columns(key, view.record, langs), "BLOCKS": BLOCKS,
        "first": _first(view), "deepest": max([0, *(card.depth for card in cards(view, ()))]),
        "today": by.on.isoformat(),
    }  # fmt: skip
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
    return {
        "key": view.record.draft.key, "record": view.record, "langs": langs,
        "cards": cards(view, langs), "states": view.states, "may": may_write(view.record, by),
        "language_names": LANGUAGES, "STATES": STATES, "BLOCKS": BLOCKS, "asides": view.asides,
        "master": view.record.master, "token": uuid.uuid4().hex,
    }  # fmt: skip


def may_write(record: DraftRecord, by: Authority) -> bool:
    """Whether this reader may write in the draft today."""
    return record.stage == DraftRecord.Stage.DRAFT and bool(power_to_draft(by, record.office))


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


def _first(view: DraftView) -> bool:
    return not view.rows


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/", edit, name="edit"),
    path("drafts/<str:key>/state/", state, name="state"),
]
