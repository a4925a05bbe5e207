"""Acts of the floor: their register, who may do them, and what stops them all.

An act says in its registration who does it and when it is possible at all; its function refuses
the rest, changes the state, and returns the names of the rules (of the rulebook) that it rests on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from amana.conferences.rules.floor.events import ROLES, Event, delegation
from amana.conferences.rules.floor.state import Floor
from amana.kernel.refusals import Refusal

__all__ = ["ACTS", "Act", "OutOfOrder", "act", "gate", "possible"]

Rules = tuple[str, ...]
ACTS: "dict[str, Act]" = {}


class OutOfOrder(Refusal):
    """Refused on the floor; `rules` are the names of the rules that it breaks, foremost first."""

    def __init__(self, code: str, rules: str | Rules, /, **facts: Any) -> None:
        super().__init__(code, **facts)
        self.rules: Rules = (rules,) if isinstance(rules, str) else rules


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `by`: roles that may do it, `member` for any member present, `seated` for observers
    too; empty for anybody. `meeting`: the meeting must be open. `in_vote`, `in_point`: possible
    while a vote runs, while a point of order waits. `business`: it closes the time for an appeal.
    `ready` refuses when the act is not in order whatever it says. `cites` are the rules of the
    matter: a refusal of the act as such rests on them too."""

    name: str
    run: Callable[[Floor, Event], Rules]
    by: Rules = ()
    meeting: bool = True
    in_vote: bool = False
    in_point: bool = False
    business: bool = False
    ready: Callable[[Floor], None] | None = None
    cites: Rules = ()


def act(
    name: str,
    *by: str,
    meeting: bool = True,
    in_vote: bool = False,
    in_point: bool = False,
    business: bool = False,
    ready: Callable[[Floor], None] | None = None,
    cites: Rules = (),
) -> Callable[[Callable[[Floor, Event], Rules]], Callable[[Floor, Event], Rules]]:
    """Register an act of the floor under the name of its event."""

    def registered(run: Callable[[Floor, Event], Rules]) -> Callable[[Floor, Event], Rules]:
        ACTS[name] = Act(name, run, by, meeting, in_vote, in_point, business, ready, cites)
        return run

    return registered


def gate(floor: Floor, known: Act) -> None:
    """Refuse an act that is not possible now, whoever does it and whatever it says."""
    if known.meeting and floor.meeting.status != "open":
        rules = (*_why_not_open(floor), *known.cites)
        raise OutOfOrder("floor.meeting-not-open", rules, status=floor.meeting.status)
    if not known.in_vote and floor.running:
        rules = ("conduct_of_voting", *known.cites)
        raise OutOfOrder("floor.voting-begun", rules, question=floor.running)
    if floor.order.points and not known.in_point:
        rules = ("points_of_order", *known.cites)
        raise OutOfOrder("floor.point-waits", rules, by=floor.order.points[0].by)
    if known.ready is not None:
        known.ready(floor)


def _why_not_open(floor: Floor) -> Rules:
    """The rules under which a meeting is not open: its opening, its quorum, its suspension."""
    if floor.meeting.status == "not_open":
        return ("chair", "quorum_debate")
    lost = floor.meeting.suspended_for == "want_of_quorum"
    return ("quorum_debate", "quorum", "suspension") if lost else ("suspension", "chair")


def allowed_to(floor: Floor, known: Act, event: Event) -> None:
    """Refuse an act by somebody who may not do it. Without a name nobody is checked."""
    if not known.by or not event.by:
        return
    for name in event.by:
        who = delegation(name)
        if who in known.by:
            continue
        if who in ROLES or not {"member", "seated"} & set(known.by):
            raise OutOfOrder("floor.not-for", ("chair", *known.cites), act=known.name, by=who)
        if who in floor.roll.observers and "seated" not in known.by:
            rules = ("voting_rights", *known.cites)
            raise OutOfOrder("floor.observer", rules, act=known.name, by=who)
        if who not in floor.roll.members and who not in floor.roll.observers:
            raise OutOfOrder("floor.not-a-member", ("voting_rights", *known.cites), by=who)


def possible(floor: Floor) -> list[str]:
    """The names of the acts that are in order now for somebody in the room."""
    everybody = (item for item in ACTS.items() if item[1].by != ("system",))
    return [name for name, known in everybody if _passes(floor, known)]


def _passes(floor: Floor, known: Act) -> bool:
    try:
        gate(floor, known)
    except OutOfOrder:
        return False
    return True
