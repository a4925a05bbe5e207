"""The order of amendments and what the adoption of one implies. Rule 90; Q27 to Q29.

The engine proposes the order by distance (`distance`), the chair decides, and both stay on record.
When the adoption of one implies the rejection of another, the other is not put; the chair says so.
"""

from itertools import combinations
from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.distance import Change, change_of, overlap
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.second_vote import second_vote_in_order
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Amendment, Floor, Ruling
from amana.conferences.rules.floor.tabled import (
    UNDECIDED,
    WAITING,
    amending,
    amendment,
    an_amendment_waits,
    text_of,
)

__all__ = [
    "ORDER_OF_AMENDMENTS",
    "change_in",
    "imply_rejection",
    "next_of",
    "of_text",
    "still_waits",
]

Rules = tuple[str, ...]
ORDER_OF_AMENDMENTS = "order of amendments"
NEVER_PUT = frozenset({"withdrawn", "lapsed", "accepted", "new_proposal"})
IMPLIES, COMPATIBLE = "implies_rejection_of", "compatible_with"


# --- The order


def of_text(floor: Floor, name: str) -> list[Amendment]:
    """The amendments of a proposal or a motion with their sub-amendments, as submitted."""
    found: list[Amendment] = []
    for one in amending(floor, name):
        found.append(one)
        if one.status != "new_proposal":
            found += of_text(floor, one.id)
    return found


def still_waits(floor: Floor, found: Amendment) -> bool:
    """Whether an amendment is still to be put; after an equal vote, as long as a second is due."""
    if found.status not in WAITING:
        return False
    last = floor.decisions.get(found.id)
    return not (last and last.second_vote and second_vote_in_order(floor, last) == "too_late")


def change_in(floor: Floor, found: Amendment) -> Change:
    """What an amendment changes, read against the text."""
    text = floor.texts.proposals.get(text_of(floor, found.of))
    return change_of(found.change, text.text if text else {})


def proposed_order(floor: Floor, name: str) -> list[str]:
    """The furthest removed first, equals as submitted, each sub-amendment before its amendment."""
    kinds = list(floor.rules["amendment_distance"])
    every = [one for one in of_text(floor, name) if one.status not in NEVER_PUT]
    ranked = sorted(every, key=lambda one: (change_in(floor, one).rank(kinds), one.number))
    order: list[str] = []
    for one in ranked:
        if one.of not in floor.texts.amendments:
            _with_subs(one, ranked, order)
    return order


def _with_subs(one: Amendment, ranked: list[Amendment], order: list[str]) -> None:
    for other in ranked:
        if other.of == one.id:
            _with_subs(other, ranked, order)
    order.append(one.id)


def order_of(floor: Floor, name: str) -> list[str]:
    """The order in force: the chair's; what came later goes where the engine proposes it."""
    proposed = proposed_order(floor, name)
    decided = [one for one in floor.texts.decided_order.get(name, ()) if one in proposed]
    if not decided:
        return proposed
    for place, one in enumerate(proposed):
        if one not in decided:
            later = [other for other in proposed[place + 1 :] if other in decided]
            decided.insert(decided.index(later[0]) if later else len(decided), one)
    return decided


def next_of(floor: Floor, name: str, now: bool = False) -> str | None:
    """The amendment of a proposal or motion that is put next; `now`, that can be put today."""
    if name not in floor.texts.amending:
        return None
    for one in order_of(floor, name):
        waits = still_waits(floor, floor.texts.amendments[one])
        if waits and not (now and _waits_for_a_meeting(floor, one)):
            return one
    return None


def _waits_for_a_meeting(floor: Floor, name: str) -> bool:
    """Whether a second vote is due, at a later meeting only."""
    last = floor.decisions.get(name)
    return last is not None and last.second_vote and second_vote_in_order(floor, last) != "now"


def _may_be_ordered(floor: Floor) -> None:
    """There is an amendment that waits, or more than one proposal."""
    if len(floor.texts.proposals) < 2:
        an_amendment_waits("amendments", "order_of_proposals")(floor)


@act(
    "decide_order",
    "chair",
    ready=_may_be_ordered,
    cites=("amendments", "order_of_proposals"),
)
def decide_order(floor: Floor, event: Event) -> Rules:
    """The chair decides the order of the amendments of a text; a ruling that may be appealed."""
    order = [str(one) for one in event["order"]]
    if order and all(one in floor.texts.proposals for one in order):
        raise OutOfOrder("floor.order-is-the-organs", "order_of_proposals", order=order)
    for one in order:
        amendment(floor, one)
    if not order:
        raise OutOfOrder("floor.order-incomplete", "amendments", missing=[], order=[])
    text = text_of(floor, order[0])
    every = [one.id for one in of_text(floor, text) if one.status in WAITING]
    if sorted(every) != sorted(order):
        missing = sorted(set(every) ^ set(order)) or order
        raise OutOfOrder("floor.order-incomplete", "amendments", missing=missing, order=order)
    for one in order:
        of = floor.texts.amendments[one].of
        if of in order and order.index(of) < order.index(one):
            raise OutOfOrder("floor.sub-amendment-first", "amendments", question=of, first=one)
    proposed = proposed_order(floor, text)
    floor.texts.decided_order[text] = order
    floor.order.ruling = Ruling("order of amendments", on=text, about=ORDER_OF_AMENDMENTS)
    floor.record.append(f"{text}: order of amendments proposed: {', '.join(proposed)}")
    floor.record.append(f"{text}: order of amendments decided by the chair: {', '.join(order)}")
    return ("amendments",)


# --- What the adoption of one implies


@act("confirm_consequences", "chair", ready=_may_be_ordered, cites=("amendments",))
def confirm_consequences(floor: Floor, event: Event) -> Rules:
    """The chair labels pairs: the first implies the rejection of the second, or they agree."""
    labels = {str(a): _labels(said) for a, said in dict(event["consequences"]).items()}
    known = floor.texts.amendments.keys() | floor.texts.proposals.keys()
    for one, others in labels.items():
        for name in (one, *others):
            if name not in known:
                raise OutOfOrder("floor.question-unknown", "amendments", question=name)
    for one, others in labels.items():
        floor.texts.consequences.setdefault(one, {}).update(others)
    return ("amendments",)


def _labels(said: Any) -> dict[str, str]:
    """`{implies_rejection_of: […], compatible_with: […]}`, or each other one with its label."""
    found: dict[str, str] = {}
    for key, value in dict(said).items():
        if isinstance(value, (list, tuple)):
            implies = str(key).startswith("implies")
            found |= dict.fromkeys(map(str, value), IMPLIES if implies else COMPATIBLE)
        else:
            found[str(key)] = IMPLIES if "rejection" in str(value) else COMPATIBLE
    return found


def imply_rejection(floor: Floor, name: str) -> None:
    """What was adopted puts aside what it implies to be rejected, with its sub-amendments."""
    for other, label in floor.texts.consequences.get(name, {}).items():
        if label != IMPLIES:
            continue
        found = floor.texts.amendments.get(other)
        if found is not None and found.status in WAITING:
            _not_put(floor, found, name)
        text = floor.texts.proposals.get(other)
        if text is not None and text.status in UNDECIDED:
            text.was, text.status, text.why = text.status, "not_put", name


def _not_put(floor: Floor, found: Amendment, because: str) -> None:
    found.status, found.why = "not_put", because
    for sub in amending(floor, found.id):
        if sub.status in WAITING:
            _not_put(floor, sub, because)


@shows("amendments")
def _amendments(floor: Floor) -> dict[str, Any] | None:
    """Of the text whose amendment was touched last."""
    last = floor.texts.amendments.get(floor.texts.amendment)
    if last is None:
        return None
    name = text_of(floor, last.of)
    every = of_text(floor, name)
    return {
        "of": name,
        "proposed_order": proposed_order(floor, name),
        "decided_order": floor.texts.decided_order.get(name),
        "next": next_of(floor, name, now=True),
        "not_put": {one.id: one.why for one in every if one.status == "not_put"},
        "suspected_conflicts": _conflicts(floor, name),
    }


def _conflicts(floor: Floor, name: str) -> list[list[str]]:
    """Pairs that touch the same words, in the order of distance, unless the chair labelled them."""
    text = floor.texts.proposals.get(name)
    several = text is not None and len([part for part in text.parts if part[:2] == "OP"]) > 1
    changes = {
        one: change_in(floor, floor.texts.amendments[one])
        for one in proposed_order(floor, name)
        if floor.texts.amendments[one].of == name
    }
    return [
        [a, b]
        for a, b in combinations(changes, 2)
        if b not in floor.texts.consequences.get(a, {}) and overlap(changes[a], changes[b], several)
    ]
