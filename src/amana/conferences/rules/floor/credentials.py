"""Credentials: challenged, and decided by the organ. Rule 29.

A delegation whose credentials are challenged sits and votes with full rights until the organ
decides; only the decision to reject them takes the vote.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.questions import Kind, Needed, procedural, question
from amana.conferences.rules.floor.state import Decision, Floor
from amana.conferences.rules.floor.voting import TAKEN
from amana.conferences.rules.majorities import Count

__all__ = ["as_decided"]

Rules = tuple[str, ...]
REJECTED, ACCEPTED = "rejected", "accepted"


@act("challenge_credentials", "member", in_point=True, cites=("credentials",))
def challenge_credentials(floor: Floor, event: Event) -> Rules:
    """A member challenges another's credentials; the question goes to the organ."""
    said = (event.get(name) for name in ("of", "against", "state", "on", "whom", "delegation"))
    state = delegation(str(next((one for one in said if one), "")))
    if not roll.is_member(floor, state):
        raise OutOfOrder("floor.not-a-member", "credentials", by=state or "?")
    if floor.roll.credentials.get(state) == REJECTED:
        raise OutOfOrder("floor.credentials-rejected", "credentials", by=state)
    floor.roll.credentials[state] = "challenged"
    floor.meeting.credentials_asked[str(event.get("id") or f"credentials of {state}")] = state
    floor.record.append(f"{event.who} challenges the credentials of {state}")
    return ("credentials", "voting_rights")


def _asked(floor: Floor, name: str) -> str:
    """The delegation whose credentials a question is about, by its id or in words."""
    if name in floor.meeting.credentials_asked:
        return floor.meeting.credentials_asked[name]
    if "credentials" not in name.lower():
        return ""
    return next((word for word in _words(name) if word in floor.roll.credentials), "")


def _words(said: str) -> list[str]:
    return re.findall(r"\w+", said)


def _needed(floor: Floor, name: str) -> Needed:
    return procedural(floor, floor.rules["procedural_majority"], "credentials")


def _ready(floor: Floor, name: str) -> Rules:
    return ("credentials",)


def _settle(floor: Floor, name: str, counted: Count, decision: Decision) -> tuple[str, Rules]:
    """The question is whether they are rejected, unless it says *accept* or *approve*."""
    accept = re.search(r"accept|approv", name.lower()) is not None
    status = REJECTED if counted.carried is not accept else ACCEPTED
    floor.roll.credentials[_asked(floor, name)] = status
    return f"credentials_{status}", ("credentials",)


question(
    Kind("credentials", lambda floor, name: bool(_asked(floor, name)), _needed, _ready, _settle)
)


# --- Decided as a proposal


def _by_proposal(floor: Floor, decision: Decision) -> None:
    """An adopted proposal on credentials takes effect at once."""
    proposal = floor.texts.proposals.get(decision.question)
    if proposal is not None and decision.outcome.startswith("adopted"):
        as_decided(floor, proposal.more, proposal.text.values())


TAKEN.append(_by_proposal)


def as_decided(floor: Floor, said: Mapping[str, Any], text: Iterable[str] = ()) -> None:
    """What a decision says on credentials: `credentials = {S001: rejected}`, or in its words."""
    by_state = said.get("credentials")
    if isinstance(by_state, Mapping):
        floor.roll.credentials |= {str(key): str(status) for key, status in by_state.items()}
        return
    words = " ".join([*(str(value) for value in said.values()), *text])
    if "credential" not in words.lower():
        return
    found = re.search(r"(reject)|accept|approv", words.lower())
    states = [word for word in _words(words) if word in floor.roll.members]
    if found is not None:
        status = REJECTED if found[1] else ACCEPTED
        floor.roll.credentials |= dict.fromkeys(states, status)
