"""The bare address: on to the reader's language."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language_from_request

__all__ = ["entrance"]


def entrance(request: HttpRequest) -> HttpResponse:
    """Redirect to the home page in a language that the browser asks for, Arabic otherwise."""
    asked = request.COOKIES.get("amana_language") or request.headers.get("Accept-Language", "")
    lang = get_language_from_request(request) if asked else "ar"
    return HttpResponseRedirect(f"/{lang.partition('-')[0]}/")
