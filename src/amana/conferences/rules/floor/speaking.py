"""The list of speakers, the floor and the clock. Rules 68 to 70, 72, 73; points Q12, Q14, Q15.

One list for each item, in the order of request, one entry for each delegation. Before it go ranks,
where the organ adopted an order of ranks, and whoever presents the report of a committee; the
Secretariat speaks at any time. A clock shows nought and then counts what is over.
"""

from typing import Any

from amana.conferences.rules.floor import replies, roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.clock import (
    over,
)
from amana.conferences.rules.floor.events import Event, delegation, spread
from amana.conferences.rules.floor.given import reads
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Floor, Holder, Request

__all__ = ["insert", "rank_of", "turn_of", "turn_to"]

Rules = tuple[str, ...]
# What a purpose is called, and what it is. A log may say it in its own words.
MOTIONS = frozenset({"motion", "procedural_motion", "point_of_order"})
EXPLANATIONS = frozenset({"explanation_of_vote", "explanation", "explain_vote"})


def purpose_of(event: Event, name: str) -> str:
    """The purpose that an event states, as one word."""
    said = str(event.get(name) or "").strip().lower().replace(" ", "_").replace("-", "_")
    return {"reply": replies.REPLY, "procedural_motion": "motion"}.get(said, said)


# --- The list


@act(
    "request_floor", "member", "seated", "rapporteur", "secretariat",
    in_point=True, cites=("speakers",),
)  # fmt: skip
def request_floor(floor: Floor, event: Event) -> Rules:
    """Ask for the floor: the name goes to its place on the list of the item."""
    purpose = purpose_of(event, "purpose")
    if purpose == replies.REPLY:
        return replies.ask(floor, event.who)
    names = list(dict.fromkeys(delegation(name) for name in event.by))
    rank = rank_of(event.get("rank"))
    presents = any(_presents(name, purpose, rank) for name in names)
    item = event.get("item")
    other = item is not None and floor.meeting.item is not None and item != floor.meeting.item
    for name in names:
        _may_ask(floor, name, purpose, other)
    for name in names:
        into = floor.speaking.elsewhere.setdefault(str(item), []) if other else None
        insert(floor, name, rank, purpose, into)
    return ("precedence", "speakers") if presents else _rules_of(floor, names, purpose)


def rank_of(said: Any) -> str:
    """A rank as one word, in the singular: *Heads of State* is `head_of_state`."""
    words = str(said or "").lower().replace("_", " ").split()
    return "_".join(word.removesuffix("s") for word in words)


def _rules_of(floor: Floor, names: list[str], purpose: str) -> Rules:
    if "secretariat" in names:
        return ("secretariat", "speakers")
    if purpose in MOTIONS:
        return ("speakers", "closing_of_list", "order_of_motions")
    ranked = ("order_of_speakers",) if floor.speaking.order_of_ranks else ()
    return ("speakers", *ranked)


def _may_ask(floor: Floor, name: str, purpose: str, other: bool) -> None:
    """Refuse a new name on a closed list, on an item that is done, or of who spoke often enough."""
    if name == "secretariat" or purpose in MOTIONS | EXPLANATIONS or other:
        return
    on_the_list = any(asked.who == name for asked in floor.speaking.speakers)
    _debate_runs(floor)
    if floor.speaking.list_status == "closed" and not on_the_list:
        raise OutOfOrder("floor.list-closed", ("closing_of_list", "speakers"), by=name)
    _not_too_often(floor, name)


def _debate_runs(floor: Floor) -> None:
    """Refuse a speech on an item whose debate is adjourned or closed."""
    status = floor.meeting.item_status
    if status == "debate_adjourned":
        raise OutOfOrder("floor.debate-is-over", ("adjourn_debate", "speakers"), status=status)
    if status == "voting":
        rules = ("close_debate", "closing_of_list", "speakers")
        raise OutOfOrder("floor.debate-is-over", rules, status=status)


def _not_too_often(floor: Floor, name: str) -> None:
    most = floor.speaking.speeches
    spoken = floor.speaking.spoken.get((floor.meeting.item or "", name), 0)
    if most is not None and name in floor.roll.members and spoken >= most:
        raise OutOfOrder("floor.spoke-often", "speaking_limit", by=name, spoken=spoken, limit=most)


def insert(
    floor: Floor, who: str, rank: str = "", purpose: str = "", into: list[Request] | None = None
) -> None:
    """Put a name on the list; a name already there keeps its turn (one entry, Q15)."""
    speaking = floor.speaking
    speakers = speaking.speakers if into is None else into
    for asked in speakers:
        if asked.who == who:
            asked.rank, asked.purpose = rank or asked.rank, purpose or asked.purpose
            break
    else:
        speaking.requests += 1
        speakers.append(Request(who, rank, purpose, speaking.requests))
    speakers.sort(key=lambda asked: turn_of(floor, asked))


def turn_of(floor: Floor, asked: Request) -> tuple[int, int, int]:
    """Reports and the Secretariat first, then ranks where an order was adopted, then requests."""
    ranks = floor.speaking.order_of_ranks
    first = asked.who == "secretariat" or _presents(asked.who, asked.purpose, asked.rank)
    return (0 if first else 1, _place(ranks, asked.rank), asked.number)


def _place(ranks: tuple[str, ...], rank: str) -> int:
    """Where a rank stands in the order: by its name, else by its first word (*head of State* among
    *heads of State or government*), else among the others, if the order names them, else last."""
    if rank in ranks:
        return ranks.index(rank)
    kind = rank.split("_", 1)[0] or "other"
    firsts = [name.split("_", 1)[0] for name in ranks]
    return next((firsts.index(word) for word in (kind, "other") if word in firsts), len(ranks))


def _presents(who: str, purpose: str, rank: str) -> bool:
    """Whether somebody presents the report of a committee (rule 69)."""
    if who == "rapporteur" or rank in ("rapporteur", "committee_chair", "chair_of_committee"):
        return True
    return "report" in purpose and "present" in purpose


@act(
    "withdraw_request", "member", "seated", "rapporteur", "secretariat",
    in_vote=True, in_point=True, cites=("speakers",),
)  # fmt: skip
def withdraw_request(floor: Floor, event: Event) -> Rules:
    """A name leaves the list, or the rights of reply."""
    by = event.who
    asked = next((one for one in floor.speaking.speakers if one.who == by), None)
    if asked is None and by not in floor.speaking.replies:
        raise OutOfOrder("floor.not-on-the-list", "speakers", by=by)
    reply = purpose_of(event, "purpose") == replies.REPLY or asked is None
    if reply and by in floor.speaking.replies:
        floor.speaking.replies.remove(by)
        return ("right_of_reply",)
    if asked is not None:
        floor.speaking.speakers.remove(asked)
    return ("speakers",)


@act("announce_list", "chair", cites=("closing_of_list",))
def announce_list(floor: Floor, event: Event) -> Rules:
    """The chair reads the list."""
    floor.speaking.announced = True
    names = ", ".join(asked.who for asked in floor.speaking.speakers)
    floor.record.append(f"list of speakers announced: {names}")
    return ("closing_of_list", "speakers")


def turn_to(floor: Floor, item: str) -> None:
    """Turn to another item: its own list comes up, open; the other is kept."""
    meeting, speaking = floor.meeting, floor.speaking
    if item == meeting.item:
        return
    if meeting.item is not None:
        speaking.elsewhere[meeting.item] = speaking.speakers
    speaking.speakers = speaking.elsewhere.pop(item, [])
    speaking.list_status, speaking.announced = "open", False
    meeting.item, meeting.item_status = item, "open"


# --- The floor


def _no_appeal_waits(floor: Floor) -> None:
    """An appeal is put to the vote at once, without debate."""
    last = next(reversed(floor.order.appeals.values()), None)
    if last is not None and last.status == "pending":
        rules = ("points_of_order", "appeals")
        raise OutOfOrder("floor.appeal-without-debate", rules, appeal=last.id)


@act("give_floor", "chair", business=True, ready=_no_appeal_waits, cites=("speakers",))
def give_floor(floor: Floor, event: Event) -> Rules:
    """The chair calls on a speaker: the next on the list, or whoever goes before it."""
    who, purpose = delegation(str(event["to"])), purpose_of(event, "for")
    _known(floor, who)
    if purpose == replies.REPLY:
        rules, limit = replies.give(floor, who)
    elif purpose in MOTIONS:
        rules, limit = ("speakers", "order_of_motions"), None
    elif purpose in EXPLANATIONS:
        rules, limit = ("conduct_of_voting",), floor.rules["explanation_of_vote_s"]
    else:
        rules, limit = _for_a_speech(floor, who, purpose)
    _off_the_list(floor, who, purpose)
    floor.speaking.holder = Holder(who, purpose or "speech", floor.now, limit)
    return rules


def _known(floor: Floor, who: str) -> None:
    """Refuse the floor to somebody who has no seat here."""
    seated = roll.is_member(floor, who) or who in floor.roll.observers
    if not seated and who not in ("secretariat", "rapporteur", "chair"):
        raise OutOfOrder("floor.not-seated", "speakers", to=who)


def _for_a_speech(floor: Floor, who: str, purpose: str) -> tuple[Rules, int | None]:
    if who == "secretariat":
        return ("secretariat",), None
    waiting = [asked for asked in floor.speaking.speakers if asked.purpose not in MOTIONS]
    mine = next((asked for asked in waiting if asked.who == who), None)
    reports = mine is not None and _presents(who, mine.purpose, mine.rank)
    if reports or who == "rapporteur":
        return ("precedence", "speakers"), floor.speaking.limit_s
    _debate_runs(floor)
    _no_motion_waits(floor)
    if mine is None and floor.speaking.list_status == "closed":
        raise OutOfOrder("floor.list-closed", ("closing_of_list", "speakers"), by=who)
    before = [asked.who for asked in waiting[: waiting.index(mine) if mine else None]]
    if before:
        raise OutOfOrder("floor.asked-before", "speakers", to=who, before=before)
    _not_too_often(floor, who)
    key = (floor.meeting.item or "", who)
    floor.speaking.spoken[key] = floor.speaking.spoken.get(key, 0) + 1
    return ("speakers",), floor.speaking.limit_s


def _no_motion_waits(floor: Floor) -> None:
    """Refuse a speech while a motion waits that is put at once, after its own speakers only."""
    for moved in floor.motions.values():
        if moved.status == "pending" and floor.rules.motions[moved.motion].holds_floor:
            rules = (moved.motion, "order_of_motions")
            raise OutOfOrder("floor.motion-waits", rules, motion=moved.id)


def _off_the_list(floor: Floor, who: str, purpose: str) -> None:
    """The entry that was called leaves the list; a speech that still waits stays."""
    if purpose == replies.REPLY:
        return
    for asked in floor.speaking.speakers:
        if asked.who == who and (asked.purpose in MOTIONS) == (purpose in MOTIONS):
            floor.speaking.speakers.remove(asked)
            return


@act("speak", in_point=True, cites=("speakers",))
def speak(floor: Floor, event: Event) -> Rules:
    """Something is said: by who has the floor, and in a point of order not on the substance."""
    who, content = event.who, str(event.get("content") or "").lower()
    points, holder = floor.order.points, floor.speaking.holder
    if points and who == points[0].by:
        if _substance(floor, content):
            raise OutOfOrder("floor.point-not-substance", "points_of_order", by=who)
        return ("points_of_order",)
    if who in ("secretariat", "chair"):
        return ("secretariat", "speakers")
    _no_appeal_waits(floor)
    if holder is None or holder.who != who:
        raise OutOfOrder("floor.not-the-speaker", "speakers", by=who)
    if holder.purpose == "motion" and _substance(floor, content):
        raise OutOfOrder("floor.motion-not-substance", ("order_of_motions", "speakers"), by=who)
    return ("speakers",)


def _substance(floor: Floor, content: str) -> bool:
    names = {name.lower() for name in floor.texts.proposals} & set(content.split())
    return "substance" in content or bool(names)


def _somebody_speaks(floor: Floor) -> None:
    if floor.speaking.holder is None:
        raise OutOfOrder("floor.nobody-speaks", ("speakers", "speaking_limit"))


@act("end_speech", in_point=True, ready=_somebody_speaks, cites=("speakers",))
def end_speech(floor: Floor, event: Event) -> Rules:
    """The speaker, or the chair for the speaker, ends the speech."""
    holder, by = floor.speaking.holder, event.who
    if holder is not None and by not in ("", "chair", holder.who):
        raise OutOfOrder("floor.not-the-speaker", "speakers", by=by)
    floor.speaking.holder = None
    return ("speakers",)


@act(
    "call_to_order", "chair", in_point=True, ready=_somebody_speaks,
    cites=("speaking_limit", "speakers"),
)  # fmt: skip
def call_to_order(floor: Floor, event: Event) -> Rules:
    """The chair calls the speaker to order: over time, or off the subject."""
    holder = floor.speaking.holder
    assert holder is not None  # _somebody_speaks
    beyond = over(floor, holder)
    holder.called_to_order = True
    floor.record.append(f"{holder.who} called to order")
    return ("speaking_limit", "speakers") if beyond else ("speakers", "speaking_limit")


# --- What is shown


@shows("floor")
def _floor(floor: Floor) -> str | None:
    return floor.speaking.holder.who if floor.speaking.holder else None


@shows("speakers")
def _speakers(floor: Floor) -> list[str]:
    return [asked.who for asked in floor.speaking.speakers]


@shows("list")
def _list(floor: Floor) -> str:
    return floor.speaking.list_status


@shows("speaking_limit_s")
def _limit(floor: Floor) -> int | None:
    return floor.speaking.limit_s


# --- What stands before the first event


@reads("list")
def _read_list(floor: Floor, said: Any) -> None:
    status = said.get("status", "open") if isinstance(said, dict) else said
    floor.speaking.list_status = str(status)


@reads("speakers")
def _read_speakers(floor: Floor, said: Any) -> None:
    for entry in said:
        if isinstance(entry, str):
            for name in spread([entry]):
                insert(floor, name)
        else:
            who = entry.get("by") or entry.get("who") or entry["state"]
            insert(floor, who, rank_of(entry.get("rank")), str(entry.get("purpose", "")))


@reads("speaking_limit_s")
def _read_limit(floor: Floor, said: Any) -> None:
    floor.speaking.limit_s = None if said is None else int(said)
