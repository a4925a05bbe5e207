"""The agenda of a session as everybody reads it, and one item of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.accounts.api import reader
from amana.conferences.agendas import agenda_of, item
from amana.conferences.lookups import session
from amana.conferences.models import ItemRecord
from amana.conferences.pages.asking import cited
from amana.conferences.pages.before_words import FATES, ORIGINS_OF_ITEMS, ROLES
from amana.texts.api import cite
from amana.web.sections import Section

__all__ = ["section", "urlpatterns"]


def section(request: HttpRequest, key: str) -> Section | None:
    """The agenda on the page of a session, with the documents that the reader may see."""
    on = request.on  # type: ignore[attr-defined]
    rows = agenda_of(key, eyes=reader(request), on=on, brief=True)
    if not rows:
        return None
    adopted = any(row.row.stage == ItemRecord.Stage.ADOPTED for row in rows)
    title = _("Agenda") if adopted else _("Provisional agenda")
    context: dict[str, Any] = {"rows": rows, "key": key, "FATES": FATES, "ROLES": ROLES}
    return Section(title, "conferences/agenda_section.html", context)


def item_page(request: HttpRequest, key: str, position: str) -> HttpResponse:
    """One item: what it is about, what it rests on, its documents, how it ended."""
    on = request.on  # type: ignore[attr-defined]
    this = session(key, on=on, planned=True).this
    found = item(key, position, eyes=reader(request))
    cite(request, [found.row])
    context = {
        "this": this, "item": found, "cited": cited(found.row.basis, on),
        "ORIGINS": ORIGINS_OF_ITEMS, "FATES": FATES, "ROLES": ROLES,
    }  # fmt: skip
    return render(request, "conferences/agenda_item.html", context)


urlpatterns: list[URLPattern] = [
    path("sessions/<str:key>/items/<str:position>/", item_page, name="item"),
]
