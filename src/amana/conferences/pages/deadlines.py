"""What is due before a session: deadlines counted back, documents late or to come, their pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amana.conferences.agendas import agenda_of
from amana.conferences.dues import deadlines_for, opens_on
from amana.conferences.lookups import session
from amana.conferences.pages.access import serving
from amana.conferences.pages.before_words import ROLES, TONES, due_said
from amana.conferences.pages.items import told_of
from amana.kernel.authority import Authority

__all__ = ["urlpatterns"]


@serving
def deadlines(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Every deadline of a session with its rule or practice, every document with its state."""
    this = session(key, on=by.on, planned=True).this
    rows = agenda_of(key, eyes=by, serving=True)
    told = told_of(rows, this, by.on)
    opens = opens_on(this.row)
    late = sum(each.standing.is_late for _row, each in told if each.standing)
    context = {
        "this": this, "opens": opens, "told": told, "ROLES": ROLES, "TONES": TONES,
        "dues": deadlines_for(this.row.session, opens, on=by.on), "due_said": due_said,
        "pages": sum(each.pages for _row, each in told), "late": late,
        "late_said": ngettext("%(num)d document is late.", "%(num)d documents are late.", late)
        % {"num": late} if late else _("No document is late."),
    }  # fmt: skip
    return render(request, "conferences/deadlines.html", context)


urlpatterns: list[URLPattern] = [
    path("<str:key>/deadlines/", deadlines, name="deadlines"),
]
