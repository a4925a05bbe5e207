"""What was typed, kept in the session while its writer proves once more who they are."""

import secrets
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from amana.accounts.api import to_prove

__all__ = ["NOT_TYPED", "forget", "kept", "prove_first"]

SHELF = "desk_kept"
MOST = 3  # what is kept longer is an act that somebody began and left
NOT_TYPED = ("csrfmiddlewaretoken", "step", "token", "seen_as")


def prove_first(request: HttpRequest, verb: str) -> HttpResponse:
    """Keep what was typed and send the person to prove who they are; they come back to it."""
    typed = request.POST.copy()
    for name in NOT_TYPED:
        typed.pop(name, None)
    number = secrets.token_urlsafe(8)
    shelf = [*_shelf(request), [number, verb, typed.urlencode()]]
    request.session[SHELF] = shelf[-MOST:]
    back = reverse("desk:act", kwargs={"verb": verb})
    return to_prove(request, f"{back}?{urlencode({'kept': number})}")


def kept(request: HttpRequest, verb: str) -> QueryDict | None:
    """What this address brings back, if it is still there."""
    wanted = [request.GET.get("kept", ""), verb]
    found = (typed for *which, typed in _shelf(request) if which == wanted)
    typed = next(found, None)
    return None if typed is None else QueryDict(typed)


def forget(request: HttpRequest, verb: str) -> None:
    """The act is recorded: what was kept of it is not needed any more."""
    if _shelf(request):
        request.session[SHELF] = [each for each in _shelf(request) if each[1] != verb]


def _shelf(request: HttpRequest) -> list[list[str]]:
    shelf: list[list[str]] = request.session.get(SHELF, [])
    return shelf
