"""The clock of whoever has the floor: it stops, goes on, shows nought, then what is over. Q14."""

from typing import Any

from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Floor, Holder

__all__ = ["elapsed", "give_back", "over", "start_clock", "stop_clock", "timed"]


def stop_clock(floor: Floor) -> None:
    """Stop the clock of who speaks; what was spent stays spent."""
    holder = floor.speaking.holder
    if holder is not None:
        holder.spent_s, holder.since = elapsed(floor, holder), None


def start_clock(floor: Floor) -> None:
    """Let the clock of who speaks run on."""
    holder = floor.speaking.holder
    if holder is not None and holder.since is None:
        holder.since = floor.now


def give_back(floor: Floor, holder: Holder | None) -> None:
    """Give the floor back to an interrupted speaker, whose clock runs on (Q14)."""
    floor.speaking.holder = holder
    start_clock(floor)


def elapsed(floor: Floor, holder: Holder) -> int:
    """Seconds that the speaker has had."""
    if holder.since is None or floor.now is None:
        return holder.spent_s
    return holder.spent_s + max(0, int((floor.now - holder.since).total_seconds()))


def over(floor: Floor, holder: Holder) -> int:
    """Seconds beyond the limit."""
    return 0 if holder.limit_s is None else max(0, elapsed(floor, holder) - holder.limit_s)


def timed(floor: Floor) -> Holder | None:
    """Whose clock is shown: the speaker's, also while a point of order interrupts."""
    points = floor.order.points
    if points and points[0].interrupted is not None:
        return points[0].interrupted
    return floor.speaking.holder


@shows("timer")
def _timer(floor: Floor) -> dict[str, Any] | None:
    holder = timed(floor)
    if holder is None:
        return None
    spent, limit = elapsed(floor, holder), holder.limit_s
    left = None if limit is None else max(0, limit - spent)
    return {
        "who": holder.who, "limit": limit, "elapsed": spent, "remaining": left,
        "over": over(floor, holder), "running": holder.since is not None,
    }  # fmt: skip


@shows("call_to_order_due")
def _due(floor: Floor) -> bool:
    holder = floor.speaking.holder
    return holder is not None and not holder.called_to_order and over(floor, holder) > 0
