"""Two versions of a draft compared: by their numbers, or one with what stands now."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.drafting import DraftView, blocks_at, draft, units_of
from amana.texts.models import Milestone
from amana.texts.pages.comparing import told
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.labels import LANGUAGES
from amana.texts.rules.diff import compare
from amana.texts.rules.tree import Unit

__all__ = ["urlpatterns"]

NOW = "now"


@signed_in
def compared(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """What was added, dropped and moved between two versions, in one language."""
    view = draft(key, by=by)
    names = [str(each.number) for each in view.milestones] + [NOW]
    last = names[-2] if len(names) > 1 else NOW
    since, until = request.GET.get("from") or last, request.GET.get("to") or NOW
    lang = request.GET.get("lang", "")
    if lang not in view.record.languages:
        lang = language() if language() in view.record.languages else view.record.master
    rows = compare(_units(view, since), _units(view, until), lang)
    context = {
        "key": key, "record": view.record, "since": since, "until": until, "code": lang,
        "names": [(name, _name(name)) for name in names], "language_names": LANGUAGES,
        "since_name": _name(since), "until_name": _name(until), **told(rows),
    }  # fmt: skip
    return render(request, "texts/drafts/compare.html", context)


def _name(name: str) -> str:
    if name == NOW:
        return _("what stands now")
    return _("version %(n)s") % {"n": name}


def _units(view: DraftView, name: str) -> Sequence[Unit]:
    if name == NOW:
        return view.units
    at = _milestone(view, name).at
    return units_of(list(blocks_at(view.record, at)))


def _milestone(view: DraftView, name: str) -> Milestone:
    found = next((each for each in view.milestones if str(each.number) == name), None)
    if found is None:
        raise Refusal("draft-version.unknown", name=name[:20])
    return found


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/compare/", compared, name="compare"),
]
