"""Any work: charter, rules, resolution, decision, practice; and the charter of the day."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern

from amana.accounts.api import reader
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.finds import OF_SESSIONS
from amana.texts.instruments import Instrument, Standing, whole
from amana.texts.models import Release, Work
from amana.texts.pages.addresses import Asked, Look, asked
from amana.texts.pages.adoption import adopting_session, is_still_to_come
from amana.texts.pages.charter import charter
from amana.texts.pages.citing import cite
from amana.texts.pages.instruments import instruments_of
from amana.texts.pages.keeping import keeping
from amana.texts.pages.labels import KINDS, LANGUAGES, STANDINGS
from amana.texts.pages.links import links_of
from amana.texts.pages.quoting import cited, printed_hijri, rendering
from amana.texts.pages.wording import (
    CHANGES,
    columns,
    downloads,
    lines,
    named,
    remarks,
    switch,
    versions,
)
from amana.texts.rules.operations import Fate
from amana.texts.standing_text import Text, text_of
from amana.web.sections import sections

# The line of the menu under which the page of a work stands.
UNDER = {
    Work.Kind.CHARTER: "texts:charter",
    Work.Kind.RESOLUTION: "conferences:resolutions",
}


def work(request: HttpRequest, key: str) -> HttpResponse:
    """What is on record of one work, and what rests on it."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    wanted, by = asked(key, on), reader(request)
    key, on = wanted.key, wanted.on or on
    view = whole(key, on=on, by=by)
    cite(request, [view.record, *view.modifications, *view.subjects])
    found = sections("work", request, key)
    session = adopting_session(found)
    is_to_come = is_still_to_come(view.record, session, on)
    context = {
        "view": view,
        "record": view.record,
        "stands_under": UNDER.get(Work.Kind(view.record.work.kind), ""),
        "kind": KINDS[Work.Kind(view.record.work.kind)],
        "standing": _standing(view, is_to_come, on),
        "is_to_come": is_to_come,
        "session": session,
        "is_of_session": Work.Kind(view.record.work.kind) in OF_SESSIONS,
        "renderings": {code: rendering(view.record, code) for code in view.record.title.as_dict()},
        "language_names": LANGUAGES,
        "has_summaries": any(each.text.summary for each in view.provisions),
        "label": view.labels(lang),
        "printed_hijri": printed_hijri(view.record.hijri, lang),
        "sections": [*found, cited(request, view.record, session)],
        **_wording(request, view, wanted, by),
    }
    return render(request, "texts/work.html", context)


def _wording(
    request: HttpRequest, view: Instrument, wanted: Asked, by: Authority | None
) -> dict[str, Any]:
    """The wording of the version asked for, where any is on record that this reader may see."""
    text = text_of(view.record, on=wanted.on, by=by, texts=view.texts)
    if wanted.look is Look.VERSION and wanted.on not in text.changes():
        known = [f"{wanted.key}@", *(f"{wanted.key}:{day}" for day in text.changes())]
        raise Refusal("text.no-such-version", key=wanted.key, on=str(wanted.on), known=known)
    langs = columns(request, text)
    links = links_of(view.record.work_id, langs, by) if langs else {}
    shown = lines(text, langs, links, request.GET.get("on", ""))
    if not any(line.unit.text for line in shown):
        return {"text": text, "wording": [], "versions": versions(text, wanted.key),
                **_told(request, text, view)}  # fmt: skip
    asked_on = request.GET.get("on", "")
    missing = [lang for lang in text.record.languages if lang not in text.released]
    choices = switch(request, langs, text)
    return {
        "text": text, "wording": shown, "langs": langs, "switch": choices,
        "keeping": keeping(request, [address for _label, address, _now in choices]),
        "remarks": remarks(text, wanted), "downloads": downloads(wanted.key, langs, asked_on),
        "versions": versions(text, wanted.key), **_told(request, text, view),
        "missing": missing, "parity": _parity_broken(text) if missing else None,
    }  # fmt: skip


def _told(request: HttpRequest, text: Text, view: Instrument) -> dict[str, Any]:
    """What the life of a text is told with: names of changes, provisions and instruments."""
    lang, on = request.LANGUAGE_CODE, request.GET.get("on", "")
    return {
        "CHANGES": CHANGES, "Fate": Fate, "named": named(lang),
        "instruments": instruments_of(text.operations, lang, on, view.near),
    }  # fmt: skip


def _parity_broken(text: Text) -> Release | None:
    """The release that left languages behind, with its reason: one query."""
    rows = Release.objects.known().filter(work=text.record.work_id)
    return rows.exclude(missing=[]).order_by("-at").first()


def _standing(view: Instrument, is_to_come: bool, on: date) -> tuple[Any, str] | None:
    """How a charter stands on the day; of any other text only that it is still to come."""
    if is_to_come:
        return STANDINGS[Standing.LATER]
    is_charter = view.record.work.kind == Work.Kind.CHARTER
    return STANDINGS[view.standing(on)] if is_charter and view.record.adopted else None


urlpatterns: list[URLPattern] = [
    path("charter/", charter, name="charter"),
    path("texts/<str:key>/", work, name="work"),
]
