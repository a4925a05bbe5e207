"""Consensus: asked, objected to, gavelled; disassociation. Charter of the OIC 33(2); Q07, Q43.

One stated objection sends the proposal to the vote. A member without a vote and an observer cannot
break a consensus; a delegation seated provisionally can. Disassociation leaves it adopted.
"""

from typing import Any

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.amendment_order import imply_rejection
from amana.conferences.rules.floor.consents import CONSENTS, Consent, ask, consent
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.precedence import nothing_goes_before
from amana.conferences.rules.floor.proposals import may_be_put
from amana.conferences.rules.floor.questions import kind_of
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Decision, Floor, Proposal
from amana.conferences.rules.floor.voting import decide, quorum_for

__all__: list[str] = []


@act("ask_consensus", "chair", business=True)
def ask_consensus(floor: Floor, event: Event) -> tuple[str, ...]:
    """*May I take it that … wishes to adopt …?*"""
    on = event.get("on") or event.get("question") or event.get("proposal")
    proposal = _proposal(floor, on)
    quorum_for(floor, kind_of(floor, proposal.id), proposal.id)
    nothing_goes_before(floor, proposal.id)
    may_be_put(floor, proposal.id)
    proposal.consensus_asked = True
    proposal.objected.clear()
    ask(floor, "consensus", on=proposal.id)
    return ("consensus_first",)


def _proposal(floor: Floor, on: Any) -> Proposal:
    proposal = floor.texts.proposals.get(str(on))
    if proposal is None:
        raise OutOfOrder("floor.question-unknown", "consensus_first", question=on)
    return proposal


def _adopted(floor: Floor, asked: dict[str, Any]) -> tuple[str, ...]:
    proposal = floor.texts.proposals[asked["on"]]
    flags = _flags(floor, proposal.id)
    proposal.status = "adopted_without_vote"
    imply_rejection(floor, proposal.id)
    decide(
        floor,
        Decision(
            proposal.id, proposal.status, True, closed=floor.now, meeting=floor.meeting.number,
            flags=flags,
        ),
    )  # fmt: skip
    return ("consensus_first",)


def _flags(floor: Floor, name: str) -> list[str]:
    return quorum_for(floor, kind_of(floor, name), name)


def _to_the_vote(floor: Floor, asked: dict[str, Any], by: str) -> tuple[str, ...]:
    floor.texts.proposals[asked["on"]].objected.append(by)
    floor.phase = "ready_to_vote"
    return ("consensus_first", "default_majority")


def _may_break(floor: Floor, by: str) -> None:
    """Who has no vote cannot break a consensus (Q43)."""
    if roll.is_withheld(floor, by) or not roll.is_entitled(floor, by):
        raise OutOfOrder(
            "floor.cannot-break-consensus", ("withheld_vote", "consensus_first"), by=by
        )


consent(Consent("consensus", _adopted, _to_the_vote, ("consensus", "adoption"), _may_break))


def _something_asked(floor: Floor) -> None:
    if floor.consent is None:
        raise OutOfOrder("floor.no-consent-asked", "consensus_first", to="")


def _can_be_objected(floor: Floor) -> None:
    if not floor.contests:
        _something_asked(floor)


@act("object", "member", "seated", ready=_can_be_objected)
def object_(floor: Floor, event: Event) -> tuple[str, ...]:
    """A delegation objects to what the chair asked consent to, or to a consensus not yet asked."""
    asked, to = floor.consent, str(event.get("to", ""))
    by = event.who
    if asked is None and "acclam" in to.lower() and floor.contests:
        name = str(event.get("contest") or floor.last_contest or next(iter(floor.contests)))
        asked = {"kind": "acclamation", "on": name}
    if asked is None or not _names(asked, to):
        raise OutOfOrder("floor.no-consent-asked", "consensus_first", to=to)
    if by in floor.roll.observers:
        raise OutOfOrder(
            "floor.observer", ("voting_rights", "consensus_first"), act="object", by=by
        )
    matter = CONSENTS[asked["kind"]]
    if matter.who_objects is not None:
        matter.who_objects(floor, by)
    floor.consent = None
    floor.phase = None
    return matter.objected(floor, asked, by)


def _names(asked: dict[str, Any], to: str) -> bool:
    """Whether `to` names what was asked: nothing, the matter, or what it concerns."""
    said = to.lower()
    if not said or said == asked["kind"] or str(asked.get("on", "")).lower() in said.split():
        return True
    return any(word in said for word in CONSENTS[asked["kind"]].words)


@act("ask_objection", "chair")
def ask_objection(floor: Floor, event: Event) -> tuple[str, ...]:
    """*Is there any objection? I hear none.* What was asked is granted."""
    to = str(event.get("to", event.get("on", "")))
    if floor.consent is None and to in floor.texts.proposals:
        ask_consensus(floor, Event(event.n, "ask_consensus", event.by, event.at, {"on": to}))
    return _granted(floor, to)


@act("gavel", "chair", business=True, ready=_something_asked)
def gavel(floor: Floor, event: Event) -> tuple[str, ...]:
    """*It is so decided.*"""
    return _granted(floor, str(event.get("on", event.get("to", ""))))


def _granted(floor: Floor, to: str) -> tuple[str, ...]:
    asked = floor.consent
    if asked is None or not _names(asked, to):
        raise OutOfOrder("floor.no-consent-asked", "consensus_first", to=to)
    rules = CONSENTS[asked["kind"]].granted(floor, asked)
    floor.consent = None
    if floor.phase == "consent_asked":
        floor.phase = None
    return rules


@act("disassociate", "member")
def disassociate(floor: Floor, event: Event) -> tuple[str, ...]:
    """A delegation disassociates itself from a consensus; the decision stands."""
    on = event.get("from") or event.get("on") or floor.last_decision
    proposal = _proposal(floor, on)
    if proposal.status != "adopted_without_vote":
        rules = ("consensus_first", "disassociation")
        raise OutOfOrder("floor.nothing-to-leave", rules, question=on)
    if event.who not in proposal.disassociated:
        proposal.disassociated.append(event.who)
    floor.record.append(f"{event.who} disassociates itself from {on}")
    return ("consensus_first", "disassociation")


@shows("phase")
def _phase(floor: Floor) -> str | None:
    return floor.phase
