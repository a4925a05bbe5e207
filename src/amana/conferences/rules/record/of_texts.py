"""Drafts and amendments: submitted, sponsored, accepted, withdrawn, not put, and why."""

from collections.abc import Iterator

from amana.conferences.rules.floor.state import Amendment, Proposal
from amana.conferences.rules.floor.tabled import said_of
from amana.conferences.rules.record.lines import Line, Scene, always, tells
from amana.conferences.rules.record.phrases import Phrase, joined, listed
from amana.conferences.rules.record.questions import question_named

__all__: list[str] = []


@tells("propose")
def proposed(scene: Scene) -> Iterator[Line]:
    """Who submitted a draft: the first of the sponsors leads."""
    found = next(reversed(scene.floor.texts.proposals.values()))
    yield scene.line(
        "text.proposed", who=scene.those(*found.sponsors), it=scene.called(found.id, titled=True)
    )  # fmt: skip


def _proposal(scene: Scene) -> Phrase:
    name = said_of(scene.event, "of", "on", "proposal", "question", "what", "id",
                   among=scene.floor.texts.proposals)  # fmt: skip
    return scene.called(name)


@tells("sponsor_join")
def joined_by(scene: Scene) -> Iterator[Line]:
    """Who joined the sponsors."""
    yield scene.line("text.sponsors_joined", who=scene.who, it=_proposal(scene))


@tells("sponsor_leave")
def left_by(scene: Scene) -> Iterator[Line]:
    """Who left the sponsors."""
    yield scene.line("text.sponsors_left", who=scene.who, it=_proposal(scene))


@tells("amend", "sub_amend")
def amended(scene: Scene) -> Iterator[Line]:
    """Who moved an amendment, and of what."""
    texts = scene.floor.texts
    found = texts.amendments[next(reversed(texts.amendments))]
    yield scene.line(
        "text.amended", who=scene.who, it=scene.called(found.id), of=scene.called(found.of)
    )  # fmt: skip


@tells("decide_order")
def ordered(scene: Scene) -> Iterator[Line]:
    """The order of the amendments as the chair decided it."""
    order = [str(one) for one in scene.event["order"]]
    yield scene.line("text.ordered", order=listed(order, {}))


@tells("confirm_consequences")
def implied(scene: Scene) -> Iterator[Line]:
    """What the chair said that the adoption of one would imply."""
    labels = scene.floor.texts.consequences
    for one in dict(scene.event["consequences"]):
        falls = [name for name, label in labels.get(str(one), {}).items() if "rejection" in label]
        if falls:
            yield scene.line(
                "text.would_imply", str(one), it=scene.called(str(one)), others=_all(scene, falls)
            )  # fmt: skip


def _all(scene: Scene, names: list[str]) -> Phrase:
    each = [scene.called(name) for name in names]
    return Phrase(
        joined([one.ar for one in each], "ar"), joined([one.en for one in each], "en"),
        joined([one.fr for one in each], "fr"),
        de=joined([one.form("fr", "de") for one in each], "fr"), number=len(each),
    )  # fmt: skip


@tells("accept_amendment", "decline_amendment")
def accepted(scene: Scene) -> Iterator[Line]:
    """What the sponsors said to an amendment."""
    name = said_of(scene.event, "amendment", "what", "id", "question", "of", "on",
                   among=scene.floor.texts.amendments)  # fmt: skip
    it = scene.called(name)
    if scene.event.do == "decline_amendment":
        yield scene.line("text.declined", who=scene.who, it=it)
    elif scene.floor.texts.amendments[name].status == "accepted":
        yield scene.line("text.accepted_by_all", "", "text-accepted", who=scene.who, it=it)
    else:
        yield scene.line("text.accepted", who=scene.who, it=it)


@tells("revise")
def revised(scene: Scene) -> Iterator[Line]:
    """Every sponsor together submitted a revised text."""
    yield scene.line("text.revised", it=_proposal(scene))


@tells("circulate_financial_statement")
def costed(scene: Scene) -> Iterator[Line]:
    """The statement of financial implications was circulated."""
    yield scene.line("text.costed", it=_proposal(scene))


@tells("waive_circulation")
def waived(scene: Scene) -> Iterator[Line]:
    """The time of circulation was waived: by the chair, or by the organ for a draft."""
    texts = scene.floor.texts
    known = {**texts.proposals, **texts.amendments, **scene.floor.motions}
    name = said_of(scene.event, "what", "motion", "amendment", "id", "proposal", "question", "of",
                   "on", among=known)  # fmt: skip
    organ = name in texts.proposals
    key = "text.waived_by_the_organ" if organ else "text.waived"
    yield scene.line(key, "", "text-waived", it=scene.called(name))


@tells("withdraw", "take_over")
def withdrawn(scene: Scene) -> Iterator[Line]:
    """What was withdrawn or taken up again, and by whom."""
    floor = scene.floor
    known = {**floor.motions, **floor.order.appeals, **floor.texts.amendments,
             **floor.texts.proposals}  # fmt: skip
    name = said_of(scene.event, "what", "motion", "amendment", "id", "proposal", "question", "of",
                   "on", among=known)  # fmt: skip
    key = "text.withdrawn" if scene.event.do == "withdraw" else "text.taken_over"
    yield scene.line(key, who=scene.who, it=scene.called(name))


@tells("defer")
def deferred(scene: Scene) -> Iterator[Line]:
    """The decision was put off."""
    yield scene.line("text.deferred", it=_proposal(scene))


@tells("put_again")
def put_again(scene: Scene) -> Iterator[Line]:
    """A draft already decided, or deferred, was put once more."""
    yield scene.line("text.put_again", it=scene.called(said_of(scene.event)))


@tells("request_division")
def divided(scene: Scene) -> Iterator[Line]:
    """Who asked that parts be voted separately."""
    of = said_of(scene.event, "of", "on", "proposal", "question", "what")
    division = scene.floor.texts.divisions[of]
    parts = _all(scene, [f"{of}/{part}" for part in division["parts"]])
    yield scene.line("text.division_asked", who=scene.who, parts=parts)


@tells("gavel", "ask_objection")
def division_granted(scene: Scene) -> Iterator[Line]:
    """Nobody objected to the division."""
    asked = scene.before.consent
    if asked is not None and asked["kind"] == "division":
        yield scene.line("text.division_granted", it=scene.called(asked["on"]))


@always
def fell(scene: Scene) -> Iterator[Line]:
    """What was not put or lapsed by what was decided, and why."""
    texts, was = scene.floor.texts, scene.before.texts
    found: dict[str, Amendment | Proposal] = {**texts.amendments, **texts.proposals}
    for name, one in found.items():
        if one.status == was.get(name) or name not in was:
            continue
        it = question_named(scene.floor, name, scene.names)
        if one.status == "not_put" and one.why in scene.floor.motions:
            yield scene.line("text.not_competent", name, "text-not_put", it=it)
        elif one.status == "not_put":
            yield scene.line("text.not_put", name, it=it, because=scene.called(one.why))
        elif one.status == "lapsed":
            yield scene.line("text.lapsed", name, it=it)
        elif one.status == "no_action":
            yield scene.line("text.no_action", name, it=it)
        elif one.status == "under_reconsideration":
            yield scene.line("text.reconsidered", name, it=it)
