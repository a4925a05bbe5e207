"""The sentence by which a session is cited elsewhere."""

from datetime import date

from django.utils.translation import gettext as _

from amana.conferences.lookups import SessionRow
from amana.kernel.dual_dates import format_dual

__all__ = ["citation_of_session"]


def citation_of_session(at: SessionRow, on: date, lang: str) -> str:
    """Body, session, place, both dates, and the day that is asked."""
    return _("%(session)s. As on record for %(day)s.") % {
        "session": _sitting(at, lang),
        "day": format_dual(on, lang=lang),
    }


def _sitting(at: SessionRow, lang: str) -> str:
    parts = (at.title.text(lang), at.place.text(lang), at.days.both_in(lang))
    return ("، " if lang == "ar" else ", ").join(part for part in parts if part)
