"""The main lines of the site, in the order of the front door.

A line is shown once its room has built the route; a page lights up the line it stands under.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import jinja2
from django.urls import NoReverseMatch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amana.web.links import reverse, url

__all__ = ["DESK", "GLOBALS", "MAIN", "Line", "navigation"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a navigation, ready to print."""

    label: str
    href: str
    current: bool
    begins_group: bool


MAIN: tuple[tuple[tuple[str, str | Promise], ...], ...] = (
    (
        ("organisation:overview", _("Organisation")),
        ("organisation:members", _("Members")),
        ("organisation:bodies", _("Bodies")),
        ("organisation:offices", _("Offices")),
        ("organisation:institutions", _("Institutions")),
        ("organisation:departments", _("Departments")),
    ),
    (
        ("texts:charter", _("Charter")),
        ("organisation:rules", _("Rules")),
        ("conferences:sessions", _("Sessions")),
        ("conferences:resolutions", _("Resolutions")),
    ),
    (
        ("organisation:disputed", _("Disputed facts")),
        ("search:results", _("Search")),
        ("portal:about", _("About")),
    ),
)

DESK: tuple[tuple[tuple[str, str | Promise], ...], ...] = (
    (
        ("desk:home", _("My desk")),
        ("desk:changes", _("Record a change")),
        ("desk:register", _("Register of acts")),
    ),
    (("portal:home", _("Public site")),),
)


@jinja2.pass_context
def navigation(
    context: jinja2.runtime.Context,
    groups: Sequence[Sequence[tuple[str, str | Promise]]] = MAIN,
) -> list[Line]:
    """The lines that exist, keeping the day; the deepest one that leads here is current."""
    lines = [
        (name, str(label), at == 0 and group > 0)
        for group, entries in enumerate(groups)
        for at, (name, label) in enumerate(entries)
        if _exists(name)
    ]
    here = _current([name for name, _label, _first in lines], _path(context))
    return [Line(label, url(context, name), name == here, first) for name, label, first in lines]


def _exists(name: str) -> bool:
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True


def _path(context: jinja2.runtime.Context) -> str:
    request = context.get("request")
    return getattr(request, "path", "")


def _current(names: Sequence[str], path: str) -> str:
    under = [name for name in names if path.startswith(reverse(name))]
    return max(under, key=lambda name: len(reverse(name)), default="")


GLOBALS: dict[str, Callable[..., Any] | Any] = {
    "navigation": navigation,
    "MAIN_LINES": MAIN,
    "DESK_LINES": DESK,
}
