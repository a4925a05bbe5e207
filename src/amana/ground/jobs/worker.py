"""The worker: a process beside the web server that does jobs one after the other."""

import asyncio
import contextlib
import os
import signal
import threading
import time
from typing import Any

from amana.ground.jobs.seeing import QUIET

__all__ = ["run_worker"]

PULSE = 1.0  # seconds between two looks at whether the parent is there
LOOK = 10.0  # seconds between two looks for what a killed worker had begun


def run_worker(*, wait: bool = True) -> None:
    """Do jobs until none is left; or, with `wait`, for ever in a child, until that has ended.

    A child that was killed or ran out of memory ends nothing but itself: call again for the next
    one. What a killed worker had begun is taken up as soon as that is taken for dead.
    """
    if not wait:
        asyncio.run(_run(wait=False))
        return
    parent = os.getpid()
    if child := os.fork():
        os.waitpid(child, 0)
        return
    try:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
        asyncio.run(_run(wait=True))
    finally:
        os._exit(1)


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PULSE)
    os.kill(os.getpid(), signal.SIGKILL)


async def _run(*, wait: bool) -> None:
    from procrastinate.contrib.django import app

    from amana.ground.jobs.asking import QUEUE

    connector: Any = app.connector
    with app.replace_connector(connector.get_worker_connector()) as own:
        async with own.open_async():
            await _take_up(own)
            watching = asyncio.create_task(_keep_taking_up(own))
            try:
                await own.run_worker_async(
                    queues=[QUEUE], wait=wait, concurrency=1, listen_notify=wait,
                    install_signal_handlers=wait, delete_jobs="successful",
                )  # fmt: skip
            finally:
                watching.cancel()


async def _keep_taking_up(app: Any) -> None:
    while True:
        await asyncio.sleep(LOOK)
        with contextlib.suppress(Exception):  # the database is away: the worker itself says so
            await _take_up(app)


async def _take_up(app: Any) -> None:
    """Give back to the queue what a worker without a sign of life holds."""
    from amana.ground.jobs.asking import QUEUE

    for stalled in await app.job_manager.get_stalled_jobs(
        queue=QUEUE, seconds_since_heartbeat=QUIET
    ):
        await app.job_manager.retry_job(stalled)
