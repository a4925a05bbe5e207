"""Taps: those that arrive while a batch is being written are the next batch (group commit)."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from amana.ground import clock
from amana.live.drawing import AWAY, lent, seen_by
from amana.live.kinds import Take, Tap, kinds

__all__ = ["Away", "Failed", "Forbidden", "Pace", "Taps"]

WRITERS = 2  # threads, and connections to the database; each topic is written by one at a time
MOST = 500  # taps of one batch
RATE, BURST = 20.0, 60.0  # taps of one viewer: so many in a second for long, so many at once
KEPT = 10_000  # viewers whose pace is remembered
Answer = Mapping[str, Any]
_log = logging.getLogger("amana.live")


class Forbidden(Exception):
    """Who tapped may not act any more."""


class Failed(Exception):
    """The room could not do this tap, for a reason that it did not foresee."""


class Away(Exception):
    """The database is away: nothing counts as done, and the tap may be sent again."""


@dataclass(slots=True)
class Waiting:
    """A tap on its way to the writer, and its answer to come."""

    tap: Tap
    answer: "asyncio.Future[Answer]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


class Taps:
    """The taps of all topics of a process, on its event loop."""

    def __init__(self) -> None:
        self.lines: dict[str, list[Waiting]] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.threads = ThreadPoolExecutor(WRITERS, "live-write")

    async def take(self, topic: str, tap: Tap) -> Answer:
        """The answer to a tap, once it is committed. Raises Forbidden, Failed or Away."""
        waiting = Waiting(tap)
        if topic in self.lines:  # a batch is being written
            self.lines[topic].append(waiting)
        else:
            self.lines[topic] = [waiting]
            task = asyncio.get_running_loop().create_task(self._write(topic))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        return await waiting.answer

    async def _write(self, topic: str) -> None:
        loop = asyncio.get_running_loop()
        while batch := self.lines[topic][:MOST]:
            del self.lines[topic][:MOST]
            taps = [waiting.tap for waiting in batch]
            try:
                answers = await loop.run_in_executor(self.threads, taken, topic, taps)
            except Exception:  # else nobody would ever write the line of this topic again
                _log.exception("A batch of %d taps on %s was not answered", len(taps), topic)
                answers = [Away() for _ in taps]
            for waiting, answer in zip(batch, answers, strict=True):
                if waiting.answer.done():  # who asked has gone
                    continue
                if isinstance(answer, Exception):
                    waiting.answer.set_exception(answer)
                else:
                    waiting.answer.set_result(answer)
        del self.lines[topic]


def taken(topic: str, taps: Sequence[Tap]) -> list[Answer | Exception]:
    """The answers to a batch, in its order; in a thread, with the database."""
    answers: list[Answer | Exception] = []
    with lent():
        for take, some in groupby(taps, lambda tap: kinds()[tap.kind].take):
            answers += _taken(take, topic, list(some))
    return answers


def _taken(take: Take | None, topic: str, taps: list[Tap]) -> list[Answer | Exception]:
    try:
        may = _allowed(topic, taps) if take else set()
        inside = [tap for tap in taps if (tap.kind, tap.viewer) in may]
        answers = iter(_done(take, topic, inside) if take and inside else [])
    except AWAY:
        return [Away() for _ in taps]
    return [next(answers) if (tap.kind, tap.viewer) in may else Forbidden() for tap in taps]


def _allowed(topic: str, taps: list[Tap]) -> set[tuple[str, str]]:
    viewers: dict[str, set[str]] = {}
    for tap in taps:
        viewers.setdefault(tap.kind, set()).add(tap.viewer)
    return {
        (kind, viewer)
        for kind, asked in viewers.items()
        for viewer in seen_by(kinds()[kind], topic, asked)
    }


def _done(take: Take, topic: str, taps: list[Tap]) -> list[Answer | Exception]:
    try:
        answers: list[Answer | Exception] = list(take(topic, taps))
        if len(answers) != len(taps):
            raise ValueError(f"{len(taps)} taps were given {len(answers)} answers")
        return answers
    except AWAY:
        raise
    except Exception as fault:
        _log.exception("A batch of %d taps on %s failed", len(taps), topic)
        if len(taps) == 1:
            return [Failed(str(fault))]
        return [answer for tap in taps for answer in _done(take, topic, [tap])]


class Pace:
    """How many taps each viewer may still send: a few at once, fewer for long."""

    def __init__(self) -> None:
        self.left: dict[tuple[str, ...], tuple[float, float]] = {}

    def allows(self, *viewer: str) -> bool:
        """Count one tap; False when it is one too many."""
        now = clock.now().timestamp()
        left, since = self.left.pop(viewer, (BURST, now))
        left = min(BURST, left + (now - since) * RATE)
        allows = left >= 1
        self.left[viewer] = (left - allows, now)  # the latest stand last
        if len(self.left) > KEPT:
            del self.left[next(iter(self.left))]
        return allows
