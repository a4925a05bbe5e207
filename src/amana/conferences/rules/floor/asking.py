"""How a vote is asked for and announced. Rules 87 and 88; settled points Q37, Q44.

Any one member obtains a recorded vote or a roll-call before the voting has begun; a roll-call goes
before a recorded vote. A result announced otherwise than counted stands on record with a flag.
"""

from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.questions import kind_of
from amana.conferences.rules.floor.state import Decision, Floor

__all__: list[str] = []


@act("announce_vote", "chair", business=True)
def announce_vote(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair announces the vote: from here on sponsors neither join nor leave."""
    name = str(event.get("question") or event.get("on") or event.get("of") or "")
    kind_of(floor, name)
    floor.announced.add(name)
    floor.phase = "ready_to_vote"
    return ("method", "sponsors")


@act("request_recorded_vote", "member")
def request_recorded_vote(floor: Floor, event: Event) -> tuple[str, ...]:
    """A member asks that the answers be recorded State by State."""
    return _asked(floor, event, "recorded")


@act("request_roll_call", "member")
def request_roll_call(floor: Floor, event: Event) -> tuple[str, ...]:
    """A member asks for a vote by roll-call."""
    return _asked(floor, event, "roll_call")


def _asked(floor: Floor, event: Event, method: str) -> tuple[str, ...]:
    name = str(event.get("on") or event.get("question") or event.get("of") or "")
    kind_of(floor, name)
    if name in floor.decisions and not floor.decisions[name].second_vote:
        raise OutOfOrder("floor.decided-already", ("method", "conduct_of_voting"), question=name)
    floor.asked.setdefault(name, set()).add(method)
    return ("method",)


@act("announce_result", "chair", business=True)
def announce_result(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair announces the result of the last vote, or of the one that the event names."""
    name = str(event.get("question") or event.get("on") or floor.last_decision)
    name = str(event.get("contest") or name)
    if name in floor.contests:
        floor.last_contest = name
        floor.record.append(f"{name}: result of the election announced")
        return ("elections",)
    decision = floor.decisions.get(name)
    if decision is None:
        raise OutOfOrder("floor.nothing-decided", "method", question=name or "?")
    said = {k: v for k, v in event.more.items() if k not in ("question", "on")}
    decision.announced = said or True
    if _differs(decision, said) and "announced_differs" not in decision.flags:
        decision.flags.append("announced_differs")
    floor.last_decision = name
    floor.record.append(f"{name}: {decision.outcome} announced")
    return ("method", "validity")


def _differs(decision: Decision, said: dict[str, Any]) -> bool:
    """Whether anything announced is not what was counted."""
    counted: dict[str, Any] = {"outcome": decision.outcome, "carried": decision.carried}
    if decision.count is not None:
        tally = decision.count.tally
        counted |= {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain}
        counted |= {"required": decision.count.required, "voting": decision.count.voting}
    figures = dict(said.get("tally") or {}) | {k: v for k, v in said.items() if k != "tally"}
    return any(name in counted and counted[name] != value for name, value in figures.items())
