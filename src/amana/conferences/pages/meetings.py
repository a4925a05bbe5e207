"""The programme of a session for everybody, and its calendar feed."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.conferences.lookups import session
from amana.conferences.meeting_words import WORDING
from amana.conferences.pages.grid import shown_by_day
from amana.conferences.programme import meetings_of
from amana.ground import clock
from amana.web.links import reverse

__all__ = ["answer", "urlpatterns"]


def programme(request: HttpRequest, key: str) -> HttpResponse:
    """The meetings by their days, in both calendars; closed ones with room and time alone."""
    on = request.on  # type: ignore[attr-defined]
    this = session(key, on=on, planned=on == clock.today()).this
    feed = reverse("conferences:programme-feed", {"key": key})
    address = request.build_absolute_uri(feed)
    context = {
        "this": this, "days": shown_by_day(meetings_of(key)), "file": feed, "address": address,
        "subscribe": "webcal://" + address.partition("://")[2],
        **WORDING,
    }  # fmt: skip
    return render(request, "conferences/meetings.html", context)


def feed(request: HttpRequest, key: str) -> HttpResponse:
    """The meetings of one session as a calendar."""
    from amana.conferences.calendar_meetings import meeting_events  # its library is slow to import

    lang = request.LANGUAGE_CODE
    this = session(key, on=clock.today(), planned=True).this
    name = _("%(session)s · Programme") % {"session": this.title.text(lang)}
    events = meeting_events(meetings_of(key), lang, request.build_absolute_uri)
    return answer(name, events, f"{key}.ics", often=True)


def answer(name: str, events: Iterable[Any], file: str, *, often: bool = False) -> HttpResponse:
    """Events as the answer of a page."""
    from amana.conferences.calendar import calendar

    response = HttpResponse(
        calendar(name, events, often=often), content_type="text/calendar; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'inline; filename="{file}"'
    return response


urlpatterns: list[URLPattern] = [
    path("sessions/<str:key>/programme/", programme, name="programme"),
    path("sessions/<str:key>/programme.ics", feed, name="programme-feed"),
]
