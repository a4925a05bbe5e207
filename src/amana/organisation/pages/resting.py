"""What this room adds to the page of a work: the facts that rest on it."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.organisation.lookups.resting import Resting, resting
from amana.texts.api import citations
from amana.web.sections import Section

__all__ = ["resting_section"]

KINDS = {
    "rule": gettext_lazy("Rules"),
    "body": gettext_lazy("Existence of bodies"),
    "name": gettext_lazy("Names of bodies"),
    "placement": gettext_lazy("Place of bodies in the organisation"),
    "seat": gettext_lazy("Seats"),
    "office": gettext_lazy("Offices"),
    "term": gettext_lazy("Terms of office"),
    "membership": gettext_lazy("Memberships"),
    "observer": gettext_lazy("Observers"),
    "suspension": gettext_lazy("Suspensions"),
    "event": gettext_lazy("Events of membership"),
    "application": gettext_lazy("Applications"),
    "question": gettext_lazy("Disputed facts"),
}
ROUTES = {
    "rule": "organisation:rule",
    "office": "organisation:office",
    "term": "organisation:office",
    "question": "organisation:question",
}


def resting_section(request: HttpRequest, key: str) -> Section | None:
    """The rules, bodies, offices, terms and memberships whose basis is this work."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    rows = resting(key, on=on)
    if not rows:
        return None
    named = {node for row in rows for node in row.provisions(key)}
    cited = citations(f"{key}#{node}" for node in named)
    labels = {
        node: cited[f"{key}#{node}"].label.text(lang).partition("،" if lang == "ar" else ",")[2]
        for node in named
    }
    groups = [
        (str(KINDS[kind]), [row for row in rows if row.kind == kind])
        for kind in dict.fromkeys(row.kind for row in rows)
    ]
    context = {"groups": groups, "labels": labels, "route": _route, "work": key, "total": len(rows)}
    return Section(str(_("What rests on it")), "organisation/resting.html", context)


def _route(row: Resting) -> str:
    """The page of a fact: of its rule, office or question; else of its state or body."""
    return ROUTES.get(row.kind, "organisation:state" if row.is_state else "organisation:body")
