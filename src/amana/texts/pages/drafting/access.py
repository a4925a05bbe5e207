"""Who comes to the drafting room: signed in; a refusal is a sentence, on a page or as JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amana.accounts.api import reader
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["language", "signed_in", "wants_json"]

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Authority, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def signed_in(page: Page[P]) -> View[P]:
    """Hand the page the authority of whoever signed in; send others to sign in and back."""

    @wraps(page)
    def within(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        by = reader(request)
        assert by is not None
        try:
            return page(request, by, *args, **kwargs)
        except Refusal as refusal:
            status = 403 if refusal.code.endswith(".no-power") else 0
            if wants_json(request):
                return JsonResponse({"fault": refusal.sentence(language())}, status=status or 422)
            if not status:
                raise
            context = {
                "what": "", "why": refusal.what(language()), "do": refusal.remedy(language()),
                "basis": [], "status": status,
            }  # fmt: skip
            return render(request, "web/error.html", context, status=status)

    by_form = login_required(never_cache(require_http_methods(["GET", "HEAD", "POST"])(within)))

    @wraps(page)
    def view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if wants_json(request) and not request.user.is_authenticated:
            said = _("You are signed out. Sign in again in another window; nothing typed is lost.")
            return JsonResponse({"fault": said}, status=401)
        answer: HttpResponseBase = by_form(request, *args, **kwargs)
        return answer

    return view


def wants_json(request: HttpRequest) -> bool:
    """Whether the page's own script asks."""
    return request.headers.get("Accept", "").startswith("application/json")


def language() -> str:
    """The language of the reader."""
    return (get_language() or "en").partition("-")[0]
