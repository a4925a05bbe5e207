"""A period of days, half-open: [since, until). None is unbounded, or not known."""

from dataclasses import dataclass
from datetime import date, timedelta

from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal

__all__ = ["Period", "period_of"]


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` (included) until `until` (excluded); refuses to end before it begins."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.until <= self.since:
            raise Refusal(
                "period.backwards", since=self.since.isoformat(), until=self.until.isoformat()
            )

    def __contains__(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day. [1970, 1980) and [1980, 1990) do not."""
        return (self.since is None or other.until is None or self.since < other.until) and (
            other.since is None or self.until is None or other.since < self.until
        )

    @property
    def last_day(self) -> date | None:
        """The last day that counts."""
        return self.until - timedelta(days=1) if self.until else None


def period_of(
    since: Mark | None,
    until: Mark | None,
    *,
    until_open: bool = False,
    not_before: date | None = None,
) -> Period:
    """The widest period that two marks allow: from the earliest first day to the latest last.

    `until` is the last day that counts, unless `until_open`: then that day no longer does.
    "1975" to "1979" gives [1975-01-01, 1980-01-01); a day inside the first or the last year
    is in the period, and `is_certain` of a dated row says that it is not sure.
    """
    first = since.earliest if since else None
    if not_before and (first is None or first < not_before <= (since or _OPEN).latest):
        first = not_before
    last = None
    if until:
        is_day_after = until_open and until.is_exact
        last = until.latest if is_day_after else until.latest + timedelta(days=1)
    return Period(first, last)


_OPEN = Mark("", date.min, date.max, "unknown")
