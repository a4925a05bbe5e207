"""Voting: announced, begun, answered, closed. Rules 67, 82, 86 to 88; settled points Q05, Q10, Q11.

A vote belongs to a delegation: a second answer changes the first, a repeated key changes nothing.
Once the voting has begun only points of order on its conduct are in order; a quorum that is lost
meanwhile is a flag on the decision.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.questions import Kind, kind_of
from amana.conferences.rules.floor.second_vote import second_vote_in_order
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Decision, Floor, Vote
from amana.conferences.rules.majorities import Tally, count, majority_named

__all__ = ["TAKEN", "decide", "may_vote", "quorum_for", "tally_of"]

ANSWERS = ("yes", "no", "abstain")
METHODS = ("show_of_hands", "recorded", "roll_call", "secret")
NAMED = frozenset({"recorded", "roll_call"})
TAKEN: list[Callable[[Floor, Decision], None]] = []  # what else follows from a decision


def _enough_for_some_vote(floor: Floor) -> None:
    """Refuse any vote below the quorum, unless a motion waits that may be decided there (Q09)."""
    waiting = (name for name, moved in floor.motions.items() if moved.status == "pending")
    if not any(kind_of(floor, name).below_quorum(floor, name) for name in waiting):
        roll.enough_to_decide(floor)


@act("start_voting", "chair", business=True, ready=_enough_for_some_vote)
def start_voting(floor: Floor, event: Event) -> tuple[str, ...]:
    """The voting has begun on `question` by `method`, under the majority that the rulebook asks."""
    name = event["question"]
    kind = kind_of(floor, name)
    flags = quorum_for(floor, kind, name)
    rules = kind.ready(floor, name)
    needed = kind.needed(floor, name)
    _same_majority(event, needed.majority, needed.base, needed.rules)
    method = _method(floor, name, event.get("method", "show_of_hands"))
    floor.vote = Vote(
        name, method, needed.majority, needed.base, roll.entitled_present(floor), floor.now,
        flags=flags,
    )  # fmt: skip
    floor.phase = "voting"
    quorum = ("quorum_decision",) if flags else ()
    return (*needed.rules, *rules, *quorum, "method", "conduct_of_voting")


def quorum_for(floor: Floor, kind: Kind, name: str) -> list[str]:
    """Refuse a decision below the quorum, unless the chair lifted the block: then a flag."""
    here, needed = len(roll.present(floor)), roll.decision_need(floor)
    if here >= needed or kind.below_quorum(floor, name):
        return []
    if not floor.meeting.quorum_lifted:
        raise OutOfOrder("floor.no-decision-quorum", "quorum_decision", present=here, needed=needed)
    return ["decision_quorum_not_met"]


def _same_majority(event: Event, majority: str, base: str, rules: tuple[str, ...]) -> None:
    """Refuse a vote announced under another majority than the rulebook's."""
    said, on = event.get("majority"), event.get("base")
    if said is not None:
        named, named_base = majority_named(said, on or base)
        if (named, named_base) != (majority, base):
            raise OutOfOrder("floor.other-majority", rules, said=said, majority=majority, base=base)
    elif on is not None and on != base:
        raise OutOfOrder("floor.other-majority", rules, said=on, majority=majority, base=base)


def _method(floor: Floor, name: str, method: str) -> str:
    """The method, at least as open as a member asked for; a roll-call is more than a record."""
    if method not in METHODS:
        raise OutOfOrder("floor.method-unknown", "method", method=method)
    if method == "secret" and not floor.rules["secret_ballot_on_proposal"]:
        raise OutOfOrder("floor.secret-not-provided", "secret_ballot_on_proposal", question=name)
    asked = floor.asked.get(name, ())
    if "roll_call" in asked and method != "roll_call":
        raise OutOfOrder("floor.roll-call-asked", "method", question=name)
    if "recorded" in asked and method not in NAMED:
        raise OutOfOrder("floor.recorded-asked", "method", question=name)
    return method


def _vote_open(floor: Floor) -> None:
    if floor.vote is None:
        raise OutOfOrder("floor.no-vote-open", "conduct_of_voting")


@act("cast", "member", in_vote=True, in_point=True, ready=_vote_open)
def cast(floor: Floor, event: Event) -> tuple[str, ...]:
    """Delegations answer yes, no or abstain; with a `key`, a repetition is the same answer.

    With `question`, an answer meant for another vote is refused and not counted in this one.
    """
    vote = floor.vote
    if vote is None:
        raise OutOfOrder("floor.no-vote-open", "conduct_of_voting")
    answer, key = event.get("answer"), event.get("key")
    if event.get("question", vote.question) != vote.question:
        raise OutOfOrder("floor.other-vote", "conduct_of_voting", question=vote.question)
    if "totals" in event.more:
        return _totals(vote, event["totals"])
    if answer not in ANSWERS:
        raise OutOfOrder("floor.answer-unknown", "method", answer=answer, known=ANSWERS)
    if key is not None and key in vote.keys:
        return ("method",)
    states = [delegation(name) for name in event.by]
    for state in states:
        may_vote(floor, state)
    vote.answers |= dict.fromkeys(states, answer)
    if key is not None:
        vote.keys[key] = answer
    return (*_titles(floor, states), "voting_rights", "method")


def _titles(floor: Floor, states: list[str]) -> Iterator[str]:
    """Why a vote that is in doubt is counted: credentials that wait, arrears that are waived."""
    if any(state in floor.roll.credentials for state in states):
        yield "credentials"
    if any(state in floor.roll.withheld for state in states):
        yield "withheld_vote"


def may_vote(floor: Floor, state: str) -> None:
    """Refuse the answer of who is no member, has no vote or is not there."""
    if not roll.is_member(floor, state):
        raise OutOfOrder("floor.not-a-member", "voting_rights", by=state)
    if roll.is_withheld(floor, state):
        reason = floor.roll.withheld[state]
        raise OutOfOrder(
            "floor.vote-withheld", "withheld_vote", by=state, why=reason.why, under=reason.rule
        )
    if not roll.is_entitled(floor, state):
        raise OutOfOrder("floor.credentials-rejected", "credentials", by=state)
    if not roll.is_present(floor, state):
        rules = ("voting_rights", "present_and_voting", "quorum")
        raise OutOfOrder("floor.not-present", rules, by=state)


def _totals(vote: Vote, totals: dict[str, int]) -> tuple[str, ...]:
    """A show of hands may be counted by the secretariat: totals, no names."""
    if vote.method != "show_of_hands":
        raise OutOfOrder("floor.totals-by-hand", "method", method=vote.method)
    vote.totals = {answer: int(totals.get(answer, 0)) for answer in ANSWERS}
    return ("method",)


def _vote_or_ballot_open(floor: Floor) -> None:
    if not floor.running:
        _vote_open(floor)


def _close_ballot(floor: Floor) -> tuple[str, ...]:
    """The box is closed: no more papers, and the tellers count."""
    whole = floor.contests[floor.running]
    for contest in (whole, *whole.parts.values(), *whole.organs.values()):
        if contest.status == "balloting":
            contest.status = "counting"
    floor.last_contest, floor.phase = whole.id, "closed"
    return ("elections", "conduct_of_voting")


@act("close_voting", "chair", in_vote=True, ready=_vote_or_ballot_open)
def close_voting(floor: Floor, event: Event) -> tuple[str, ...]:
    """The voting is closed: the answers are counted and the decision takes effect."""
    vote = floor.vote
    if vote is None:
        return _close_ballot(floor)
    kind = kind_of(floor, vote.question)
    needed = kind.needed(floor, vote.question)
    before = floor.decisions.get(vote.question)
    counted = count(
        tally_of(vote), vote.majority, floor.rules, base=vote.base,
        members=roll.member_count(floor), present=vote.present,
        second=before is not None and before.second_vote,
        ties=kind.ties and not floor.meeting.committee,
    )  # fmt: skip
    flags = list(vote.flags)
    enough = len(roll.present(floor)) >= roll.decision_need(floor)
    if not (flags or enough or kind.below_quorum(floor, vote.question)):
        flags.append("decision_quorum_lost")
    called = [state for state in vote.order if state in vote.answers] or list(vote.answers)
    named = {state: vote.answers[state] for state in called} if vote.method in NAMED else {}
    decision = Decision(
        vote.question, "", counted.carried, counted, vote.method, named, floor.now,
        floor.meeting.number, flags,
    )  # fmt: skip
    floor.vote, floor.phase = None, "closed"
    outcome, rules = kind.settle(floor, vote.question, counted, decision)
    decision.outcome = outcome
    decide(floor, decision)
    _recorded(floor, decision)
    return (*rules, *needed.rules, "present_and_voting", "meaning_of_voting", "conduct_of_voting")


def _recorded(floor: Floor, decision: Decision) -> None:
    """What the record of the meeting says of a vote: names only where the vote was by name."""
    if decision.count is None:
        return
    tally, name = decision.count.tally, decision.question
    said = f"{name}: {tally.yes} in favour, {tally.no} against, {tally.abstain} abstaining"
    floor.record.append(f"{said}: {decision.outcome}")
    if decision.answers:
        floor.record.append(f"{name}: list of States by answer")
    if decision.method == "roll_call":
        said = ", ".join(f"{state} {answer}" for state, answer in decision.answers.items())
        floor.record.append(f"{name}: in the order called: {said}")


def tally_of(vote: Vote) -> Tally:
    """The answers counted."""
    if vote.totals is not None:
        return Tally(**vote.totals)
    said = list(vote.answers.values())
    return Tally(*(said.count(answer) for answer in ANSWERS))


def decide(floor: Floor, decision: Decision) -> None:
    """Put a decision on record as the last one."""
    floor.decisions[decision.question] = decision
    floor.last_decision = decision.question
    for effect in TAKEN:
        effect(floor, decision)


@shows("record")
def _record(floor: Floor) -> list[str]:
    return list(floor.record)


@shows("tally")
def _tally(floor: Floor) -> dict[str, int] | None:
    if floor.vote is not None:
        found = tally_of(floor.vote)
    else:
        last = floor.decisions.get(floor.last_decision)
        if last is None or last.count is None:
            return None
        found = last.count.tally
    return {"yes": found.yes, "no": found.no, "abstain": found.abstain}


@shows("method")
def _method_shown(floor: Floor) -> str | None:
    if floor.vote is not None:
        return floor.vote.method
    last = floor.decisions.get(floor.last_decision)
    return last.method or None if last else None


@shows("board")
def _board(floor: Floor) -> dict[str, str | None] | None:
    """State by State, only where the vote is by name."""
    if floor.vote is not None:
        if floor.vote.method not in NAMED:
            return None
        return {state: floor.vote.answers.get(state) for state in roll.entitled(floor)}
    last = floor.decisions.get(floor.last_decision)
    return dict(last.answers) if last and last.answers else None


@shows("decision")
def _decision(floor: Floor) -> dict[str, Any] | None:
    last = floor.decisions.get(floor.last_decision)
    if last is None:
        return None
    late = last.second_vote and second_vote_in_order(floor, last) == "too_late"
    said: dict[str, Any] = {
        "question": last.question, "outcome": "not_adopted" if late else last.outcome,
        "carried": last.carried, "flags": last.flags,
        "second_vote": last.second_vote and not late,
        "second_vote_until": _instant(last.second_vote_until), "void": last.void,
        "by": last.by or None, "announced": last.announced,
    }  # fmt: skip
    if last.count is not None:
        counted = last.count
        said |= {
            "majority": counted.majority, "base": counted.base, "voting": counted.voting,
            "required": counted.required,
        }  # fmt: skip
    return said


def _instant(moment: datetime | None) -> str | None:
    """A moment as written: at the meeting place, or in UTC where it says its zone."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        return moment.isoformat()
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
