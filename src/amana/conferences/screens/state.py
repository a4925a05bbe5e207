"""The state of a floor as the screens show it: plain values in the reader's language.

It is made once for each entry of the log and language. Time is left to the browser: a clock is
given by when it began and what was spent.
"""

from datetime import datetime
from typing import Any

from django.utils import timezone

from amana.conferences.models import Log
from amana.conferences.rules.floor.clock import timed
from amana.conferences.rules.floor.precedence import pending
from amana.conferences.rules.floor.shown import VIEWS
from amana.conferences.rules.floor.state import Floor
from amana.conferences.screens.choices import questions
from amana.conferences.screens.citing import rule_of
from amana.conferences.screens.deciding import contests_of, decision_of, vote_of
from amana.conferences.screens.naming import Names
from amana.conferences.screens.scenes import Scene
from amana.conferences.screens.texts import address_of_text, change_of, texts_of

__all__ = ["scene"]


def scene(log: Log, floor: Floor, names: Names, lang: str) -> dict[str, Any]:
    """Everything that the regions of all screens show."""
    at = Scene(log, floor, names, lang, log.length)
    question = VIEWS["question"](floor)
    return {
        "log": log, "n": log.length, "exercise": log.exercise,
        "title": names.floor_title.text(lang),
        "meeting": _meeting(at), "speaker": _speaker(at), "list": _list(at),
        "points": _points(at), "ruling": _ruling(at), "motions": _motions(at),
        "question": _question(at, question or (questions(floor) or [""])[0], bool(question)),
        "consent": _consent(at), "quorum": _quorum(at), "vote": vote_of(at),
        "decision": decision_of(at), "texts": texts_of(at), "contests": contests_of(at),
        "next": [names.question(floor, name, lang) for name in questions(floor)[1:5]],
    }  # fmt: skip


def _meeting(at: Scene) -> dict[str, Any]:
    meeting = at.floor.meeting
    item_status = "debate_open" if meeting.item_status == "open" else meeting.item_status
    return {
        "status": meeting.status, "status_label": at.said("status", meeting.status),
        "number": meeting.number,
        "item": at.names.item(meeting.item, at.lang) if meeting.item else "",
        "item_label": at.said("status", item_status), "item_status": meeting.item_status,
        "agenda": [at.names.item(one, at.lang) for one in meeting.agenda or ()],
        "agenda_adopted": meeting.agenda_adopted,
        "ground": at.said("status", meeting.suspended_for) if meeting.suspended_for else "",
    }  # fmt: skip


def _speaker(at: Scene) -> dict[str, Any] | None:
    """Who has the floor, and whose clock runs: an interrupted speaker's stands meanwhile."""
    holder = at.floor.speaking.holder
    if holder is None:
        return None
    own = timed(at.floor)
    other = own if own is not holder else None
    return {
        "key": holder.who, "name": at.party(holder.who),
        "purpose": at.said("purposes", holder.purpose),
        "since": _epoch(holder.since), "spent": holder.spent_s, "limit": holder.limit_s,
        "called": holder.called_to_order,
        "interrupted": at.party(other.who) if other else "",
    }  # fmt: skip


def _purpose(at: Scene, purpose: str) -> str:
    """What somebody asked for the floor for; of a speech nothing is said."""
    return "" if purpose in ("", "speech") else at.said("purposes", purpose)


def _epoch(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp() * 1000)


def _list(at: Scene) -> dict[str, Any]:
    speaking = at.floor.speaking
    rows = [
        {
            "key": asked.who, "name": at.party(asked.who),
            "purpose": _purpose(at, asked.purpose),
            "rank": at.said("ranks", asked.rank) if asked.rank else "",
        }
        for asked in speaking.speakers
    ]  # fmt: skip
    return {
        "open": speaking.list_status == "open", "rows": rows,
        "label": at.said("status", "list_open" if speaking.list_status == "open" else "closed"),
        "announced": speaking.announced,
        "replies": [{"key": key, "name": at.party(key)} for key in speaking.replies],
        "limit": speaking.limit_s, "speeches": speaking.speeches,
    }  # fmt: skip


def _points(at: Scene) -> list[dict[str, str]]:
    points = (*at.floor.order.points, *at.floor.order.held)
    return [
        {"key": p.by, "name": at.party(p.by), "about": at.said("abouts", p.about)} for p in points
    ]


def _ruling(at: Scene) -> dict[str, Any] | None:
    last = at.floor.order.ruling
    if last is None:
        return None
    return {"text": at.said("rulings", last.ruling), "open": last.open_to_appeal,
            "by": at.party(last.by) if last.by else ""}  # fmt: skip


def _motions(at: Scene) -> list[dict[str, Any]]:
    return [
        {
            "id": moved.id, "name": at.said("motions", moved.motion), "by": at.party(moved.by),
            "rank": moved.rank, "rule": rule_of(at.floor.rules, (moved.motion,), at.lang),
            "on": at.names.question(at.floor, moved.about, at.lang) if moved.about else "",
            "for": [at.party(key.removesuffix(" (mover)")) for key in moved.spoke_for],
            "against": [at.party(key) for key in moved.spoke_against],
        }
        for moved in pending(at.floor)
    ]  # fmt: skip


def _question(at: Scene, name: str, put: bool) -> dict[str, Any] | None:
    """What is before the meeting, or what would be put next."""
    if not name:
        return None
    proposal = at.floor.texts.proposals.get(name.partition("/")[0])
    amended = at.floor.texts.amendments.get(name)
    change = amended.change if amended is not None else None
    return {
        "id": name, "name": at.names.question(at.floor, name, at.lang), "put": put,
        "title": at.names.text(at.floor, name, at.lang), "change": change_of(change),
        "href": address_of_text(at, proposal.more) if proposal else "",
        "sponsors": [at.party(key) for key in proposal.sponsors] if proposal else [],
        "framing": _framing(at, name),
    }  # fmt: skip


def _framing(at: Scene, name: str) -> str:
    made = at.floor.order.appeals.get(name)
    return at.said("framings", made.framing) if made else ""


def _consent(at: Scene) -> dict[str, str] | None:
    asked = at.floor.consent
    if asked is None:
        return None
    on = str(asked.get("on") or "")
    named = on and on not in ("close_list", "reopen_list")
    return {
        "kind": asked["kind"], "name": at.said("consents", asked["kind"]),
        "on": at.names.question(at.floor, on, at.lang) if named else "",
        "stage": "asked" if at.floor.phase == "consent_asked" else
                 "waits" if asked["kind"] == "agenda" else "declared",
    }  # fmt: skip


def _quorum(at: Scene) -> dict[str, Any]:
    said, call = dict(VIEWS["quorum"](at.floor)), at.floor.meeting.quorum_call
    if call:
        at_ = datetime.fromisoformat(call["at"]) if call.get("at") else None
        at_ = timezone.localtime(at_) if at_ and at_.tzinfo else at_
        said["call"] = {"present": call["present"], "need": call["decision_need"], "at": at_}
    return said | {
        "entitled": len(VIEWS["entitled"](at.floor)),
        "rule": rule_of(at.floor.rules, ("quorum_decision",), at.lang),
        "debate_rule": rule_of(at.floor.rules, ("quorum_debate",), at.lang),
    }  # fmt: skip
