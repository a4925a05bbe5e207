"""The texts and decisions that stand before the first event.

A proposal that is given was circulated in time, costs nothing and takes the ordinary majority;
where consensus comes first, it was asked and a member objected; unless the record says otherwise.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from amana.conferences.rules.floor.credentials import as_decided
from amana.conferences.rules.floor.events import delegation, spread
from amana.conferences.rules.floor.given import reads
from amana.conferences.rules.floor.second_vote import second_vote_due
from amana.conferences.rules.floor.state import Amendment, Decision, Floor, Proposal
from amana.conferences.rules.floor.tabled import (
    UNDECIDED,
    circulation,
    lay,
    moment,
    new_proposal,
    submitted,
    text_majority,
)
from amana.conferences.rules.majorities import Tally, count

__all__: list[str] = []

WHEN = ("closed", "closed_at", "at", "when", "time")


@reads("working_languages")
def _languages(floor: Floor, said: Any) -> None:
    floor.meeting.working_languages = tuple(said)


@reads("proposals")
def _proposals(floor: Floor, said: Any) -> None:
    for record in said:
        _given_proposal(floor, record)


def _given_proposal(floor: Floor, said: Mapping[str, Any]) -> None:
    sponsors = _states(said.get("sponsors", said.get("by", ())))
    made = new_proposal(floor, str(said["id"]), sponsors, said)
    made.status = str(said.get("status", "tabled"))
    made.revision = int(said.get("revision", 0))
    made.amended_by = list(said.get("amended_by", ()))
    made.disassociated = _states(said.get("disassociated", ()))
    made.this_session = bool(said.get("this_session", True))
    made.waived = bool(said.get("waived"))
    made.was, made.why = str(said.get("was", "")), str(said.get("why", ""))
    asked = said.get("consensus_asked", said.get("consensus", True))
    made.consensus_asked = asked is True or asked in ("asked", "objected")
    made.objected = _states(said.get("objected", [""] if made.consensus_asked else ()))
    made.number = submitted(floor)
    floor.texts.proposals[made.id] = made
    floor.texts.proposal = made.id
    if "first_vote" in said:
        _first_vote(floor, made, said["first_vote"])
    elif made.status not in UNDECIDED:
        _decided(floor, made.id, made.status, said)


def _states(said: Any) -> list[str]:
    names: Iterable[str] = [said] if isinstance(said, str) else (said or ())
    return [delegation(name) for name in spread(names)]


def _first_vote(floor: Floor, made: Proposal, said: Any) -> None:
    """A first vote that was equal: the second is due at this meeting, or a later one."""
    record: Mapping[str, Any] = said if isinstance(said, Mapping) else {"closed": said}
    _decided(floor, made.id, "tie_second_vote", record)
    if made.status not in UNDECIDED:
        made.status = "tabled"
    second_vote_due(floor, floor.decisions[made.id])


def _decided(floor: Floor, name: str, outcome: str, said: Mapping[str, Any]) -> None:
    """Put a decision that was taken before on record; the last one given is the last one taken."""
    decision = Decision(name, outcome, flags=list(said.get("flags", ())))
    closed = next((said[name] for name in WHEN if said.get(name) is not None), None)
    decision.closed = moment(closed) if closed is not None else None
    decision.meeting = said["meeting"] if isinstance(said.get("meeting"), int) else 0
    if said.get("meeting") in ("this", "same"):
        decision.meeting = floor.meeting.number
    decision.method = str(said.get("method", ""))
    decision.void, decision.by = bool(said.get("void")), str(said.get("by") or "")
    decision.answers = dict(said.get("answers", said.get("board", {})))
    tally = said.get("tally", said if "yes" in said else None)
    found = floor.texts.proposals.get(name)
    if tally is not None:
        votes = Tally(*(int(tally.get(answer, 0)) for answer in ("yes", "no", "abstain")))
        needed = text_majority(floor, found or Proposal(name, []))
        base = "yes_no" if needed.base == "present" else needed.base
        members = len(floor.roll.members) or None
        decision.count = count(votes, needed.majority, floor.rules, base=base, members=members)
    decision.carried = outcome.startswith(("adopted", "carried", "part_adopted"))
    floor.decisions[name] = decision
    floor.last_decision = name


@reads("decisions")
def _decisions(floor: Floor, said: Any) -> None:
    for record in said:
        name = str(record.get("question") or record.get("on") or record["id"])
        outcome = str(record.get("outcome", record.get("status", "")))
        _decided(floor, name, outcome, record)
        as_decided(floor, record)
        found = floor.texts.proposals.get(name)
        if found is not None and outcome and outcome != "tie_second_vote":
            found.status = outcome
        elif outcome == "tie_second_vote" or record.get("second_vote"):
            second_vote_due(floor, floor.decisions[name])


@reads("amendments")
def _amendments(floor: Floor, said: Any) -> None:
    for record in said:
        by = record.get("by", "")
        made = Amendment(
            str(record["id"]), str(record["of"]), by if isinstance(by, str) else by[0],
            submitted(floor), record.get("change", record.get("text")),
            str(record.get("status", "tabled")), circulation(record.get("circulated")),
            bool(record.get("waived")), list(record.get("accepted_by", ())),
        )  # fmt: skip
        made.declined_by = list(record.get("declined_by", ()))
        made.why = str(record.get("why", ""))
        lay(floor, made)
