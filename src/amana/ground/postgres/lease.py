"""Leases: who uses the server, held by the kernel.

Every process that uses the server holds a shared `flock` on one file. On leaving it asks for the
exclusive lock: it is granted only when nobody else is left, and then the server is stopped. The
kernel drops the locks of a killed process, so no list of users can be wrong. A server whose last
user was killed runs on until the next user leaves.

The gate, a second lock, lets one process at a time start or stop the server.
"""

import atexit
import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from psycopg.conninfo import make_conninfo

from amana.ground.postgres import server
from amana.ground.postgres.places import Places, places_of, prepare_home


class Lease:
    """The right to use the server, until `release` or the end of the process."""

    def __init__(self, places: Places, lock: int) -> None:
        self.places = places
        self._lock: int | None = lock
        self._holder = os.getpid()
        atexit.register(self.release)

    @property
    def url(self) -> str:
        """For `DATABASE_URL`: ``postgresql:///amana?host=/folder/of/the/socket&port=5432&…``."""
        host = quote(str(self.places.socket_folder))
        return f"postgresql:///{server.NAME}?host={host}&port=5432&user={server.NAME}"

    @property
    def dsn(self) -> str:
        """The same for libpq: ``host=… port=5432 user=amana dbname=amana``."""
        return make_conninfo(
            host=str(self.places.socket_folder), port=5432, user=server.NAME, dbname=server.NAME
        )

    def revive(self) -> bool:
        """Start the server again if something killed it; whether that was necessary."""
        if server.is_answering(self.places):
            return False
        with _gate(self.places):
            if self._lock is None or server.is_answering(self.places):
                return False
            server.start(self.places)
        return True

    def release(self) -> None:
        """Leave; stop the server if nobody else uses it. A forked child never decides that."""
        if self._lock is None or self._holder != os.getpid():
            return
        lock, self._lock = self._lock, None
        atexit.unregister(self.release)
        with _gate(self.places):
            if _is_alone(lock):
                server.stop(self.places)
            os.close(lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def acquire(state_dir: Path) -> Lease:
    """Take a lease on the server of a state folder, starting it if need be.

    The data lies in `<state_dir>/postgres`, or under /var/lib/amana where only root could reach
    that (see `places`). Raises `DatabaseUnavailable` with one sentence when it cannot be started.
    """
    places = places_of(state_dir)
    prepare_home(places)
    with _gate(places):
        lock = _open(places.leases)
        try:
            fcntl.flock(lock, fcntl.LOCK_SH)
            if not server.is_answering(places):
                server.start(places)
            server.ensure_database(places)
        except BaseException:
            os.close(lock)
            raise
    return Lease(places, lock)


def discard_if_idle(state_dir: Path) -> bool:
    """Stop and delete the server of a throw-away state folder, unless somebody uses it."""
    places = places_of(state_dir)
    prepare_home(places)
    with _gate(places):
        lock = _open(places.leases)
        try:
            if not _is_alone(lock):
                return False
            server.stop(places)
            for folder in (places.socket_folder, places.home, state_dir):
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(lock)
    return True


@contextlib.contextmanager
def _gate(places: Places) -> Iterator[None]:
    gate = _open(places.gate)
    try:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield
    finally:
        os.close(gate)


def _open(lock: Path) -> int:
    return os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)


def _is_alone(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
