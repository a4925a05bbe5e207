"""What is kept on a reader's device when a text is: its pages, and the page without a network."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse, translate_url

from amana.kernel.words import LANGS
from amana.web.links import with_query

__all__ = ["Keeping", "keeping"]


@dataclass(frozen=True, slots=True)
class Keeping:
    """The name under which a text of a day is kept, its addresses, the pages of what is not."""

    name: str
    pages: list[str]
    offline: list[str]


def keeping(request: HttpRequest, choices: Iterable[str]) -> Keeping:
    """The page in the three languages, and every choice of columns that it offers."""
    own = with_query(request.path, {"on": request.GET.get("on", "")})
    pages = [str(translate_url(own, lang)) for lang in LANGS]
    offline = reverse("portal:offline")
    return Keeping(
        f"text {pages[0]}",
        list(dict.fromkeys([*pages, *choices])),
        [str(translate_url(offline, lang)) for lang in LANGS],
    )
