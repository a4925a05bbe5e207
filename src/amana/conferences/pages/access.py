"""Who comes to the pages that serve a session: signed in, with the power to serve."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from amana.conferences.permissions import power_to_serve
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.pages.drafting.access import language, signed_in

__all__ = ["language", "serving", "signed_in"]

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Authority, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def serving(page: Page[P]) -> View[P]:
    """Hand the page the authority of an officer who serves sessions; refuse everybody else."""

    @wraps(page)
    def within(
        request: HttpRequest, by: Authority, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if not power_to_serve(by):
            raise Refusal("conference.closed.no-power", who=by.name, on=by.on.isoformat())
        return page(request, by, *args, **kwargs)

    return signed_in(within)
