"""Words of the pages before a session: initiatives, origins, stages, fates, roles, deadlines."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from amana.conferences.models import (
    Convening,
    Initiative,
    ItemDocument,
    ItemRecord,
    Recommendation,
)
from amana.conferences.rules.deadlines import Standing, State

__all__ = [
    "ASKED", "FATES", "INITIATIVES", "ORIGINS_OF_ITEMS", "RECOMMENDED", "ROLES", "STAGES",
    "TONES", "due_said",
]  # fmt: skip

INITIATIVES = {
    Initiative.RULE: gettext_lazy("it falls due by the rules"),
    Initiative.STATE: gettext_lazy("a member state"),
    Initiative.SECRETARY_GENERAL: gettext_lazy("the Secretary General"),
    Initiative.COUNCIL: gettext_lazy("a recommendation of the Council"),
    Initiative.DECISION: gettext_lazy("a decision of the organ itself"),
}
ASKED = {
    Convening.Stage.ASKED: (gettext_lazy("asked for"), "attention"),
    Convening.Stage.CONVENED: (gettext_lazy("convened"), "good"),
}
ORIGINS_OF_ITEMS = {
    ItemRecord.Origin.STANDING: gettext_lazy("standing item"),
    ItemRecord.Origin.MANDATE: gettext_lazy("asked for by a resolution"),
    ItemRecord.Origin.REQUEST: gettext_lazy("requested"),
    ItemRecord.Origin.RECOMMENDATION: gettext_lazy("recommendation"),
    ItemRecord.Origin.DEFERRED: gettext_lazy("left over from an earlier session"),
    ItemRecord.Origin.PROPOSAL: gettext_lazy("proposed by the Secretariat"),
}
STAGES = {
    ItemRecord.Stage.PROPOSED: (pgettext_lazy("an item", "proposed"), "attention"),
    ItemRecord.Stage.PROVISIONAL: (pgettext_lazy("an item", "provisional"), "plain"),
    ItemRecord.Stage.ADOPTED: (pgettext_lazy("an item", "on the adopted agenda"), "good"),
    ItemRecord.Stage.DELETED: (pgettext_lazy("an item", "deleted"), "ended"),
    ItemRecord.Stage.DEFERRED: (pgettext_lazy("an item", "deferred"), "ended"),
}
FATES = {
    ItemRecord.Fate.CONSIDERED: (pgettext_lazy("an item", "considered"), "plain"),
    ItemRecord.Fate.ADOPTED: (pgettext_lazy("a recommendation", "adopted"), "good"),
    ItemRecord.Fate.AMENDED: (pgettext_lazy("a recommendation", "adopted as amended"), "good"),
    ItemRecord.Fate.DEFERRED: (pgettext_lazy("a recommendation", "deferred"), "attention"),
    ItemRecord.Fate.NOT_TAKEN_UP: (pgettext_lazy("a recommendation", "not taken up"), "ended"),
}
RECOMMENDED = {
    Recommendation.Fate.OPEN: (pgettext_lazy("a recommendation", "open"), "attention"),
    Recommendation.Fate.ADOPTED: FATES[ItemRecord.Fate.ADOPTED],
    Recommendation.Fate.AMENDED: FATES[ItemRecord.Fate.AMENDED],
    Recommendation.Fate.DEFERRED: FATES[ItemRecord.Fate.DEFERRED],
    Recommendation.Fate.NOT_TAKEN_UP: FATES[ItemRecord.Fate.NOT_TAKEN_UP],
}
ROLES = {
    ItemDocument.Role.REPORT: gettext_lazy("report"),
    ItemDocument.Role.DRAFT_RESOLUTION: gettext_lazy("draft resolution"),
    ItemDocument.Role.NOTE: gettext_lazy("note"),
    ItemDocument.Role.AMENDMENT: gettext_lazy("amendment"),
    ItemDocument.Role.OTHER: gettext_lazy("other document"),
}
TONES = {
    State.DONE: "good", State.DONE_LATE: "attention", State.OPEN: "plain",
    State.SOON: "attention", State.LATE: "fault",
}  # fmt: skip


def due_said(standing: Standing) -> str:
    """How something that is due stands, in a few words."""
    days = standing.days
    if standing.state is State.DONE:
        return _("done in time")
    if standing.state is State.DONE_LATE:
        return ngettext("done %(num)d day late", "done %(num)d days late", days) % {"num": days}
    if standing.state is State.LATE:
        return ngettext("%(num)d day late", "%(num)d days late", days) % {"num": days}
    if not days:
        return _("due today")
    return ngettext("%(num)d day left", "%(num)d days left", days) % {"num": days}
