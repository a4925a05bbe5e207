"""Where a person is signed in: the list of their sessions, and signing out all the others."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amana.accounts.devices import device
from amana.accounts.models import User

__all__ = ["Place", "places", "sessions"]


@dataclass(frozen=True, slots=True)
class Place:
    """One session: since when, on what, from which network address."""

    since: datetime
    device: str
    ip: str
    is_this: bool


def places(request: HttpRequest, user: User) -> list[Place]:
    """The sessions that are still open: this one first, then the latest."""
    open_ones: list[UserSession] = UserSession.objects.purge_and_list(user)
    found = [
        Place(each.created_at, device(each.user_agent), each.ip, each.is_current())
        for each in open_ones
    ]
    return sorted(found, key=lambda place: (place.is_this, place.since), reverse=True)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """The page: where I am signed in; its button signs out everywhere else."""
    user = request.user
    assert isinstance(user, User)
    found = places(request, user)
    others = len([place for place in found if not place.is_this])
    if request.method == "POST":
        end_other_sessions(request, user)
        said = ngettext(
            "%(num)d other session was signed out.", "%(num)d other sessions were signed out.",
            others,
        )  # fmt: skip
        messages.success(request, said % {"num": others})
        return redirect("account_sessions")
    return render(request, "accounts/sessions.html", {"places": found, "others": others})
