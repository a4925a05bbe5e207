"""What is asked of the hub over HTTP: a stream, one frame, a tap. No cookie is read."""

import asyncio
import json
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import parse_qs

from amana.live.drawing import AWAY
from amana.live.hub import Hub
from amana.live.kinds import Tap, kinds
from amana.live.screens import Screen, Stream
from amana.live.taps import Away, Failed, Forbidden, Pace, Taps
from amana.live.tickets import Ticket, opened
from amana.live.wire import as_json

__all__ = ["PREFIX", "Asked", "Reply", "Routes"]

PREFIX = "/live/"
LARGEST = 64 * 1024  # bytes of a tap
LONGEST = 80  # characters of what is done, and of its key
HEADERS = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("x-accel-buffering", "no"),  # a proxy must not collect a stream
]
STREAM = [("content-type", "text/event-stream; charset=utf-8"), *HEADERS]
JSON = [("content-type", "application/json"), *HEADERS]


class Headers(Protocol):
    """The headers of a request, by names in small letters."""

    def get(self, key: str, default: Any = None) -> Any:
        """One of them."""


class Asked(Protocol):
    """A request, as the server hands it over (RSGI)."""

    method: str
    path: str
    query_string: str
    client: str
    headers: Headers


class Reply(Protocol):
    """How the server is answered (RSGI)."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """The body, as it comes."""

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Answer in one piece."""

    def response_stream(self, status: int, headers: list[tuple[str, str]]) -> Stream:
        """Begin an answer that goes on."""

    async def client_disconnect(self) -> None:
        """Wait until the other side has gone."""


class Refused(Exception):
    """What is answered instead; a bad ticket is never told why it is bad."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


class Routes:
    """The three routes of one process."""

    def __init__(self, hub: Hub, taps: Taps) -> None:
        self.hub = hub
        self.taps = taps
        self.pace = Pace()
        self.routes = {
            ("GET", "stream"): self.stream,
            ("GET", "frame"): self.frame,
            ("POST", "tap"): self.tap,
        }

    async def answer(self, asked: Asked, reply: Reply) -> None:
        """Answer a request whose path begins with PREFIX."""
        try:
            route = self.routes.get((asked.method, asked.path.removeprefix(PREFIX)))
            if route is None:
                raise Refused(HTTPStatus.NOT_FOUND)
            await route(asked, reply)
        except Refused as refused:
            reply.response_bytes(refused.status, JSON, as_json({"status": refused.status}))

    async def stream(self, asked: Asked, reply: Reply) -> None:
        """Frames as they change, the newest at once; ends when the viewer may look no more."""
        ticket = _ticket(_query(asked))
        if not self.hub.has_room_for(ticket):
            raise Refused(HTTPStatus.TOO_MANY_REQUESTS)
        screen = Screen(ticket, reply.response_stream(HTTPStatus.OK, STREAM), asked.client)
        screen.show(b"retry: 1000\n\n")
        self.hub.join(screen)
        gone = asyncio.ensure_future(reply.client_disconnect())
        try:
            await asyncio.wait((gone, screen.gone), return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            self.hub.leave(screen)
            screen.end()

    async def frame(self, asked: Asked, reply: Reply) -> None:
        """One whole frame, as JSON."""
        try:
            frame = await self.hub.frame(_ticket(_query(asked)))
        except AWAY:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE) from None
        if frame is None:
            raise Refused(HTTPStatus.FORBIDDEN)
        if not frame:
            raise Refused(HTTPStatus.INTERNAL_SERVER_ERROR)
        reply.response_bytes(HTTPStatus.OK, JSON, frame.encode())

    async def tap(self, asked: Asked, reply: Reply) -> None:
        """Do something, and say so once it is committed."""
        said = _said(await _body(asked, reply))
        ticket = _ticket(said.get("ticket"))
        tap = _tap(ticket, said)
        if not self.pace.allows(ticket.kind, ticket.topic, ticket.viewer or asked.client):
            raise Refused(HTTPStatus.TOO_MANY_REQUESTS)
        try:
            answer = await self.taps.take(ticket.topic, tap)
        except Forbidden:
            raise Refused(HTTPStatus.FORBIDDEN) from None
        except Failed:
            raise Refused(HTTPStatus.INTERNAL_SERVER_ERROR) from None
        except Away:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE) from None
        reply.response_bytes(HTTPStatus.OK, JSON, as_json({"answer": answer}))


def _query(asked: Asked) -> str:
    return parse_qs(asked.query_string, max_num_fields=4).get("ticket", [""])[-1]


def _ticket(text: object) -> Ticket:
    ticket = opened(text) if isinstance(text, str) else None
    if ticket is None or ticket.kind not in kinds():
        raise Refused(HTTPStatus.FORBIDDEN)
    return ticket


async def _body(asked: Asked, reply: Reply) -> bytes:
    claimed = asked.headers.get("content-length", "0")
    if claimed.isdecimal() and int(claimed) > LARGEST:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    body = b""
    async for part in reply:
        body += part
        if len(body) > LARGEST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return body


def _said(body: bytes) -> dict[str, Any]:
    """What was sent, if it is an object of JSON that PostgreSQL can hold: no NUL, whole letters."""
    try:
        said = json.loads(body, parse_constant=_no_number)
        json.dumps(said, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refused(HTTPStatus.BAD_REQUEST) from None
    if not isinstance(said, dict) or b"\\u0000" in body:
        raise Refused(HTTPStatus.BAD_REQUEST)
    return said


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _tap(ticket: Ticket, said: dict[str, Any]) -> Tap:
    do, more, key = said.get("do"), said.get("more", {}), said.get("key")
    if not (_is_short(do) and _is_short(key) and isinstance(more, dict)):
        raise Refused(HTTPStatus.BAD_REQUEST)
    return Tap(ticket.viewer, str(do), more, str(key), ticket.kind, ticket.lang)


def _is_short(text: object) -> bool:
    return isinstance(text, str) and 0 < len(text) <= LONGEST
