"""Saying something on a floor: the only writer of its log.

Whoever says something is checked against the seat (may this seat do that act, for whom), then
against the rules (the fold). What is in order is written, many events in one commit; what is not
comes back as a refusal and leaves no trace. The log is chained by hashes of its own, so that a vote
does not wait for the register; the register holds its head at each adjournment.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from amana.conferences.agendas import agenda_of
from amana.conferences.booth.guarding import check_count
from amana.conferences.floor.folding import Kept, kept
from amana.conferences.floor.rolls import roll_event
from amana.conferences.floor.seats import Seat, check_seat
from amana.conferences.models import Entry, Log
from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.fold import Answer, apply
from amana.conferences.rules.floor.state import Floor
from amana.ground import clock, register
from amana.kernel.refusals import Refusal
from amana.live.api import announce

__all__ = ["Outcome", "Said", "digest_of", "say", "say_many"]

_KEY = 40  # characters of a sender's key


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says: the event, by whom, what else; `key` makes a repetition the same."""

    do: str
    by: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the number of its entry (0 when refused) and the answer of the floor.

    `again` is true where the same key was received before: it happened once, then.
    """

    n: int
    answer: Answer | None
    again: bool = False

    @property
    def refusal(self) -> Refusal | None:
        """Why it was not in order."""
        return self.answer.refusal if self.answer else None


def say(log: str, said: Said, seat: Seat) -> Outcome:
    """Say one thing. Raises its refusal where it is not in order; nothing is written then."""
    outcome = say_many(log, [(said, seat)])[0]
    if outcome.refusal is not None:
        raise outcome.refusal
    return outcome


def say_many(log: str, said: Sequence[tuple[Said, Seat]]) -> list[Outcome]:
    """Say many things in their order, in one commit; each is written or refused by itself."""
    row = Log.objects.filter(key=log).first()
    if row is None:
        raise Refusal("log.unknown", key=log[:120])
    own = kept(row)
    with own.lock:
        try:
            with transaction.atomic():
                locked = Log.objects.select_for_update().get(pk=row.pk)
                return _Writing(locked, own).all(said)
        except BaseException:
            own.drop()  # the state kept may be ahead of what was committed
            raise


class _Writing:
    """One commit on one log, its row locked."""

    def __init__(self, log: Log, own: Kept) -> None:
        self.log, self.own = log, own
        self.floor: Floor = own.reach(log)
        self.new: list[Entry] = []

    def all(self, said: Sequence[tuple[Said, Seat]]) -> list[Outcome]:
        """Write what is in order, and announce it at the commit."""
        before = self._said_before([_key(one, seat) for one, seat in said])
        outcomes = [self._one(one, seat, before) for one, seat in said]
        if self.new:
            Entry.objects.bulk_create(self.new)
            self.log.length, self.log.head = self.own.n, self.own.head
            self.log.save(update_fields=["length", "head"])
            if any(row.do == "adjourn_for_the_day" for row in self.new):
                self._into_register(said[-1][1])
            announce(self.log.key)
        return outcomes

    def _said_before(self, keys: Collection[str]) -> dict[str, int]:
        wanted = [key for key in keys if key]
        if not wanted:
            return {}
        rows = Entry.objects.filter(log=self.log, key__in=wanted)
        return dict(rows.values_list("key", "n"))

    def _one(self, said: Said, seat: Seat, before: dict[str, int]) -> Outcome:
        key = _key(said, seat)
        if key and key in before:
            return Outcome(before[key], None, again=True)
        now = self._now()
        more: Mapping[str, Any] = json.loads(register.canonical(dict(said.more)))
        try:
            by = check_seat(seat, said.do, said.by, self.log)
            check_count(self.log, said.do, more)
        except Refusal as refusal:
            rules = refusal.rules if isinstance(refusal, OutOfOrder) else ()
            return Outcome(0, Answer(0, said.do, False, rules, refusal))
        if said.do == "open_meeting":
            self._roll_of_the_day(now)
            more = self._with_agenda(more)
        event = Event(self.own.n + 1, said.do, by, timezone.localtime(now), more)
        answer = apply(self.floor, event)
        if not answer.allowed:
            return Outcome(0, answer)
        self._write(event, now, key, seat)
        if key:
            before[key] = self.own.n
        return Outcome(self.own.n, answer)

    def _roll_of_the_day(self, now: datetime) -> None:
        """Before a meeting opens, who is a member and who may vote that day comes into the log."""
        more = roll_event(self.log, self.floor, timezone.localtime(now).date())
        if more is None:
            return
        event = Event(self.own.n + 1, "take_roll", ("system",), timezone.localtime(now), more)
        if apply(self.floor, event).allowed:
            self._write(event, now, "", Seat(self.log.key, "system"))

    def _with_agenda(self, more: Mapping[str, Any]) -> Mapping[str, Any]:
        """The first meeting of the plenary has the session's agenda before it, to be adopted."""
        log = self.log
        if "agenda" in more or self.floor.meeting.agenda is not None or log.position:
            return more
        items = [row.key for row in agenda_of(log.session.key)]
        return {**more, "agenda": items} if items else more

    def _now(self) -> datetime:
        """The time, never before the last entry: a clock that is set back loses no order."""
        now = clock.now()
        return max(now, self.own.last) if self.own.last else now

    def _write(self, event: Event, now: datetime, key: str, seat: Seat) -> None:
        row = Entry(
            log=self.log, n=event.n, at=now, do=event.do, by=list(event.by), more=dict(event.more),
            key=key, account=seat.account, duty=seat.role, prev=self.own.head,
        )  # fmt: skip
        row.hash = digest_of(row)
        self.new.append(row)
        self.own.n, self.own.head, self.own.last = row.n, row.hash, now

    def _into_register(self, seat: Seat) -> None:
        register.record(
            "floor.close", f"log:{self.log.key}", by=seat.authority, power="",
            facts={"length": self.log.length, "head": self.log.head},
        )  # fmt: skip


def _key(said: Said, seat: Seat) -> str:
    """The key of a sender is the sender's own: nobody can use up that of another."""
    return f"{seat.viewer}:{said.key[:_KEY]}"[:80] if said.key else ""


def digest_of(row: Entry) -> str:
    """SHA-256 of the canonical JSON of an entry without its own hash."""
    told = {
        "n": row.n, "at": register.moment(row.at), "do": row.do, "by": row.by, "more": row.more,
        "key": row.key, "account": row.account, "duty": row.duty, "prev": row.prev,
    }  # fmt: skip
    return hashlib.sha256(register.canonical(told).encode()).hexdigest()
