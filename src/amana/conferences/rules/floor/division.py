"""Division: parts put to the vote separately. Rule 89; settled point Q16.

Asked by any member; granted when nobody objects, else by a motion for division. The parts are put
in the order of the text, each under the majority of the whole; what is adopted forms the text, put
as a whole. When every operative part is rejected the whole is rejected, preamble and all.
"""

from typing import Any

from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.amendment_order import next_of
from amana.conferences.rules.floor.consents import Consent, consent
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.motions import put_motion
from amana.conferences.rules.floor.precedence import nothing_goes_before
from amana.conferences.rules.floor.questions import Kind, Needed, kind_of, question
from amana.conferences.rules.floor.second_vote import (
    refuse_second_vote,
    second_vote_due,
    second_vote_in_order,
)
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Decision, Floor, Moved
from amana.conferences.rules.floor.tabled import (
    WAITING,
    amendment,
    circulated_in_time,
    said_of,
    something_to_put,
    undecided,
)
from amana.conferences.rules.majorities import Count, Outcome

__all__ = ["moved_as_such", "next_part", "refuse_undivided", "undo"]

Rules = tuple[str, ...]


@act(
    "request_division",
    "member",
    business=True,
    ready=something_to_put("division"),
    cites=("division",),
)
def request_division(floor: Floor, event: Event) -> Rules:
    """A member asks that parts of a proposal, or of an amendment, be put separately."""
    of = said_of(event, "of", "on", "proposal", "question", "what")
    known = _parts_of(floor, of)
    said = event["parts"]
    parts = [str(part) for part in ([said] if isinstance(said, str) else said)]
    parts = [part.removeprefix(f"{of}/") for part in parts]
    strange = [part for part in parts if known and part.split()[0].split("/")[0] not in known]
    if strange or not parts:
        raise OutOfOrder("floor.part-unknown", "division", question=of, parts=strange, known=known)
    name = str(event.get("id", ""))
    if name and name in floor.motions:
        raise OutOfOrder("floor.id-taken", "division", id=name)
    before = floor.texts.divisions.get(of, {})
    if before.get("status") == "objected":
        raise OutOfOrder("floor.division-asked", "division", question=of, parts=before["parts"])
    if before.get("status") == "granted":
        if before["votes"]:
            raise OutOfOrder(
                "floor.division-under-way", ("division", "conduct_of_voting"), question=of
            )
        parts = [*before["parts"], *(part for part in parts if part not in before["parts"])]
    parts = [part for part in known if part in parts] + [
        part for part in parts if part not in known
    ]
    floor.texts.divisions[of] = _made(of, parts, event.who, name, known)
    floor.texts.division = of
    if floor.consent is None or floor.consent["kind"] in ("division", "consensus"):
        floor.consent = {"kind": "division", "on": of}
    return ("division",)


def _parts_of(floor: Floor, of: str) -> list[str]:
    """The parts of what is to be divided, as far as they are known."""
    found = floor.texts.proposals.get(of)
    if found is not None:
        undecided(floor, found, "division")
        return found.parts
    part = amendment(floor, of)
    if part.status not in WAITING:
        raise OutOfOrder("floor.amendment-not-open", "division", question=of, status=part.status)
    return []


def moved_as_such(floor: Floor, moved: Moved) -> None:
    """A motion for division without a request before it: the parts are those that it names."""
    if moved.about in floor.texts.divisions:
        return
    found = floor.texts.proposals.get(moved.about)
    known = list(found.parts) if found is not None else []
    said = [str(part).removeprefix(f"{moved.about}/") for part in moved.more.get("parts", ())]
    parts = [part for part in known if part in said] + [part for part in said if part not in known]
    floor.texts.divisions[moved.about] = _made(moved.about, parts, moved.by, moved.id, known)
    floor.texts.divisions[moved.about]["status"] = "objected"
    floor.texts.division = moved.about


def _made(of: str, parts: list[str], by: str, name: str, known: list[str]) -> dict[str, Any]:
    return {
        "of": of, "parts": parts, "status": "requested", "by": "", "asked_by": by, "id": name,
        "votes": {}, "text": list(known),
    }  # fmt: skip


# --- Granted without objection, or by a motion


def _granted(floor: Floor, asked: dict[str, Any]) -> Rules:
    division = floor.texts.divisions[asked["on"]]
    if division["status"] == "requested":
        division |= {"status": "granted", "by": "no objection"}
    return ("division",)


def _objected(floor: Floor, asked: dict[str, Any], by: str) -> Rules:
    """The request becomes a motion of who asked, under the name of the request if it has one."""
    of = asked["on"]
    division = floor.texts.divisions[of]
    division |= {"status": "objected", "objected_by": by}
    name = division["id"] or f"division of {of}"
    rank = floor.rules.rank["division"]
    more = {"parts": division["parts"], "requested": True}
    put_motion(floor, Moved(name, "division", division["asked_by"], rank, 0, of, more=more))
    return ("division",)


consent(Consent("division", _granted, _objected, ("division",)))


def refuse_undivided(floor: Floor, of: str) -> None:
    """Refuse to put the whole while a division is asked for, or a part is still to be put."""
    division = floor.texts.divisions.get(of)
    if division is None:
        return
    if division["status"] in ("requested", "objected"):
        raise OutOfOrder("floor.division-asked", "division", question=of, parts=division["parts"])
    part = next_part(floor, of)
    if part is not None:
        raise OutOfOrder("floor.goes-first", "division", question=of, first=f"{of}/{part}")


def next_part(floor: Floor, of: str) -> str | None:
    """The part that is put next; one whose vote was equal waits for its second vote."""
    division = floor.texts.divisions.get(of)
    if division is None or division["status"] not in ("granted", "requested"):
        return None
    return next((part for part in division["parts"] if _waits(floor, division, part)), None)


def _waits(floor: Floor, division: dict[str, Any], part: str) -> bool:
    if part in division["votes"]:
        return False
    last = floor.decisions.get(f"{division['of']}/{part}")
    return not (last and last.second_vote and second_vote_in_order(floor, last) == "too_late")


# --- A part put to the vote


def _split(name: str) -> tuple[str, str]:
    of, _, part = name.partition("/")
    return of, part


def _has(floor: Floor, name: str) -> bool:
    of, part = _split(name)
    if not part:
        return False
    found = floor.texts.proposals.get(of)
    divided = floor.texts.divisions.get(of, {"parts": []})["parts"]
    return part in divided or (found is not None and part in found.parts)


def _needed(floor: Floor, name: str) -> Needed:
    of = _split(name)[0]
    needed = kind_of(floor, of).needed(floor, of)
    more = ("important_amendment",) if needed.rules[0] == "important" else ()
    return Needed(needed.majority, needed.base, (*needed.rules, *more))


def _ready(floor: Floor, name: str) -> Rules:
    of, part = _split(name)
    division = floor.texts.divisions.get(of)
    if division is None or part not in division["parts"]:
        raise OutOfOrder("floor.not-divided", "division", question=of, part=part)
    if division["status"] not in ("granted", "requested"):
        raise OutOfOrder("floor.not-divided", "division", question=of, part=part)
    nothing_goes_before(floor, name)
    if of in floor.texts.proposals:
        undecided(floor, floor.texts.proposals[of], "division")
        circulated_in_time(floor, floor.texts.proposals[of])
    first = next_of(floor, of)
    if first is not None and of in floor.texts.proposals:
        raise OutOfOrder("floor.goes-first", ("amendments", "division"), question=name, first=first)
    if part in division["votes"]:
        raise OutOfOrder("floor.decided-already", ("division", "reconsideration"), question=name)
    last = floor.decisions.get(name)
    if last is not None and last.second_vote:
        refuse_second_vote(floor, last)
        return ("division", "tie_proposal")
    _in_turn(floor, of, part, division)
    return ("division",)


def _in_turn(floor: Floor, of: str, part: str, division: dict[str, Any]) -> None:
    """Refuse a part before its turn; those that wait for a second vote hold up nobody."""
    for other in division["parts"]:
        if other == part:
            return
        last = floor.decisions.get(f"{of}/{other}")
        if _waits(floor, division, other) and not (last and last.second_vote):
            first = f"{of}/{other}"
            raise OutOfOrder("floor.goes-first", "division", question=f"{of}/{part}", first=first)


def _settle(floor: Floor, name: str, counted: Count, decision: Decision) -> tuple[str, Rules]:
    of, part = _split(name)
    division = floor.texts.divisions[of]
    _granted(floor, {"on": of})
    if floor.consent is not None and floor.consent["kind"] == "division":
        floor.consent = None
    rules: Rules = (*_needed(floor, name).rules, "division")
    if counted.outcome == Outcome.SECOND_VOTE:
        second_vote_due(floor, decision)
        return counted.outcome, ("tie_proposal", *rules)
    outcome = "part_adopted" if counted.carried else "part_rejected"
    division["votes"][part] = outcome
    if not counted.carried:
        _falls(floor, of, part, division)
    if counted.tally.yes == counted.tally.no > 0:
        rules = (*rules, "tie_in_committee" if floor.meeting.committee else "tie_proposal")
    return outcome, rules


def _falls(floor: Floor, of: str, part: str, division: dict[str, Any]) -> None:
    """A rejected part falls; without any operative part left the whole is rejected."""
    found = floor.texts.proposals.get(of)
    if found is None:
        rejected = [name for name, vote in division["votes"].items() if vote == "part_rejected"]
        if len(rejected) == len(division["parts"]) > 1:
            floor.texts.amendments[of].status = "not_adopted"
        return
    if part in found.parts:
        found.parts.remove(part)
    operative = [name for name in division["text"] if name[:2] == "OP"]
    if operative and not any(name in found.parts for name in operative):
        found.status, found.why = "not_adopted", "all operative parts rejected"
        floor.decisions[of] = Decision(
            of,
            "not_adopted",
            False,
            closed=floor.now,
            meeting=floor.meeting.number,
            by=f"{of}/{part}",
        )
        floor.record.append(f"{of} is rejected as a whole: all operative parts were rejected")


question(Kind("part", _has, _needed, _ready, _settle, ties=True))


def undo(floor: Floor, of: str) -> None:
    """The decision on the whole was set aside: its text stands as before the division."""
    division = floor.texts.divisions.pop(of, None)
    found = floor.texts.proposals.get(of)
    if division is not None and found is not None:
        found.parts = division["text"]
        for part in division["parts"]:
            floor.decisions.pop(f"{of}/{part}", None)


@shows("division")
def _division(floor: Floor) -> dict[str, Any] | None:
    found = floor.texts.divisions.get(floor.texts.division)
    if found is None:
        return None
    votes = found["votes"]
    return {
        "of": found["of"], "parts": found["parts"], "status": found["status"],
        "by": found["by"] or None, "asked_by": found["asked_by"],
        "next": next_part(floor, found["of"]),
        "adopted": [part for part in found["parts"] if votes.get(part) == "part_adopted"],
        "rejected": [part for part in found["parts"] if votes.get(part) == "part_rejected"],
    }  # fmt: skip
