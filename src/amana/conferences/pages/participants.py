"""The public list of participants: delegations and the titles of their heads, no person's name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.conferences.pages.delegation_words import STATUSES
from amana.conferences.participants import DelegationRow, delegations_of, served
from amana.kernel.refusals import Refusal
from amana.web.export import asked_format, export_response
from amana.web.tables import Column

__all__ = ["urlpatterns"]


def participants(request: HttpRequest, key: str) -> HttpResponse:
    """Who takes part, once the officer has opened the list. Refused: `participants.unknown`."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    this = served(key, on=on)
    rows = delegations_of(key, on=on, lang=lang)
    if not rows or not rows[0].public:
        raise Refusal("participants.unknown")
    columns = [
        Column("name", _("Delegation")), Column("status", _("Status")),
        Column("title", _("Head of delegation")), Column("delegates", _("Delegates"), "number"),
    ]  # fmt: skip
    if asked := asked_format(request):
        told = [_cells(row) for row in rows]
        name = str(_("Participants"))
        return export_response(asked, name, columns, told, lang=lang, licensed=True, on=on)
    context = {"this": this, "rows": rows, "columns": columns, "STATUSES": STATUSES}
    return render(request, "conferences/participants.html", context)


def _cells(row: DelegationRow) -> dict[str, object]:
    return {
        "name": row.names, "status": STATUSES[row.status], "delegates": len(row.delegates),
        "title": row.heads[0].title if row.heads else "",
    }  # fmt: skip


urlpatterns: list[URLPattern] = [
    path("sessions/<str:key>/participants/", participants, name="participants"),
]
