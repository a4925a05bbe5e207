"""A day, month, half or year as a deliberation writes it inside a sentence, in either calendar."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from amana.kernel.dual_dates import DateFault, parse

__all__ = ["Span", "after_months", "all_days", "day_at"]

_MONTH = r"(?:[^\W\d_][^\W\d_'’\-]*[.'’\-]?)"
_MONTHS = rf"{_MONTH}(?:(?:[ /]{{1,3}}|(?<=-))\(?{_MONTH}\)?){{0,3}}"
_YEAR = r"\d{4}(?: ?(?:h\b|ah\b|ad\b|ce\b|ه\b|م\b|ميلاديه|هجريه))?"
_DAY = r"(?:\d{1,2}(?:er|st|nd|rd|th)?|premier|first)"
_ISO = r"\d{4}-\d{2}-\d{2}"
_FIGURES = r"\d{1,2}[/.]\d{1,2}[/.]\d{4}"
_DATE = re.compile(
    rf"(?P<iso>{_ISO})|(?P<figures>{_FIGURES})"
    rf"|(?P<day>{_DAY},? (?:of |de |من )?(?:شهر )?{_MONTHS},? {_YEAR})"
    rf"|(?P<us>{_MONTH} {_DAY}, ?{_YEAR})"
    rf"|(?P<month>(?:شهر )?{_MONTHS},? {_YEAR})"
    rf"|(?P<year>(?:the year |the end of |annee |l'annee |عام |سنه |العام )?{_YEAR}(?![\d/-]))"
)
_TWICE = re.compile(
    r"(?: ?[,(] ?| )(?:(?:corresponding to|correspondant (?:au|a)|soit|(?:ال)?موافق(?: ل)?) ?)?"
    rf"(?P<other>{_DAY} {_MONTHS},? {_YEAR}) ?\)?"
)
_MOST = 70


class Span(NamedTuple):
    """Days from `first` to `last`, both included; `precision` is day, month or year.

    `start` and `end` are where it stands in the text that was given.
    """

    first: date
    last: date
    precision: str
    start: int
    end: int


def day_at(text: str, start: int) -> Span | None:
    """The day, month or year that a folded text writes at this place, or None."""
    match = _DATE.match(text, start, start + _MOST)
    if match is None:
        return None
    return _read(match, text)


def all_days(text: str) -> list[Span]:
    """Every full day that a folded text writes, in order; a day in both calendars counts once."""
    found, place = [], 0
    for match in _DATE.finditer(text):
        if match.start() < place or match.lastgroup in ("month", "year"):
            continue
        span = _read(match, text)
        if span is not None:
            found.append(span)
            place = span.end
    return found


def _read(match: re.Match[str], text: str) -> Span | None:
    """What is written, longest reading first; both calendars when both are written."""
    words = match.group()
    kind = match.lastgroup or ""
    twice = _TWICE.match(text, match.end(), match.end() + _MOST)
    if twice is not None:
        days = _days(twice["other"])
        if days is not None and _days(words) is not None:
            gregorian = days if _is_gregorian(twice["other"]) else _days(words)
            if gregorian is not None:
                return Span(*gregorian, "day", match.start(), twice.end())
    if kind == "year":
        words = re.sub(r"^\D+", "", words)
    days = _days(words)
    if days is None:
        return None
    precision = kind if kind in ("month", "year") else "day"
    return Span(*days, precision, match.start(), match.end())


@lru_cache(maxsize=4096)
def _days(words: str) -> tuple[date, date] | None:
    try:
        found = parse(words)
    except DateFault:
        return None
    return found.start, found.end


def _is_gregorian(words: str) -> bool:
    year = re.search(r"\d{4}", words)
    return year is not None and int(year.group()) >= 1600


def after_months(day: date, months: int) -> date:
    """The same day some months later, or the last of that month: 31 August + 6 is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def half(span: Span, which: int) -> date:
    """The last day of the first or second half of a year or a month."""
    if which == 2:
        return span.last
    if span.precision == "year":
        return after_months(span.first, 6) - timedelta(days=1)
    return span.first + timedelta(days=14)


def quarter(span: Span, which: int) -> date:
    """The last day of a quarter of a year."""
    return after_months(span.first, 3 * which) - timedelta(days=1)


def week(span: Span, which: int) -> date:
    """The last day of a week of a month, counted from its first day."""
    return min(span.first + timedelta(days=7 * which - 1), span.last)
