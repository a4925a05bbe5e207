"""Ballots of an election on the floor: opened as the rule says, and one paper for each delegation.

Rules 92 to 94, the drop-out of the African Union, the consultations of 2004; Q32 to Q38, Q45. A
ballot once opened is not interrupted; nobody ever links a paper and a voter: the box knows who
dropped one, the count what stands on them.
"""

from amana.conferences.rules.elections.ballots import (
    UNRESTRICTED,
    kind_of_ballot,
)
from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.voting import may_vote
from amana.conferences.rules.floor.which_contest import (
    OPEN,
    contest_named,
    filled_apart,
    goes_on,
    rules_of,
    touching,
)
from amana.kernel.refusals import Refusal

__all__ = ["as_the_rule_says", "next_kind", "repeats"]


def _no_vote_runs(floor: Floor) -> None:
    """Ballots for several contests may be open together, but not within a vote on a text."""
    if floor.vote is not None:
        raise OutOfOrder("floor.voting-begun", "conduct_of_voting", question=floor.vote.question)


@act("open_ballot", "chair", in_vote=True, business=True, ready=_no_vote_runs)
@touching
def open_ballot(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair opens the next ballot: its number, kind and field are those that the rule gives."""
    contest = contest_named(floor, event)
    goes_on(floor, contest)
    if contest.status in OPEN:
        raise OutOfOrder("floor.ballot-runs", "conduct_of_voting", contest=contest.id)
    here, needed = len(roll.present(floor)), roll.decision_need(floor)
    if here < needed and not floor.meeting.quorum_lifted:
        raise OutOfOrder("floor.no-decision-quorum", "quorum_decision", present=here, needed=needed)
    as_the_rule_says(floor, contest, event)
    contest.kind = next_kind(floor, contest)
    contest.status, contest.box = "balloting", set()
    contest.could = roll.may_vote_here(floor)
    floor.phase = "voting"
    return rules_of(floor, contest)


def next_kind(floor: Floor, contest: Contest) -> str:
    """The kind of the ballot that comes next."""
    if contest.next is not None:
        return contest.next.kind
    if filled_apart(floor, contest) is not None:
        return UNRESTRICTED
    return kind_of_ballot(contest.number + 1, floor.rules["ballots_in_a_series"])


def as_the_rule_says(floor: Floor, contest: Contest, event: Event) -> None:
    """Refuse a ballot of another number, kind or field than the rule gives."""
    rules, after = rules_of(floor, contest), contest.next
    if after is not None and after.kind == "lots":
        raise OutOfOrder("floor.lots-are-drawn", rules, names=after.field)
    number = contest.number + 1
    said = event.get("ballot")
    numbered = (after is None or after.ballot is not None) and not repeats(contest, event)
    if said is not None and numbered and said != number:
        raise OutOfOrder("floor.ballot-number", rules, said=said, number=number)
    kind, said = next_kind(floor, contest), event.get("kind")
    if said is not None and said != kind:
        raise OutOfOrder("floor.ballot-kind", rules, said=said, kind=kind, number=number)
    if event.get("field") and after and after.field and set(event["field"]) != set(after.field):
        raise OutOfOrder("floor.ballot-field", rules, names=after.field)


def repeats(contest: Contest, event: Event) -> bool:
    """Whether the event gives the repeated ballot of a drop-out the number of the first (Q38)."""
    return contest.repeated and event.get("ballot") == contest.number


@act("drop_paper", "member", in_vote=True)
@touching
def drop_paper(floor: Floor, event: Event) -> tuple[str, ...]:
    """Delegations put one paper each into the box. What is on a paper is no part of the log."""
    contest = contest_named(floor, event)
    if contest.status != "balloting":
        raise OutOfOrder("floor.no-ballot-open", "elections", contest=contest.id)
    states = [delegation(name) for name in event.by]
    for state in states:
        may_vote(floor, state)
        if state in contest.box or states.count(state) > 1:
            raise OutOfOrder("floor.one-paper", ("elections", "voting_rights"), by=state)
    contest.box.update(states)
    return ("elections", "voting_rights")


@act("announce_rule", "chair")
@touching
def announce_rule(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair announces before an election what a name from outside the field does to a paper."""
    contest = contest_named(floor, event)
    rule = str(event.get("foreign_name") or event.get("rule") or event.get("value") or "")
    if rule not in ("not_counted", "spoils_paper"):
        raise OutOfOrder("floor.rule-unknown", "foreign_name", rule=rule or "?")
    for one in (contest, *contest.parts.values(), *contest.organs.values()):
        one.foreign_name = rule
    floor.record.append(f"foreign names: {rule}")
    return ("foreign_name", "elections")


@act("ballot_kind", meeting=False, in_vote=True, in_point=True)
def ballot_kind(floor: Floor, event: Event) -> tuple[str, ...]:
    """Pure arithmetic: the kind of the ballot with this number."""
    number = event.get("ballot", event.get("n"))
    try:
        floor.shown["kind"] = kind_of_ballot(int(number), floor.rules["ballots_in_a_series"])
    except (Refusal, TypeError, ValueError):
        raise OutOfOrder("election.ballot-number", "one_place", number=number) from None
    return ("one_place", "several_places")
