"""What the organ decides on speaking: the order of ranks, limits of speeches. Rule 72."""

from collections.abc import Iterable, Mapping
from typing import Any

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.speaking import rank_of, turn_of
from amana.conferences.rules.floor.state import Floor

__all__ = ["limit_speeches", "limits_in"]

Rules = tuple[str, ...]


@act("decide_order_of_speakers", cites=("order_of_speakers",))
def decide_order_of_speakers(floor: Floor, event: Event) -> Rules:
    """The organ adopts an order of ranks: those who wait take their places by it."""
    _by_the_organ(floor, event, "order_of_speakers")
    lists = (value for value in event.more.values() if isinstance(value, (list, tuple)) and value)
    ranks = tuple(rank_of(rank) for rank in next(lists, ()) or [event["order"]])
    roll.enough_to_decide(floor)
    floor.speaking.order_of_ranks = ranks
    floor.speaking.speakers.sort(key=lambda asked: turn_of(floor, asked))
    floor.record.append("order of speakers: " + ", ".join(ranks))
    return ("order_of_speakers", "speakers")


@act("decide_limits", cites=("speaking_limit",))
def decide_limits(floor: Floor, event: Event) -> Rules:
    """The organ limits the time of speeches, their number, or both."""
    _by_the_organ(floor, event, "speaking_limit")
    seconds, number = limits_in(event.more)
    if seconds is None and number is None:
        seconds = event["limit_s"]  # refused: neither a time nor a number
    roll.enough_to_decide(floor)
    limit_speeches(floor, seconds, number)
    return ("speaking_limit",)


def limit_speeches(floor: Floor, seconds: int | None, number: int | None = None) -> None:
    """Put limits in force: seconds a speech, speeches a delegation; None leaves one as it is."""
    if seconds is not None:
        floor.speaking.limit_s = seconds
    if number is not None:
        floor.speaking.speeches = number
    floor.record.append(f"speeches limited: {seconds} s, {number} each")


def limits_in(said: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Seconds a speech and speeches a delegation, as said. Refused: `floor.limit-unknown`."""
    seconds = _number(said, ("limit_s", "speaking_limit_s", "seconds", "speech_s", "time_s"))
    minutes = _number(said, ("minutes", "limit_min"))
    number = _number(said, ("speeches", "number", "times", "number_of_speeches"))
    if seconds is None and minutes is not None:
        seconds = minutes * 60
    return seconds, number


def _number(said: Mapping[str, Any], names: Iterable[str]) -> int | None:
    for name in names:
        value = said.get(name)
        if value is None:
            continue
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise OutOfOrder("floor.limit-unknown", "speaking_limit", limit=value)
        return value
    return None


def _by_the_organ(floor: Floor, event: Event, rule: str) -> None:
    """Refuse a decision of the organ that one delegation gives as its own."""
    for name in event.by:
        if delegation(name) in floor.roll.members or delegation(name) in floor.roll.observers:
            raise OutOfOrder("floor.not-for", (rule, "chair"), act=event.do, by=name)
