"""What the floors of a session settled on proposals: how, when, under which rules."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from amana.conferences.floor.folding import stepping
from amana.conferences.models import Entry, Log
from amana.conferences.rules.floor.fold import Answer
from amana.conferences.rules.floor.state import Decision, Proposal

__all__ = ["Settled", "settled"]


@dataclass(frozen=True, slots=True)
class Settled:
    """One proposal that a floor decided on.

    `how` has outcome, method, majority, base, yes, no, abstain, voting, required (figures only
    where a vote was held), flags, rules, and `board` where the vote was by name. `draft` and
    `milestone` say which text was on the table.
    """

    proposal: str
    entry: int
    at: datetime
    how: dict[str, Any]
    draft: str
    milestone: int
    sponsors: tuple[str, ...]
    amended_by: tuple[str, ...]
    disassociated: tuple[str, ...]


def settled(log: Log) -> list[Settled]:
    """Every proposal of a log on which there is a decision, in the order of the decisions."""
    found: dict[str, tuple[Decision, Entry, Answer]] = {}
    floor = None
    for floor, row, answer in stepping(log):
        names = floor.decisions if row.do == "close_voting" else (floor.last_decision,)
        for name in names:  # a vote on the last part may decide the whole too
            taken = floor.decisions.get(name)
            if taken is not None and found.get(name, (None,))[0] is not taken:
                found[name] = (taken, row, answer)
    if floor is None:
        return []
    proposals = floor.texts.proposals
    told = [_settled(proposals[name], *how) for name, how in found.items() if name in proposals]
    return sorted(told, key=lambda each: each.entry)


def _settled(made: Proposal, decision: Decision, row: Entry, answer: Answer) -> Settled:
    how: dict[str, Any] = {
        "outcome": made.status, "method": decision.method, "flags": list(decision.flags),
        "rules": list(answer.rules),
    }  # fmt: skip
    if decision.count is not None:
        counted = decision.count
        how |= {
            "majority": counted.majority, "base": counted.base, "voting": counted.voting,
            "required": counted.required, "yes": counted.tally.yes, "no": counted.tally.no,
            "abstain": counted.tally.abstain,
        }  # fmt: skip
    if decision.answers:
        how["board"] = dict(decision.answers)
    return Settled(
        made.id, row.n, row.at, how, str(made.more.get("draft", "")),
        int(made.more.get("milestone", 0) or 0), tuple(made.sponsors), tuple(made.amended_by),
        tuple(made.disassociated),
    )  # fmt: skip
