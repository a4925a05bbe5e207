"""The wording of a provision put on record, language by language, with where it is taken from."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.acts import tabling
from amana.texts.acts.writing import require
from amana.texts.models import NodeText, WorkRecord
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.drafting.naming import provision_alone
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_release

__all__ = ["urlpatterns"]

_LONGEST = 100_000  # characters of a provision in one language


@signed_in
def fill(request: HttpRequest, by: Authority, key: str, wid: str) -> HttpResponse:
    """The three wordings as they are on record, to be completed or corrected."""
    require(power_to_release(by), by, "release")
    address = f"{key}#{wid}"
    record = WorkRecord.objects.seen_by(by).select_related("work").filter(work__key=key).first()
    row = NodeText.objects.known().select_related("node").filter(node__key=address)
    found = row.order_by("-during").first()
    if record is None or found is None:
        raise Refusal("provision.unknown", address=address)
    fault = ""
    if request.method == "POST":
        try:
            _record(request, by, address)
            return HttpResponseRedirect(reverse("texts:provision", kwargs={"key": key, "wid": wid}))
        except Refusal as why:
            if why.code == "text.no-power":
                raise
            fault = why.sentence(language())
    now = {lang: request.POST.get(f"text_{lang}", text) for lang, text in found.text}
    before = {lang: request.POST.get(f"seen_{lang}", text) for lang, text in found.text}
    context = {
        "stands_under": "drafting:list", "name": provision_alone(wid, language()),
        "key": key, "wid": wid, "record": record, "row": found, "LANGS": LANGS,
        "language_names": LANGUAGES, "now": now, "before": before, "fault": fault,
        "source": request.POST.get("source", ""),
    }  # fmt: skip
    return render(request, "texts/drafts/fill.html", context, status=422 if fault else 200)


def _record(request: HttpRequest, by: Authority, address: str) -> None:
    """Only the languages that were changed here, whatever others did; a source is asked for."""
    source = request.POST.get("source", "").strip()
    if not source:
        raise Refusal("provision.no-source", address=address)
    seen = {lang: _typed(request, f"seen_{lang}") for lang in LANGS}
    said = {
        lang: text
        for lang in LANGS
        if (text := _typed(request, f"text_{lang}")) != seen[lang]
    }  # fmt: skip
    if any(len(text) > _LONGEST for text in said.values()):
        raise Refusal("draft.too-long", limit=_LONGEST, length=max(map(len, said.values())))
    if not said:
        messages.info(request, _("Nothing was changed."))
        return
    tabling.record_text(address, said, by=by, source=source, seen=seen)
    messages.success(request, _("The wording is on record."))


def _typed(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\r\n", "\n").strip()


@signed_in
def to_fill(request: HttpRequest, _by: Authority, key: str) -> HttpResponse:
    """From the list of provisions to the page of the one chosen."""
    wid = request.GET.get("wid", "").strip()
    if not wid or "/" in wid:
        raise Refusal("provision.unknown", address=f"{key}#{wid[:60]}")
    return HttpResponseRedirect(reverse("drafting:fill", kwargs={"key": key, "wid": wid}))


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/fill/", to_fill, name="to_fill"),
    path("texts/<str:key>/<str:wid>/fill/", fill, name="fill"),
]
