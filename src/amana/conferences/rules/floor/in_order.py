"""What is in order now: the acts that nothing stops, and the motions that may be moved."""

from amana.conferences.rules.floor.acts import possible
from amana.conferences.rules.floor.motions import possible_motions
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Floor

__all__ = ["in_order"]


@shows("in_order")
def in_order(floor: Floor) -> list[str]:
    """Names of acts, and of motions where a motion may be moved."""
    names = possible(floor)
    return [*names, *possible_motions(floor)] if "move" in names else names
