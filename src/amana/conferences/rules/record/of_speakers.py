"""Who spoke, on what, and what was decided on speaking."""

from collections.abc import Iterator

from amana.conferences.rules.record.lines import Line, Scene, tells
from amana.conferences.rules.record.phrases import listed
from amana.conferences.rules.record.questions import item_named

__all__: list[str] = []

_SPEECHES = {
    "right_of_reply": "speaking.replied", "explanation_of_vote": "speaking.explained",
    "explain_vote": "speaking.explained", "explanation": "speaking.explained",
}  # fmt: skip
_NOT_TOLD = frozenset({"motion", "point_of_order"})  # told when it is moved or raised


@tells("give_floor")
def spoke(scene: Scene) -> Iterator[Line]:
    """A statement, a reply, an explanation of vote, a report presented."""
    holder = scene.floor.speaking.holder
    if holder is None or holder.purpose in _NOT_TOLD:
        return
    who, item = scene.those(holder.who), scene.floor.meeting.item
    if holder.purpose in _SPEECHES:
        yield scene.line(_SPEECHES[holder.purpose], who=who)
    elif "report" in holder.purpose or holder.who == "rapporteur":
        yield scene.line("speaking.presented", who=who)
    elif item is None:
        yield scene.line("speaking.stated", who=who)
    else:
        yield scene.line("speaking.stated_on", "", "speaking-stated", who=who,
                         it=item_named(item, {}))  # fmt: skip


@tells("announce_list")
def list_read(scene: Scene) -> Iterator[Line]:
    """The list as the chair read it."""
    asked = [one.who for one in scene.floor.speaking.speakers]
    if asked:
        yield scene.line("speaking.list_read", names=listed(asked, scene.names))


@tells("close_list", "reopen_list", "gavel", "ask_objection", "close_voting")
def list_turned(scene: Scene) -> Iterator[Line]:
    """The list closed or opened again; after an equal state nothing is said."""
    was, now = scene.before.list_status, scene.floor.speaking.list_status
    emptied = scene.before.item_status != scene.floor.meeting.item_status
    if was != now and not emptied:
        yield scene.line("speaking.list_closed" if now == "closed" else "speaking.list_reopened")


@tells("decide_order_of_speakers")
def order(scene: Scene) -> Iterator[Line]:
    """An order of ranks was adopted."""
    yield scene.line("speaking.order_of_ranks")


@tells("decide_limits")
def limits(scene: Scene) -> Iterator[Line]:
    """The limits in force from here on."""
    speaking = scene.floor.speaking
    seconds, number = speaking.limit_s, speaking.speeches
    if seconds is not None:
        minutes, rest = divmod(seconds, 60)
        key = "speaking.limited_seconds" if rest else "speaking.limited"
        yield scene.line(key, "", "speaking-limited", time=seconds if rest else minutes)
    if number is not None:
        yield scene.line("speaking.limited_number", number=number)


@tells("call_to_order")
def called_to_order(scene: Scene) -> Iterator[Line]:
    """The chair called the speaker to order."""
    holder = scene.floor.speaking.holder
    if holder is not None:
        yield scene.line("speaking.called_to_order", who=scene.those(holder.who))


@tells("explain_vote")
def explained(scene: Scene) -> Iterator[Line]:
    """A delegation explained its vote, before or after it."""
    event, floor = scene.event, scene.floor
    name = str(event.get("on") or floor.last_decision)
    after = event.get("when", "after" if name in floor.decisions else "before") == "after"
    key = "speaking.explained_after" if after else "speaking.explained_before"
    yield scene.line(key, "", "speaking-explained", who=scene.who, it=scene.called(name))


@tells("state_intention")
def intended(scene: Scene) -> Iterator[Line]:
    """What a delegation had meant to vote: on record, the tally stands."""
    event = scene.event
    name = str(event.get("on") or event.get("question") or scene.floor.last_decision)
    decision = scene.floor.decisions.get(name)
    if decision is not None and decision.method == "secret":
        return  # of a secret ballot the record names nobody
    answer = str(event.get("answer") or event.get("intention") or event.get("meant") or "")
    key = {"yes": "for", "no": "against", "abstain": "abstain"}.get(answer, "otherwise")
    yield scene.line(
        f"speaking.intended_{key}", "", "speaking-intended", who=scene.who, it=scene.called(name)
    )  # fmt: skip
