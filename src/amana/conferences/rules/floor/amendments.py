"""Amendments: tabled, ruled on, put to the vote before their text. Rules 80, 84, 90; Q28, Q48."""

from collections.abc import Mapping
from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.amendment_order import (
    change_in,
    imply_rejection,
    next_of,
    still_waits,
)
from amana.conferences.rules.floor.distance import Change, is_whole
from amana.conferences.rules.floor.division import refuse_undivided
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.precedence import nothing_goes_before
from amana.conferences.rules.floor.questions import Kind, Needed, kind_of, question
from amana.conferences.rules.floor.second_vote import refuse_second_vote, second_vote_due
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Amendment, Decision, Floor, Proposal
from amana.conferences.rules.floor.tabled import (
    WAITING,
    amendment,
    an_amendment_waits,
    circulated_in_time,
    circulation,
    lay,
    said_of,
    something_to_put,
    submitted,
    text_majority,
    text_of,
    undecided,
)
from amana.conferences.rules.majorities import Count, Outcome

__all__ = ["ruled_new", "take_in"]

Rules = tuple[str, ...]


# --- Tabled


@act("amend", "member", business=True, ready=something_to_put("amendments"), cites=("amendments",))
def amend(floor: Floor, event: Event) -> Rules:
    """A member moves an amendment of a proposal or of a motion."""
    of = said_of(event, "of", "on", "proposal", "question", "what", "to")
    if of in floor.texts.amendments and of not in floor.texts.proposals:
        return sub_amend(floor, event)
    if of in floor.motions:
        if floor.motions[of].status != "pending":
            raise OutOfOrder("floor.no-motion-waits", "amendments", motion=of)
    elif of in floor.texts.proposals:
        undecided(floor, floor.texts.proposals[of], "amendments")
    else:
        raise OutOfOrder("floor.question-unknown", "amendments", question=of)
    _table(floor, event, of)
    return ("amendments", "circulation")


@act(
    "sub_amend",
    "member",
    business=True,
    ready=an_amendment_waits("amendments"),
    cites=("amendments",),
)
def sub_amend(floor: Floor, event: Event) -> Rules:
    """A member amends an amendment; how many degrees are possible is the rulebook's."""
    of = said_of(event, "of", "on", "amendment", "what", "to")
    parent = amendment(floor, of)
    if parent.status not in WAITING:
        raise OutOfOrder(
            "floor.amendment-not-open", "amendments", question=of, status=parent.status
        )
    degrees = int(floor.rules["amendment_degrees"])
    if _degree(floor, parent) >= degrees:
        raise OutOfOrder(
            "floor.amended-too-deep", "amendment_degrees", question=of, degrees=degrees
        )
    _table(floor, event, of)
    return ("amendments",)


def _degree(floor: Floor, found: Amendment) -> int:
    """0 for an amendment of a text, 1 for a sub-amendment."""
    parent = floor.texts.amendments.get(found.of)
    return 0 if parent is None else 1 + _degree(floor, parent)


def _table(floor: Floor, event: Event, of: str) -> None:
    name = str(event.get("id") or f"A{floor.texts.submitted + 1}")
    if name in floor.texts.amendments or name in floor.texts.proposals:
        raise OutOfOrder("floor.id-taken", "amendments", id=name)
    change = event.get("change", event.get("text", event.get("to")))
    made = Amendment(name, of, event.who, submitted(floor), change)
    made.circulated = circulation(event.get("circulated"))
    lay(floor, made)


# --- Is it an amendment?


def ruled_new(floor: Floor, name: str, new: bool) -> Rules:
    """The chair rules whether a text is an amendment; a new proposal keeps its time (rule 91)."""
    found = amendment(floor, name)
    if new and found.status in WAITING:
        made = Proposal(name, [found.by], number=found.number, circulated=found.circulated)
        made.text = {"": found.change} if isinstance(found.change, str) else {}
        floor.texts.proposals[name] = made
        found.status = "new_proposal"
    elif not new and found.status == "new_proposal":
        floor.texts.proposals.pop(name, None)
        found.status = "tabled"
    return ("amendments", "order_of_proposals") if new else ("amendments",)


# --- Put to the vote


def _has(floor: Floor, name: str) -> bool:
    found = floor.texts.amendments.get(name)
    return found is not None and name not in floor.texts.proposals


def _needed(floor: Floor, name: str) -> Needed:
    """As the text that is amended (rule 84, Q48); an amendment of a motion as the motion."""
    text = text_of(floor, name)
    if text in floor.texts.proposals:
        needed = text_majority(floor, floor.texts.proposals[text])
        more = ("important_amendment",) if needed.rules[0] == "important" else ()
        return Needed(needed.majority, needed.base, (*more, *needed.rules))
    return kind_of(floor, text).needed(floor, text)


def _ready(floor: Floor, name: str) -> Rules:
    found = floor.texts.amendments[name]
    if found.status == "not_put":
        raise OutOfOrder("floor.implied-rejection", "amendments", question=name, because=found.why)
    text = text_of(floor, name)
    if text in floor.texts.proposals:
        undecided(floor, floor.texts.proposals[text], "amendments")
    nothing_goes_before(floor, text if text in floor.motions else name)
    _open(floor, found)
    circulated_in_time(floor, found)
    refuse_undivided(floor, name)
    first = next_of(floor, text, now=True)
    if first not in (None, name):
        raise OutOfOrder("floor.goes-first", "amendments", question=name, first=first)
    rules: Rules = ("amendments", "circulation")
    return (*rules, "tie_proposal") if name in floor.decisions else rules


def _open(floor: Floor, found: Amendment) -> None:
    """Refuse what is not to be put, and the second vote that is not due yet or no more."""
    if found.status not in WAITING:
        raise OutOfOrder(
            "floor.amendment-not-open", ("amendments", "reconsideration"), question=found.id,
            status=found.status,
        )  # fmt: skip
    last = floor.decisions.get(found.id)
    if last is not None and last.second_vote:
        refuse_second_vote(floor, last)


def _settle(floor: Floor, name: str, counted: Count, decision: Decision) -> tuple[str, Rules]:
    found = floor.texts.amendments[name]
    rules: Rules = (*_needed(floor, name).rules, "amendments")
    if counted.outcome == Outcome.SECOND_VOTE:
        second_vote_due(floor, decision)
        return counted.outcome, ("tie_proposal", *rules)
    found.status = "adopted_by_vote" if counted.carried else "not_adopted"
    if counted.carried:
        _put_in(floor, found)
        imply_rejection(floor, name)
    return found.status, (*rules, *_equal(floor, counted))


def _equal(floor: Floor, counted: Count) -> Rules:
    """The rules of an equal vote that has no second one."""
    if not counted.tally.yes == counted.tally.no > 0:
        return ()
    return ("tie_in_committee", "tie_proposal") if floor.meeting.committee else ("tie_proposal",)


question(Kind("amendment", _has, _needed, _ready, _settle, ties=True))


def _put_in(floor: Floor, found: Amendment) -> None:
    """An adopted or accepted amendment becomes part of what it amends."""
    parent = floor.texts.amendments.get(found.of)
    if parent is not None and found.of not in floor.texts.proposals:
        parent.amended = True
        return
    if found.of in floor.motions:
        floor.motions[found.of].amended = True
        return
    text = floor.texts.proposals[found.of]
    text.amended_by.append(found.id)
    change = change_in(floor, found)
    if change.kind == "delete_operative" and change.target in text.parts:
        text.parts.remove(change.target)
    elif change.kind == "add_paragraph" and change.target and change.target not in text.parts:
        text.parts.append(change.target)
    if isinstance(found.change, Mapping) and change.kind in ("replace_operative", "quantity"):
        _reword(text.text, found.change, change)


def _reword(text: dict[str, str], said: Mapping[str, Any], change: Change) -> None:
    """Only where the change gives the words: a new paragraph, or one number for another."""
    before, after = said.get("from"), said.get("to")
    if change.target not in text or after is None:
        return
    if change.kind == "replace_operative":
        text[change.target] = str(after)
    elif before is not None:
        text[change.target] = text[change.target].replace(str(before), str(after), 1)


def take_in(floor: Floor, found: Amendment, sponsors: list[str]) -> None:
    """Every sponsor accepted: the text is revised by the amendment, without a vote."""
    found.status = "accepted"
    text = floor.texts.proposals[found.of]
    text.revision += 1
    _put_in(floor, found)
    imply_rejection(floor, found.id)
    floor.record.append(f"{found.id} accepted by {', '.join(sponsors)}")


# --- Shown


@shows("amendment")
def _amendment(floor: Floor) -> dict[str, Any] | None:
    found = floor.texts.amendments.get(floor.texts.amendment)
    if found is None:
        return None
    status = found.status
    if status in WAITING and not still_waits(floor, found):
        status = "not_adopted"
    return {
        "id": found.id, "status": status, "to": found.of, "by": found.by,
        "accepted_by": list(found.accepted_by), "declined_by": list(found.declined_by),
        "suggestion": _suggestion(floor, found), "change": found.change, "why": found.why or None,
    }  # fmt: skip


def _suggestion(floor: Floor, found: Amendment) -> str:
    """What the engine suggests; the chair decides."""
    text = floor.texts.proposals.get(text_of(floor, found.of))
    parts = text.parts if text else []
    return "new_proposal" if is_whole(found.change, parts) else "amendment"
