"""Drawing what screens show: in a thread, one frame for all screens of a kind and a language."""

import logging
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import translation

from amana.live.kinds import Kind, kinds
from amana.live.wire import own_part

__all__ = ["AWAY", "Look", "View", "drawn", "lent", "seen_by"]

AWAY = (OperationalError, InterfaceError)  # the database is not there; later it will be
Look = tuple[str, str]  # a kind and a language
_log = logging.getLogger("amana.live")


@dataclass(frozen=True, slots=True)
class View:
    """What the screens of one kind and language show: a frame, and what each viewer has besides.

    `frame` is empty when the room could not draw it; who is not in `own` may not look.
    """

    frame: str
    own: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def lent() -> Iterator[None]:
    """The database for one piece of work in a thread; its connection goes back to the pool."""
    close_old_connections()
    try:
        yield
    finally:
        close_old_connections()


def drawn(
    topic: str, audience: Mapping[Look, Collection[str]], known: Mapping[Look, str]
) -> dict[Look, View]:
    """The views of a topic for those who look. Frames in `known` are not drawn again.

    A room that fails draws nothing, and only its own screens wait for the next change. Raises one
    of AWAY when the database is away.
    """
    with lent():
        return {look: _view(topic, look, viewers, known) for look, viewers in audience.items()}


def _view(topic: str, look: Look, viewers: Collection[str], known: Mapping[Look, str]) -> View:
    kind, lang = kinds()[look[0]], look[1]
    try:
        with translation.override(lang):
            seen = seen_by(kind, topic, viewers)
            own = kind.own(topic, seen) if kind.own and seen else {}
            frame = known.get(look) or kind.frame(topic, lang)
        return View(frame, {viewer: own_part(own.get(viewer)) for viewer in seen})
    except AWAY:
        raise
    except Exception:
        _log.exception("The frame %s of %s could not be drawn", look, topic)
        return View("", dict.fromkeys(viewers, ""))


def seen_by(kind: Kind, topic: str, viewers: Collection[str]) -> set[str]:
    """Those of the viewers that may still look and act."""
    asked = set(viewers)
    return asked & kind.admits(topic, asked) if kind.admits and asked else asked
