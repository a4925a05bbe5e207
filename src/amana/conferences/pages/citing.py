"""Sentences by which a session, or what it adopted, is cited elsewhere."""

from datetime import date

from django.utils.translation import gettext as _

from amana.conferences.lookups import SessionRow
from amana.kernel.dual_dates import format_dual
from amana.texts.api import Rendering, rendering
from amana.texts.models import WorkRecord

__all__ = ["citation_of_session", "citation_of_work"]


def citation_of_work(row: WorkRecord, at: SessionRow, on: date, lang: str) -> str:
    """Symbol, title, body, session, place, both dates, and the day that is asked.

    A title that is our own working translation says so, so that nobody quotes it as the text.
    `Resolution 1/44-POL, “on the Situation in Somalia”, Council of Foreign Ministers, 44th
    session, Abidjan, Côte d'Ivoire, 16 to 17 Shawwal 1438H (10-11 July 2017). As on record for
    14 Jumada al-Akhira 1448H (24 November 2026).`
    """
    sentence = {
        Rendering.ORIGINAL: _("%(name)s, “%(title)s”, %(session)s. As on record for %(day)s."),
        Rendering.WORKING: _(
            "%(name)s, “%(title)s” [working translation], %(session)s. As on record for %(day)s."
        ),
        Rendering.UNSURE: _(
            "%(name)s, “%(title)s” [working translation, or a source's rendering], %(session)s. "
            "As on record for %(day)s."
        ),
    }
    return sentence[rendering(row, lang)] % {
        "name": (row.short or row.title).text(lang),
        "title": row.title.text(lang),
        "session": _sitting(at, lang),
        "day": format_dual(on, lang=lang),
    }


def citation_of_session(at: SessionRow, on: date, lang: str) -> str:
    """Body, session, place, both dates, and the day that is asked."""
    return _("%(session)s. As on record for %(day)s.") % {
        "session": _sitting(at, lang),
        "day": format_dual(on, lang=lang),
    }


def _sitting(at: SessionRow, lang: str) -> str:
    parts = (at.title.text(lang), at.place.text(lang), at.days.both_in(lang))
    return ("، " if lang == "ar" else ", ").join(part for part in parts if part)
