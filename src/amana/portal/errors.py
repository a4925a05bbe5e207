"""Pages for what is not there, not allowed, or broken: each says what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

__all__ = ["failed", "forbidden", "not_found"]


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page."""
    return _error(request, 404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The reader may not see or do this."""
    return _error(request, 403)


def failed(request: HttpRequest) -> HttpResponse:
    """Our own fault."""
    return _error(request, 500)


def _error(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "web/error.html", {"status": status}, status=status)
