"""Where a session is served: the sessions to come, and of each what there is to do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from amana.accounts.api import reader
from amana.conferences.lookups import SessionRow, session, sessions
from amana.conferences.pages.access import serving
from amana.conferences.pages.words import PHASES
from amana.conferences.permissions import power_to_serve
from amana.conferences.phases import Phase
from amana.kernel.authority import Authority
from amana.web.sections import Section

__all__ = ["Offer", "offers", "section", "urlpatterns"]

_OPEN = (Phase.PLANNED, Phase.PERHAPS, Phase.UNDER_WAY)
_IN_SECTION = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """A place where one part of a session is served.

    `route` takes the key of the session; `told` says in a few words how it stands (at most one
    query).
    """

    title: str | Promise
    route: str
    order: int
    hint: str | Promise = ""
    told: Callable[[str], str] | None = field(default=None)

    def address(self, key: str) -> str:
        """The page for one session."""
        return reverse(self.route, kwargs={"key": key})


_offers: list[Offer] = []


def offers(*found: Offer) -> None:
    """Add places to the workplace of every session, in the order of the work."""
    _offers.extend(found)
    _offers.sort(key=lambda offer: offer.order)


@serving
def coming(request: HttpRequest, by: Authority) -> HttpResponseBase:
    """The sessions that are planned or under way, the nearest first."""
    rows = [row for row in sessions(on=by.on, planned=True, exercises=True) if row.phase in _OPEN]
    rows.reverse()
    return render(request, "conferences/coming.html", {"rows": rows, "PHASES": PHASES})


@serving
def workplace(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """One session: its days and what there is to do for it."""
    view = session(key, on=by.on, planned=True)
    places = [
        (offer, offer.address(key), offer.told(key) if offer.told else "") for offer in _offers
    ]
    context = {"this": view.this, "places": places, "PHASES": PHASES}
    return render(request, "conferences/workplace.html", context)


def section(request: HttpRequest, key: str) -> Section | None:
    """The sessions to come, on the desk of who serves them."""
    by = reader(request)
    if by is None or not power_to_serve(by):
        return None
    rows: list[SessionRow] = [
        row for row in sessions(on=by.on, planned=True, exercises=True) if row.phase in _OPEN
    ]
    context: dict[str, Any] = {"rows": rows[::-1][:_IN_SECTION], "PHASES": PHASES}
    return Section(_("Sessions to serve"), "conferences/coming_section.html", context)


urlpatterns: list[URLPattern] = [
    path("", coming, name="coming"),
    path("<str:key>/", workplace, name="workplace"),
]
