"""The delegations of a session: all of them, and one."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amana.conferences.acts import delegations as acts
from amana.conferences.acts.listing import record_of
from amana.conferences.delegations.columns import COLUMNS, HEADINGS
from amana.conferences.delegations.values import PROTOCOLS, RANKS
from amana.conferences.delegations.writing import row_of
from amana.conferences.models import Delegate
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.delegation_words import (
    FORMS,
    ORGANS,
    RULINGS,
    SIGNATORIES,
    STANDINGS,
    STATUSES,
)
from amana.conferences.pages.workplace import Offer
from amana.conferences.participants import (
    DelegationRow,
    delegation_of,
    delegations_of,
    served,
)
from amana.kernel.authority import Authority
from amana.web.export import asked_format, export_response
from amana.web.tables import Column

__all__ = ["OFFER", "columns_of_list", "urlpatterns"]

# --- All of them


@serving
def listing(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """Every delegation with its head, its number of delegates and its credentials."""
    if request.method == "POST":
        return _done(request, by, key)
    lang = language()
    this = served(key, on=by.on)
    rows = delegations_of(key, on=by.on, lang=lang)
    if asked := asked_format(request):
        return _exported(asked, key, rows, lang)
    context = {
        "this": this, "rows": rows, "STATUSES": STATUSES, "STANDINGS": STANDINGS,
        "open": bool(rows) and rows[0].public,
        "delegates": sum(len(row.delegates) for row in rows),
        "sent": sum(bool(row.delegates) for row in rows),
        "headless": sum(bool(row.delegates) and not row.heads for row in rows),
    }  # fmt: skip
    return render(request, "conferences/delegations.html", context)


def _done(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Open the delegations, or the list to everybody, or take it back."""
    match request.POST.get("do", ""):
        case "open":
            made = acts.open_delegations(key, by=by)
            messages.success(request, _opened(made))
        case "publish":
            acts.publish_list(key, by=by)
            messages.success(request, _("The list of participants is open to everybody."))
        case "conceal":
            acts.conceal_list(key, by=by)
            messages.success(request, _("The list of participants is closed again."))
    return HttpResponseRedirect(reverse("conference:delegations", kwargs={"key": key}))


def _opened(made: int) -> str:
    if not made:
        return _("All of them are open already.")
    said = ngettext("%(num)d delegation was opened.", "%(num)d delegations were opened.", made)
    return said % {"num": made}


def columns_of_list(lang: str) -> list[Column]:
    """The columns of a list of delegates, as it is written and read."""
    dates = ("since", "until")
    return [
        Column(key, HEADINGS[key].text(lang), "date" if key in dates else "text") for key in COLUMNS
    ]


def _exported(asked: str, key: str, rows: Iterable[DelegationRow], lang: str) -> HttpResponse:
    """Every delegate as a list that can be imported again; with nobody, an empty list."""
    names = {row.party: row.names for row in rows}
    place = {party: at for at, party in enumerate(names)}
    people = sorted(record_of(key), key=lambda each: place[each.party])
    told = [row_of(person, names[person.party], lang) for person in people]
    return export_response(asked, f"{_('Delegates')} {key}", columns_of_list(lang), told, lang=lang)


# --- One


@serving
def one(request: HttpRequest, by: Authority, key: str, party: str) -> HttpResponseBase:
    """A delegation: its people by rank, and its papers."""
    lang = language()
    row = delegation_of(key, party, on=by.on, lang=lang)
    context = {
        "this": served(key, on=by.on), "row": row, "RANKS": RANKS,
        "PROTOCOLS": PROTOCOLS, "STATUSES": STATUSES, "STANDINGS": STANDINGS, "FORMS": FORMS,
        "SIGNATORIES": SIGNATORIES, "RULINGS": RULINGS, "ORGANS": ORGANS,
    }  # fmt: skip
    return render(request, "conferences/delegation.html", context)


def _told(key: str) -> str:
    count = Delegate.objects.filter(
        delegation__session__key=key, accreditations__recorded__upper_inf=True
    ).count()
    said = ngettext("%(num)d delegate on record", "%(num)d delegates on record", count)
    return said % {"num": count} if count else ""


OFFER = Offer(
    gettext_lazy("Delegations and credentials"), "conference:delegations", 30,
    gettext_lazy("Lists of delegates, their heads, their letters and the rulings on them."),
    _told,
)  # fmt: skip

urlpatterns: list[URLPattern] = [
    path("<str:key>/delegations/", listing, name="delegations"),
    path("<str:key>/delegations/of/<str:party>/", one, name="delegation"),
]
