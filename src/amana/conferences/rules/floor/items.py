"""The items of the agenda, taken up one after another by the chair (rules 21, 23; rule 35)."""

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.precedence import pending
from amana.conferences.rules.floor.speaking import turn_to
from amana.conferences.rules.floor.state import Floor

__all__: list[str] = []


def _nothing_waits(floor: Floor) -> None:
    """A motion that was moved is put first; whoever has the floor finishes."""
    if waiting := pending(floor):
        raise OutOfOrder("floor.motion-waits", "order_of_motions", motion=waiting[0].id)
    if floor.speaking.holder is not None:
        rules = ("speakers", "chair")
        raise OutOfOrder("floor.speaker-goes-on", rules, by=floor.speaking.holder.who)


@act("take_up_item", "chair", business=True, ready=_nothing_waits, cites=("agenda",))
def take_up_item(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair turns to an item of the agenda: its list of speakers comes up, the other rests.

    Refused: `floor.not-on-agenda` for what the meeting's agenda does not hold.
    """
    item = str(event["item"])
    agenda = floor.meeting.agenda
    if agenda is not None and item not in agenda:
        raise OutOfOrder("floor.not-on-agenda", "agenda", item=item[:80])
    turn_to(floor, item)
    return ("agenda", "chair")
