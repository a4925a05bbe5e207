"""A screen: one open stream, to which the newest frame goes, and never a backlog."""

import asyncio
import itertools
from typing import Protocol

from amana.live.drawing import Look
from amana.live.sockets import unsent
from amana.live.tickets import Ticket

__all__ = ["Screen", "Stream"]

_turns = itertools.count()


class Stream(Protocol):
    """What the server gives to send by: it takes the bytes at once and raises when closed."""

    def send_bytes(self, data: bytes) -> object:
        """Send."""


class Screen:
    """Who looks, at what, and by which connection.

    `socket` is the descriptor of the connection, -1 while it is not known; `owed` is the newest
    event that could not go out because the one before has not arrived yet; signs of life go out
    by `turn`.
    """

    __slots__ = ("gone", "look", "owed", "peer", "socket", "stream", "ticket", "turn")

    def __init__(self, ticket: Ticket, stream: Stream, peer: str) -> None:
        self.ticket = ticket
        self.look: Look = (ticket.kind, ticket.lang)
        self.stream: Stream | None = stream
        self.peer = peer
        self.socket = -1
        self.owed = b""
        self.turn = next(_turns)
        self.gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def is_slow(self) -> bool:
        """Has it not taken yet what was sent before?"""
        return self.socket >= 0 and unsent(self.socket) > 0

    def show(self, event: bytes) -> None:
        """Send an event now, or as soon as the last one has arrived; a newer one replaces it."""
        if self.is_slow:
            self.owed = event
        else:
            self._send(event)

    def tick(self, beat: bytes) -> None:
        """Send what is owed, or say that the hub is there (an empty `beat` says nothing)."""
        if (self.owed or beat) and not self.is_slow:
            self._send(self.owed or beat)

    def _send(self, event: bytes) -> None:
        self.owed = b""
        if self.stream is None:
            return
        try:
            self.stream.send_bytes(event)
        except Exception:  # the server has a class of its own for each way in which it is closed
            self.cut()

    def cut(self) -> None:
        """Say that the stream is to end."""
        if not self.gone.done():
            self.gone.set_result(None)

    def end(self) -> None:
        """Let go of the stream: the server ends it when nobody holds it any more."""
        self.stream = None
