"""The hub of a process: which screens look at which topics, and what they are shown.

Everything here runs on one event loop; drawing happens in threads.
"""

import asyncio
import itertools
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from amana.ground import clock
from amana.live.drawing import AWAY, Look, View, drawn
from amana.live.kinds import is_for_all
from amana.live.screens import Screen
from amana.live.sockets import sockets_of
from amana.live.tickets import Ticket
from amana.live.wire import BEAT, event_of, with_own

__all__ = ["Hub"]

DRAWERS = 2  # threads, and connections to the database
BEATS = 2.0  # seconds between two signs of life
SLICES = 20  # a sign of life goes to a twentieth of the screens at a time, to delay no frame
REVIEW = 15  # rounds of signs of life between two looks at who may still look: half a minute
AGAIN = 0.5  # seconds until a database that is away is asked again
SHARE = 10e-6  # seconds that sending to one screen takes: so long the next frame waits, for pages
MOST_OF_ONE = 8  # screens with one ticket of somebody, in a process


class Topic:
    """What is looked at: its screens, those that have no frame yet, its newest frames."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.screens: set[Screen] = set()
        self.arrived: set[Screen] = set()
        self.frames: dict[Look, str] = {}
        self.has_changed = False
        self.task: asyncio.Task[None] | None = None

    def everybody(self) -> set[Screen]:
        """All screens, with or without a frame."""
        return self.screens | self.arrived


class Hub:
    """All topics of this process. `hears` is whether changes are heard: else nothing is sure."""

    def __init__(self, loop: asyncio.AbstractEventLoop, most: int) -> None:
        self.loop = loop
        self.most = most
        self.topics: dict[str, Topic] = {}
        self.count = 0
        self.held: Counter[Ticket] = Counter()
        self.hears = False
        self.threads = ThreadPoolExecutor(DRAWERS, "live-draw")
        self.ticking = self.loop.create_task(self._tick())

    # Screens that come and go.

    def has_room_for(self, ticket: Ticket) -> bool:
        """Is there room for one more screen with this ticket?"""
        alone = not ticket.viewer or self.held[ticket] < MOST_OF_ONE
        return alone and self.count < self.most

    def join(self, screen: Screen) -> None:
        """Show a screen its topic from now on, the whole frame first."""
        topic = self.topics.setdefault(screen.ticket.topic, Topic(screen.ticket.topic))
        self.count += 1
        self.held[screen.ticket] += 1
        topic.arrived.add(screen)
        self._wake(topic)

    def leave(self, screen: Screen) -> None:
        """A screen went, or was cut."""
        topic = self.topics[screen.ticket.topic]
        self.count -= 1
        self.held[screen.ticket] -= 1
        if not self.held[screen.ticket]:
            del self.held[screen.ticket]
        topic.screens.discard(screen)
        topic.arrived.discard(screen)
        if not topic.everybody() and topic.task is None:
            del self.topics[topic.name]

    def close(self) -> None:
        """End every stream: the server is being stopped, and would wait for them."""
        self.most = 0
        for topic in self.topics.values():
            for screen in topic.everybody():
                screen.cut()

    # What changes.

    def changed(self, names: Iterable[str]) -> None:
        """These topics changed, and their screens are shown the newest state."""
        for name in names:
            if topic := self.topics.get(name):
                topic.has_changed = True
                self._wake(topic)

    def heard(self, hears: bool) -> None:
        """The database is heard from now on, or not any more; what was missed is made up for."""
        self.hears = hears
        if hears:
            self.changed(list(self.topics))

    async def frame(self, ticket: Ticket) -> str | None:
        """One whole frame, for a page that has no stream; None for who may not look."""
        topic = self.topics.get(ticket.topic)
        look = (ticket.kind, ticket.lang)
        known = topic.frames if topic and self.hears and not topic.has_changed else {}
        if look in known and is_for_all(ticket.kind):  # the many who poll cost no thread
            return known[look]
        views = await self._drawn(ticket.topic, {look: {ticket.viewer}}, dict(known))
        own = views[look].own.get(ticket.viewer)
        return None if own is None else with_own(views[look].frame, own)

    # Showing.

    def _wake(self, topic: Topic) -> None:
        if topic.task is None:
            topic.task = self.loop.create_task(self._show(topic))

    async def _show(self, topic: Topic) -> None:
        """Draw and send until nothing changed meanwhile: changes in a row become one frame."""
        try:
            while topic.has_changed or topic.arrived:
                try:
                    await self._show_once(topic)
                except AWAY:
                    topic.has_changed = True
                    await asyncio.sleep(AGAIN)
        finally:
            topic.task = None
            if not topic.everybody():
                self.topics.pop(topic.name, None)

    async def _show_once(self, topic: Topic) -> None:
        audience = set(topic.everybody() if topic.has_changed else topic.arrived)
        if topic.has_changed:
            topic.frames.clear()
        topic.has_changed = False
        views = await self._drawn(topic.name, _viewers(audience), dict(topic.frames))
        topic.frames.update((look, view.frame) for look, view in views.items() if view.frame)
        present = audience & topic.everybody()
        topic.arrived -= present
        topic.screens |= present
        _send(present, views)
        await asyncio.sleep(SHARE * len(present))

    async def _drawn(
        self, name: str, audience: dict[Look, set[str]], known: dict[Look, str]
    ) -> dict[Look, View]:
        return await self.loop.run_in_executor(self.threads, drawn, name, audience, known)

    # Signs of life.

    async def _tick(self) -> None:
        """Go round all screens for ever: what is owed, signs of life, who may still look."""
        for step in itertools.count():
            await asyncio.sleep(BEATS / SLICES)
            self._go_round(step)
            if step % (SLICES * REVIEW) == 0:
                self.changed(list(self.topics))

    def _go_round(self, step: int) -> None:
        everybody = [screen for topic in self.topics.values() for screen in topic.screens]
        beat = BEAT if self.hears else b""
        for screen in everybody:
            is_its_turn = (screen.turn + step) % SLICES == 0
            if screen.owed or is_its_turn:
                screen.tick(beat if is_its_turn else b"")
        if step % SLICES == 0:
            _find_sockets(everybody)
            _cut_expired(everybody)


def _viewers(screens: Iterable[Screen]) -> dict[Look, set[str]]:
    found: dict[Look, set[str]] = {}
    for screen in screens:
        found.setdefault(screen.look, set()).add(screen.ticket.viewer)
    return found


def _send(screens: Iterable[Screen], views: dict[Look, View]) -> None:
    """Show each screen its view; the bytes of a frame are made once for all who see the same."""
    events: dict[tuple[Look, str], bytes] = {}
    for screen in screens:
        view = views[screen.look]
        own = view.own.get(screen.ticket.viewer)
        if own is None:
            screen.cut()
        elif view.frame:
            seen = (screen.look, own)
            if seen not in events:
                events[seen] = event_of(with_own(view.frame, own))
            screen.show(events[seen])


def _find_sockets(screens: Iterable[Screen]) -> None:
    sought = {screen.peer: screen for screen in screens if screen.socket == -1}
    if not sought:
        return
    known = {screen.socket for screen in screens}
    found = sockets_of(sought, known)
    for peer, screen in sought.items():
        screen.socket = found.get(peer, -2)  # -2: looked for once, and not seen


def _cut_expired(screens: Iterable[Screen]) -> None:
    now = clock.now().timestamp()
    for screen in screens:
        if screen.ticket.until <= now:
            screen.cut()
