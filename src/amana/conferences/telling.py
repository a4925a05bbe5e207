"""A log told: what `rules.record` makes of its entries, with the names of the house.

A log is long and a page is asked for often: what was told is kept by this process, by the log, the
entry until which it is told, and the head of the register (names may have been corrected).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import timezone

from amana.conferences.agendas import records_of
from amana.conferences.floor.folding import entries, event_of, scenario
from amana.conferences.floor.naming import title_of
from amana.conferences.lookups import session
from amana.conferences.models import Log
from amana.conferences.rules.record.report import Organ
from amana.conferences.rules.record.told import Told, tell
from amana.ground import clock
from amana.kernel.words import Words
from amana.organisation.api import roll_of

__all__ = ["Called", "called", "names_in", "organ_of", "told_of"]

_MOST = 32  # logs, each told until some entry, that a process keeps
_kept: dict[tuple[int, int, str], Told] = {}


def told_of(log: Log, version: str, until: int | None = None) -> Told:
    """The log told, whole or until an entry: at most six queries, none where it is kept.

    `version` is the head of the register. What is given is shared: it is read and never changed.
    """
    last = log.length if until is None else min(until, log.length)
    key = (log.pk, last, version)
    found = _kept.pop(key, None)
    if found is None:
        rows = entries(log, until=last)
        found = tell(scenario(log), (event_of(row) for row in rows), names_in(log, version))
    _kept[key] = found
    while len(_kept) > _MOST:
        del _kept[next(iter(_kept))]
    return found


def organ_of(log: Log, version: str, until: int | None = None) -> Organ:
    """The log as one organ of its session: the plenary has no name of its own."""
    return Organ(log.key, log.names and title_of(log), told_of(log, version, until))


@dataclass(frozen=True, slots=True)
class Called:
    """What a session and its body are called, and the first day of the session."""

    title: Words
    body: Words
    opens: date


@lru_cache(maxsize=256)
def called(key: str, version: str) -> Called:
    """The words over every record of a session: one query, none where the register is the same.

    Refused: `session.unknown`.
    """
    this = session(key, on=clock.today(), planned=True).this
    return Called(this.title, this.body_names, this.days.opens.earliest)


def names_in(log: Log, version: str) -> Mapping[str, Words]:
    """What a log's keys are called: States, organisations, items, drafts. Five queries.

    An exercise has them in its log, by words of its own.
    """
    said = {**log.before.get("words", {}), **log.before.get("titles", {})}
    if said:
        return {key: Words.of(words) for key, words in said.items()}
    day = timezone.localtime(log.made).date()
    return {**_parties(log.session.body.key, day, version), **_items(log.session.key)}


@lru_cache(maxsize=16)
def _parties(body: str, day: date, version: str) -> Mapping[str, Words]:
    roll = roll_of(body, on=day)
    return {**roll.suspended, **roll.members, **roll.observers}


def _items(session: str) -> Mapping[str, Words]:
    """Titles of items by their key, which is what the floor calls them by."""
    return {row.item.key: row.title for row in records_of(session)}
