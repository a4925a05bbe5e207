"""What is kept on a reader's device: the worker that answers from it, and the list of it."""

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amana.ground import clock
from amana.kernel.dual_dates import format_dual

__all__ = ["offline", "worker"]


def offline(request: HttpRequest) -> HttpResponse:
    """The texts kept on this device; the same page answers for what was not kept."""
    today = format_dual(clock.today(), lang=request.LANGUAGE_CODE)
    return render(request, "portal/offline.html", {"today_said": today})


def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, from the root, so that it may answer for the pages of all languages."""
    response = HttpResponse(_script(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


@cache
def _script() -> str:
    return Path(str(finders.find("web/js/offline.js"))).read_text(encoding="utf-8")
