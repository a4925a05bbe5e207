"""Pages on the same port as the hub: a request of the server (RSGI) handed over to Django (WSGI).

Costs 0.05 ms a page; decision 16 says why it is not a library for ASGI, which costs 0.4.
"""

import asyncio
import io
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

__all__ = ["Pages"]

READ = 64 * 1024  # bytes of a body that are read at once
ALWAYS = {
    "SCRIPT_NAME": "",
    "SERVER_SOFTWARE": "Granian",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.input_terminated": True,
    "wsgi.multithread": True,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}


class Pages:
    """Django, in a few threads of its own beside the event loop."""

    def __init__(
        self, application: Callable[..., Any], loop: asyncio.AbstractEventLoop, threads: int
    ) -> None:
        self.application = application
        self.loop = loop
        self.threads = ThreadPoolExecutor(threads, "page")

    async def answer(self, scope: Any, reply: Any) -> None:
        """Answer one request."""
        await self.loop.run_in_executor(self.threads, self._answer, scope, reply)

    def _answer(self, scope: Any, reply: Any) -> None:
        said: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            said[:] = int(status[:3]), headers

        body = self.application(self.environ(scope, reply), start)
        try:
            _send(reply, body, *said)
        finally:
            body.close()

    def environ(self, scope: Any, reply: Any) -> dict[str, Any]:
        """The request as WSGI says it (PEP 3333): text whose letters are bytes."""
        host, _, port = scope.server.rpartition(":")
        environ = ALWAYS | {
            "REQUEST_METHOD": scope.method,
            "PATH_INFO": scope.path.encode().decode("latin-1"),
            "QUERY_STRING": scope.query_string,
            "SERVER_NAME": host,
            "SERVER_PORT": port,
            "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
            "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
            "wsgi.url_scheme": scope.scheme,
        }
        for name, value in scope.headers.items():
            # X_Forwarded_For would pass for X-Forwarded-For, which only a proxy may say.
            if "_" not in name:
                _put(environ, name, value)
        if scope.authority and "HTTP_HOST" not in environ:  # HTTP/2
            environ["HTTP_HOST"] = scope.authority
        has_body = "CONTENT_LENGTH" in environ or "HTTP_TRANSFER_ENCODING" in environ
        environ["wsgi.input"] = (
            io.BufferedReader(Body(reply, self.loop), READ) if has_body else io.BytesIO()
        )
        return environ


def _put(environ: dict[str, Any], name: str, value: str) -> None:
    variable = name.upper().replace("-", "_")
    if variable not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        variable = f"HTTP_{variable}"
    if variable in environ:
        value = f"{environ[variable]}{';' if name == 'cookie' else ','}{value}"
    environ[variable] = value


def _send(reply: Any, body: Iterable[bytes], status: int, headers: list[tuple[str, str]]) -> None:
    """A page in one piece, a kept file by the server itself, anything else as it comes."""
    if not getattr(body, "streaming", True):
        reply.response_bytes(status, headers, b"".join(body))
    elif path := _file_of(body, status):
        reply.response_file(status, headers, path)
    else:
        stream = reply.response_stream(status, headers)
        for part in body:
            stream.send_bytes(part)


def _file_of(body: Any, status: int) -> str:
    """The path of the file that is the whole of an answer; empty when it is another answer."""
    file = getattr(body, "file_to_stream", None)
    is_whole = status == 200 and isinstance(file, io.BufferedReader) and file.tell() == 0
    name = getattr(file, "name", "") if is_whole else ""
    return name if isinstance(name, str) and name.startswith("/") else ""


class Body(io.RawIOBase):
    """What a browser sends, read only when Django asks for it: what is too large never is."""

    def __init__(self, reply: Any, loop: asyncio.AbstractEventLoop) -> None:
        self.parts = reply.__aiter__()  # the server hands it out once
        self.loop = loop
        self.rest = b""
        self.ended = False

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, into: Any) -> int:
        """Fill a part of `into`; 0 at the end."""
        if not self.rest:
            self.rest = asyncio.run_coroutine_threadsafe(self._next(), self.loop).result()
        count = min(len(into), len(self.rest))
        into[:count], self.rest = self.rest[:count], self.rest[count:]
        return count

    async def _next(self) -> bytes:
        while not self.ended:
            try:
                part = await self.parts.__anext__()
            except StopAsyncIteration:
                self.ended = True
            else:
                if part:
                    return bytes(part)
        return b""
