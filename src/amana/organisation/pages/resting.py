"""What this room adds to the page of a work: the facts that rest on it."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from amana.organisation.lookups.resting import provisions_named, resting
from amana.organisation.pages.facts import KINDS, route_of
from amana.texts.instruments import labels
from amana.web.sections import Section

__all__ = ["resting_section"]


def resting_section(request: HttpRequest, key: str) -> Section | None:
    """The rules, bodies, offices, terms and memberships whose basis is this work."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    rows = resting(key, on=on)
    if not rows:
        return None
    groups = [
        (str(KINDS[kind]), [row for row in rows if row.kind == kind])
        for kind in dict.fromkeys(row.kind for row in rows)
    ]
    context = {
        "groups": groups,
        "labels": labels(key, {node for row in rows for node in provisions_named(row, key)}, lang),
        "named": provisions_named,
        "route": route_of,
        "work": key,
        "total": len(rows),
    }
    return Section(str(_("What rests on it")), "organisation/resting.html", context)
