"""Writing to the register of acts, reading its head, proving it whole."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from amana.ground import clock
from amana.ground.models import Act
from amana.kernel.authority import Authority

__all__ = [
    "GENESIS", "Broken", "data_version", "digest", "entries", "head", "lines", "record", "verify",
]  # fmt: skip

GENESIS = "0" * 64
_LOCK = 0x616D616E  # "aman": one writer at a time, so that the chain has no forks
_COLUMNS = (
    "seq", "at", "actor", "actor_name", "office", "verb", "subject", "facts", "basis", "reason",
    "prev",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Broken:
    """The first act at which the register no longer holds, and in what way."""

    seq: int
    fault: str  # "hash" the row was altered, "prev" the chain was cut, "gap" an act is missing


def record(
    verb: str,
    subject: str,
    *,
    by: Authority,
    facts: Mapping[str, Any],
    power: str = "",
    basis: Iterable[str] = (),
    reason: str = "",
) -> Act:
    """Append one act inside the caller's transaction; it is there if and only if that commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last_seq, last_hash = head()
    act = Act(
        seq=last_seq + 1,
        at=clock.now(),
        actor=by.actor,
        actor_name=by.name,
        office=by.office_for(power),
        verb=verb,
        subject=subject,
        facts=json.loads(canonical(dict(facts))),
        basis=[str(address) for address in basis],
        reason=reason,
        prev=last_hash,
    )
    act.hash = digest(entry(act))
    act.save(force_insert=True)
    return act


def head() -> tuple[int, str]:
    """Number and hash of the last act; (0, GENESIS) in an empty register."""
    return Act.objects.order_by("-seq").values_list("seq", "hash").first() or (0, GENESIS)


def data_version() -> str:
    """What changes with every write: the short hash of the head. One query, on every page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT hash FROM ground_act ORDER BY seq DESC LIMIT 1")
        last = cursor.fetchone()
    return str(last[0] if last else GENESIS)[:16]


def entry(act: Act) -> dict[str, Any]:
    """The columns that are hashed, as plain values; `at` in UTC to the microsecond."""
    values = {name: getattr(act, name) for name in _COLUMNS}
    values["at"] = moment(act.at)
    return values


def moment(at: datetime) -> str:
    """An instant as the register writes it: 2026-11-24T09:30:00.000000Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces, UTF-8 as it is: the same bytes on every machine."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def digest(values: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(values).encode()).hexdigest()


def entries() -> Iterator[dict[str, Any]]:
    """Every act from the first, each with its hash: the lines of an export."""
    for act in Act.objects.order_by("seq").iterator(chunk_size=5000):
        yield {**entry(act), "hash": act.hash}


def lines() -> Iterator[str]:
    """Every act as a line of JSON: the file that `docs/verify_register.py` proves offline."""
    for each in entries():
        yield json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n"


def verify() -> tuple[int, str, Broken | None]:
    """Walk the whole register: how many acts hold, the head's hash, the first broken one."""
    count, prev = 0, GENESIS
    for line in entries():
        stored = line.pop("hash")
        fault = (
            "gap" if line["seq"] != count + 1
            else "prev" if line["prev"] != prev
            else "hash" if digest(line) != stored
            else ""
        )  # fmt: skip
        if fault:
            return count, prev, Broken(line["seq"], fault)
        count, prev = count + 1, stored
    return count, prev, None
