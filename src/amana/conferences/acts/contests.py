"""Announcing an election on a floor, in the three languages."""

from collections.abc import Mapping, Sequence
from typing import Any

from amana.conferences.acts.saying import Said, say
from amana.conferences.floor.folding import folded, log_of
from amana.conferences.floor.seats import Seat
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["MAJORITIES", "announce"]

MAJORITIES = ("", "simple", "two_thirds", "majority_of_members", "two_thirds_of_members")
"""By which one is elected; empty: as the rulebook says."""
_MOST = 60  # letters of a candidate's name


def announce(
    log: str, seat: Seat, title: Words, *, places: int = 1, majority: str = "",
    candidates: Sequence[str] = (),
) -> str:  # fmt: skip
    """Say that an election will be held; answers with its name in the log (`election-1`).

    Candidates are keys of delegations, or names of persons. Refused: `election.no-title`,
    `election.unknown-majority`, and what the floor refuses.
    """
    if any(not title.as_dict().get(lang) for lang in LANGS):
        raise Refusal("election.no-title")
    if majority not in MAJORITIES:
        raise Refusal("election.unknown-majority", majority=majority[:40])
    with folded(log_of(log)) as floor:
        name = f"election-{len(floor.contests) + 1}"
    more: dict[str, Any] = {"contest": name, "places": places, "title": title.as_dict()}
    more |= {"candidates": list(dict.fromkeys(one[:_MOST] for one in candidates))}
    said: Mapping[str, Any] = more | ({"majority": majority} if majority else {})
    say(log, Said("announce_election", more=said), seat)
    return name
