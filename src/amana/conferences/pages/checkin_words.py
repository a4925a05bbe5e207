"""What a desk is told of a passage, in words: passes, stop, already inside; and of the hall."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.acts.passing import Told
from amana.conferences.badging.presence import Hall, Seen
from amana.conferences.delegations.values import RANKS
from amana.conferences.models import Passage
from amana.ground import clock
from amana.kernel.dual_dates import format_dual
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["RESULTS", "answer_of", "clock_of", "hall_said"]

Result = Passage.Result
RESULTS = {
    Result.IN: (gettext_lazy("Comes in"), "good"),
    Result.OUT: (gettext_lazy("Goes out"), "good"),
    Result.ALREADY: (gettext_lazy("Already inside"), "attention"),
    Result.NOT_INSIDE: (gettext_lazy("Was not inside"), "attention"),
    Result.REVOKED: (gettext_lazy("Stop: the badge is revoked"), "fault"),
    Result.ENDED: (gettext_lazy("Stop: not accredited today"), "fault"),
}
_STOP = gettext_lazy("Stop")


def answer_of(told: Told, parties: Mapping[str, Words], lang: str) -> dict[str, Any]:
    """One answer as plain data: what happens (`kind`, `title`), who it is, and why."""
    title, kind = RESULTS.get(told.result, (_STOP, "fault"))  # type: ignore[call-overload]
    return {
        "key": told.key, "result": told.result, "good": told.good, "kind": kind,
        "title": str(title), "again": told.again, "number": told.number,
        "party": parties[told.party].text(lang) if told.party in parties else told.party,
        "name": told.names.text(lang), "rank": RANKS[told.rank].text(lang) if told.rank else "",
        "text": _why(told, lang),
    }  # fmt: skip


def _why(told: Told, lang: str) -> str:
    if told.result == Result.ALREADY:
        return _inside(told.seen)
    if told.result == Result.REVOKED and told.revoked:
        said = _("Revoked: %(at)s. %(reason)s")
        return said % {"at": clock_of(told.revoked, lang, day=True), "reason": told.reason}
    if told.result == Result.ENDED:
        return _("Today is not among the days of the accreditation.")
    if told.result in RESULTS:
        return ""
    return Refusal(told.result, number=told.number).sentence(lang)


def _inside(seen: Seen | None) -> str:
    """Where and since when somebody is inside who shows a badge again."""
    if seen is None:
        return _("Let in from the console of the secretariat.")
    if not seen.desk:
        return _("Since %(at)s.") % {"at": clock_of(seen.at)}
    return _("Since %(at)s, at the desk “%(desk)s”.") % {
        "at": clock_of(seen.at), "desk": seen.desk,
    }  # fmt: skip


def clock_of(at: datetime, lang: str = "en", *, day: bool = False) -> str:
    """The time at the seat, with its day where it is another or is asked for."""
    local = timezone.localtime(at)
    if day or local.date() != clock.today():
        return f"{format_dual(local.date(), lang=lang)}, {local:%H:%M}".replace(
            ",", "،" if lang == "ar" else ","
        )
    return f"{local:%H:%M}"


def hall_said(hall: Hall) -> str:
    """The quorum line; where no floor is open, how many delegations are inside."""
    if not hall.log:
        return _("Delegations inside: %(present)s") % {"present": hall.delegations}
    said = _(
        "Present: %(present)s of %(members)s · needed to debate: %(debate)s · to decide: %(decide)s"
    )
    return said % {
        "present": hall.delegations, "members": hall.members, "debate": hall.to_debate,
        "decide": hall.to_decide,
    }  # fmt: skip
