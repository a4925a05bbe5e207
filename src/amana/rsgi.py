"""What the server runs: pages and the hub in one process, on one port."""

import asyncio
from collections.abc import Callable
from typing import Any

from amana.handover import Pages
from amana.live.routes import PREFIX
from amana.live.serving import begin

__all__ = ["Front"]


class Front:
    """The dispatcher: `/live/` to the hub, everything else to the pages."""

    def __init__(self, application: Callable[..., Any], threads: int) -> None:
        self.application = application
        self.count = threads

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called once in each worker, before its first request."""
        self.pages = Pages(self.application, loop, self.count)
        self.hub = begin(loop)

    async def __rsgi__(self, scope: Any, reply: Any) -> None:
        """Answer one request."""
        part = self.hub if scope.path.startswith(PREFIX) else self.pages
        await part.answer(scope, reply)
