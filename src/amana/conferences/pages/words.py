"""Words of the pages of sessions that are said more than once."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amana.conferences.days import Days
from amana.conferences.models import Session
from amana.conferences.phases import Phase

__all__ = ["KINDS", "ORIGINS", "PHASES", "difference"]

KINDS = {
    Session.Kind.ORDINARY: gettext_lazy("ordinary"),
    Session.Kind.EXTRAORDINARY: gettext_lazy("extraordinary"),
    Session.Kind.RESUMED: gettext_lazy("resumed"),
}

PHASES = {
    Phase.PLANNED: (gettext_lazy("planned"), "plain"),
    Phase.LATER: (gettext_lazy("held later than this day"), "plain"),
    Phase.PERHAPS: (gettext_lazy("day not known"), "attention"),
    Phase.UNDER_WAY: (gettext_lazy("under way"), "good"),
    Phase.HELD: (gettext_lazy("held"), "ended"),
}

ORIGINS = {
    "printed": gettext_lazy("as printed"),
    "reported": gettext_lazy("as reported, no document seen"),
    "computed": gettext_lazy("computed"),
}


def difference(days: Days) -> str:
    """A printed Hijri date that is not that of the table, in a few words; empty where it is."""
    away = abs(days.differs)
    if away:
        return ngettext(
            "%(days)d day from the computed date", "%(days)d days from the computed date", away
        ) % {"days": away}
    return _("the two printed dates do not agree in length") if days.warnings else ""
