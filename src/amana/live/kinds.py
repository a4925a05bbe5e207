"""Kinds of screens: what rooms register with the hub."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Kind", "Tap", "is_for_all", "kinds", "register"]


@dataclass(frozen=True, slots=True)
class Tap:
    """Something done on a screen, not yet taken.

    `viewer` stands in the ticket and can be trusted; `do`, `more` and `key` are what a browser
    sent. `key` is the idempotency key: a tap that is sent again has the same. `kind` and `lang`
    are those of the screen; answers for people are in `lang`.
    """

    viewer: str
    do: str
    more: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    kind: str = ""
    lang: str = "en"


Frame = Callable[[str, str], str]
Own = Callable[[str, Collection[str]], Mapping[str, object]]
Take = Callable[[str, list[Tap]], Sequence[Mapping[str, object]]]
Admits = Callable[[str, Collection[str]], set[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of screen, as its room registered it."""

    name: str
    frame: Frame
    own: Own | None = None
    take: Take | None = None
    admits: Admits | None = None


_kinds: dict[str, Kind] = {}


def register(
    kind: str,
    *,
    frame: Frame,
    own: Own | None = None,
    take: Take | None = None,
    admits: Admits | None = None,
) -> None:
    """Say how a kind of screen is drawn, and what happens to its taps; in `ready()` of the room.

    All four are called in threads of the hub, with the database at hand, never on the event loop;
    a topic is what the room says it is, such as the key of a log.

    `frame(topic, lang)` is the whole state for all screens of that kind, topic and language: the
    text of one JSON object, `{"n": 42, "html": {"speakers": "…"}, …}`. It is called once per
    change, not once per screen. `n`, if there is one, stands first and is the version of the
    state. Texts are in `lang`: it is active as Django's language while `frame` runs. The name
    `mine` is the hub's.

    `own(topic, viewers)` gives by viewer what only that viewer sees (JSON-able); it arrives as
    `mine` in the same frame. One call per language for all viewers of the kind that look at the
    topic; that language is active.

    `admits(topic, viewers)` gives those who may still look and act. It is asked at connecting, at
    every change, before every batch of taps, and every half minute; whoever is missing is cut.
    Without it every ticket holds until it expires. A screen without an account has viewer `""`.

    `take(topic, taps)` does a batch of taps, those that arrived while the batch before was being
    written, and gives one JSON-able answer for each, in their order. One batch of a topic is taken
    at a time in a process; answers leave only after `take` has returned, so it must have committed
    by then. Kinds with the same `take` share batches. What a tap does wrong is an answer, not an
    exception: when `take` raises, its taps are done again one by one, and only those that raise
    again fail. When the database is away, nothing of the batch counts as done and the senders
    send again under the same keys.
    """
    _kinds[kind] = Kind(kind, frame, own, take, admits)


def kinds() -> Mapping[str, Kind]:
    """What is registered, by name."""
    return _kinds


def is_for_all(kind: str) -> bool:
    """Does everybody who looks at this kind see the same, and may nobody be shut out?"""
    return _kinds[kind].own is None and _kinds[kind].admits is None
