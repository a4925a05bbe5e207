"""Pages that stand: about, open data, accessibility."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amana.web.links import reverse

__all__ = ["about", "accessibility", "data"]


def about(request: HttpRequest) -> HttpResponse:
    """What this is, how facts are dated, sourced and disputed, how to cite a day."""
    return render(request, "portal/about.html")


def data(request: HttpRequest) -> HttpResponse:
    """What can be taken away: tables, the interface for programs, packs, the register."""
    return render(request, "portal/data.html", {"address": reverse})


def accessibility(request: HttpRequest) -> HttpResponse:
    """What the pages do for every reader, and what is known to be missing."""
    return render(request, "portal/accessibility.html")
