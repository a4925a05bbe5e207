"""What is said on the floor, as data: one event, who does it, when."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from amana.kernel.refusals import Refusal

__all__ = ["ROLES", "Event", "delegation", "spread"]

ROLES = frozenset(
    {"chair", "secretariat", "rapporteur", "tellers", "administrator", "auditor", "system"}
)
RANGE = re.compile(r"([^\W\d]*)(\d+)\.\.\1(\d+)")


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `by` are delegations (or one role) as given; `more` is everything else."""

    n: int
    do: str
    by: tuple[str, ...] = ()
    at: datetime | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Mapping[str, Any], n: int = 0) -> "Event":
        """Read an event of the log. Refused: `floor.event-unreadable`."""
        try:
            do, said = record["do"], record.get("by", ())
            by = tuple(spread([said] if isinstance(said, str) else said))
            at = record.get("at")
            day = datetime.fromisoformat(at) if isinstance(at, str) else at
            more = {k: v for k, v in record.items() if k not in ("n", "do", "by", "at", "expect")}
            return cls(int(record.get("n", n)), str(do), by, day, more)
        except (AttributeError, KeyError, TypeError, ValueError) as fault:
            raise Refusal("floor.event-unreadable", number=n, why=str(fault)) from fault

    def __getitem__(self, name: str) -> Any:
        """What the event must say. Refused: `floor.event-lacks`."""
        try:
            return self.more[name]
        except KeyError:
            raise Refusal("floor.event-lacks", act=self.do, field=name) from None

    def get(self, name: str, default: Any = None) -> Any:
        """What the event may say."""
        return self.more.get(name, default)

    @property
    def who(self) -> str:
        """The one who acts: a delegation, an observer or a role; empty when nobody is named."""
        return delegation(self.by[0]) if self.by else ""


def delegation(name: str) -> str:
    """The delegation of a person: `S001/a` is of `S001`."""
    return name.split("/", 1)[0]


def spread(names: Iterable[str]) -> Iterable[str]:
    """Names one by one: `S001..S010` are ten."""
    for name in names:
        found = RANGE.fullmatch(name)
        if not found:
            yield name
            continue
        prefix, first, last = found.groups()
        for number in range(int(first), int(last) + 1):
            yield f"{prefix}{number:0{len(first)}d}"
