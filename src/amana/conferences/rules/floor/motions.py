"""Procedural motions: precedence, debate, consequences. Rules 72 to 81, 85, 89, 91.

A motion waits in the order of its rank, then of its moving (Q17); the head is put first and all go
before any proposal or amendment. Ranks, speakers and majorities are the rulebook's.
"""

from collections.abc import Callable
from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.consequences import CONSEQUENCES, nothing
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.precedence import UNDECIDED, nothing_goes_before, pending
from amana.conferences.rules.floor.questions import Kind, Needed, procedural, question
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Decision, Floor, Moved
from amana.conferences.rules.majorities import Count
from amana.conferences.rules.rulebook import Motion

__all__ = ["possible_motions", "put_motion", "take_up", "withdraw_motion"]

Rules = tuple[str, ...]
SIDES = ("mover", "for", "against")


@act("move", "member", "chair", in_point=True, business=True)
def move(floor: Floor, event: Event) -> Rules:
    """A member moves a procedural motion. For the first four ranks it must have the floor.

    The chair moves nothing, but suspends by itself on the grounds that the rulebook gives it.
    """
    motion = _motion(floor, str(event["motion"]))
    by = event.who
    if by == "chair":
        return _by_the_chair(floor, event, motion)
    name = str(event.get("id") or f"M{floor.moved + 1}")
    if name in floor.motions:
        raise OutOfOrder("floor.id-taken", motion.name, id=name)
    _has_the_floor(floor, motion, by)
    about = str(event.get("on") or event.get("of") or event.get("item") or "")
    moved = Moved(name, motion.name, by, motion.rank, floor.moved + 1, about, more=dict(event.more))
    MOMENTS.get(motion.name, _any_moment)(floor, moved)
    if motion.name == "division":
        from amana.conferences.rules.floor.division import moved_as_such

        _instead_of_the_request(floor, moved.about)
        moved_as_such(floor, moved)
    put_motion(floor, moved)
    return (motion.name, "order_of_motions")


def _by_the_chair(floor: Floor, event: Event, motion: Motion) -> Rules:
    from amana.conferences.rules.floor.meeting import suspend_by_chair

    if motion.name != "suspend_meeting":
        raise OutOfOrder("floor.not-for", (motion.name, "chair"), act="move", by="chair")
    said = (event.get(name) for name in ("ground", "reason", "why", "about", "for"))
    return suspend_by_chair(floor, str(next((one for one in said if one), "")))


def _motion(floor: Floor, said: str) -> Motion:
    """The motion by its name or another of its names, with or without articles."""
    words = said.lower().replace(" ", "_").split("_")
    name = "_".join(word for word in words if word not in ("the", "a"))
    for motion in floor.rules.motions.values():
        if name == motion.name or name in motion.also:
            return motion
    raise OutOfOrder("floor.motion-unknown", "order_of_motions", motion=said)


def put_motion(floor: Floor, moved: Moved) -> None:
    """Put a motion among those that wait."""
    floor.moved += 1
    moved.number = floor.moved
    floor.motions[moved.id] = moved


def _instead_of_the_request(floor: Floor, about: str) -> None:
    """A division that was objected to is pending as asked for; moved, it has its own name."""
    for other in pending(floor):
        if other.about == about and other.more.get("requested"):
            del floor.motions[other.id]


def _has_the_floor(floor: Floor, motion: Motion, by: str) -> None:
    """The mover was called on, or raised the point of order that waits and is ruled on first."""
    points, holder = floor.order.points, floor.speaking.holder
    if points and points[0].by != by:
        raise OutOfOrder("floor.point-waits", "points_of_order", by=points[0].by)
    if motion.holds_floor and not points and (holder is None or holder.who != by):
        raise OutOfOrder("floor.has-not-the-floor", (motion.name, "speakers"), by=by)


# --- The natural moment of each motion


def _any_moment(floor: Floor, moved: Moved) -> None:
    """A motion that is in order whenever motions are."""


def _item_open(floor: Floor, moved: Moved) -> None:
    if floor.meeting.item_status != "open":
        status = floor.meeting.item_status
        raise OutOfOrder("floor.debate-is-over", moved.motion, status=status)


def _item_adjourned(floor: Floor, moved: Moved) -> None:
    if floor.meeting.item_status != "debate_adjourned":
        raise OutOfOrder("floor.debate-not-adjourned", "resume_debate")


def _on_a_proposal(floor: Floor, moved: Moved) -> None:
    """Before the vote on a proposal; without a name, on the only one that is undecided."""
    undecided = [p.id for p in floor.texts.proposals.values() if p.status in UNDECIDED]
    about = moved.about or (undecided[0] if len(undecided) == 1 else "")
    if about not in undecided and about not in floor.texts.amendments:
        raise OutOfOrder("floor.nothing-undecided", moved.motion, question=moved.about or "?")
    moved.about = about


def _on_a_decision(floor: Floor, moved: Moved) -> None:
    """On what this session decided; not on motions, nor on a completed election (Q39)."""
    if moved.about in floor.motions or moved.about in floor.order.appeals:
        raise OutOfOrder("floor.motions-are-not-reconsidered", moved.motion, question=moved.about)
    if moved.about in floor.contests:
        raise OutOfOrder("floor.election-is-complete", moved.motion, question=moved.about)
    proposal = floor.texts.proposals.get(moved.about)
    decided = moved.about in floor.decisions or (proposal and proposal.status not in UNDECIDED)
    if not decided:
        raise OutOfOrder("floor.nothing-decided", moved.motion, question=moved.about)
    if proposal and not proposal.this_session:
        raise OutOfOrder("floor.other-session", moved.motion, question=moved.about)


def _on_speeches(floor: Floor, moved: Moved) -> None:
    """A limit that can be read, before it is put to the vote."""
    from amana.conferences.rules.floor.limits import limits_in

    limits_in(moved.more)


def _on_a_division(floor: Floor, moved: Moved) -> None:
    """On a request that a member objected to; moved without a request, on an open proposal."""
    moved.about = moved.about or floor.texts.division
    division = floor.texts.divisions.get(moved.about)
    if division is None:
        _on_a_proposal(floor, moved)
    elif division["status"] != "objected":
        raise OutOfOrder("floor.division-not-objected", moved.motion, question=moved.about)


MOMENTS: dict[str, Callable[[Floor, Moved], None]] = {
    "adjourn_debate": _item_open,
    "close_debate": _item_open,
    "resume_debate": _item_adjourned,
    "competence": _on_a_proposal,
    "important_question": _on_a_proposal,
    "reconsideration": _on_a_decision,
    "division": _on_a_division,
    "time_limit": _on_speeches,
    "waive_circulation": _on_a_proposal,
    "waive_financial_statement": _on_a_proposal,
}


# --- What waits, and in which order


def possible_motions(floor: Floor) -> list[str]:
    """The motions that a member with the floor may move now, in their order."""
    names = sorted(floor.rules.motions.values(), key=lambda motion: motion.rank)
    return [motion.name for motion in names if _moment_is(floor, motion)]


def _moment_is(floor: Floor, motion: Motion) -> bool:
    if motion.name == "reconsideration":
        return any(p.status not in UNDECIDED and p.this_session for p in _proposals(floor))
    if motion.name == "division":
        divisions = floor.texts.divisions
        objected = any(division["status"] == "objected" for division in divisions.values())
        open_texts = [p.id for p in _proposals(floor) if p.status in UNDECIDED]
        return objected or any(name not in divisions for name in open_texts)
    if MOMENTS.get(motion.name) is _on_a_proposal:
        return any(p.status in UNDECIDED for p in _proposals(floor))
    try:
        MOMENTS.get(motion.name, _any_moment)(floor, Moved("", motion.name, "", motion.rank, 0))
    except OutOfOrder:
        return False
    return True


def _proposals(floor: Floor) -> list[Any]:
    return list(floor.texts.proposals.values())


# --- Debate on a motion


@act("speak_on_motion", "member", business=True)
def speak_on_motion(floor: Floor, event: Event) -> Rules:
    """Speak as the mover, for or against; only so many as the rule allows."""
    moved = _waiting(floor, event)
    side, by = str(event.get("side", "for")), event.who
    motion = floor.rules.motions[moved.motion]
    if side not in SIDES:
        raise OutOfOrder("floor.side-unknown", motion.name, side=side, known=SIDES)
    if side == "mover":
        _mover_speaks(motion, moved, by)
    elif side == "for":
        _one_more(motion, moved.spoke_for, motion.speakers_for, side)
    else:
        _one_more(motion, moved.spoke_against, motion.speakers_against, side)
    (moved.spoke_against if side == "against" else moved.spoke_for).append(
        by if side != "mover" or motion.mover_counts else f"{by} (mover)"
    )
    return (motion.name,)


def _waiting(floor: Floor, event: Event) -> Moved:
    waiting = pending(floor)
    name = event.get("motion") or event.get("on") or event.get("id")
    found = next((moved for moved in waiting if name in (None, moved.id, moved.motion)), None)
    if name in floor.order.appeals:
        rules = ("points_of_order", "appeals")
        raise OutOfOrder("floor.appeal-without-debate", rules, appeal=name)
    if found is None:
        raise OutOfOrder("floor.no-motion-waits", "order_of_motions", motion=name or "?")
    return found


def _mover_speaks(motion: Motion, moved: Moved, by: str) -> None:
    if by != moved.by:
        raise OutOfOrder("floor.not-the-mover", motion.name, by=by, mover=moved.by)
    if motion.speakers_for == 0:
        raise OutOfOrder("floor.no-debate", motion.name, motion=motion.name)
    if motion.mover_counts:
        _one_more(motion, moved.spoke_for, motion.speakers_for, "for")


def _one_more(motion: Motion, spoke: list[str], limit: int | None, side: str) -> None:
    if limit == 0:
        raise OutOfOrder("floor.no-debate", motion.name, motion=motion.name)
    heard = sum(1 for name in spoke if not name.endswith("(mover)"))
    if limit is not None and heard >= limit:
        raise OutOfOrder("floor.enough-spoke", motion.name, side=side, limit=limit)


@act("second", "member")
def second(floor: Floor, event: Event) -> Rules:
    """A member seconds; no rulebook at hand needs it (Q42)."""
    return ("second_needed", _waiting(floor, event).motion)


# --- Withdrawn and taken up again (rule 80)


def withdraw_motion(floor: Floor, event: Event, name: str) -> Rules:
    """The mover withdraws a motion that was not amended, before its vote."""
    moved = floor.motions[name]
    if moved.status != "pending":
        raise OutOfOrder("floor.no-motion-waits", "withdrawal", motion=name)
    if moved.by != event.who:
        raise OutOfOrder("floor.not-the-mover", "withdrawal", by=event.who, mover=moved.by)
    if moved.amended:
        raise OutOfOrder("floor.amended-stays", "withdrawal", question=name)
    moved.status = "withdrawn"
    return ("withdrawal",)


def take_up(floor: Floor, event: Event, name: str) -> Rules:
    """Any member takes a withdrawn motion up again, under its own name."""
    moved = floor.motions[name]
    if moved.status != "withdrawn":
        raise OutOfOrder("floor.not-withdrawn", "withdrawal", question=name)
    moved.status, moved.by = "pending", event.who
    return ("withdrawal",)


# --- The vote on a motion


def _has(floor: Floor, name: str) -> bool:
    return name in floor.motions


def _needed(floor: Floor, name: str) -> Needed:
    motion = floor.rules.motions[floor.motions[name].motion]
    if motion.majority.startswith("members("):
        return Needed(motion.majority, "members", (motion.name,))
    return procedural(floor, motion.majority, motion.name)


def _ready(floor: Floor, name: str) -> Rules:
    moved = floor.motions[name]
    if moved.status != "pending":
        raise OutOfOrder("floor.no-motion-waits", moved.motion, motion=name)
    nothing_goes_before(floor, name)
    waiting = [
        a.id for a in floor.texts.amendments.values() if a.of == name and a.status == "tabled"
    ]
    if waiting:
        raise OutOfOrder("floor.goes-first", "amendments", question=name, first=waiting[0])
    return (moved.motion, "order_of_motions")


def _settle(floor: Floor, name: str, counted: Count, decision: Decision) -> tuple[str, Rules]:
    moved = floor.motions[name]
    moved.status = "carried" if counted.carried else "not_carried"
    if counted.carried:
        CONSEQUENCES.get(moved.motion, nothing)(floor, moved)
    elif moved.motion == "division":
        floor.texts.divisions[moved.about]["status"] = "refused"
    floor.phase = floor.phase if floor.phase == "ready_to_vote" else None
    if floor.meeting.item_status == "voting" and floor.meeting.status == "open":
        floor.phase = "ready_to_vote"
    return moved.status, (moved.motion,)


def _below_quorum(floor: Floor, name: str) -> bool:
    """Below the decision quorum only a motion to suspend or adjourn can be decided (Q09)."""
    return floor.motions[name].rank <= 2


question(Kind("motion", _has, _needed, _ready, _settle, below_quorum=_below_quorum))


@shows("pending")
def _pending(floor: Floor) -> list[str]:
    return [moved.id for moved in pending(floor)]


@shows("lapsed")
def _lapsed(floor: Floor) -> list[str]:
    return [moved.id for moved in floor.motions.values() if moved.status == "lapsed"]


@shows("question")
def _question(floor: Floor) -> str | None:
    """What is before the meeting: a vote, an appeal, a motion, what consent is asked for."""
    if floor.vote is not None:
        return floor.vote.question
    for appeal in floor.order.appeals.values():
        if appeal.status == "pending":
            return appeal.id
    waiting = pending(floor)
    if waiting:
        return waiting[0].id
    return floor.consent.get("on") if floor.consent else None


@shows("mover")
def _mover(floor: Floor) -> str | None:
    moved = floor.motions.get(_question(floor) or "")
    return moved.by if moved else None
