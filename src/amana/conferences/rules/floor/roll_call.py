"""Voting by roll-call. Rule 87; settled points Q30 and Q31.

States are called in the alphabetical order of the session's language, the Arabic article not
counted, from one drawn by lot. Who was absent when called may answer until the close; who passes is
called again at the end only where the rulebook says so, and is otherwise not voting.
"""

from typing import Any

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Floor, Vote
from amana.conferences.rules.floor.voting import may_vote
from amana.kernel.order import sort_key

__all__ = ["calling_order"]

ANSWERS = ("yes", "no", "abstain", "pass")


def calling_order(names: dict[str, str], first: str = "") -> list[str]:
    """The keys in the alphabetical order of their names, turned so that `first` begins."""
    ordered = sorted(names, key=lambda key: (sort_key(names[key], _language(names[key])), key))
    if first not in ordered:
        return ordered
    start = ordered.index(first)
    return ordered[start:] + ordered[:start]


def _language(name: str) -> str:
    return "ar" if any("\u0600" <= letter <= "\u06ff" for letter in name) else "en"


@act("draw_first", "chair", in_vote=True)
def draw_first(floor: Floor, event: Event) -> tuple[str, ...]:
    """The lot names the State that is called first; a seed given with it stays on record."""
    first = event.get("first") or event.get("drawn") or event.get("state") or event.get("to")
    if not isinstance(first, str) or not roll.is_member(floor, first):
        raise OutOfOrder("floor.not-a-member", "method", by=first or "?")
    vote = floor.vote
    if vote is not None and (vote.method != "roll_call" or vote.answers or vote.passed):
        raise OutOfOrder("floor.calling-begun", ("method", "conduct_of_voting"), first=vote.first)
    floor.drawn = first
    if vote is not None:
        _order(floor, vote)
    floor.record.append(f"{first} drawn first")
    return ("method",)


def _order(floor: Floor, vote: Vote) -> None:
    vote.first, vote.order = floor.drawn, _from_the_drawn(floor)


def _from_the_drawn(floor: Floor) -> list[str]:
    names = {state: floor.roll.members[state] for state in roll.entitled(floor)}
    return calling_order(names, floor.drawn)


@act("answer_roll_call", "member", in_vote=True)
def answer_roll_call(floor: Floor, event: Event) -> tuple[str, ...]:
    """The State that is called answers; States passed over were absent and may still answer."""
    vote = floor.vote
    if vote is None or vote.method != "roll_call":
        raise OutOfOrder("floor.no-vote-open", ("method", "conduct_of_voting"))
    answer = event.get("answer")
    if answer not in ANSWERS:
        raise OutOfOrder("floor.answer-unknown", "method", answer=answer, known=ANSWERS)
    states = [delegation(name) for name in event.by]
    if not vote.order:
        _order(floor, vote)
    for state in states:
        may_vote(floor, state)
        _its_turn(floor, vote, state)
    for state in states:
        _answered(vote, state, answer)
    return ("method", "voting_rights")


def _its_turn(floor: Floor, vote: Vote, state: str) -> None:
    """A State that passed is heard again only at the end, where the rulebook recalls it."""
    if state not in vote.passed:
        return
    if not floor.rules["pass_recalled"]:
        raise OutOfOrder("floor.passed-once", "pass_recalled", by=state)
    if vote.called < len(vote.order):
        raise OutOfOrder("floor.called-at-the-end", "pass_recalled", by=state)


def _answered(vote: Vote, state: str, answer: str) -> None:
    vote.called = max(vote.called, vote.order.index(state) + 1)
    if answer == "pass":
        if state not in vote.passed:
            vote.passed.append(state)
        vote.answers.pop(state, None)
    else:
        vote.answers[state] = answer


@shows("roll_call")
def _roll_call(floor: Floor) -> dict[str, Any] | None:
    vote = floor.vote
    if vote is None or vote.method != "roll_call" or not vote.order:
        if not floor.drawn:
            return None
        return {"first": floor.drawn, "order": _from_the_drawn(floor), "called_again": []}
    recalled = vote.passed if floor.rules["pass_recalled"] else []
    return {"first": vote.first or None, "order": vote.order, "called_again": list(recalled)}
