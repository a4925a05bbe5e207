"""A few routes under the names of the real ones, to try the shell before and apart from them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return HttpResponse(f"page {request.GET.get('n', '')}", content_type="text/html")


def _room(name: str, *pages: str) -> Any:
    return path(f"{name}/", include(([path(f"{each}/", page, name=each) for each in pages], name)))


urlpatterns = [
    path("", include(([path("", page, name="home")], "portal"))),
    _room("organisation", "overview", "members", "bodies", "offices", "institutions",
          "departments", "rules", "disputed"),
    _room("texts", "charter"),
    _room("conferences", "sessions", "resolutions"),
    _room("search", "results", "suggest"),
    path("state/<slug:slug>/", page, name="state"),
    path("login/", page, name="account_login"),
]  # fmt: skip
