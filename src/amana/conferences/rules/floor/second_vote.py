"""The second vote after an equal one. Rule 95; settled points Q18 to Q20.

At a subsequent meeting only, and until so many hours after the close of the first vote, the last
second included; when they pass unused, what was put stands not adopted.
"""

from datetime import datetime, timedelta

from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.state import Decision, Floor

__all__ = ["refuse_second_vote", "second_vote_due", "second_vote_in_order"]


def second_vote_due(floor: Floor, decision: Decision) -> None:
    """Note on an equal vote that a second is due, and until when (rule 95, Q20)."""
    decision.second_vote = True
    if decision.closed is not None:
        hours = int(floor.rules["second_vote_hours"])
        decision.second_vote_until = decision.closed + timedelta(hours=hours)


def second_vote_in_order(floor: Floor, last: Decision) -> str:
    """`now`, `same_meeting` (only a later one) or `too_late` (rule 95, Q20)."""
    until = last.second_vote_until
    if until is not None and floor.now is not None and _seconds(until, floor.now) > 0:
        return "too_late"
    return "same_meeting" if last.meeting == floor.meeting.number else "now"


def _seconds(since: datetime, now: datetime) -> float:
    """From one moment to another; of two that do not both say their zone, as on the clock."""
    if (since.tzinfo is None) != (now.tzinfo is None):
        since, now = since.replace(tzinfo=None), now.replace(tzinfo=None)
    return (now - since).total_seconds()


def refuse_second_vote(floor: Floor, last: Decision) -> None:
    """Refuse a second vote at the same meeting, or later than the rulebook allows (rule 95)."""
    state = second_vote_in_order(floor, last)
    until = last.second_vote_until.isoformat() if last.second_vote_until else ""
    if state == "same_meeting":
        raise OutOfOrder("floor.second-vote-later", "tie_proposal", question=last.question)
    if state == "too_late":
        hours = int(floor.rules["second_vote_hours"])
        raise OutOfOrder(
            "floor.second-vote-too-late", "tie_proposal", question=last.question, until=until,
            hours=hours,
        )  # fmt: skip
