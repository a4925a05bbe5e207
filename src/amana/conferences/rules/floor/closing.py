"""Closing and reopening the list of speakers. Rule 73; settled point Q12.

The chair closes the list with the organ's consent and reopens it so; an objection sends the matter
to the vote, by the majority of procedure.
"""

from collections.abc import Callable
from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.consents import Consent, ask, consent
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.questions import Kind, Needed, procedural, question
from amana.conferences.rules.floor.state import Decision, Floor
from amana.conferences.rules.majorities import Count

__all__: list[str] = []

Rules = tuple[str, ...]
CITES = ("closing_of_list", "speakers")
STATUS = {"close_list": "closed", "reopen_list": "open"}
GIVEN = (True, "given", "granted", "yes", "none", "no_objection", "no objection")
REFUSED = (False, "refused", "no", "objection")


def _is_not(status: str) -> Callable[[Floor], None]:
    """Refuse to bring the list where it is already."""

    def ready(floor: Floor) -> None:
        if floor.speaking.list_status == status:
            raise OutOfOrder("floor.list-is-so", CITES, status=status)

    return ready


@act("close_list", "chair", ready=_is_not("closed"), cites=CITES)
def close_list(floor: Floor, event: Event) -> Rules:
    """The chair closes the list with the consent of the organ."""
    return _with_consent(floor, event, "close_list")


@act("reopen_list", "chair", ready=_is_not("open"), cites=CITES)
def reopen_list(floor: Floor, event: Event) -> Rules:
    """The chair reopens a closed list with the consent of the organ."""
    return _with_consent(floor, event, "reopen_list")


def _with_consent(floor: Floor, event: Event, matter: str) -> Rules:
    """`consent` says whether it was asked, given or refused; a chair that says nothing has declared
    it, and an objection before other business takes it back."""
    status, said = STATUS[matter], event.get("consent")
    name = str(event.get("id") or matter)
    if said in REFUSED:
        _to_the_vote(floor, {"kind": matter, "name": name}, "")
    elif said in ("asked", "ask"):
        ask(floor, matter, name=name, on=matter)
    else:
        floor.speaking.list_status = status
        floor.record.append(f"list of speakers {status}")
        if said not in GIVEN:
            floor.consent = {"kind": matter, "name": name}
    return CITES


def _granted(floor: Floor, asked: dict[str, Any]) -> Rules:
    status = STATUS[asked["kind"]]
    floor.speaking.list_status = status
    floor.record.append(f"list of speakers {status}")
    return CITES


def _to_the_vote(floor: Floor, asked: dict[str, Any], by: str) -> Rules:
    matter = asked["kind"]
    floor.speaking.list_status = "open" if matter == "close_list" else "closed"
    floor.speaking.asked[asked["name"]] = matter
    floor.phase = "ready_to_vote"
    return (*CITES, "procedural_majority")


consent(Consent("close_list", _granted, _to_the_vote, ("clos", "list")))
consent(Consent("reopen_list", _granted, _to_the_vote, ("reopen", "list")))


# --- The vote that an objection brings


def _asked(floor: Floor, name: str) -> str | None:
    """The id of what waits, by its id or in words: `close_list`, *the closing of the list* …"""
    waiting = floor.speaking.asked
    if name in waiting or not waiting:
        return name if name in waiting else None
    said = name.lower()
    if "list" not in said or not ("clos" in said or "open" in said):
        return None
    matter = "close_list" if "clos" in said else "reopen_list"
    return next((key for key, value in waiting.items() if value == matter), None)


def _has(floor: Floor, name: str) -> bool:
    return _asked(floor, name) is not None


def _needed(floor: Floor, name: str) -> Needed:
    matter = floor.speaking.asked[_asked(floor, name) or ""]
    return procedural(floor, floor.rules.motions[matter].majority, *CITES)


def _ready(floor: Floor, name: str) -> Rules:
    return CITES


def _settle(floor: Floor, name: str, counted: Count, decision: Decision) -> tuple[str, Rules]:
    matter = floor.speaking.asked.pop(_asked(floor, name) or "")
    if counted.carried:
        floor.speaking.list_status = STATUS[matter]
    floor.phase = None
    return ("carried" if counted.carried else "not_carried"), CITES


question(Kind("list of speakers", _has, _needed, _ready, _settle))
