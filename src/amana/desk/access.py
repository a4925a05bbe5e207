"""Who comes to the desk: signed in, with the authority of today; and the page of a refusal."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amana.accounts.api import reader
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.organisation.permissions import ADMINISTRATOR
from amana.texts.api import citations

__all__ = ["for_officers", "language", "may_read_register", "refused", "signed_in"]

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Authority, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def signed_in(page: Page[P]) -> View[P]:
    """Hand the page the authority of whoever signed in; send others to sign in and back."""

    @wraps(page)
    def within(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        by = reader(request)
        assert by is not None
        return page(request, by, *args, **kwargs)

    return login_required(never_cache(require_http_methods(["GET", "HEAD", "POST"])(within)))


def for_officers(page: Page[P]) -> View[P]:
    """The same, refused to a person without any office; deny by default."""

    @wraps(page)
    def within(
        request: HttpRequest, by: Authority, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if not may_read_register(by):
            closed = Refusal("register.closed", who=by.name, on=by.on.isoformat())
            return refused(request, closed, 403)
        return page(request, by, *args, **kwargs)

    return signed_in(within)


def may_read_register(by: Authority) -> bool:
    """Whoever holds an office, and the administrator."""
    return bool(by.offices) or by.has(ADMINISTRATOR)


def refused(request: HttpRequest, refusal: Refusal, status: int) -> HttpResponse:
    """The page of a refusal: what, why, the rule, what to do."""
    lang = language()
    context = {
        "what": "" if status == HTTPStatus.FORBIDDEN else refusal.what(lang),
        "why": refusal.what(lang) if status == HTTPStatus.FORBIDDEN else "",
        "do": refusal.remedy(lang),
        "basis": [(c.label.text(lang), c.url()) for c in citations(refusal.basis).values()],
        "status": status,
    }
    return render(request, "web/error.html", context, status=status)


def language() -> str:
    """The language of the reader."""
    return (get_language() or "en").partition("-")[0]
