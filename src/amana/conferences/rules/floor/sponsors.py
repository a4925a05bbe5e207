"""Sponsors: who joins, leaves, revises, accepts, withdraws, takes over. Rules 78 and 80; section 4.

The sponsors are in order and the first leads. What changes the text or withdraws it needs every one
of them; when all have left, the proposal lapses unless a member takes it up under its own name.
Settled points Q24, Q25, Q28, Q47.
"""

from collections.abc import Iterable

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.amendment_order import of_text
from amana.conferences.rules.floor.amendments import take_in
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.motions import take_up, withdraw_motion
from amana.conferences.rules.floor.order import withdraw_appeal
from amana.conferences.rules.floor.state import Amendment, Floor, Proposal
from amana.conferences.rules.floor.tabled import (
    WAITING,
    amending,
    amendment,
    an_amendment_waits,
    circulation,
    proposal,
    said_of,
    something_open,
    something_to_put,
    undecided,
)

__all__: list[str] = []

Rules = tuple[str, ...]
OF_A_PROPOSAL = ("of", "on", "proposal", "question", "what", "id")
OF_ANYTHING = ("what", "motion", "amendment", "id", "proposal", "question", "of", "on")
OF_AN_AMENDMENT = ("amendment", "what", "id", "question", "of", "on")


# --- Joining and leaving


@act("sponsor_join", "member", ready=something_open("sponsors"), cites=("sponsors",))
def sponsor_join(floor: Floor, event: Event) -> Rules:
    """Members join the sponsors, until the vote or the adoption is announced; it is read out."""
    found = _still_sponsored(floor, event)
    joining = [name for name in _states(event) if name not in found.sponsors]
    if not joining:
        raise OutOfOrder("floor.sponsor-already", "sponsors", by=event.who, question=found.id)
    found.sponsors += joining
    floor.record.append(f"{', '.join(joining)} joined the sponsors of {found.id}")
    return ("sponsors",)


@act("sponsor_leave", "member", ready=something_open("sponsors"), cites=("sponsors",))
def sponsor_leave(floor: Floor, event: Event) -> Rules:
    """Sponsors leave; the next one leads; without any the proposal lapses."""
    found = _still_sponsored(floor, event)
    leaving = _states(event)
    _are_sponsors(found, leaving)
    found.sponsors = [name for name in found.sponsors if name not in leaving]
    floor.record.append(f"{', '.join(leaving)} left the sponsors of {found.id}")
    if not found.sponsors:
        found.was, found.status, found.why = found.status, "lapsed", "no sponsors"
        return ("sponsors", "withdrawal")
    for one in of_text(floor, found.id):
        _accepted_by_all(floor, found, one)
    return ("sponsors",)


def _still_sponsored(floor: Floor, event: Event) -> Proposal:
    found = proposal(floor, said_of(event, *OF_A_PROPOSAL, among=floor.texts.proposals))
    undecided(floor, found, "sponsors")
    if found.id in floor.announced:
        raise OutOfOrder(
            "floor.vote-announced", ("sponsors", "conduct_of_voting"), question=found.id
        )
    return found


def _states(event: Event) -> list[str]:
    return list(dict.fromkeys(delegation(name) for name in event.by))


def _are_sponsors(found: Proposal, states: Iterable[str]) -> None:
    strangers = [name for name in states if name not in found.sponsors]
    if strangers or not states:
        raise OutOfOrder("floor.not-a-sponsor", "sponsors", by=strangers, question=found.id)


def _every_sponsor(found: Proposal, states: list[str], rule: str) -> None:
    """Refuse what needs every sponsor, naming those that are missing."""
    _are_sponsors(found, states)
    missing = [name for name in found.sponsors if name not in states]
    if missing:
        raise OutOfOrder(
            "floor.every-sponsor", (rule, "sponsors"), question=found.id, missing=missing
        )


# --- Revision; amendments accepted or declined


@act("revise", "member", business=True, ready=something_open("sponsors"), cites=("sponsors",))
def revise(floor: Floor, event: Event) -> Rules:
    """Every sponsor together submits a revised text."""
    found = proposal(floor, said_of(event, *OF_A_PROPOSAL, among=floor.texts.proposals))
    undecided(floor, found, "sponsors")
    _every_sponsor(found, _states(event), "sponsors")
    if any(one.status == "adopted_by_vote" for one in of_text(floor, found.id)):
        raise OutOfOrder("floor.amended-stays", ("withdrawal", "sponsors"), question=found.id)
    again = circulation(event.get("circulated"))
    found.revision += 1
    text = event.get("text")
    if isinstance(text, dict):
        found.text |= {str(part): str(words) for part, words in text.items()}
    elif text:
        found.text = {"": str(text)}
    if "parts" in event.more:
        found.parts = [str(part) for part in event["parts"]]
    if again is not None:
        found.circulated, found.waived = again, False
    floor.record.append(f"{found.id} revised by its sponsors, revision {found.revision}")
    return ("sponsors", "circulation")


@act(
    "accept_amendment",
    "member",
    business=True,
    ready=an_amendment_waits("sponsors", "amendments"),
    cites=("sponsors", "amendments"),
)
def accept_amendment(floor: Floor, event: Event) -> Rules:
    """Sponsors accept an amendment; with all of them it needs no vote."""
    one, found = _sponsored(floor, event)
    if any(sub.status in WAITING for sub in amending(floor, one.id)):
        raise OutOfOrder("floor.sub-amended", "amendments", question=one.id)
    states = _states(event)
    one.accepted_by += [name for name in states if name not in one.accepted_by]
    one.declined_by = [name for name in one.declined_by if name not in states]
    one.status = "hostile" if one.declined_by else "tabled"
    _accepted_by_all(floor, found, one)
    return ("sponsors", "amendments")


@act(
    "decline_amendment",
    "member",
    business=True,
    ready=an_amendment_waits("sponsors", "amendments"),
    cites=("sponsors", "amendments"),
)
def decline_amendment(floor: Floor, event: Event) -> Rules:
    """A sponsor does not accept: the amendment is put to the vote as a hostile one."""
    one, _ = _sponsored(floor, event)
    states = _states(event)
    one.declined_by += [name for name in states if name not in one.declined_by]
    one.accepted_by = [name for name in one.accepted_by if name not in states]
    one.status = "hostile"
    return ("sponsors", "amendments")


def _sponsored(floor: Floor, event: Event) -> tuple[Amendment, Proposal]:
    """An amendment that waits, and the proposal whose sponsors speak."""
    one = amendment(floor, said_of(event, *OF_AN_AMENDMENT, among=floor.texts.amendments))
    if one.status not in WAITING:
        raise OutOfOrder(
            "floor.amendment-not-open", "amendments", question=one.id, status=one.status
        )
    found = proposal(floor, one.of, "amendments")
    _are_sponsors(found, _states(event))
    return one, found


def _accepted_by_all(floor: Floor, found: Proposal, one: Amendment) -> None:
    waits = one.of == found.id and one.status in WAITING
    if waits and set(found.sponsors) <= set(one.accepted_by):
        take_in(floor, one, found.sponsors)


# --- Withdrawn, taken over


def _anything(floor: Floor) -> set[str]:
    """The names of all that may be withdrawn, taken over, or freed from circulation."""
    texts = floor.texts.proposals.keys() | floor.texts.amendments.keys()
    return texts | floor.motions.keys() | floor.order.appeals.keys()


def _something_to_withdraw(floor: Floor) -> None:
    moved = any(one.status == "pending" for one in floor.motions.values())
    if not moved and not any(one.status == "pending" for one in floor.order.appeals.values()):
        something_to_put("withdrawal")(floor)


def _something_was_withdrawn(floor: Floor) -> None:
    said = [one.status for one in floor.texts.proposals.values()]
    said += [one.status for one in floor.texts.amendments.values()]
    said += [one.status for one in floor.motions.values()]
    if not {"withdrawn", "lapsed"} & set(said):
        name = floor.texts.proposal or "?"
        raise OutOfOrder("floor.not-withdrawn", "withdrawal", question=name)


@act("withdraw", "member", business=True, ready=_something_to_withdraw, cites=("withdrawal",))
def withdraw(floor: Floor, event: Event) -> Rules:
    """The mover withdraws a motion, an appeal, an amendment; every sponsor a proposal."""
    name = said_of(event, *OF_ANYTHING, among=_anything(floor))
    if name in floor.motions:
        return withdraw_motion(floor, event, name)
    if name in floor.order.appeals:
        return withdraw_appeal(floor, event, name)
    if name in floor.texts.amendments and name not in floor.texts.proposals:
        return _withdraw_amendment(floor, event, floor.texts.amendments[name])
    found = proposal(floor, name, "withdrawal")
    undecided(floor, found, "withdrawal")
    _every_sponsor(found, _states(event), "withdrawal")
    accepted = {one.id for one in of_text(floor, name) if one.status == "accepted"}
    if set(found.amended_by) - accepted:
        raise OutOfOrder("floor.amended-stays", "withdrawal", question=name)
    found.was, found.status = found.status, "withdrawn"
    return ("withdrawal",)


def _withdraw_amendment(floor: Floor, event: Event, one: Amendment) -> Rules:
    """Its sub-amendments fall with it."""
    if one.status not in WAITING:
        raise OutOfOrder(
            "floor.amendment-not-open", "withdrawal", question=one.id, status=one.status
        )
    if one.by != event.who:
        raise OutOfOrder("floor.not-the-mover", "withdrawal", by=event.who, mover=one.by)
    if one.amended:
        raise OutOfOrder("floor.amended-stays", "withdrawal", question=one.id)
    one.status = "withdrawn"
    for sub in amending(floor, one.id):
        if sub.status in WAITING:
            sub.status, sub.why = "lapsed", one.id
    return ("withdrawal", "amendments")


@act("take_over", "member", business=True, ready=_something_was_withdrawn, cites=("withdrawal",))
def take_over(floor: Floor, event: Event) -> Rules:
    """Any member takes up what was withdrawn or lapsed, under its own name and with its time."""
    name = said_of(event, *OF_ANYTHING, among=_anything(floor))
    if name in floor.motions:
        return take_up(floor, event, name)
    if name in floor.texts.amendments and name not in floor.texts.proposals:
        return _take_over_amendment(floor, event, floor.texts.amendments[name])
    found = proposal(floor, name, "withdrawal")
    if found.status not in ("withdrawn", "lapsed"):
        raise OutOfOrder("floor.not-withdrawn", "withdrawal", question=name)
    found.was, found.status, found.why = found.status, "tabled", ""
    found.sponsors = _states(event)
    return ("withdrawal", "sponsors")


def _take_over_amendment(floor: Floor, event: Event, one: Amendment) -> Rules:
    if one.status not in ("withdrawn", "lapsed"):
        raise OutOfOrder("floor.not-withdrawn", "withdrawal", question=one.id)
    if one.of in floor.texts.proposals:
        undecided(floor, floor.texts.proposals[one.of], "withdrawal", "amendments")
    one.status, one.by, one.why = "tabled", event.who, ""
    one.accepted_by, one.declined_by = [], []
    return ("withdrawal", "amendments")


# --- Circulation


@act("waive_circulation", "chair", ready=something_to_put("circulation"), cites=("circulation",))
def waive_circulation(floor: Floor, event: Event) -> Rules:
    """The chair waives for amendments and motions; for a proposal only the organ does (Q23).

    `decision` names what the organ decided: a motion that carried.
    """
    name = said_of(event, *OF_ANYTHING, among=_anything(floor))
    if name in floor.motions:
        floor.record.append(f"circulation of {name} waived by the chair")
        return ("circulation",)
    one = floor.texts.amendments.get(name)
    if one is not None and name not in floor.texts.proposals:
        one.waived = True
        floor.record.append(f"circulation of {name} waived by the chair")
        return ("circulation",)
    found = proposal(floor, name, "circulation")
    decided = floor.decisions.get(str(event.get("decision", "")))
    if decided is None or not decided.carried:
        raise OutOfOrder("floor.waiver-is-the-organs", "circulation", question=name)
    found.waived = True
    floor.record.append(f"circulation of {name} waived by the organ, {decided.question}")
    return ("circulation",)
