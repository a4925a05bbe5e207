"""Rights of reply. Rule 73 and decision 34/401; settled point Q13.

So many for each delegation on each item in each meeting, given at the end of the day, when the list
of speakers has run out; the first is longer than those after it.
"""

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Floor

__all__ = ["REPLY", "ask", "give"]

Rules = tuple[str, ...]
REPLY = "right_of_reply"


@act("request_right_of_reply", "member", in_point=True, cites=("right_of_reply",))
def request_right_of_reply(floor: Floor, event: Event) -> Rules:
    """A member asks to reply; a closed list does not bar it."""
    return ask(floor, event.who)


def ask(floor: Floor, who: str) -> Rules:
    """Put a right of reply among those that wait, once for each delegation."""
    if who not in floor.roll.members:
        raise OutOfOrder("floor.observer", ("right_of_reply", "voting_rights"), act=REPLY, by=who)
    _not_too_many(floor, who)
    if who not in floor.speaking.replies:
        floor.speaking.replies.append(who)
    return ("right_of_reply", "replies_per_item_per_meeting")


def give(floor: Floor, who: str) -> tuple[Rules, int | None]:
    """The floor for a reply: the rules and the limit in seconds."""
    replies, asked = floor.speaking.replies, floor.speaking.speakers
    waiting = [request.who for request in asked if request.purpose != "motion"]
    if waiting:
        raise OutOfOrder("floor.list-still-runs", "right_of_reply", to=who, waiting=waiting)
    if who not in floor.roll.members:
        raise OutOfOrder("floor.observer", ("right_of_reply", "voting_rights"), act=REPLY, by=who)
    before = replies[: replies.index(who)] if who in replies else list(replies)
    if before:
        raise OutOfOrder(
            "floor.asked-before", ("right_of_reply", "speakers"), to=who, before=before
        )
    given = _not_too_many(floor, who)
    floor.speaking.replies_given[_key(floor, who)] = given + 1
    if who in replies:
        replies.remove(who)
    limit = floor.rules["right_of_reply_1_s" if given == 0 else "right_of_reply_2_s"]
    return ("right_of_reply", "right_of_reply_1_s"), limit


def _not_too_many(floor: Floor, who: str) -> int:
    """How many replies a delegation had; refused when it had them all."""
    given = floor.speaking.replies_given.get(_key(floor, who), 0)
    most = floor.rules["replies_per_item_per_meeting"]
    if given >= most:
        rules = ("replies_per_item_per_meeting", "right_of_reply")
        raise OutOfOrder("floor.replies-spent", rules, by=who, given=given, limit=most)
    return given


def _key(floor: Floor, who: str) -> tuple[str, str, int]:
    return (who, floor.meeting.item or "", floor.meeting.number)


@shows("replies")
def _replies(floor: Floor) -> list[str]:
    return list(floor.speaking.replies)
