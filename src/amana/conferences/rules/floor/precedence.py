"""What goes before what: appeals, then motions by rank and time, then proposals. Rule 77; Q17."""

from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.state import Floor, Moved

__all__ = ["UNDECIDED", "nothing_goes_before", "pending"]

UNDECIDED = frozenset({"tabled", "under_reconsideration"})


def pending(floor: Floor) -> list[Moved]:
    """The motions in the order in which they will be put."""
    waiting = [moved for moved in floor.motions.values() if moved.status == "pending"]
    return sorted(waiting, key=lambda moved: (moved.rank, moved.number))


def nothing_goes_before(floor: Floor, name: str) -> None:
    """Refuse to put `name` while an appeal or a motion goes before it."""
    for appeal in floor.order.appeals.values():
        if appeal.status == "pending" and appeal.id != name:
            raise OutOfOrder("floor.goes-first", "points_of_order", question=name, first=appeal.id)
    if name in floor.order.appeals:
        return
    amended = floor.texts.amendments.get(name)
    waiting = pending(floor)
    if waiting and name != waiting[0].id and not (amended and amended.of == waiting[0].id):
        first = waiting[0]
        raise OutOfOrder(
            "floor.goes-first", ("order_of_motions", first.motion), question=name, first=first.id
        )
