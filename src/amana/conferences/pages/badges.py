"""Badges at the desk: chosen by delegation, issued and printed, revoked, issued again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amana.conferences.acts import badges as acts
from amana.conferences.badging.codes import serial_of
from amana.conferences.badging.reading import bearers_of
from amana.conferences.badging.sheets import SIZES, badges_pdf
from amana.conferences.delegations.values import RANKS
from amana.conferences.lookups import session
from amana.conferences.models import Badge
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.delegation_words import STATUSES
from amana.conferences.pages.workplace import Offer
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.web.identity import name_for
from amana.web.links import with_query

__all__ = ["OFFER", "urlpatterns"]

SIZE_WORDS = {
    "a6": gettext_lazy("A6, four on a sheet"),
    "card": gettext_lazy("the size of a bank card, ten on a sheet"),
}


def _told(key: str) -> str:
    count = Badge.objects.filter(delegate__delegation__session__key=key, revoked=None).count()
    said = ngettext("%(num)d badge issued", "%(num)d badges issued", count)
    return said % {"num": count} if count else ""


OFFER = Offer(
    gettext_lazy("Badges"), "conference:badges", 50,
    gettext_lazy("Choose delegations, print, revoke."), _told,
)  # fmt: skip


@serving
def badges(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """The delegations of a session, to be chosen and printed."""
    chosen, fault = request.POST.getlist("party"), ""
    if request.method == "POST":
        if chosen:
            acts.issue_badges(key, chosen, by=by)
            return HttpResponseRedirect(_sheet(key, chosen, request.POST.get("size", "")))
        fault = _("Choose at least one delegation.")
    rows = bearers_of(key, on=by.on, lang=language())
    context = {
        "this": session(key, on=by.on, planned=True).this, "fault": fault,
        "rows": [row for row in rows if row.people], "STATUSES": STATUSES, "SIZES": SIZE_WORDS,
        "without": sum(1 for row in rows if not row.people),
        "people": sum(len(row.people) for row in rows), "badges": sum(row.badges for row in rows),
    }  # fmt: skip
    return render(request, "conferences/badges.html", context, status=422 if fault else 200)


def _sheet(key: str, parties: list[str], size: str) -> str:
    """The address of the sheets of some delegations."""
    at = reverse("conference:badge-sheets", kwargs={"key": key})
    return with_query(at, {"size": size if size in SIZES else SIZES[0], "party": parties})


@serving
def sheets(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """The PDF of the badges that hold, of some delegations or of all, or of one delegate."""
    lang, size = language(), request.GET.get("size", "")
    this = session(key, on=by.on, planned=True).this
    groups = bearers_of(key, request.GET.getlist("party"), on=by.on, lang=lang)
    if number := request.GET.get("number", ""):
        groups = [group.only(number) for group in groups]
    made = badges_pdf(
        groups, lang, size=size if size in SIZES else SIZES[0], session=this.title,
        organisation=name_for(request), day=by.on, exercise=this.row.session.exercise,
        address=lambda code: request.build_absolute_uri(
            reverse("conference:badge", kwargs={"code": code})
        ),
    )  # fmt: skip
    answer = HttpResponse(made, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="badges-{key}.pdf"'
    return answer


@serving
def of_delegation(request: HttpRequest, by: Authority, key: str, party: str) -> HttpResponseBase:
    """The people of a delegation with their badges: one is revoked, or issued again."""
    refused, number = "", request.POST.get("number", "")
    if request.method == "POST" and number.isdecimal():
        try:
            _done(request, by, key, int(number))
            return HttpResponseRedirect(request.path)
        except Refusal as why:
            if why.code.endswith(".no-power"):
                raise
            refused = why.sentence(language())
    found = bearers_of(key, [party], on=by.on, lang=language())
    if not found:
        raise Refusal("delegations.unknown", party=party, session=key)
    context: dict[str, Any] = {
        "this": session(key, on=by.on, planned=True).this, "row": found[0], "RANKS": RANKS,
        "refused": refused, "number": number,
    }  # fmt: skip
    return render(request, "conferences/badges_of.html", context, status=422 if refused else 200)


def _done(request: HttpRequest, by: Authority, key: str, number: int) -> None:
    reason = " ".join(request.POST.get("reason", "").split())[:300]
    if request.POST.get("do") == "again":
        acts.reissue_badge(key, number, by=by, reason=reason)
        messages.success(request, _("A new badge is issued; the old one opens nothing any more."))
        return
    acts.revoke_badge(key, number, by=by, reason=reason)
    messages.success(request, _("The badge is revoked."))


@serving
def scanned(request: HttpRequest, by: Authority, code: str) -> HttpResponseBase:
    """Where the code of a badge leads whoever reads it with a telephone: to the desk."""
    serial = serial_of(code)
    row = Badge.objects.filter(serial=serial).select_related("delegate__delegation__session")
    if (badge := row.first()) is None:
        raise Refusal("badge.unknown")
    key = badge.delegate.delegation.session.key
    desk = reverse("conference:checkin", kwargs={"key": key})
    return HttpResponseRedirect(with_query(desk, {"code": code}))


urlpatterns: list[URLPattern] = [
    path("<str:key>/badges/", badges, name="badges"),
    path("<str:key>/badges/sheets.pdf", sheets, name="badge-sheets"),
    path("<str:key>/badges/of/<str:party>/", of_delegation, name="badges-of"),
    path("b/<str:code>/", scanned, name="badge"),
]
