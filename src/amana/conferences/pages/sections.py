"""What this room adds to pages below it: sessions of a body, sessions in a state, who adopted."""

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from amana.conferences.lookups import SessionRow, sessions
from amana.conferences.pages.words import ORIGINS, PHASES, difference
from amana.ground import clock
from amana.texts.api import Adopting
from amana.web.sections import Section

__all__ = [
    "adopting_session", "disputed_sessions", "sessions_in_state", "sessions_of_body",
    "sessions_that_adopted",
]  # fmt: skip

LATEST = 5


def sessions_of_body(request: HttpRequest, key: str) -> Section | None:
    """The latest sessions of a body, with the way to all of them: one query."""
    return _listed(request, str(_("Sessions")), Q(session__body__key=key), {"body": key}, LATEST)


def sessions_in_state(request: HttpRequest, key: str) -> Section | None:
    """The sessions that a state hosted: one query."""
    return _listed(request, str(_("Sessions hosted")), Q(state__key=key), {"country": key})


def adopting_session(request: HttpRequest, key: str) -> Section | None:
    """The session that adopted a work: one query."""
    lang = request.LANGUAGE_CODE
    found = sessions_that_adopted(request, key)
    if not found:
        return None
    context = {
        "rows": found, "more": 0, "query": {}, **_said(),
        "adopting": Adopting(
            found[0].days.opens, found[0].days.both_in(lang),
            found[0].title.text(lang), found[0].place.text(lang),
        ),
    }  # fmt: skip
    return Section(str(_("Adopted at")), "conferences/sessions_section.html", context)


def sessions_that_adopted(request: HttpRequest, key: str) -> list[SessionRow]:
    """The session that adopted a work, or none; asked once for a page."""
    known: dict[str, list[SessionRow]] = request.__dict__.setdefault("sessions_that_adopted", {})
    if key not in known:
        on = request.on  # type: ignore[attr-defined]
        known[key] = sessions(on=on, planned=True, where=Q(session__decisions__work__key=key))
    return known[key]


def disputed_sessions(request: HttpRequest, key: str) -> Section | None:
    """Sessions of which sources disagree: one query."""
    on = request.on  # type: ignore[attr-defined]
    found = sessions(on=on, planned=True, where=~Q(conflict={}))
    if not found:
        return None
    context = {"rows": found}
    return Section(str(_("Sessions")), "conferences/disputed_section.html", context)


def _listed(
    request: HttpRequest, title: str, where: Q, query: dict[str, str], limit: int = 0
) -> Section | None:
    on = request.on  # type: ignore[attr-defined]
    found = sessions(on=on, planned=on == clock.today(), where=where)
    if not found:
        return None
    shown = found[:limit] if limit else found
    context = {"rows": shown, "more": len(found) - len(shown), "query": query, **_said()}
    return Section(title, "conferences/sessions_section.html", context)


def _said() -> dict[str, object]:
    return {"ORIGINS": ORIGINS, "PHASES": PHASES, "difference": difference}
