"""Months of the calendar: weeks of days in both calendars, with who sits and what meets."""

from calendar import Calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.http import HttpRequest
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from amana.conferences.lookups import SessionRow
from amana.conferences.models import MeetingTime
from amana.conferences.pages.grid import Shown, shown_by_day
from amana.conferences.programme import meetings, of_the_house
from amana.kernel.dual_dates import HijriDate, format_gregorian, format_hijri, to_hijri

__all__ = ["Day", "Month", "Months", "months_of"]

SUNDAY = 6
FIRST, LAST = date(1925, 1, 1), date(2077, 9, 1)  # within the days of the Umm al-Qura tables


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month (or of the ends of its weeks, `is_outside`), who sits and what meets."""

    day: date
    hijri: HijriDate
    is_outside: bool
    sessions: tuple[SessionRow, ...]
    meetings: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Month:
    """A Gregorian month, named in both calendars, in weeks that begin on Sunday."""

    hijri: str
    civil: str
    weeks: Sequence[Sequence[Day]]


@dataclass(frozen=True, slots=True)
class Months:
    """A month and the next, what sits and meets in them, the months before and after: `2027-01`."""

    shown: tuple[Month, Month]
    sitting: list[SessionRow]
    meetings: Mapping[date, Sequence[Shown]]
    weekdays: list[tuple[str, str]]
    before: str
    after: str


def months_of(request: HttpRequest, rows: Iterable[SessionRow], on: date, lang: str) -> Months:
    """The month asked by `month=2027-01`, else that of the day, with the one after it."""
    first = _asked(request.GET.get("month", "")) or on.replace(day=1)
    first = min(max(first, FIRST), LAST)
    second = _after(first)
    end = _after(second)
    sitting = [row for row in rows if _overlaps(row, first, end)]
    held = _meetings(first, end, request.GET.get("body", ""))
    order = [(SUNDAY + at) % 7 for at in range(7)]
    return Months(
        (_month(first, sitting, held, lang), _month(second, sitting, held, lang)),
        sorted(sitting, key=lambda row: row.days.opens.earliest),
        held,
        [(str(WEEKDAYS[at]), str(WEEKDAYS_ABBR[at])) for at in order],
        _named(first - timedelta(days=1)), _named(second),
    )  # fmt: skip


def _asked(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def _after(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _named(day: date) -> str:
    return f"{day:%Y-%m}"


def _overlaps(row: SessionRow, first: date, end: date) -> bool:
    opens, closes = row.days.opens, row.days.closes
    is_exact = opens.is_exact and closes.is_exact
    return is_exact and opens.earliest < end and closes.latest >= first


def _meetings(first: date, end: date, body: str) -> dict[date, list[Shown]]:
    """The meetings of the days from one until another, of all bodies or of one: one query."""
    near = MeetingTime.objects.filter(during__overlap=(first, end)).values("meeting")
    found = shown_by_day(meetings(of_the_house(body) & Q(meeting__in=near)))
    return {day: shown for day, shown in found.items() if first <= day < end}


def _month(
    first: date, rows: Sequence[SessionRow], held: Mapping[date, Sequence[Shown]], lang: str
) -> Month:
    last = _after(first) - timedelta(days=1)
    weeks = [
        [_day(day, first.month, rows, held.get(day, ())) for day in week]
        for week in Calendar(SUNDAY).monthdatescalendar(first.year, first.month)
    ]
    hijri = format_hijri(first, lang, end=last, precision="month")
    return Month(hijri, format_gregorian(first, lang, precision="month"), weeks)


def _day(day: date, month: int, rows: Sequence[SessionRow], held: Sequence[Shown]) -> Day:
    sitting = tuple(row for row in rows if _overlaps(row, day, day + timedelta(days=1)))
    return Day(day, to_hijri(day), day.month != month, sitting, held)
