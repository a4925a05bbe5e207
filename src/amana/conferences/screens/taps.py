"""What happens to taps: one commit for all that arrived together, an answer to each."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from amana.conferences.acts.saying import Outcome, Said, say_many
from amana.conferences.floor.folding import folded, log_of
from amana.conferences.floor.seats import SERVED, Seat, seats_for
from amana.conferences.models import Log
from amana.conferences.rules.floor.acts import ACTS
from amana.conferences.screens.forms import FORMS, read
from amana.conferences.screens.labels import label
from amana.conferences.screens.naming import Names, names_for
from amana.conferences.screens.refusing import told
from amana.ground import clock
from amana.kernel.refusals import Refusal
from amana.live.api import Tap

__all__ = ["admits", "said_of", "take"]

_MOST = 20_000  # characters of what a tap says


def admits(topic: str, viewers: Any) -> set[str]:
    """Those who still have a seat on the floor."""
    return set(seats_for(log_of(topic), viewers))


def take(topic: str, taps: list[Tap]) -> list[Mapping[str, object]]:
    """Say every tap: `{n, again, said}` where it is in order, else `{refused: {…}}`."""
    log = log_of(topic)
    names, seats = names_for(log), seats_for(log, {tap.viewer for tap in taps})
    answers: list[Mapping[str, object]] = [{} for _ in taps]
    said: list[tuple[int, Said, Seat]] = []
    for number, tap in enumerate(taps):
        try:
            said.append((number, *_said(tap, seats, names)))
        except Refusal as refusal:
            answers[number] = _refused(log, names, refusal, tap.lang)
    outcomes = say_many(log.key, [(what, seat) for _, what, seat in said]) if said else []
    for (number, _what, _seat), outcome in zip(said, outcomes, strict=True):
        answers[number] = _answer(log, names, outcome, taps[number].lang)
    return answers


def _said(tap: Tap, seats: Mapping[str, Seat], names: Names) -> tuple[Said, Seat]:
    seat = seats.get(tap.viewer)
    if seat is None:
        raise Refusal("floor.no-seat")
    return said_of(tap.do, tap.more, tap.key, seat, names), seat


def said_of(slug: str, fields: Mapping[str, Any], key: str, seat: Seat, names: Names) -> Said:
    """What a screen sends as what is said. Refused: `floor.act-unknown`."""
    do = slug.partition("-")[0]
    if do not in FORMS or do not in ACTS or len(json.dumps(dict(fields), default=str)) > _MOST:
        raise Refusal("floor.act-unknown", act=do[:40])
    do, by, more = read(slug, fields, names, named=seat.role in SERVED)
    return Said(do, by, more, key[:40])


def _answer(log: Log, names: Names, outcome: Outcome, lang: str) -> Mapping[str, object]:
    if outcome.refusal is not None:
        return _refused(log, names, outcome.refusal, lang)
    at = timezone.localtime(clock.now()).strftime("%H:%M:%S")
    said = label("received", "again" if outcome.again else "now", lang).format(time=at)
    return {"n": outcome.n, "again": outcome.again, "said": said}


def _refused(log: Log, names: Names, refusal: Refusal, lang: str) -> Mapping[str, object]:
    with folded(log) as floor:
        return {"refused": told(refusal, floor, names, lang).as_dict()}
