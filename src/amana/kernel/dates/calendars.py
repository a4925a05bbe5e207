"""The two calendars and the conversion between them.

The Hijri calendar of the house is Umm al-Qura, the civil calendar of the host country, by the
tables of `hijridate`. It is defined for 1 Muharram 1343 to 30 Dhu al-Hijja 1500, that is
1 August 1924 to 16 November 2077. A day is the civil day, from midnight to midnight.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from amana.kernel.refusals import Refusal

FIRST_YEAR, LAST_YEAR = 1343, 1500
FIRST_DAY, LAST_DAY = date(1924, 8, 1), date(2077, 11, 16)


class DateFault(Refusal):
    """A text or a number that is not a date, or a date that cannot be shown in both calendars."""


@dataclass(frozen=True, order=True)
class HijriDate:
    """A day of the Hijri calendar, as written: it may be a day that Umm al-Qura does not have.

    `str(HijriDate(1390, 1, 15))` is `1390-01-15`.
    """

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @classmethod
    def fromisoformat(cls, text: str) -> HijriDate:
        """Read `1390-01-15` back; refuses a text of another form and a day that does not exist."""
        try:
            year, month, day = (int(part) for part in text.split("-"))
        except ValueError:
            raise DateFault("date.unreadable", text=text) from None
        written = cls(year, month, day)
        to_gregorian(written)
        return written


def hijri_month_days(year: int, month: int) -> int:
    """How many days the month has: 29 or 30. Rajab 1401 has 29."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateFault("date.hijri-out-of-range", text=str(year))
    if not 1 <= month <= 12:
        raise DateFault("date.unreadable", text=f"{year}-{month}")
    return int(Hijri(year, month, 1).month_length())


def to_gregorian(hijri: HijriDate) -> date:
    """The civil day of a Hijri date: 15 Muharram 1390 is 23 March 1970."""
    days = hijri_month_days(hijri.year, hijri.month)
    if not 1 <= hijri.day <= days:
        raise DateFault("date.no-such-day", text=str(hijri), days=days)
    return date(*Hijri(hijri.year, hijri.month, hijri.day).to_gregorian().datetuple())


def to_hijri(day: date) -> HijriDate:
    """The Umm al-Qura date of a civil day: 23 March 1970 is 15 Muharram 1390."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DateFault("date.hijri-out-of-range", text=day.isoformat())
    return HijriDate(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())


def sighted_day(hijri: HijriDate) -> date:
    """The civil day of a *printed* Hijri date, also of a thirtieth that Umm al-Qura lacks.

    A host that sighted the moon a day later had 30 days where the table has 29; the thirtieth
    is then the day after the twenty-ninth, so that the distance to the table can be counted.
    """
    days = hijri_month_days(hijri.year, hijri.month)
    if hijri.day == 30 and days == 29:
        return to_gregorian(HijriDate(hijri.year, hijri.month, 29)) + timedelta(days=1)
    return to_gregorian(hijri)
