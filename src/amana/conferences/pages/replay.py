"""The replay of a meeting: any entry of its log, with the state of the floor after it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.translation import gettext_lazy

from amana.conferences.floor.folding import log_of, replayed
from amana.conferences.models import Entry, Log
from amana.conferences.pages.records import eyes_of, version
from amana.conferences.records import reads_log
from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.clock import elapsed
from amana.conferences.rules.floor.shown import shown
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.record.lines import Line
from amana.conferences.rules.record.phrases import named
from amana.conferences.rules.record.questions import item_named, question_named
from amana.conferences.rules.record.told import Told
from amana.conferences.telling import told_of
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["urlpatterns"]

AROUND = 40  # entries shown before and after the one that is looked at
QUIET = {
    "check_in": gettext_lazy("Delegations came in"),
    "check_out": gettext_lazy("Delegations left"),
    "request_floor": gettext_lazy("The floor was asked for"),
    "withdraw_request": gettext_lazy("A name left the list"),
    "request_right_of_reply": gettext_lazy("A right of reply was asked for"),
    "end_speech": gettext_lazy("The speech ended"),
    "start_voting": gettext_lazy("The voting began"),
    "cast": gettext_lazy("Votes were cast"),
    "answer_roll_call": gettext_lazy("The State called answered"),
    "drop_paper": gettext_lazy("A paper was put into the box"),
    "announce_vote": gettext_lazy("The vote was announced"),
    "announce_result": gettext_lazy("The result was announced"),
    "ask_consensus": gettext_lazy("The Chair asked for consent"),
    "take_roll": gettext_lazy("The roll of the day was taken"),
    "second": gettext_lazy("A motion was seconded"),
    "speak": gettext_lazy("Something was said"),
}
STATUSES = {
    "not_open": gettext_lazy("not opened yet"), "open": gettext_lazy("the meeting is open"),
    "suspended": gettext_lazy("the meeting is suspended"),
    "adjourned": gettext_lazy("the meeting has risen"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """An entry of the log as the list shows it."""

    n: int
    at: datetime
    lines: tuple[Line, ...]
    quiet: str
    many: int = 1  # entries of which this is the last, all alike and told of in one line

    @property
    def hour(self) -> str:
        """The time at the place of the meeting."""
        return f"{self.at:%H:%M:%S}"


def replay(request: HttpRequest, log: str) -> HttpResponse:
    """The events around one of them, what was answered, and how the floor stood after it."""
    row = log_of(log)
    eyes = eyes_of(request)
    until = reads_log(row, serving=eyes.serving, signed_in=eyes.signed_in)
    last = row.length if until is None else min(until, row.length)
    at = _asked(request, row, last)
    told = told_of(row, version(request), until)
    floor, _answers = replayed(row, until=at)
    context = {
        "log": row, "at": at, "last": last, "steps": _steps(row, told, at, last),
        "state": _state(floor, told), "session": row.session.key, "STATUSES": STATUSES,
        "now": floor.now,
    }  # fmt: skip
    return render(request, "conferences/replay.html", context)


def _asked(request: HttpRequest, log: Log, last: int) -> int:
    """The entry that is asked for: by its number, or the last until a minute; else the last."""
    number, minute = request.GET.get("at", ""), request.GET.get("time", "")
    if minute:
        rows = Entry.objects.filter(log=log, n__lte=last, at__lt=_until(minute))
        return max(rows.values_list("n", flat=True), default=1)
    return min(max(int(number), 1), last) if number.isdecimal() and len(number) < 9 else last


def _until(said: str) -> datetime:
    """The end of a minute at the place of the meeting. Refused: `replay.minute`."""
    try:
        found = datetime.fromisoformat(said[:16]).replace(second=59, microsecond=999_999)
    except ValueError:
        raise Refusal("replay.minute", minute=said[:40]) from None
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def _steps(log: Log, told: Told, at: int, last: int) -> list[Step]:
    """The entries around one; a run of the same quiet ones is one step, but for the one asked."""
    rows = Entry.objects.filter(log=log, n__gte=at - AROUND, n__lte=min(at + AROUND, last))
    found: list[Step] = []
    for row in rows.only("n", "at", "do"):
        lines = [line for line in told.lines if line.n == row.n and line.kind != "vote-names"]
        step = Step(row.n, timezone.localtime(row.at), tuple(lines),
                    str(QUIET.get(row.do, row.do)))  # fmt: skip
        before = found[-1] if found else None
        if before and not lines and before.quiet == step.quiet and at not in (row.n, before.n):
            step = replace(step, many=found.pop().many + 1)
        found.append(step)
    return found


def _state(floor: Floor, told: Told) -> dict[str, Any]:
    """What the screens showed, in words: never a name where the vote is not by name."""
    plain, names, holder = shown(floor), told.names, floor.speaking.holder
    question = plain.get("question")
    return {
        "status": floor.meeting.status, "number": floor.meeting.number,
        "item": item_named(floor.meeting.item, names).words if floor.meeting.item else None,
        "holder": named(holder.who, names) if holder else None,
        "spent": elapsed(floor, holder) if holder else None,
        "limit": holder.limit_s if holder else None,
        "speakers": [named(one.who, names) for one in floor.speaking.speakers],
        "list": floor.speaking.list_status,
        "present": len(roll.present(floor)), "members": roll.member_count(floor),
        "decision": roll.decision_need(floor),
        "question": question_named(floor, question, names).words if question else Words(),
        "tally": plain["tally"] if floor.vote is not None and _open_tally(floor) else None,
    }  # fmt: skip


def _open_tally(floor: Floor) -> bool:
    """Whether the answers may be seen while the vote runs: a board is, hands and papers are not."""
    return floor.vote is not None and floor.vote.method in ("recorded", "roll_call")


urlpatterns: list[URLPattern] = [path("floor/<str:log>/replay/", replay, name="replay")]
