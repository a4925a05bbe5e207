"""The hub of a process, from its start to the signal that ends it."""

import asyncio
import contextlib
import resource
import signal
from collections.abc import Callable
from functools import partial
from typing import Any

from amana.live.hub import Hub
from amana.live.listening import listen
from amana.live.routes import Routes
from amana.live.taps import Taps

__all__ = ["begin", "open_files"]

RESERVE = 500  # open files kept free for pages and the database


def begin(loop: asyncio.AbstractEventLoop) -> Routes:
    """Begin to listen and to serve on an event loop; once, in the thread that runs it."""
    hub = Hub(loop, most=max(open_files() - RESERVE, RESERVE))
    listen(partial(_soon, loop, hub.changed), partial(_soon, loop, hub.heard))
    for number in (signal.SIGTERM, signal.SIGINT):
        # The server's own reaction to the signal comes by the loop, and stays.
        signal.signal(number, lambda *_: _soon(loop, hub.close))
    return Routes(hub, Taps())


def open_files() -> int:
    """How many files and connections this process may hold: as many as the system lets it."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def _soon(loop: asyncio.AbstractEventLoop, do: Callable[..., None], *what: Any) -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed: so is everything
        loop.call_soon_threadsafe(do, *what)
