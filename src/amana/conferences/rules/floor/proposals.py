"""Proposals put to the vote: circulation, financial statement, order, second vote, reconsideration.

Rules 78, 81, 91, 95, 153; settled points Q07, Q18 to Q20, Q23, Q26, Q39, Q40.
"""

from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.amendment_order import (
    ORDER_OF_AMENDMENTS,
    imply_rejection,
    next_of,
    of_text,
)
from amana.conferences.rules.floor.amendments import ruled_new
from amana.conferences.rules.floor.division import refuse_undivided, undo
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.order import overruled, ruled
from amana.conferences.rules.floor.precedence import nothing_goes_before
from amana.conferences.rules.floor.questions import Kind, Needed, question
from amana.conferences.rules.floor.second_vote import (
    refuse_second_vote,
    second_vote_due,
    second_vote_in_order,
)
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Decision, Floor, Proposal, Ruling
from amana.conferences.rules.floor.tabled import (
    UNDECIDED,
    circulated_in_time,
    new_proposal,
    proposal,
    said_of,
    something_open,
    submitted,
    text_majority,
    undecided,
)
from amana.conferences.rules.majorities import Count, Outcome

__all__ = ["may_be_put", "set_aside", "status_of"]

Rules = tuple[str, ...]
GONE = frozenset({"withdrawn", "lapsed"})
RESTS = frozenset({"no_action", "not_put", "deferred"})


# --- Made, costed, deferred


@act("propose", "member", business=True, cites=("circulation",))
def propose(floor: Floor, event: Event) -> Rules:
    """Members submit a proposal; it is circulated that day unless the event says when."""
    sponsors = [delegation(name) for name in (event.get("sponsors") or event.by)]
    name = str(event.get("id") or f"P{len(floor.texts.proposals) + 1}")
    if name in floor.texts.proposals or name in floor.texts.amendments:
        raise OutOfOrder("floor.id-taken", "circulation", id=name)
    if not sponsors:
        raise OutOfOrder("floor.no-sponsor", "sponsors", question=name)
    made = new_proposal(floor, name, list(dict.fromkeys(sponsors)), event.more)
    if made.circulated is None and event.at is not None:
        made.circulated = {"": event.at}
    made.number = submitted(floor)
    floor.texts.proposals[name] = made
    return ("circulation", "sponsors")


@act(
    "circulate_financial_statement",
    "secretariat",
    "chair",
    ready=something_open("financial_statement"),
    cites=("financial_statement",),
)
def circulate_financial_statement(floor: Floor, event: Event) -> Rules:
    """The Secretariat circulates what a proposal would cost."""
    found = proposal(floor, said_of(event, among=floor.texts.proposals))
    found.expenditure = found.financial_statement = True
    return ("financial_statement",)


@act(
    "defer", "member", "chair", business=True, ready=something_open("deferral"), cites=("deferral",)
)
def defer(floor: Floor, event: Event) -> Rules:
    """The decision on a proposal is put off; `put_again` takes it up."""
    found = proposal(floor, said_of(event, among=floor.texts.proposals))
    undecided(floor, found, "deferral")
    _no_second_vote_waits(floor, found)
    found.was, found.status = found.status, "deferred"
    found.why = str(event.get("until") or event.get("why") or "")
    return ("deferral", "order_of_proposals")


def _no_second_vote_waits(floor: Floor, found: Proposal) -> None:
    last = floor.decisions.get(found.id)
    if last is not None and last.second_vote:
        raise OutOfOrder("floor.second-vote-waits", "tie_proposal", question=found.id)


def _something_was_decided(floor: Floor) -> None:
    again = any(found.status != "tabled" for found in floor.texts.proposals.values())
    if not again and not any(last.second_vote for last in floor.decisions.values()):
        raise OutOfOrder("floor.nothing-to-put", ("reconsideration", "tie_proposal"))


@act(
    "put_again",
    "chair",
    "member",
    business=True,
    ready=_something_was_decided,
    cites=("reconsideration",),
)
def put_again(floor: Floor, event: Event) -> Rules:
    """A proposal once decided is put once more: after a reconsideration, after an equal vote, when
    it was deferred, or in another session."""
    name = said_of(event)
    last = floor.decisions.get(name)
    if last is not None and last.second_vote:
        refuse_second_vote(floor, last)
        return ("tie_proposal",)
    found = proposal(floor, name, "reconsideration")
    if found.status == "under_reconsideration":
        return ("reconsideration",)
    if found.status == "deferred" or (not found.this_session and found.status not in GONE):
        found.was, found.status, found.this_session = found.status, "tabled", True
        return ("deferral", "reconsideration")
    _open(floor, found)
    return ("order_of_proposals",)


# --- What stands between a proposal and its decision


def may_be_put(floor: Floor, name: str) -> Rules:
    """Refuse what cannot be decided yet, by consensus or by vote; the rules that it passed."""
    found = floor.texts.proposals[name]
    rules = _open(floor, found)
    nothing_goes_before(floor, name)
    if floor.meeting.item_status == "debate_adjourned":
        raise OutOfOrder("floor.debate-is-adjourned", "resume_debate", question=name)
    circulated_in_time(floor, found)
    _costed(floor, found)
    first = next_of(floor, name)
    if first is not None:
        raise OutOfOrder("floor.goes-first", "amendments", question=name, first=first)
    refuse_undivided(floor, name)
    return (*rules, "circulation")


def _open(floor: Floor, found: Proposal) -> Rules:
    """Refuse a decided proposal, unless a second vote or another session opens it again."""
    last = floor.decisions.get(found.id)
    if last is not None and last.second_vote:
        refuse_second_vote(floor, last)
        return ("tie_proposal",)
    if found.same_as:
        decided = floor.texts.proposals[found.same_as]
        if decided.status not in UNDECIDED:
            raise OutOfOrder(
                "floor.same-text", "reconsideration", question=found.id, same_as=found.same_as
            )
    if found.status == "under_reconsideration":
        return ("reconsideration",)
    if found.status in UNDECIDED or (not found.this_session and found.status not in GONE):
        return ()
    if found.status in GONE:
        rules = ("withdrawal", "sponsors")
        raise OutOfOrder("floor.proposal-not-open", rules, question=found.id, status=found.status)
    if found.status in RESTS:
        raise OutOfOrder(
            "floor.proposal-rests", _resting(found), question=found.id, status=found.status
        )
    divided = ("division",) if found.id in floor.texts.divisions else ()
    raise OutOfOrder(
        "floor.needs-reconsideration", ("reconsideration", *divided), question=found.id,
        status=found.status,
    )  # fmt: skip


def _resting(found: Proposal) -> Rules:
    """The rule under which a proposal is not put."""
    if found.status == "no_action":
        return ("adjourn_debate", "resume_debate")
    return ("deferral",) if found.status == "deferred" else ("order_of_proposals", "competence")


def _costed(floor: Floor, found: Proposal) -> None:
    """Refuse a vote on expenditure before its statement, unless the organ decided otherwise."""
    asked = floor.rules["financial_statement"] and found.expenditure
    if asked and not found.financial_statement and not found.statement_waived:
        raise OutOfOrder("floor.no-financial-statement", "financial_statement", question=found.id)


def _consensus_failed(floor: Floor, found: Proposal) -> None:
    """Refuse a vote where consensus comes first and nobody objected to it yet (Q07)."""
    if not floor.rules["consensus_first"] or (found.consensus_asked and found.objected):
        return
    raise OutOfOrder("floor.consensus-first", "consensus_first", question=found.id)


def ordered(floor: Floor) -> list[Proposal]:
    """The open proposals in the order in which they are put: as decided, else as submitted."""
    texts = floor.texts
    chosen = {name: place for place, name in enumerate(texts.order_of_proposals)}
    every = [found for found in texts.proposals.values() if found.status in UNDECIDED]
    return sorted(every, key=lambda found: (chosen.get(found.id, len(chosen)), found.number))


def _in_turn(floor: Floor, name: str) -> None:
    """Refuse a proposal while an earlier one could be put (rule 91)."""
    item = floor.texts.proposals[name].more.get("item")
    for found in ordered(floor):
        if found.id == name:
            return
        if found.more.get("item") == item and _could_be_put(floor, found):
            raise OutOfOrder(
                "floor.goes-first", "order_of_proposals", question=name, first=found.id
            )


def _could_be_put(floor: Floor, found: Proposal) -> bool:
    """Whether it holds up those after it: one that waits for another day does not."""
    try:
        _open(floor, found)
        circulated_in_time(floor, found)
        _costed(floor, found)
    except OutOfOrder:
        return False
    return True


# --- The vote


def _has(floor: Floor, name: str) -> bool:
    return name in floor.texts.proposals


def _needed(floor: Floor, name: str) -> Needed:
    return text_majority(floor, floor.texts.proposals[name])


def _ready(floor: Floor, name: str) -> Rules:
    rules = may_be_put(floor, name)
    _consensus_failed(floor, floor.texts.proposals[name])
    _in_turn(floor, name)
    return (*rules, "order_of_proposals")


def _settle(floor: Floor, name: str, counted: Count, decision: Decision) -> tuple[str, Rules]:
    found = floor.texts.proposals[name]
    rules = (*_needed(floor, name).rules, *_history(floor, found))
    equal = counted.tally.yes == counted.tally.no > 0
    if counted.outcome == Outcome.SECOND_VOTE:
        second_vote_due(floor, decision)
        return counted.outcome, ("tie_proposal", *rules)
    if found.status not in UNDECIDED:
        found.was, found.this_session = found.status, True
    found.status = "adopted_by_vote" if counted.carried else "not_adopted"
    if counted.carried:
        imply_rejection(floor, name)
    if equal:
        rules = (*rules, *(["tie_in_committee"] if floor.meeting.committee else []), "tie_proposal")
    return found.status, rules


def _history(floor: Floor, found: Proposal) -> Rules:
    """The rules under which the text came to its vote."""
    rules = []
    if of_text(floor, found.id) or found.amended_by:
        rules.append("amendments")
    if found.id in floor.texts.divisions:
        rules.append("division")
    if found.status == "under_reconsideration":
        rules.append("reconsideration")
    return tuple(rules)


question(Kind("proposal", _has, _needed, _ready, _settle, ties=True))


# --- Set aside, ruled on


def set_aside(floor: Floor, name: str) -> None:
    """Reconsideration carried: the decision falls; debate, amendments and the vote are open (Q39).

    `name` is a proposal, or an amendment or a part of one that is still open.
    """
    floor.announced.discard(name)
    floor.asked.pop(name, None)
    found = floor.texts.proposals.get(name)
    if found is not None:
        found.was, found.status = found.status, "under_reconsideration"
        undo(floor, name)
        floor.meeting.item_status = "open"
    elif name in floor.texts.amendments:
        _reopen_amendment(floor, name)
    else:
        _reopen_part(floor, name)


def _reopen_amendment(floor: Floor, name: str) -> None:
    amended = floor.texts.amendments[name]
    amended.status = "tabled"
    text = floor.texts.proposals.get(amended.of)
    if text is not None and name in text.amended_by:
        text.amended_by.remove(name)
    floor.decisions.pop(name, None)
    for other in floor.texts.amendments.values():
        if other.status == "not_put" and other.why == name:
            other.status, other.why = "tabled", ""


def _reopen_part(floor: Floor, name: str) -> None:
    of, _, part = name.partition("/")
    division, text = floor.texts.divisions.get(of), floor.texts.proposals.get(of)
    if division is None or text is None:
        return
    division["votes"].pop(part, None)
    floor.decisions.pop(name, None)
    text.parts = [one for one in division["text"] if one == part or one in text.parts]


@ruled
def _ruled(floor: Floor, event: Event, ruling: Ruling) -> Rules:
    """What a ruling of the chair on a text changes: whether an amendment is one, whether a new
    proposal is a text already decided."""
    said = ruling.ruling.lower().replace("_", " ")
    negated = bool({"not", "no"} & set(said.split()))
    if ruling.on in floor.texts.amendments:
        amends = "amendment" in said
        new = "new" in said.split() or (negated if amends else "proposal" in said)
        return ruled_new(floor, ruling.on, new)
    found = floor.texts.proposals.get(ruling.on)
    if found is None or "same" not in said.split():
        return ()
    found.same_as = "" if negated else _decided_text(floor, found, ruling.ruling)
    return ("reconsideration",)


def _decided_text(floor: Floor, found: Proposal, ruling: str) -> str:
    """The decided proposal that a ruling names; else the last one that was decided."""
    others = [one for one in floor.texts.proposals.values() if one.id != found.id]
    named = [
        one.id for one in others if one.id in ruling.replace(".", " ").replace(",", " ").split()
    ]
    decided = [one.id for one in others if one.status not in UNDECIDED | GONE]
    return (named or decided[-1:] or [""])[0]


@overruled
def _overruled(floor: Floor, ruling: Ruling) -> None:
    """The organ overruled a ruling on a text: the contrary holds."""
    name = ruling.on
    if ruling.about == ORDER_OF_AMENDMENTS:
        floor.texts.decided_order.pop(name, None)
    elif name in floor.texts.amendments:
        ruled_new(floor, name, floor.texts.amendments[name].status != "new_proposal")
    elif name in floor.texts.proposals and "same" in ruling.ruling.lower().split():
        found = floor.texts.proposals[name]
        found.same_as = "" if found.same_as else _decided_text(floor, found, ruling.ruling)


# --- Shown


def status_of(floor: Floor, found: Proposal) -> str:
    """The status; after an equal vote not adopted, once the time of the second vote has passed."""
    last = floor.decisions.get(found.id)
    late = last is not None and last.second_vote and second_vote_in_order(floor, last) == "too_late"
    return "not_adopted" if late else found.status


@shows("proposal")
def _proposal(floor: Floor) -> dict[str, Any] | None:
    found = floor.texts.proposals.get(floor.texts.proposal)
    if found is None:
        return None
    return {
        "id": found.id, "status": status_of(floor, found), "sponsors": list(found.sponsors),
        "lead": found.sponsors[0] if found.sponsors else None, "parts": list(found.parts),
        "amended_by": list(found.amended_by), "text": _text(found),
        "disassociated": list(found.disassociated), "revision": found.revision,
        "was": found.was or None, "why": found.why or None,
    }  # fmt: skip


def _text(found: Proposal) -> Any:
    """The words part by part, or whole where they were given so."""
    return found.text[""] if list(found.text) == [""] else dict(found.text)


@shows("order_of_proposals")
def _order(floor: Floor) -> list[str]:
    return [found.id for found in ordered(floor)]
