"""The roll: who is a member that day, who may vote, who is there, and whether they are enough.

Sources: rules 67 (quorum), 29 (provisional admission), 82 (voting rights); Charter of the OIC,
articles 33 and 34. Settled points Q01 to Q03, Q10, Q49.
"""

from datetime import date

from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.shares import need

__all__ = [
    "debate_need", "decision_need", "enough_to_debate", "enough_to_decide", "entitled",
    "entitled_present", "is_entitled", "is_member", "is_present", "is_withheld", "may_vote_here",
    "member_count", "members", "present", "quorum_base", "today",
]  # fmt: skip


def today(floor: Floor) -> date | None:
    """The day of the last event, at the place of the meeting."""
    return floor.now.date() if floor.now else None


def is_member(floor: Floor, state: str) -> bool:
    """Whether a state is a member on the day."""
    if state not in floor.roll.members:
        return False
    leaves = floor.roll.leaves.get(state)
    day = today(floor) if leaves else None
    return leaves is None or day is None or day < leaves


def members(floor: Floor) -> list[str]:
    """The members on the day, in the order of the roll."""
    if not floor.roll.leaves:
        return list(floor.roll.members)
    return [state for state in floor.roll.members if is_member(floor, state)]


def member_count(floor: Floor) -> int:
    """How many members there are on the day."""
    return len(floor.roll.members) if not floor.roll.leaves else len(members(floor))


def is_withheld(floor: Floor, state: str) -> bool:
    """Whether the member's vote is withheld and no waiver holds on the day (if a day is known)."""
    if state not in floor.roll.withheld:
        return False
    if state not in floor.roll.waivers:
        return True
    since, until = floor.roll.waivers[state]
    day = today(floor)
    if day is None:
        return False
    return (since is not None and day < since) or (until is not None and day >= until)


def is_entitled(floor: Floor, state: str) -> bool:
    """Whether a member may vote: credentials that wait do not take the vote, rejected ones do."""
    return (
        is_member(floor, state)
        and not is_withheld(floor, state)
        and floor.roll.credentials.get(state) != "rejected"
    )


def entitled(floor: Floor) -> list[str]:
    """The members that may vote, in the order of the roll."""
    return [state for state in floor.roll.members if is_entitled(floor, state)]


def is_present(floor: Floor, state: str) -> bool:
    """Whether somebody of the delegation is inside."""
    return bool(floor.roll.present.get(state))


def present(floor: Floor) -> list[str]:
    """The member delegations inside, with or without a vote where the rulebook counts both."""
    roll = floor.roll
    inside = [state for state, people in roll.present.items() if people and state in roll.members]
    if roll.leaves:
        inside = [state for state in inside if is_member(floor, state)]
    if floor.rules["withheld_vote_counts_as_present"]:
        return inside
    return [state for state in inside if is_entitled(floor, state)]


def entitled_present(floor: Floor) -> int:
    """How many members with a vote are inside: the base where the rulebook counts those present."""
    inside = present(floor)
    if not (floor.roll.withheld or floor.roll.credentials):
        return len(inside)
    return sum(1 for state in inside if is_entitled(floor, state))


def may_vote_here(floor: Floor) -> set[str]:
    """The members with a vote that are inside."""
    return {state for state in present(floor) if is_entitled(floor, state)}


def quorum_base(floor: Floor) -> int:
    """The number of which the quorum is a share."""
    if floor.rules["quorum_base"] == "entitled":
        return len(entitled(floor))
    return member_count(floor)


def debate_need(floor: Floor) -> int:
    """How many must be present to open the meeting and let debate run; 0 where no share is set."""
    share = floor.rules["quorum_debate"]
    return need(share, quorum_base(floor)) if share else 0


def decision_need(floor: Floor) -> int:
    """How many must be present for a decision."""
    return need(floor.rules["quorum_decision"], quorum_base(floor))


def enough_to_debate(floor: Floor) -> None:
    """Refuse to open or to resume below the debate quorum."""
    here, needed = len(present(floor)), debate_need(floor)
    if here < needed:
        rules = ("quorum_debate", "quorum")
        raise OutOfOrder("floor.no-debate-quorum", rules, present=here, needed=needed)


def enough_to_decide(floor: Floor) -> None:
    """Refuse a decision without a vote below the decision quorum, unless the block was lifted."""
    here, needed = len(present(floor)), decision_need(floor)
    if here < needed and not floor.meeting.quorum_lifted:
        rules = ("quorum_decision", "quorum")
        raise OutOfOrder("floor.no-decision-quorum", rules, present=here, needed=needed)
