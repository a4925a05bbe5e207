"""The meeting: opened, suspended, adjourned; the roll called; the quorum. Rules 13, 35, 67, 76.

A meeting opens at the debate quorum and decides at the decision quorum. A debate quorum that is
lost is shown and stops the meeting only when it is challenged (Q08); the chair may suspend for want
of a quorum or a technical failure, on record (Q09), and may alone lift the block (Q49).
"""

from typing import Any

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.clock import start_clock, stop_clock
from amana.conferences.rules.floor.consents import Consent, consent
from amana.conferences.rules.floor.events import Event, delegation, spread
from amana.conferences.rules.floor.given import reads
from amana.conferences.rules.floor.questions import Kind, procedural, question
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.speaking import turn_to
from amana.conferences.rules.floor.state import Decision, Floor
from amana.conferences.rules.majorities import Count
from amana.conferences.rules.shares import need

__all__ = ["stopped_by_challenge", "suspend_by_chair"]

Rules = tuple[str, ...]
QUORUM = ("quorum_debate", "quorum_decision", "quorum")
WANT_OF_QUORUM, TECHNICAL = "want_of_quorum", "technical_failure"


# --- Opened and closed


def _may_open(floor: Floor) -> None:
    if floor.meeting.status not in ("not_open", "adjourned"):
        status = floor.meeting.status
        raise OutOfOrder("floor.meeting-is-so", ("chair", "suspension"), status=status)
    roll.enough_to_debate(floor)


@act("open_meeting", "chair", meeting=False, ready=_may_open, cites=("quorum_debate",))
def open_meeting(floor: Floor, event: Event) -> Rules:
    """The chair opens the meeting, or the next one after an adjournment, with its agenda."""
    meeting = floor.meeting
    if meeting.status == "adjourned":
        meeting.number += 1
    meeting.status, meeting.quorum_lifted, meeting.suspended_for = "open", False, ""
    agenda = _agenda_of(event.get("agenda"))
    _announce(floor, agenda)
    if event.get("item"):
        turn_to(floor, str(event["item"]))
    start_clock(floor)
    again = ("tie_proposal",) if _second_votes(floor) else ()
    return ("quorum_debate", "quorum", "chair", *(("agenda",) if agenda else ()), *again)


def _agenda_of(said: Any) -> list[str] | None:
    if said is None:
        return None
    if isinstance(said, dict):
        said = said.get("items", [])
    items = [said] if isinstance(said, str) else list(said)
    return [str(item.get("id", item)) if isinstance(item, dict) else str(item) for item in items]


def _announce(floor: Floor, agenda: list[str] | None) -> None:
    """Put the agenda before the meeting, with the second votes that are due (rule 95)."""
    due = _second_votes(floor)
    if agenda is None and not due:
        return
    before = floor.meeting.agenda or [] if agenda is None else agenda
    missing = [name for name in due if not any(name in item.split() for item in before)]
    floor.meeting.agenda = [*before, *(f"second vote on {name}" for name in missing)]
    if agenda is not None:
        floor.meeting.agenda_adopted = False
        floor.consent = {"kind": "agenda"}


def _second_votes(floor: Floor) -> list[str]:
    return [name for name, decision in floor.decisions.items() if decision.second_vote]


def _may_end(floor: Floor) -> None:
    if floor.meeting.status not in ("open", "suspended"):
        status = floor.meeting.status
        raise OutOfOrder("floor.meeting-not-open", ("chair", "suspension"), status=status)


@act("adjourn_for_the_day", "chair", meeting=False, ready=_may_end, cites=("adjourn_meeting",))
def adjourn_for_the_day(floor: Floor, event: Event) -> Rules:
    """The chair ends the day's meeting, also a suspended one: what waits, waits for the next."""
    floor.meeting.status = "adjourned"
    stop_clock(floor)
    floor.speaking.holder = None
    return ("adjourn_meeting", "chair", "suspension")


@act("suspend", "chair", in_point=True, cites=("suspension",))
def suspend(floor: Floor, event: Event) -> Rules:
    """The chair suspends the meeting without a motion, on one of the two grounds."""
    said = event.get("ground") or event.get("for") or event.get("reason") or ""
    return suspend_by_chair(floor, str(said))


def suspend_by_chair(floor: Floor, said: str) -> Rules:
    """Suspend for want of a quorum or a technical failure; anything else needs a motion (Q09)."""
    ground = _ground(said)
    if not ground or not floor.rules["chair_may_suspend"]:
        raise OutOfOrder("floor.suspension-needs-motion", ("chair_may_suspend", "suspension"))
    if ground == WANT_OF_QUORUM:
        here, needed = len(roll.present(floor)), roll.decision_need(floor)
        if here >= max(needed, roll.debate_need(floor)):
            raise OutOfOrder("floor.quorum-is-there", QUORUM, present=here, needed=needed)
    _suspended(floor, ground)
    return ("chair_may_suspend", *(QUORUM if ground == WANT_OF_QUORUM else ("suspension",)))


def _ground(said: str) -> str:
    words = said.lower().replace("_", " ")
    if "quorum" in words:
        return WANT_OF_QUORUM
    return TECHNICAL if "technical" in words or "failure" in words else ""


def _suspended(floor: Floor, ground: str) -> None:
    floor.meeting.status, floor.meeting.suspended_for = "suspended", ground
    stop_clock(floor)
    floor.record.append(f"meeting suspended by the chair: {ground.replace('_', ' ')}")


def stopped_by_challenge(floor: Floor) -> bool:
    """Stop a meeting whose quorum was challenged, if the debate quorum is not there (Q08)."""
    if floor.vote is not None or floor.meeting.status != "open":
        return False
    if len(roll.present(floor)) >= roll.debate_need(floor):
        return False
    _suspended(floor, WANT_OF_QUORUM)
    return True


def _resting(floor: Floor) -> list[Any]:
    """The contests that rest while the members consult; the meeting itself goes on."""
    return [one for one in floor.contests.values() if one.status == "consultations"]


def _may_resume(floor: Floor) -> None:
    if floor.meeting.status == "open" and _resting(floor):
        return
    if floor.meeting.status != "suspended":
        raise OutOfOrder("floor.not-suspended", "suspension", status=floor.meeting.status)
    roll.enough_to_debate(floor)


@act("resume", "chair", meeting=False, ready=_may_resume, cites=("suspension",))
def resume(floor: Floor, event: Event) -> Rules:
    """The chair resumes a suspended meeting, where the clocks run on, or a contest that rested."""
    if floor.meeting.status == "open":
        for contest in _resting(floor):
            contest.status = "open"
        return ("elections", "suspension")
    floor.meeting.status, floor.meeting.suspended_for = "open", ""
    start_clock(floor)
    return ("suspension", "chair")


# --- The agenda


def _agenda_adopted(floor: Floor, asked: dict[str, Any]) -> Rules:
    floor.meeting.agenda_adopted = True
    floor.record.append("agenda adopted")
    return ("agenda",)


def _agenda_disputed(floor: Floor, asked: dict[str, Any], by: str) -> Rules:
    floor.phase = "ready_to_vote"
    return ("agenda", "procedural_majority")


consent(Consent("agenda", _agenda_adopted, _agenda_disputed, ("agenda",)))


def _agenda_settled(
    floor: Floor, name: str, counted: Count, decision: Decision
) -> tuple[str, Rules]:
    floor.meeting.agenda_adopted, floor.consent = counted.carried, None
    return ("carried" if counted.carried else "not_carried"), ("agenda",)


question(
    Kind(
        "agenda",
        lambda floor, name: name == "agenda" and floor.meeting.agenda is not None,
        lambda floor, name: procedural(floor, floor.rules["procedural_majority"], "agenda"),
        lambda floor, name: ("agenda",),
        _agenda_settled,
    )
)


# --- Who is there

INSIDE = ("who", "whom", "persons", "person", "delegations", "delegation", "states", "state")


def _people(event: Event) -> list[str]:
    """The delegations or persons that come or go: named by the event, else those who act."""
    for name in INSIDE:
        said = event.get(name)
        if said:
            return list(spread([said] if isinstance(said, str) else said))
    return list(event.by)


@act("check_in", meeting=False, in_vote=True, in_point=True, cites=("quorum",))
def check_in(floor: Floor, event: Event) -> Rules:
    """Delegations or persons come in; a delegation is present with the first of its persons."""
    people = _people(event)
    for person in people:
        state = delegation(person)
        if state not in floor.roll.members and state not in floor.roll.observers:
            raise OutOfOrder("floor.not-a-member", ("quorum", "voting_rights"), by=state)
    for person in people:
        state, _, inside = person.partition("/")
        floor.roll.present.setdefault(state, set()).add(inside or "delegation")
    _presence_on_record(floor, event, people, "in")
    return QUORUM


@act("check_out", meeting=False, in_vote=True, in_point=True, cites=("quorum",))
def check_out(floor: Floor, event: Event) -> Rules:
    """They leave; a delegation is absent when its last person has left."""
    people = _people(event)
    for person in people:
        state, _, inside = person.partition("/")
        here = floor.roll.present.get(state)
        if here is not None and inside:
            here.discard(inside)
        elif here is not None:
            here.clear()
    _presence_on_record(floor, event, people, "out")
    return QUORUM


def _presence_on_record(floor: Floor, event: Event, people: list[str], way: str) -> None:
    source = event.get("source", "console")
    when = f" at {floor.now.isoformat()}" if floor.now else ""
    floor.record.append(f"checked {way} by {source}{when}: {', '.join(people)}")


# --- The quorum


def _may_call_the_roll(floor: Floor) -> None:
    """While a vote runs the roll is called only for a point of order on its conduct."""
    if floor.running and not floor.order.points:
        rules = ("conduct_of_voting", "quorum")
        raise OutOfOrder("floor.voting-begun", rules, question=floor.running)


@act(
    "quorum_call", "chair", "member", "secretariat", meeting=False, in_vote=True, in_point=True,
    ready=_may_call_the_roll, cites=("quorum",),
)  # fmt: skip
def quorum_call(floor: Floor, event: Event) -> Rules:
    """The roll is called and frozen; a challenged meeting below the debate quorum stops."""
    here = roll.present(floor)
    floor.meeting.quorum_call = _quorum(floor) | {
        "roll": list(here), "states": list(here), "frozen": True, "by": event.who or "chair",
        "at": floor.now.isoformat() if floor.now else None,
    }  # fmt: skip
    floor.record.append(f"quorum call: {len(here)} present")
    if event.who in floor.roll.members or challenged(floor):
        stopped_by_challenge(floor)
    return QUORUM


def challenged(floor: Floor) -> bool:
    """Whether the point of order before the chair is on the quorum."""
    points = floor.order.points
    return bool(points) and "quorum" in points[0].about.lower()


def _may_lift(floor: Floor) -> None:
    here, needed = len(roll.present(floor)), roll.decision_need(floor)
    if here >= needed:
        raise OutOfOrder("floor.quorum-is-there", QUORUM, present=here, needed=needed)


@act(
    "lift_quorum_block", "chair", in_point=True, ready=_may_lift,
    cites=("quorum_decision", "quorum_block"),
)  # fmt: skip
def lift_quorum_block(floor: Floor, event: Event) -> Rules:
    """The chair, and nobody else, lifts the block below the decision quorum, on record."""
    here, needed = len(roll.present(floor)), roll.decision_need(floor)
    floor.meeting.quorum_lifted = True
    ground = event.get("ground") or event.get("reason") or event.get("why")
    why = f": {ground}" if ground else ""
    floor.record.append(
        f"block below the decision quorum lifted by the {event.who or 'chair'}"
        f" ({here} present, {needed} needed){why}"
    )
    return ("quorum_decision", "quorum_block", "quorum")


@act("compute_need", meeting=False, in_vote=True, in_point=True)
def compute_need(floor: Floor, event: Event) -> Rules:
    """How many make a share of so many members: arithmetic, nothing changes."""
    members = event["members"]
    if not isinstance(members, int) or isinstance(members, bool) or members < 0:
        raise OutOfOrder("floor.limit-unknown", QUORUM, limit=members)
    floor.shown["need"] = need(str(event["share"]), members)
    return QUORUM


# --- What is shown


def _quorum(floor: Floor) -> dict[str, Any]:
    """Members, present, the two needs and whether each gate is open."""
    here = len(roll.present(floor))
    debate, decision = roll.debate_need(floor), roll.decision_need(floor)
    gates = {"debate": here >= debate, "decision": here >= decision}
    return {
        "members": roll.member_count(floor), "present": here, "debate_need": debate,
        "decision_need": decision, "need_debate": debate, "need_decision": decision, **gates,
        "needs": {"debate": debate, "decision": decision}, "gates": gates,
        "lifted": floor.meeting.quorum_lifted,
    }  # fmt: skip


shows("quorum")(_quorum)


@shows("call")
def _call(floor: Floor) -> dict[str, Any] | None:
    return floor.meeting.quorum_call


@shows("need")
def _need(floor: Floor) -> int | None:
    return None


@shows("entitled")
def _entitled(floor: Floor) -> list[str]:
    return roll.entitled(floor)


@shows("meeting")
def _meeting(floor: Floor) -> str:
    return floor.meeting.status


@shows("item")
def _item(floor: Floor) -> str:
    return floor.meeting.item_status


@shows("agenda")
def _agenda(floor: Floor) -> list[str] | None:
    return floor.meeting.agenda


# --- What stands before the first event


@reads("meeting")
def _read_meeting(floor: Floor, said: Any) -> None:
    """A status, or a record with `status`, `number` and `committee`."""
    if isinstance(said, dict):
        floor.meeting.number = int(said.get("number", 1))
        floor.meeting.committee = bool(said.get("committee", False))
        said = said.get("status", "open")
    floor.meeting.status = str(said)


@reads("item")
def _read_item(floor: Floor, said: Any) -> None:
    if isinstance(said, dict):
        floor.meeting.item_status = str(said.get("status", "open"))
        said = said.get("id")
    floor.meeting.item = None if said is None else str(said)


DEBATES = {"adjourned": "debate_adjourned", "closed": "voting"}


@reads("debate")
def _read_debate(floor: Floor, said: Any) -> None:
    said = said.get("status", "open") if isinstance(said, dict) else said
    floor.meeting.item_status = DEBATES.get(str(said), str(said))
    if floor.meeting.item_status == "voting":
        floor.speaking.list_status = "closed"


@reads("agenda")
def _read_agenda(floor: Floor, said: Any) -> None:
    floor.meeting.agenda = _agenda_of(said)
    floor.meeting.agenda_adopted = floor.meeting.agenda is not None
