"""The main lines of the site, in the order of the front door.

A line is shown once its room has built the route; a page lights up the line it stands under by its
address, or the one whose route it names as `stands_under`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import jinja2
from django.urls import NoReverseMatch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amana.web.links import on_day, reverse

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
        ("conferences:sessions", _("Sessions and calendar")),
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
        ("drafting:list", _("Drafts")),
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
    request = context.get("request")
    here, day = getattr(request, "path", ""), on_day(request.GET.get("on", "") if request else "")
    lines = [
        (path, str(label), at == 0 and group > 0)
        for group, entries in enumerate(groups)
        for at, (name, label) in enumerate(entries)
        if (path := _path(name))
    ]
    under = [path for path, _label, _first in lines if here.startswith(path)]
    named = _path(str(context.get("stands_under") or ""))
    current = named or max(under, key=len, default="")
    return [Line(label, path + day, path == current, first) for path, label, first in lines]


def _path(name: str) -> str:
    """The address of a route, or nothing where its room is not built."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


GLOBALS: dict[str, Callable[..., Any] | Any] = {
    "navigation": navigation,
    "MAIN_LINES": MAIN,
    "DESK_LINES": DESK,
}
