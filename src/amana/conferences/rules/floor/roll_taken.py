"""The roll of the day, taken from the facts before a meeting opens.

Membership, credentials and the suspension of a vote are dated facts that may change between two
meetings of a session. What the organ itself decided on credentials stands; who is inside stays
inside as long as it belongs.
"""

from collections.abc import Mapping
from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.given import roll_of
from amana.conferences.rules.floor.state import Floor, Roll

__all__ = ["differs"]

_OF_THE_ORGAN = ("challenged", "rejected")


def _not_open(floor: Floor) -> None:
    if floor.meeting.status == "open":
        raise OutOfOrder("floor.meeting-is-so", ("quorum", "chair"), status=floor.meeting.status)


@act("take_roll", "system", meeting=False, ready=_not_open, cites=("quorum",))
def take_roll(floor: Floor, event: Event) -> tuple[str, ...]:
    """Who belongs and who may vote from now on; given as `roll` of a meeting log."""
    floor.roll = _taken(floor.roll, event["roll"])
    return ("quorum", "voting_rights")


def differs(roll: Roll, told: Mapping[str, Any]) -> bool:
    """Whether the facts of the day are other than what the floor knows."""
    return _taken(roll, told) != roll


def _taken(before: Roll, told: Mapping[str, Any]) -> Roll:
    roll = roll_of(told)
    known = roll.members.keys() | roll.observers.keys()
    roll.present = {key: people for key, people in before.present.items() if key in known}
    roll.credentials |= {
        key: said for key, said in before.credentials.items()
        if said in _OF_THE_ORGAN and key in known
    }  # fmt: skip
    roll.other_organ = roll.other_organ or before.other_organ
    return roll
