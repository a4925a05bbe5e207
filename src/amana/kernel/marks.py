"""A day known to some precision: "1975", "1975-07", "1975-07-14" or "1972..1975".

The forms are those of ISO 8601-1 and, for the interval, of EDTF's "one of a set". Unknown
precision is kept as a value: nothing here turns 1975 into the first of January.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from amana.kernel.refusals import Refusal

__all__ = ["Mark"]

_FORM = re.compile(r"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A day somewhere from `earliest` to `latest`, both included."""

    text: str
    earliest: date
    latest: date
    precision: str

    @classmethod
    def parse(cls, text: "str | date | Mark") -> "Mark":
        """Read a mark, or refuse it by `mark.unreadable` or `date.no-such-day`."""
        if isinstance(text, Mark):
            return text
        text = text.isoformat() if isinstance(text, date) else text.strip()
        first, separator, last = text.partition("..")
        if not separator:
            return cls(text, *_bounds(text))
        early, late = _bounds(first), _bounds(last)
        if early[0] >= late[1]:
            raise Refusal("mark.unreadable", text=text)
        return cls(text, early[0], late[1], "interval")

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.precision == "day"

    def __str__(self) -> str:
        return self.text


def _bounds(text: str) -> tuple[date, date, str]:
    match = _FORM.match(text)
    if not match or not 1 <= int(match[1]) <= 9998:
        raise Refusal("mark.unreadable", text=text[:40])
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            exact = date(year, int(month), int(day))
            return exact, exact, "day"
        if month:
            last = monthrange(year, int(month))[1]
            return date(year, int(month), 1), date(year, int(month), last), "month"
    except (ValueError, IndexError) as no_such_day:
        raise Refusal("date.no-such-day", text=text) from no_such_day
    return date(year, 1, 1), date(year, 12, 31), "year"
