"""What a programme takes over from an earlier one: its meetings, counted from the opening."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from amana.conferences.acts.programme import Plan, plan_meeting, plan_of
from amana.conferences.cloning import takes
from amana.conferences.dues import opening_of
from amana.conferences.models import Log, MeetingTime, Session
from amana.conferences.programme import zone_of
from amana.conferences.rules.programme import Slot, at_clock
from amana.ground.dated import DatedQuerySet
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["register"]


def register() -> None:
    """The programme needs nothing that is taken before it: rooms belong to no session."""
    takes(
        "programme", _("Programme of meetings: rooms, hours, languages"), copy=_programme,
        count=lambda of: _meetings(of).count(),
        hint=_("Each as many days after the opening; one whose room is taken is left out."),
    )  # fmt: skip


def _meetings(session: Session) -> DatedQuerySet[MeetingTime]:
    rows = MeetingTime.objects.known().filter(meeting__session=session, cancelled=False)
    return rows.select_related("room", "meeting__log").order_by("starts")


def _programme(source: Session, target: Session, by: Authority) -> int:
    """How many were planned anew; on the same clock, whatever clocks do between the two days."""
    first, second = opening_of(source.key), opening_of(target.key)
    if first is None or second is None:
        return 0
    floors = {log.position: log.key for log in Log.objects.filter(session=target)}
    made = 0
    for row in _meetings(source):
        log = row.meeting.log
        try:
            plan = _shifted(row, second - first, floors.get(log.position, "") if log else "")
            plan_meeting(target.key, plan, by=by)
        except Refusal as why:
            if why.code not in ("room.taken", "room.closed", "meeting.no-such-time"):
                raise
        else:
            made += 1
    return made


def _shifted(row: MeetingTime, ahead: timedelta, log: str) -> Plan:
    zone = zone_of(row.room)
    local = row.starts.astimezone(zone)
    starts = at_clock(local.date() + ahead, local.time(), zone)
    old = plan_of(row)
    return Plan(
        old.room, Slot(starts, starts + (row.ends - row.starts)), old.title, old.languages,
        old.set_up, old.access, old.expected, log, old.of,
    )  # fmt: skip
