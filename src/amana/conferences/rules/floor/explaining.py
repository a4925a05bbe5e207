"""Explanations of vote, and what a delegation meant to vote. Rule 88; section 2.

Before or after a vote, never where the ballot is secret; a sponsor explains a vote on its own
proposal only when that was amended; who explained in committee does not explain again unless the
vote changed. After the announcement nothing changes the tally: an intention is only on record.
"""

from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor, Holder, Proposal

__all__: list[str] = []


@act("explain_vote", "member", business=True)
def explain_vote(floor: Floor, event: Event) -> tuple[str, ...]:
    """A delegation explains its vote on a question, before or after the vote."""
    name = str(event.get("on") or floor.last_decision)
    by, when = event.who, event.get("when", "after" if name in floor.decisions else "before")
    _not_secret(floor, event, name)
    proposal = floor.texts.proposals.get(name)
    if proposal is not None:
        _not_of_its_own(floor, proposal, by)
        _not_twice(floor, proposal, by)
    if when == "after" and name not in floor.decisions:
        raise OutOfOrder("floor.nothing-decided", "conduct_of_voting", question=name)
    limit = floor.rules["explanation_of_vote_s"]
    floor.speaking.holder = Holder(by, "explanation_of_vote", floor.now, limit)
    floor.record.append(f"{by} explains its vote on {name} ({when})")
    return ("conduct_of_voting", "explanation_of_vote_s")


def _not_secret(floor: Floor, event: Event, name: str) -> None:
    decision = floor.decisions.get(name)
    secret = name in floor.contests or (decision is not None and decision.method == "secret")
    if secret or event.get("method") == "secret":
        raise OutOfOrder("floor.secret-is-not-explained", "conduct_of_voting", question=name)


def _not_of_its_own(floor: Floor, proposal: Proposal, by: str) -> None:
    if by not in proposal.sponsors or floor.rules["explanation_by_sponsor"] == "always":
        return
    if not proposal.amended_by:
        raise OutOfOrder(
            "floor.sponsor-does-not-explain", ("explanation_by_sponsor", "conduct_of_voting"),
            by=by, question=proposal.id,
        )  # fmt: skip


def _not_twice(floor: Floor, proposal: Proposal, by: str) -> None:
    """Once for committee and plenary together, unless the vote changed between them."""
    before = proposal.more.get("committee")
    if not isinstance(before, dict):
        return
    explained: Any = before.get("explained") or before.get("explained_by") or ()
    votes: Any = before.get("votes") or before.get("answers") or {}
    decision = floor.decisions.get(proposal.id)
    now = decision.answers.get(by) if decision else None
    changed = now is not None and by in votes and votes[by] != now
    if by in explained and not changed:
        raise OutOfOrder(
            "floor.explained-in-committee", "conduct_of_voting", by=by, question=proposal.id
        )


@act("state_intention", "member")
def state_intention(floor: Floor, event: Event) -> tuple[str, ...]:
    """After the announcement: what a delegation meant to vote, for the record only."""
    name = str(event.get("on") or event.get("question") or floor.last_decision)
    if name not in floor.decisions:
        raise OutOfOrder("floor.nothing-decided", "conduct_of_voting", question=name)
    answer = event.get("answer") or event.get("intention") or event.get("meant") or ""
    floor.last_decision = name
    floor.record.append(f"{event.who} states that it had intended to vote {answer} on {name}")
    return ("change_after_announcement", "method")
