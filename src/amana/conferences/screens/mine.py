"""What only one delegation sees of the floor: its answer, its place, whether it may vote."""

from collections.abc import Collection, Mapping
from typing import Any

from amana.conferences.floor.folding import folded, log_of
from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.events import delegation
from amana.conferences.rules.floor.precedence import UNDECIDED
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.tabled import WAITING
from amana.conferences.rules.floor.voting import may_vote
from amana.conferences.screens.deciding import still_called
from amana.conferences.screens.naming import Names, names_for
from amana.conferences.screens.refusing import told
from amana.kernel.words import LANGS

__all__ = ["mine", "own"]


def own(topic: str, viewers: Collection[str]) -> Mapping[str, Mapping[str, object]]:
    """For the hub: what each viewer of the delegations' page sees for itself."""
    log = log_of(topic)
    names = names_for(log)
    with folded(log) as floor:
        by_party = {party: mine(floor, names, party) for party in set(map(delegation, viewers))}
    return {viewer: by_party[delegation(viewer)] for viewer in viewers}


def mine(floor: Floor, names: Names, party: str) -> dict[str, Any]:
    """`{answer, place, may_vote, why, rule, present, flags, answered}` of one delegation.

    `why` and `rule` are in all three languages: the hub does not say who reads which.
    """
    vote, listed = floor.vote, [asked.who for asked in floor.speaking.speakers]
    said: dict[str, Any] = {
        "answer": vote.answers.get(party, "") if vote else "",
        "place": listed.index(party) + 1 if party in listed else 0,
        "present": roll.is_present(floor, party), "may_vote": True,
        "why": {}, "rule": {}, "flags": sorted(_flags(floor, party, party in listed)),
    }  # fmt: skip
    try:
        may_vote(floor, party)
    except OutOfOrder as refusal:
        said["may_vote"] = False
        for lang in LANGS:
            why = told(refusal, floor, names, lang)
            said["why"][lang], said["rule"][lang] = why.what, why.rule.label if why.rule else ""
    return said


def _flags(floor: Floor, party: str, listed: bool) -> set[str]:
    """For whom the buttons are: see `when` of an Entry."""
    holder, points = floor.speaking.holder, floor.order.points
    found = {"listed" if listed else "unlisted"}
    found.add("member" if roll.is_member(floor, party) else "observer")
    if (holder and holder.who == party) or (points and points[0].by == party):
        found.add("holder")
    texts = floor.texts.proposals.values()
    if any(party in one.sponsors for one in texts if one.status in UNDECIDED):
        found |= {"sponsor", "mover"}
    if any(one.by == party and one.status == "pending" for one in floor.motions.values()):
        found.add("mover")
    if any(one.by == party for one in floor.texts.amendments.values() if one.status in WAITING):
        found.add("mover")
    if still_called(floor)[:1] == [party]:
        found.add("called")
    if party in floor.speaking.replies:
        found.add("replying")
    return found
