"""The meeting itself: opened, its agenda, its items, its quorum, suspended, resumed, adjourned."""

from collections.abc import Iterator

from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.record.clock import hour_words
from amana.conferences.rules.record.lines import Line, Scene, always, tells
from amana.conferences.rules.record.phrases import Phrase, noun, quoted
from amana.conferences.rules.record.questions import item_named
from amana.kernel.numbers import ordinal
from amana.kernel.words import Words

__all__ = ["meeting_phrase"]


def meeting_phrase(number: int) -> Phrase:
    """*The second meeting*."""
    ar = f"الجلسة {ordinal(number, 'ar', feminine=True)}"
    fr = f"{ordinal(number, 'fr', feminine=True)} séance"
    return noun(ar, f"the {ordinal(number, 'en')} meeting", fr, feminine=True, feminine_fr=True)


def _gates(floor: Floor) -> dict[str, int]:
    return {
        "present": len(roll.present(floor)), "members": roll.member_count(floor),
        "debate": roll.debate_need(floor), "decision": roll.decision_need(floor),
    }  # fmt: skip


@tells("open_meeting")
def opened(scene: Scene) -> Iterator[Line]:
    """When it was opened, who was there, the quorum, the second votes that are due."""
    floor = scene.floor
    this = meeting_phrase(floor.meeting.number)
    yield scene.line("meeting.opened", meeting=this, at=hour_words(scene.event.at))
    yield scene.line("meeting.quorum", **_gates(floor))
    for name, decision in floor.decisions.items():
        if decision.second_vote:
            yield scene.line("meeting.second_vote_due", name, it=scene.called(name))


@always
def agenda(scene: Scene) -> Iterator[Line]:
    """The agenda, once it is adopted, however that came about."""
    adopted = scene.floor.meeting.agenda_adopted
    if adopted and not scene.before.agenda_adopted and "agenda" not in _voted(scene):
        items = scene.floor.meeting.agenda or []
        yield scene.line("meeting.agenda_adopted", items=len(items))


def _voted(scene: Scene) -> str:
    """The question whose vote this event closed."""
    return scene.floor.last_decision if scene.event.do == "close_voting" else ""


@always
def item(scene: Scene) -> Iterator[Line]:
    """The item that the meeting turned to."""
    now = scene.floor.meeting.item
    if now is not None and now != scene.before.item:
        yield scene.line("meeting.item", now, it=item_named(now, scene.names))


@always
def suspended(scene: Scene) -> Iterator[Line]:
    """Suspended or ended: by the chair, or by a motion that carried."""
    meeting, was = scene.floor.meeting, scene.before.status
    if was in (meeting.status, "not_open"):
        return
    at = hour_words(scene.event.at)
    this = meeting_phrase(meeting.number)
    if meeting.status == "suspended":
        ground = meeting.suspended_for
        key = {
            "want_of_quorum": "meeting.suspended_for_quorum",
            "technical_failure": "meeting.suspended_for_failure",
        }.get(ground, "meeting.suspended")
        yield scene.line(key, "", "meeting-suspended", meeting=this, at=at)
    elif meeting.status == "adjourned":
        yield scene.line("meeting.adjourned", meeting=this, at=at)
    elif was == "suspended":
        yield scene.line("meeting.resumed", meeting=this, at=at)


@tells("quorum_call")
def called(scene: Scene) -> Iterator[Line]:
    """The roll, and who asked for it."""
    yield scene.line("meeting.roll_called", who=scene.who, **_gates(scene.floor))


@tells("lift_quorum_block")
def lifted(scene: Scene) -> Iterator[Line]:
    """Who lifted the block below the decision quorum, and why."""
    event = scene.event
    why = str(event.get("ground") or event.get("reason") or event.get("why") or "")
    key = "meeting.block_lifted_because" if why else "meeting.block_lifted"
    yield scene.line(
        key, "", "meeting-block_lifted", why=quoted(why) or Words(), **_gates(scene.floor)
    )


@tells("resume")
def contest_resumed(scene: Scene) -> Iterator[Line]:
    """An election taken up again after consultations, while the meeting went on."""
    if scene.before.status == "open":
        yield scene.line("election.resumed")
