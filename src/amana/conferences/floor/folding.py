"""The log of a floor, folded: the state of a meeting is what its entries make of it.

Each process keeps the folded state of the logs that it has met and folds on from there. The kept
state is handed out under a lock, and dropped whenever it could differ from what was committed.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from amana.conferences.models import Entry, Log
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.fold import Answer, apply
from amana.conferences.rules.floor.given import floor_of
from amana.conferences.rules.floor.state import Floor
from amana.ground.register import GENESIS
from amana.kernel.refusals import Refusal

__all__ = [
    "Kept", "entries", "event_of", "folded", "kept", "log_of", "replayed", "scenario", "stepping",
]  # fmt: skip

_MOST = 50  # logs of which a process keeps the state


@dataclass(slots=True)
class Kept:
    """The folded state of one log, as far as entry `n` whose hash is `head`."""

    floor: Floor | None = None
    n: int = 0
    head: str = GENESIS
    last: datetime | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)

    def drop(self) -> None:
        """Forget the state: it is folded again from the log when it is next asked for."""
        self.floor, self.n, self.head, self.last = None, 0, GENESIS, None

    def reach(self, log: Log) -> Floor:
        """Fold on until the last committed entry of `log`, under `lock`.

        A row that was read a while ago is read again: another hand may have written since.
        """
        if (self.n, self.head) != (log.length, log.head):
            log.refresh_from_db(fields=["length", "head"])
        if self.n > log.length or (self.n == log.length and self.head != log.head):
            self.drop()
        if self.floor is None:
            self.floor = floor_of(scenario(log))
        if self.n < log.length and not self._goes_on(log):
            self.drop()  # of what was kept here some was undone, and another process wrote instead
            return self.reach(log)
        return self.floor

    def _goes_on(self, log: Log) -> bool:
        """Fold what was committed since; False where that does not follow on what is kept."""
        assert self.floor is not None
        for row in entries(log, after=self.n):
            if row.prev != self.head:
                return False
            apply(self.floor, event_of(row))
            self.n, self.head, self.last = row.n, row.hash, row.at
        return True


_kept: dict[int, Kept] = {}
_guard = threading.Lock()


def kept(log: Log) -> Kept:
    """What this process keeps of a log; the logs met longest ago are forgotten."""
    with _guard:
        found = _kept.pop(log.pk, None) or Kept()
        _kept[log.pk] = found
        while len(_kept) > _MOST:
            del _kept[next(iter(_kept))]
    return found


@contextmanager
def folded(log: Log) -> Iterator[Floor]:
    """The state of a floor as its log was committed; to be read, never changed, within."""
    own = kept(log)
    with own.lock:
        yield own.reach(log)


def log_of(key: str) -> Log:
    """A log by its key. Refused: `log.unknown`."""
    found = Log.objects.select_related("session__body").filter(key=key).first()
    if found is None:
        raise Refusal("log.unknown", key=key[:120])
    return found


def scenario(log: Log) -> Mapping[str, Any]:
    """What stands before the first entry: rulebook, day, roll, and what is given."""
    on = timezone.localtime(log.made).date().isoformat()
    return {"profile": log.rulebook, "on": on, **log.before}


def entries(log: Log, *, after: int = 0, until: int | None = None) -> Iterator[Entry]:
    """The entries of a log in their order, from `after` (not included) until `until`."""
    rows = Entry.objects.filter(log=log, n__gt=after).order_by("n")
    if until is not None:
        rows = rows.filter(n__lte=until)
    return rows.iterator(chunk_size=2000)


def event_of(row: Entry) -> Event:
    """An entry as the fold reads it: its time is that of the meeting place."""
    return Event(row.n, row.do, tuple(row.by), timezone.localtime(row.at), row.more)


def stepping(log: Log, *, until: int | None = None) -> Iterator[tuple[Floor, Entry, Answer]]:
    """The whole meeting again, event by event: the state after each, its entry, its answer."""
    floor = floor_of(scenario(log))
    for row in entries(log, until=until):
        yield floor, row, apply(floor, event_of(row))


def replayed(log: Log, *, until: int | None = None) -> tuple[Floor, list[tuple[Entry, Answer]]]:
    """The state after an entry (of all, without `until`), and each entry with its answer."""
    floor = floor_of(scenario(log))
    told = [(row, apply(floor, event_of(row))) for row in entries(log, until=until)]
    return floor, told
