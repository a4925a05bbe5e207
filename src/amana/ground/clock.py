"""The only place of the house that reads a clock."""

from datetime import UTC, date, datetime

from django.utils import timezone

__all__ = ["now", "today"]


def now() -> datetime:
    """This instant, in UTC, to the microsecond."""
    return datetime.now(UTC)  # noqa: TID251  (this is the clock)


def today() -> date:
    """The civil day at the seat (setting TIME_ZONE); a day begins at midnight."""
    return timezone.localtime(now()).date()
