"""What follows from a procedural motion that carried. Rules 72 to 79, 81, 85, 89, 91, 153."""

from collections.abc import Callable

from amana.conferences.rules.floor.precedence import UNDECIDED, pending
from amana.conferences.rules.floor.state import Floor, Moved

__all__ = ["CONSEQUENCES", "nothing"]

Rules = tuple[str, ...]


def nothing(floor: Floor, moved: Moved) -> None:
    """A motion whose consequence is only on record."""


def _suspended(floor: Floor, moved: Moved) -> None:
    from amana.conferences.rules.floor.clock import stop_clock

    floor.meeting.status = "suspended" if moved.motion == "suspend_meeting" else "adjourned"
    stop_clock(floor)


def _debate_adjourned(floor: Floor, moved: Moved) -> None:
    """The item rests; lower motions on it lapse; a proposal named by the motion is not acted on."""
    floor.meeting.item_status = "debate_adjourned"
    for other in pending(floor):
        if other.rank > moved.rank:
            other.status = "lapsed"
    proposal = floor.texts.proposals.get(moved.about)
    if proposal is not None:
        proposal.was, proposal.status, proposal.why = proposal.status, "no_action", moved.id


def _debate_closed(floor: Floor, moved: Moved) -> None:
    floor.speaking.list_status = "closed"
    floor.speaking.speakers.clear()
    floor.speaking.holder = None
    floor.meeting.item_status, floor.phase = "voting", "ready_to_vote"


def _debate_resumed(floor: Floor, moved: Moved) -> None:
    """The item is open again, and with it the proposals that were not acted on."""
    floor.meeting.item_status = "open"
    for proposal in floor.texts.proposals.values():
        if proposal.status == "no_action" and proposal.was in UNDECIDED:
            proposal.status, proposal.was, proposal.why = proposal.was, "", ""


def _competence(floor: Floor, moved: Moved) -> None:
    """Carried: the organ is not competent, unless the motion claims the contrary."""
    proposal = floor.texts.proposals.get(moved.about)
    if proposal is not None and moved.more.get("claims", "not_competent") == "not_competent":
        proposal.was, proposal.status, proposal.why = proposal.status, "not_put", moved.id


def _reconsidered(floor: Floor, moved: Moved) -> None:
    from amana.conferences.rules.floor.proposals import set_aside

    set_aside(floor, moved.about)


def _divided(floor: Floor, moved: Moved) -> None:
    floor.texts.divisions[moved.about] |= {"status": "granted", "by": moved.id}


def _ordered(floor: Floor, moved: Moved) -> None:
    order = moved.more.get("order")
    first = (
        [order] if isinstance(order, str) else list(order or ([moved.about] if moved.about else []))
    )
    rest = [
        name
        for name in floor.texts.order_of_proposals or floor.texts.proposals
        if name not in first
    ]
    floor.texts.order_of_proposals = [*first, *rest]


def _limited(floor: Floor, moved: Moved) -> None:
    from amana.conferences.rules.floor.limits import limit_speeches, limits_in

    limit_speeches(floor, *limits_in(moved.more))


def _important(floor: Floor, moved: Moved) -> None:
    proposal = floor.texts.proposals.get(moved.about)
    if proposal is not None:
        proposal.important = True


def _circulation_waived(floor: Floor, moved: Moved) -> None:
    proposal = floor.texts.proposals.get(moved.about)
    if proposal is not None:
        proposal.waived = True


def _statement_waived(floor: Floor, moved: Moved) -> None:
    proposal = floor.texts.proposals.get(moved.about)
    if proposal is not None:
        proposal.statement_waived = True


def _list_closed(floor: Floor, moved: Moved) -> None:
    floor.speaking.list_status = "closed"


def _list_open(floor: Floor, moved: Moved) -> None:
    floor.speaking.list_status = "open"


CONSEQUENCES: dict[str, Callable[[Floor, Moved], None]] = {
    "suspend_meeting": _suspended,
    "adjourn_meeting": _suspended,
    "adjourn_debate": _debate_adjourned,
    "close_debate": _debate_closed,
    "resume_debate": _debate_resumed,
    "competence": _competence,
    "reconsideration": _reconsidered,
    "division": _divided,
    "order_of_voting": _ordered,
    "time_limit": _limited,
    "important_question": _important,
    "waive_circulation": _circulation_waived,
    "waive_financial_statement": _statement_waived,
    "close_list": _list_closed,
    "reopen_list": _list_open,
}
