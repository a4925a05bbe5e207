"""The own calendar of a person: its private address on the desk, and what is found under it."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.accounts.api import User
from amana.conferences.acts import feeds as acts
from amana.conferences.meeting_words import WORDING
from amana.conferences.models import Feed
from amana.conferences.pages.access import signed_in
from amana.conferences.pages.meetings import answer
from amana.conferences.permissions import power_to_serve
from amana.conferences.programme import Eyes, MeetingRow, lately, meetings
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.organisation.authority import authority_now
from amana.web.links import reverse
from amana.web.sections import Section

__all__ = ["public_urlpatterns", "section", "urlpatterns"]

BACK = 90  # days for which past meetings stay in the calendar


@signed_in
def own(request: HttpRequest, by: Authority) -> HttpResponse:
    """What concerns the reader, and the private address, shown once when it is made."""
    user = request.user
    assert isinstance(user, User)
    address, do = "", request.POST.get("do", "")
    if request.method == "POST" and do == "make":
        token = acts.make_feed(user, by=by)
        address = request.build_absolute_uri(reverse("conferences:own-feed", {"token": token}))
    elif request.method == "POST" and do == "revoke":
        acts.revoke_feed(user, by=by)
    rows = [row for row in _rows(user, by) if row.this.ends > clock.now()]
    context = {
        "address": address, "subscribe": "webcal://" + address.partition("://")[2],
        "feed": Feed.objects.filter(user=user, revoked=None).first(), "rows": rows,
        **WORDING,
    }  # fmt: skip
    return render(request, "conferences/own_calendar.html", context)


def section(request: HttpRequest, key: str) -> Section | None:
    """The way to the own calendar, on every desk; it asks nothing of the database."""
    return Section(_("My calendar"), "conferences/own_section.html")


def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar under a private address; none where it was revoked or the account is closed."""
    of = Feed.objects.filter(digest=acts.digest_of(token), revoked=None).select_related("user")
    found = of.filter(user__is_active=True).first()
    if found is None:
        raise Http404
    from amana.conferences.calendar_meetings import meeting_events  # its library is slow to import

    events = meeting_events(
        _rows(found.user, authority_now(found.user)), request.LANGUAGE_CODE,
        request.build_absolute_uri,
    )  # fmt: skip
    response = answer(_("My meetings"), events, "my-meetings.ics", often=True)
    response.headers["Cache-Control"] = "private, no-cache"  # kept by nobody on the way
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _rows(user: User, by: Authority) -> Iterable[MeetingRow]:
    """Meetings of the reader; for who serves sessions, all of them."""
    serves = bool(power_to_serve(by))
    eyes = Eyes(everything=serves, user=user.pk)
    found = meetings(lately(by.on, BACK), eyes=eyes)
    return [row for row in found if serves or row.concerns]


urlpatterns: list[URLPattern] = [path("calendar/", own, name="own-calendar")]
public_urlpatterns: list[URLPattern] = [path("calendar/<str:token>.ics", feed, name="own-feed")]
