"""Words of the pages of sessions that are said more than once."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from amana.conferences.days import Days
from amana.conferences.models import MeetingTime, Room, Session
from amana.conferences.phases import Phase
from amana.conferences.rules.programme import Half

__all__ = ["ACCESS", "HALVES", "KINDS", "ORIGINS", "PHASES", "SET_UPS", "difference"]

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

# How a floor settled a question, and how that is marked.
OUTCOMES = {
    "adopted_by_vote": (gettext_lazy("adopted by a vote"), "good"),
    "adopted_without_vote": (gettext_lazy("adopted without a vote"), "good"),
    "not_adopted": (gettext_lazy("not adopted"), "ended"),
    "not_put": (gettext_lazy("not put to the vote"), "ended"),
    "deferred": (gettext_lazy("deferred"), "attention"),
    "withdrawn": (gettext_lazy("withdrawn"), "ended"),
    "lapsed": (gettext_lazy("lapsed"), "ended"),
    "no_action": (gettext_lazy("no action taken"), "ended"),
    "tabled": (gettext_lazy("before the meeting"), "plain"),
    "under_reconsideration": (gettext_lazy("under reconsideration"), "attention"),
}

STATEMENTS = {
    "reservation": gettext_lazy("Reservation"),
    "disassociation": gettext_lazy("Disassociation from the consensus"),
    "explanation": gettext_lazy("Explanation of vote"),
    "statement": gettext_lazy("Statement"),
}

ORIGINS = {
    "printed": gettext_lazy("as printed"),
    "reported": gettext_lazy("as reported, no document seen"),
    "computed": gettext_lazy("computed"),
}

ACCESS = {
    MeetingTime.Access.PUBLIC: pgettext_lazy("meeting", "the public"),
    MeetingTime.Access.CLOSED: pgettext_lazy("meeting", "those who take part"),
}

SET_UPS = {
    Room.SetUp.PLENARY: pgettext_lazy("set-up", "plenary hall"),
    Room.SetUp.CLASSROOM: pgettext_lazy("set-up", "classroom"),
    Room.SetUp.ROUND_TABLE: pgettext_lazy("set-up", "round table"),
    Room.SetUp.THEATRE: pgettext_lazy("set-up", "theatre"),
}

HALVES = {
    Half.MORNING: gettext_lazy("Morning"),
    Half.AFTERNOON: gettext_lazy("Afternoon"),
    Half.EVENING: gettext_lazy("Evening"),
}


def difference(days: Days) -> str:
    """A printed Hijri date that is not that of the table, in a few words; empty where it is."""
    away = abs(days.differs)
    if away:
        return ngettext(
            "%(days)d day from the computed date", "%(days)d days from the computed date", away
        ) % {"days": away}
    return _("the two printed dates do not agree in length") if days.warnings else ""
