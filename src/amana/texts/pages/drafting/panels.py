"""What opens at one block: its kind and place, and how far each language of it alone is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.urls.resolvers import URLPattern

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.drafting import DraftView, draft, open_languages
from amana.texts.models import DraftBlock, DraftRecord
from amana.texts.pages.drafting.access import signed_in, wants_json
from amana.texts.pages.drafting.labels import BLOCKS, state_label
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_draft
from amana.web.links import with_query

__all__ = ["Tongue", "panel_of", "urlpatterns"]


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of one block: who wrote its words and when, how far it is, by when awaited."""

    lang: str
    is_master: bool
    is_open: bool  # whether its words may still be asked for and its state set
    who: str
    at: datetime | None
    state: Any
    is_ready: bool
    wanted: str


@signed_in
def opened(request: HttpRequest, by: Authority, key: str, block: str) -> HttpResponse:
    """The part that opens, for the script of the page; without it, the page with it open."""
    view = draft(key, by=by)
    if not wants_json(request):
        address = reverse("drafting:edit", kwargs={"key": key})
        return HttpResponseRedirect(f"{with_query(address, {'open': block})}#{block}")
    html = render_to_string("texts/drafts/panel.html", panel_of(view, block, by), request)
    return JsonResponse({"html": html})


def panel_of(view: DraftView, block: str, by: Authority) -> dict[str, Any]:
    """What the template of the part needs: two queries, three of a tabled draft."""
    row = next((row for row in view.rows if row.block == block), None)
    if row is None:
        raise Refusal("draft.no-block", block=block)
    may = bool(power_to_draft(by, view.record.office))
    tongues = _tongues(view.record, row, may)
    panel = {
        "row": row, "tongues": tongues, "today": by.on.isoformat(),
        "shape": may and view.record.stage == DraftRecord.Stage.DRAFT,
        "waits": [each for each in tongues if not each.is_ready],
        "askable": [each for each in tongues if each.is_open and not each.is_master],
    }  # fmt: skip
    return {"panel": panel, "BLOCKS": BLOCKS, "language_names": LANGUAGES}


def _tongues(record: DraftRecord, row: DraftBlock, may: bool) -> list[Tongue]:
    found = DraftBlock.objects.filter(draft=record.draft_id, block=row.block)
    versions = list(found.select_related("act").order_by("-pk"))
    open_ones = open_languages(record, words=False) if may else ()
    return [_tongue(record, lang, lang in open_ones, versions) for lang in record.languages]


def _tongue(
    record: DraftRecord, lang: str, is_open: bool, versions: Sequence[DraftBlock]
) -> Tongue:
    now = versions[0]
    said = _said(now, lang)
    written = now
    for each in versions:
        if _said(each, lang) != said:
            break
        written = each
    state = now.states.get(lang, "") if any(said) else ""
    is_master = lang == record.master
    return Tongue(
        lang, is_master, is_open, written.act.actor_name if any(said) else "",
        written.act.at if any(said) else None, state_label(state, is_master=is_master),
        state == DraftBlock.State.READY and lang not in now.wanted, now.wanted.get(lang, ""),
    )  # fmt: skip


def _said(row: DraftBlock, lang: str) -> tuple[str, str]:
    return getattr(row.heading, lang), getattr(row.text, lang)


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/block/<str:block>/", opened, name="block"),
]
