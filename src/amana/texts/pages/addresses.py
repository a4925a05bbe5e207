"""The address of a text and of the version that is asked for: four look-ups, as ELI has them.

`charter-2008` is the text of the day of the page, `charter-2008@` the original,
`charter-2008@2030-01-01` the text as it stands on that day, `charter-2008:2030-01-01` the version
that begins on that very day.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amana.kernel.refusals import Refusal

__all__ = ["Asked", "Look", "asked"]


class Look(StrEnum):
    """Which version of a text is asked for."""

    DAY = ""
    ORIGINAL = "@"
    AS_OF = "@day"
    VERSION = ":day"


@dataclass(frozen=True, slots=True)
class Asked:
    """A work and the version of it."""

    key: str
    look: Look
    on: date | None  # None for the original


def asked(address: str, today: date) -> Asked:
    """Read the address of a text; refused for a day that does not exist."""
    for sign, look in (("@", Look.AS_OF), (":", Look.VERSION)):
        key, found, day = address.partition(sign)
        if found and not day and sign == "@":
            return Asked(key, Look.ORIGINAL, None)
        if found:
            return Asked(key, look, _day(day))
    return Asked(address, Look.DAY, today)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as none:
        raise Refusal("date.no-such-day", text=text[:24]) from none
