"""Hearing what was announced: one thread and one connection of its own in each process.

LISTEN needs a session of its own: a proxy that lends connections by transaction (pgbouncer) must be
gone round, or set to lend them by session.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterable

import psycopg
from django.db import connection

from amana.live.announcing import CHANNEL

__all__ = ["listen"]

LOOK = 5.0  # seconds of silence after which the database is asked whether it is still there
AGAIN = 0.3  # seconds until a database that is away is sought again


def listen(
    changed: Callable[[Iterable[str]], object], heard: Callable[[bool], object]
) -> threading.Thread:
    """Listen for ever, in a thread that ends with the process.

    `changed` is given the topics that were announced, `heard` whether the database is heard:
    False when it was lost, and True when it is there again and may have said something meanwhile.
    Both are called in that thread.
    """
    thread = threading.Thread(
        target=_for_ever, args=(changed, heard), daemon=True, name="live-hear"
    )
    thread.start()
    return thread


def _for_ever(changed: Callable[[Iterable[str]], object], heard: Callable[[bool], object]) -> None:
    parameters = connection.get_connection_params() | {
        "autocommit": True, "connect_timeout": 5, "application_name": "amana live",
    }  # fmt: skip
    while True:
        with contextlib.suppress(psycopg.Error, OSError):
            _hear(parameters, changed, heard)
        heard(False)
        time.sleep(AGAIN)


def _hear(
    parameters: dict[str, object],
    changed: Callable[[Iterable[str]], object],
    heard: Callable[[bool], object],
) -> None:
    with psycopg.connect(**parameters) as listening:  # type: ignore[arg-type]
        listening.execute(f"LISTEN {CHANNEL}")
        heard(True)
        while True:
            for note in listening.notifies(timeout=LOOK):
                changed([note.payload])
            listening.execute("SELECT 1")
