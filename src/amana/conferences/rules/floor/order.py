"""Points of order, rulings, appeals. Rule 71; section 10; settled points Q14, Q22, Q37.

A point of order interrupts a speaker and is ruled at once. A ruling stands unless more vote to
overrule than to uphold it, however the question is put. A decision without quorum or by a wrong
majority is flagged; only the organ makes it void, by its vote on an appeal.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.clock import give_back, stop_clock
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.meeting import challenged, stopped_by_challenge, suspend_by_chair
from amana.conferences.rules.floor.questions import Kind, Needed, procedural, question
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Appeal, Decision, Floor, Holder, Point, Ruling
from amana.conferences.rules.majorities import Count

__all__ = ["appeal_pending", "overruled", "ruled", "withdraw_appeal"]

Rules = tuple[str, ...]
CITES = ("points_of_order", "appeals")
UPHOLDS = ("uphold", "upheld", "stand", "sustain", "maintain", "confirm", "positive")
GROUNDS = re.compile(r"quorum|technical")
VOID = re.compile(r"(?<!not )\b(void|invalid|null|annulled)\b")

RULED: list[Callable[[Floor, Event, Ruling], Rules]] = []
OVERRULED: list[Callable[[Floor, Ruling], None]] = []


def ruled(effect: Callable[[Floor, Event, Ruling], Rules]) -> Callable[..., Rules]:
    """Register what a ruling on a text changes (`on`); it refuses first, and cites nothing when
    the ruling is not on its subject."""
    RULED.append(effect)
    return effect


def overruled(effect: Callable[[Floor, Ruling], None]) -> Callable[..., None]:
    """Register what changes when the organ overrules a ruling."""
    OVERRULED.append(effect)
    return effect


# --- Points of order


@act(
    "point_of_order", "member", in_vote=True, in_point=True, cites=("points_of_order",)
)  # fmt: skip
def point_of_order(floor: Floor, event: Event) -> Rules:
    """A member raises a point of order; while a vote runs, only on the conduct of that vote."""
    about = str(event.get("about") or event.get("on") or event.get("text") or "")
    point = Point(event.who, about)
    if floor.running and not _on_this_vote(floor, about):
        rules = ("conduct_of_voting", "points_of_order")
        raise OutOfOrder("floor.voting-begun", rules, question=floor.running)
    if not floor.running and appeal_pending(floor) is not None:
        floor.order.held.append(point)
        return ("points_of_order",)
    floor.order.points.append(point)
    if len(floor.order.points) == 1:
        _before_the_chair(floor)
    during = ("conduct_of_voting",) if floor.running else ()
    return ("points_of_order", *during)


def _on_this_vote(floor: Floor, about: str) -> bool:
    """Whether a point of order is on the conduct of the vote that runs."""
    words = re.findall(r"[\w/]+", about.lower().replace("_", " "))
    other = any(name.lower() in words for name in floor.decisions if name != floor.running)
    if other or {"debate", "substance", "explanation"} & set(words):
        return False
    return any(word.startswith(("vot", "ballot", "quorum", "teller", "count")) for word in words)


def _before_the_chair(floor: Floor, interrupted: Holder | None = None) -> None:
    """The first point interrupts the speaker, whose clock stops; its raiser has the floor."""
    point = floor.order.points[0]
    stop_clock(floor)
    point.interrupted = interrupted or floor.speaking.holder
    limit = floor.rules["point_of_order_s"]
    floor.speaking.holder = Holder(point.by, "point_of_order", floor.now, limit)


# --- Rulings


def _may_rule(floor: Floor) -> None:
    if floor.order.points:
        return
    if floor.meeting.status != "open":
        raise OutOfOrder("floor.meeting-not-open", "chair", status=floor.meeting.status)
    if floor.running:
        raise OutOfOrder("floor.voting-begun", "conduct_of_voting", question=floor.running)


@act("rule", "chair", meeting=False, in_vote=True, in_point=True, ready=_may_rule, cites=CITES)
def rule(floor: Floor, event: Event) -> Rules:
    """The chair rules: on the point of order before it, or on a text (`on`)."""
    ruling = _ruling(floor, event)
    effects = [name for effect in RULED for name in effect(floor, event, ruling)]
    stopped = _stops(floor, event, ruling)
    floor.order.ruling = ruling
    if floor.order.points:
        _next_point(floor)
    if floor.meeting.status != "open":
        stop_clock(floor)
    if ruling.decision:
        floor.last_decision = ruling.decision
    floor.record.append(f"ruling of the chair: {ruling.ruling}")
    validity = ("validity",) if ruling.decision else ()
    during = ("conduct_of_voting",) if floor.vote is not None else ()
    return (*effects, *validity, "points_of_order", *during, *stopped)


def _ruling(floor: Floor, event: Event) -> Ruling:
    point = floor.order.points[0] if floor.order.points else None
    about = point.about if point else str(event.get("about") or "")
    text = str(event.get("ruling") or event.get("text") or "")
    on = str(event.get("on") or "")
    decision = next((name for name in (on, *about.split()) if name in floor.decisions), "")
    void = bool(event.get("void", decision and VOID.search(text.lower())))
    return Ruling(text, on, about, True, point.by if point else event.who, decision, void)


def _stops(floor: Floor, event: Event, ruling: Ruling) -> Rules:
    """A ruling may suspend the meeting; a challenged quorum that is not there does (Q08)."""
    ground = str(event.get("ground") or ruling.ruling).lower()
    running = floor.meeting.status == "open" and not floor.running
    if running and "suspended" in ruling.ruling.lower() and GROUNDS.search(ground):
        return suspend_by_chair(floor, ground)
    if challenged(floor):
        stopped_by_challenge(floor)
        return ("quorum_debate", "quorum")
    return ()


def _next_point(floor: Floor) -> None:
    """The point is disposed of: the next one comes up, or the speaker goes on."""
    point = floor.order.points.pop(0)
    if floor.order.points:
        _before_the_chair(floor, point.interrupted)
    else:
        give_back(floor, point.interrupted)


# --- Appeals


def appeal_pending(floor: Floor) -> Appeal | None:
    """The appeal that waits for its vote: only the last one can."""
    last = next(reversed(floor.order.appeals.values()), None)
    return last if last is not None and last.status == "pending" else None


def _may_appeal(floor: Floor) -> None:
    ruling = floor.order.ruling
    if ruling is None or not ruling.open_to_appeal or appeal_pending(floor) is not None:
        raise OutOfOrder("floor.nothing-to-appeal", CITES)


@act("appeal", "member", in_point=True, ready=_may_appeal, cites=CITES)
def appeal(floor: Floor, event: Event) -> Rules:
    """A member appeals against the last ruling before other business; waiting points are held."""
    name = str(event.get("id") or f"AP{len(floor.order.appeals) + 1}")
    if name in floor.order.appeals or name in floor.decisions:
        raise OutOfOrder("floor.id-taken", CITES, id=name)
    order = floor.order
    assert order.ruling is not None  # _may_appeal
    order.ruling.open_to_appeal = False
    made = Appeal(name, event.who, order.ruling)
    order.appeals[name] = made
    if event.get("framing"):
        _frame(made, str(event["framing"]))
    if order.points:
        give_back(floor, order.points[0].interrupted)
        order.held, order.points = [*order.points, *order.held], []
    stop_clock(floor)
    floor.phase = "ready_to_vote"
    validity = ("validity",) if made.ruling.decision else ()
    return (*CITES, *validity)


def _may_frame(floor: Floor) -> None:
    if appeal_pending(floor) is None:
        raise OutOfOrder("floor.no-appeal-waits", CITES)


@act("frame_question", "chair", ready=_may_frame, cites=CITES)
def frame_question(floor: Floor, event: Event) -> Rules:
    """The chair words the question of an appeal; the outcome is computed the same either way."""
    named = event.get("appeal") or event.get("of") or event.get("on") or event.get("question")
    waiting = appeal_pending(floor)
    assert waiting is not None  # _may_frame
    if str(named) in floor.order.appeals and named != waiting.id:
        raise OutOfOrder("floor.no-appeal-waits", CITES)
    words = (event.get(key) for key in ("framing", "words", "wording", "text", "as", "question"))
    said = next((one for one in words if one and one != waiting.id), waiting.framing)
    _frame(waiting, str(said))
    return CITES


def _frame(made: Appeal, said: str) -> None:
    made.framing = said
    made.positive = any(word in said.lower() for word in UPHOLDS)


def withdraw_appeal(floor: Floor, event: Event, name: str) -> Rules:
    """The appellant withdraws the appeal before its vote; the ruling stands."""
    made = floor.order.appeals[name]
    if made.status != "pending":
        raise OutOfOrder("floor.no-appeal-waits", (*CITES, "withdrawal"))
    if made.by != event.who:
        raise OutOfOrder("floor.not-the-mover", "withdrawal", by=event.who, mover=made.by)
    made.status = "withdrawn"
    _held_points_come_up(floor)
    return ("withdrawal", *CITES)


def _held_points_come_up(floor: Floor) -> None:
    floor.order.points, floor.order.held = floor.order.held, []
    if floor.order.points:
        _before_the_chair(floor)
    elif floor.meeting.status == "open":
        give_back(floor, floor.speaking.holder)


# --- The vote on an appeal


def _needed(floor: Floor, name: str) -> Needed:
    return procedural(floor, floor.rules["procedural_majority"], *CITES)


def _ready(floor: Floor, name: str) -> Rules:
    if floor.order.appeals[name].status != "pending":
        raise OutOfOrder("floor.no-appeal-waits", CITES)
    return CITES


def _settle(floor: Floor, name: str, counted: Count, decision: Decision) -> tuple[str, Rules]:
    """Overruled only if more voted to overrule; `carried` speaks of overruling."""
    made = floor.order.appeals[name]
    tally = counted.tally
    against = tally.no if made.positive else tally.yes
    carried = against > tally.voting - against
    decision.carried, decision.count = carried, replace(counted, carried=carried)
    made.status = "ruling_overruled" if carried else "ruling_stands"
    validity = _validity(floor, made, carried)
    if carried:
        for effect in OVERRULED:
            effect(floor, made.ruling)
    _held_points_come_up(floor)
    return made.status, (*CITES, *validity)


def _validity(floor: Floor, made: Appeal, carried: bool) -> Rules:
    """The organ makes a decision void: against a ruling that it stands, or with one that it is."""
    name = made.ruling.decision
    if not name:
        return ()
    decision = floor.decisions[name]
    if carried is not made.ruling.void and not decision.void:
        decision.void, decision.by, decision.second_vote = True, made.id, False
        made.voided = name
        proposal = floor.texts.proposals.get(name)
        if proposal is not None:
            proposal.was, proposal.status, proposal.why = proposal.status, "tabled", made.id
    return ("validity",)


question(Kind("appeal", lambda floor, name: name in floor.order.appeals, _needed, _ready, _settle))


@shows("framing")
def _framing(floor: Floor) -> str | None:
    """How the last appeal is worded."""
    return next((one.framing for one in reversed(floor.order.appeals.values())), None)


@shows("ruling")
def _ruling_shown(floor: Floor) -> dict[str, object] | None:
    """The last ruling, and whether an appeal against it is still in order."""
    last = floor.order.ruling
    if last is None:
        return None
    return {
        "ruling": last.ruling, "on": last.on or None, "about": last.about or None,
        "open_to_appeal": last.open_to_appeal,
    }  # fmt: skip


@shows("points")
def _points(floor: Floor) -> list[str]:
    """Who raised the points of order that wait, the one before the chair first."""
    return [point.by for point in (*floor.order.points, *floor.order.held)]
