"""The fold: events in, answers out. Pure: the same events under the same rulebook give the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from amana.conferences.rules.floor import (  # noqa: F401  (each registers its acts)
    acclaiming,
    amendments,
    announcing,
    asking,
    closing,
    consensus,
    contests,
    counting,
    credentials,
    division,
    explaining,
    given_texts,
    in_order,
    items,
    limits,
    looking,
    meeting,
    motions,
    order,
    proposals,
    replies,
    roll_call,
    roll_taken,
    speaking,
    sponsors,
    voting,
)
from amana.conferences.rules.floor.acts import ACTS, OutOfOrder, allowed_to, gate
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.given import floor_of
from amana.conferences.rules.floor.shown import shown
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.tabled import touch
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["Answer", "apply", "replay"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the floor answers to an event: in order or not, under which rules, and why not."""

    n: int
    do: str
    allowed: bool
    rules: tuple[str, ...]
    refusal: Refusal | None = None
    borrowed: bool = False
    mark: Words = Words()

    def as_dict(self, lang: str) -> dict[str, Any]:
        """`{n, do, allowed, rule, borrowed, reason, facts}`; a reason only for a refusal."""
        said: dict[str, Any] = {
            "n": self.n, "do": self.do, "allowed": self.allowed, "rule": list(self.rules),
            "borrowed": self.borrowed,
        }  # fmt: skip
        if self.mark.en:
            said["borrowed_mark"] = self.mark.text(lang)
        if self.refusal is not None:
            said["reason"] = self.refusal.sentence(lang)
            said["facts"] = {name: _plain(fact) for name, fact in self.refusal.facts.items()}
        return said


def apply(floor: Floor, event: Event) -> Answer:
    """Let an event happen, or refuse it; a refused event changes nothing."""
    before, declared = floor.now, floor.consent
    if event.at is not None:
        floor.now = event.at
    floor.shown, floor.record = {}, []
    try:
        known = ACTS.get(event.do)
        if known is None:
            raise Refusal("floor.act-unknown", act=event.do)
        allowed_to(floor, known, event)
        gate(floor, known)
        names = known.run(floor, event)
    except OutOfOrder as refusal:
        floor.now = before
        return _answer(floor, event, False, refusal.rules, refusal)
    except Refusal as refusal:
        floor.now = before
        return Answer(event.n, event.do, False, (), refusal)
    floor.minutes += floor.record
    touch(floor, event)
    if known.business and declared is not None and floor.consent is declared:
        floor.consent = None if declared.get("declared") else declared
    if known.business and floor.order.ruling is not None:
        floor.order.ruling.open_to_appeal = False
    return _answer(floor, event, True, names, None)


def _answer(
    floor: Floor, event: Event, allowed: bool, names: tuple[str, ...], refusal: Refusal | None
) -> Answer:
    borrowed = bool(names) and floor.rules.borrowed(names[0])
    mark = floor.rules.mark if borrowed else Words()
    articles = floor.rules.articles(*names)
    return Answer(event.n, event.do, allowed, articles, refusal, borrowed, mark)


def replay(scenario: Mapping[str, Any], lang: str = "en") -> Iterator[dict[str, Any]]:
    """Fold a whole meeting: for each event the answer, with the state after it under `state`."""
    floor = floor_of(scenario)
    for number, record in enumerate(_events(scenario), 1):
        event = Event.of(record, number)
        answer = apply(floor, event)
        yield answer.as_dict(lang) | {"state": _shown_at(floor, event) | _borrowing(answer, lang)}


def _shown_at(floor: Floor, event: Event) -> dict[str, Any]:
    """The state at the time of an event, refused or not; a refused one does not set the clock."""
    before = floor.now
    floor.now = event.at or before
    found = shown(floor)
    floor.now = before
    return found


def _events(scenario: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    events = scenario.get("events", ())
    if not isinstance(events, (list, tuple)):
        raise Refusal("floor.event-unreadable", number=0, why="events")
    return events


def _borrowing(answer: Answer, lang: str) -> dict[str, Any]:
    return {"borrowed": answer.borrowed, "borrowed_mark": answer.mark.text(lang) or None}


def _plain(fact: object) -> object:
    if isinstance(fact, (str, int, bool, type(None))):
        return fact
    if isinstance(fact, (list, tuple, set, frozenset)):
        return [_plain(one) for one in fact]
    return str(fact)
