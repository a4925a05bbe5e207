"""The address of the provision that gives authority, and the day whose text applies."""

import re
from dataclasses import dataclass
from datetime import date

from amana.kernel.refusals import Refusal

__all__ = ["Basis"]

_FORM = re.compile(
    r"^(?P<work>[a-z0-9][a-z0-9.-]*)(?:#(?P<node>[A-Za-z0-9_.-]+))?(?:@(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2}))?$"
)


@dataclass(frozen=True, slots=True)
class Basis:
    """A work and, inside it, a provision by its wId: `charter-2008#art_16@2012-01-01`."""

    work: str
    node: str = ""
    on: date | None = None

    @classmethod
    def parse(cls, text: str) -> "Basis":
        """Read an address, or refuse it by `basis.unreadable`."""
        match = _FORM.match(text.strip())
        if not match:
            raise Refusal("basis.unreadable", text=text[:80])
        try:
            on = date.fromisoformat(match["on"]) if match["on"] else None
        except ValueError as no_such_day:
            raise Refusal("date.no-such-day", text=match["on"]) from no_such_day
        return cls(match["work"], match["node"] or "", on)

    def __str__(self) -> str:
        return (
            self.work
            + (f"#{self.node}" if self.node else "")
            + (f"@{self.on.isoformat()}" if self.on else "")
        )
