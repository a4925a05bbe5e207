"""The worker: a process beside the web server that does jobs one after the other."""

import asyncio
from typing import Any

__all__ = ["run_worker"]

QUIET = 30.0  # seconds without a sign of life after which a worker is taken for dead


def run_worker(*, wait: bool = True) -> None:
    """Do jobs until stopped, or, without `wait`, until none is left.

    What a killed worker had begun is taken up first.
    """
    asyncio.run(_run(wait))


async def _run(wait: bool) -> None:
    from procrastinate.contrib.django import app

    from amana.ground.jobs.asking import QUEUE

    connector: Any = app.connector
    with app.replace_connector(connector.get_worker_connector()) as own:
        async with own.open_async():
            for stalled in await own.job_manager.get_stalled_jobs(
                queue=QUEUE, seconds_since_heartbeat=QUIET
            ):
                await own.job_manager.retry_job(stalled)
            await own.run_worker_async(
                queues=[QUEUE], wait=wait, concurrency=1, listen_notify=wait,
                install_signal_handlers=wait, delete_jobs="successful",
            )  # fmt: skip
