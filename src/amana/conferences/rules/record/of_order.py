"""Points of order, rulings and appeals; motions; credentials."""

from collections.abc import Iterator

from amana.conferences.rules.record.lines import Line, Scene, always, tells
from amana.conferences.rules.record.phrases import quoted
from amana.conferences.rules.record.questions import motion_named
from amana.kernel.words import Words

__all__: list[str] = []


@tells("point_of_order")
def raised(scene: Scene) -> Iterator[Line]:
    """Who raised a point of order, and on what, in the words that were used."""
    event = scene.event
    about = str(event.get("about") or event.get("on") or event.get("text") or "")
    key = "order.point_on" if about else "order.point"
    words = quoted(about.replace("_", " "))
    yield scene.line(key, "", "order-point", who=scene.who, about=words or Words())


@tells("rule")
def ruled(scene: Scene) -> Iterator[Line]:
    """The ruling, in the words that were used."""
    ruling = scene.floor.order.ruling
    words = quoted(ruling.ruling) if ruling is not None else Words()
    yield scene.line("order.ruled" if words else "order.ruled_so", "", "order-ruled", words=words)
    if ruling is not None and ruling.on in scene.floor.texts.amendments:
        status = scene.floor.texts.amendments[ruling.on].status
        if status == "new_proposal" and scene.before.texts.get(ruling.on) != status:
            yield scene.line("order.is_a_new_proposal", it=scene.called(ruling.on))


@tells("appeal")
def appealed(scene: Scene) -> Iterator[Line]:
    """Who appealed against the ruling."""
    yield scene.line("order.appealed", who=scene.who)


@tells("frame_question")
def framed(scene: Scene) -> Iterator[Line]:
    """How the chair worded the question of the appeal."""
    last = next(reversed(scene.floor.order.appeals.values()))
    key = "order.framed_upholding" if last.positive else "order.framed_overruling"
    yield scene.line(key, "", "order-framed")


@tells("move")
def moved(scene: Scene) -> Iterator[Line]:
    """Who moved what. The chair's own suspension is told as such."""
    floor = scene.floor
    if scene.event.who == "chair" or not floor.motions:
        return
    motion = next(reversed(floor.motions.values()))
    yield scene.line("motion.moved", who=scene.who, it=motion_named(floor, motion, scene.names))
    about = motion.about.partition("/")[0]
    if about in floor.texts.proposals or about in floor.texts.amendments:
        yield scene.line("motion.concerned", it=scene.called(motion.about))


@tells("speak_on_motion")
def spoke_on_motion(scene: Scene) -> Iterator[Line]:
    """Who spoke for the motion or against it; the mover's own words are part of the moving."""
    event, floor = scene.event, scene.floor
    name = str(event.get("motion") or event.get("on") or event.get("id") or "")
    motion = floor.motions.get(name) or next(
        (one for one in floor.motions.values() if one.status == "pending"), None
    )
    side = str(event.get("side", "for"))
    if motion is None or side == "mover":
        return
    key = "motion.spoke_against" if side == "against" else "motion.spoke_for"
    it = motion_named(floor, motion, scene.names)
    yield scene.line(key, "", "motion-spoke", who=scene.who, it=it)


@always
def lapsed(scene: Scene) -> Iterator[Line]:
    """Motions that fell with what another one decided."""
    for name, motion in scene.floor.motions.items():
        if motion.status == "lapsed" and scene.before.texts.get(name) == "pending":
            it = motion_named(scene.floor, motion, scene.names)
            yield scene.line("motion.lapsed", name, it=it)


@tells("challenge_credentials")
def challenged(scene: Scene) -> Iterator[Line]:
    """A delegation whose credentials are challenged sits and votes until the organ decides."""
    event = scene.event
    said = (event.get(name) for name in ("of", "against", "state", "on", "whom", "delegation"))
    state = str(next((one for one in said if one), ""))
    yield scene.line("order.credentials_challenged", who=scene.who, whose=scene.those(state))
