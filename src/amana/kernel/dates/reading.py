"""From the pieces of a text to the dates that it prints, each in its own calendar.

A text prints one date or range, or the same one in both calendars. Parts that are printed once
for both ends of a range are carried over: `15-17 Muharram 1390`, `30 April to 2 May 1990`. Where
a range runs from the last month to the first and prints one year, the year is that of its end.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from amana.kernel.dates.calendars import DateFault, HijriDate, hijri_month_days
from amana.kernel.dates.spelling import Piece, folded, pieces

LONGEST = 120
HIJRI_BEFORE = 1600  # a bare year below this is Hijri, from it on Gregorian

Day = tuple[int, int, int]


@dataclass(frozen=True)
class End:
    """One end of a range as printed; 0 where nothing is printed."""

    year: int = 0
    month: int = 0
    day: int = 0
    calendar: str = ""

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, or nothing when the parts do not make a date."""
        parts = (bool(self.year), bool(self.month), bool(self.day))
        whole = {(True, True, True): "day", (True, True, False): "month"}
        return whole.get(parts, "year" if parts == (True, False, False) else "")


@dataclass(frozen=True)
class Printed:
    """A date or range in one calendar: first and last day (year, month, day), and precision."""

    calendar: str
    first: Day
    last: Day
    precision: str


@dataclass(frozen=True)
class Reading:
    """What a text prints: one or two dates, and the months that were guessed."""

    dates: tuple[Printed, ...]
    guessed: tuple[tuple[str, str, int], ...]


def read(text: str) -> Reading:
    """The dates that a text prints, or a `DateFault`."""
    if len(text) > LONGEST:
        raise DateFault("date.too-long", limit=LONGEST, length=len(text))
    try:
        found, guessed = pieces(folded(text))
    except ValueError:
        raise DateFault("date.unreadable", text=text) from None
    between = any(piece.kind == "between" for piece in found)
    pairs = not between and any(piece.text == "and" for piece in found)
    found = [piece for piece in found if piece.kind != "between"]
    ranges = _joined(_ranges(found, text), text)
    printed = tuple(_printed(first, last, text) for first, last in ranges)
    if len({one.calendar for one in printed}) != len(printed) or not printed:
        raise DateFault("date.unreadable", text=text)
    if pairs and not all(_are_neighbours(one) for one in printed):
        raise DateFault("date.unreadable", text=text)
    return Reading(printed, tuple((w, p.calendar, p.values[0]) for w, p in guessed))


def _are_neighbours(printed: Printed) -> bool:
    """Whether `22 and 23 March` is a range: 22 and 24 March are two dates."""
    part = {"year": 0, "month": 1, "day": 2}[printed.precision]
    first, last = printed.first[part], printed.last[part]
    return last - first in (0, 1) or (part > 0 and last == 1)


Range = tuple[End, End]


def _ranges(found: Sequence[Piece], text: str) -> list[tuple[Range, str]]:
    """Every range in the pieces, with the kind of sign that stands before it."""
    ranges: list[tuple[Range, str]] = []
    place = 0
    while place < len(found):
        sign = ""
        while place < len(found) and found[place].kind in ("sep", "same", "range"):
            sign += found[place].text or {"range": "-"}.get(found[place].kind, "=")
            place += 1
        if place == len(found):
            break
        first, place = _end(found, place, text)
        last = first
        if place + 1 < len(found) and found[place].kind == "range":
            last, place = _end(found, place + 1, text)
        ranges.append(((first, last), sign))
    return ranges


def _end(found: Sequence[Piece], place: int, text: str) -> tuple[End, int]:
    """Read one end of a range from this place on; where it stops."""
    end, began = End(), place
    while place < len(found):
        piece = found[place]
        longer = _with(end, piece)
        if longer is None and _bridges(end, piece, found[place + 1 :]):
            place += 1
            continue
        if longer is None:
            break
        end, place = longer, place + 1
    if place == began:
        raise DateFault("date.unreadable", text=text)
    return end, place


def _with(end: End, piece: Piece) -> End | None:
    """The end with one more piece, or None if the piece has no place in it."""
    if piece.kind == "full" and end == End():
        year, month, day = (*piece.values, 0)[:3]
        return End(year, month, day)
    if piece.kind == "era" and end.calendar in ("", piece.calendar):
        return replace(end, calendar=piece.calendar)
    if piece.kind == "month":
        return _with_month(end, piece)
    if piece.kind != "number" or end.year:
        return None
    value, figures = piece.values
    if figures > 2:
        return replace(end, year=value)
    return None if end.day else replace(end, day=value or 99)


def _with_month(end: End, piece: Piece) -> End | None:
    if end.month:
        same = (end.calendar, end.month) == (piece.calendar, piece.values[0])
        return end if same else None
    if end.year or end.calendar not in ("", piece.calendar):
        return None
    return replace(end, month=piece.values[0], calendar=piece.calendar)


def _bridges(end: End, sign: Piece, rest: Sequence[Piece]) -> bool:
    """Whether a sign stands inside a date: March 23, 1970; 5-Rajab-1430; يونيو (حزيران) 1982."""
    if sign.kind not in ("sep", "range") or end.year:
        return sign.kind == "sep" and not rest
    following = rest[0] if rest else Piece("")
    if following.kind == "month" and not end.month:
        return end.day > 0 and sign.text in ("", ",", "/")
    if following.kind == "number":
        return following.values[1] > 2 and (end.month or end.day) > 0
    return end.month > 0 and sign.kind == "sep" and _with(end, following) is not None


def _joined(ranges: list[tuple[Range, str]], text: str) -> list[Range]:
    """`1970-03-23/1970-03-25` and `1389/1390` are one range; other neighbours stay two dates."""
    if len(ranges) == 2 and ranges[1][1] == "/":
        (one, _), (other, _) = ranges
        if _calendar(*one) == _calendar(*other) and one[0] == one[1] and other[0] == other[1]:
            return [(one[0], other[1])]
    if len(ranges) > 2:
        raise DateFault("date.unreadable", text=text)
    return [one for one, _ in ranges]


def _calendar(first: End, last: End) -> str:
    year = last.year or first.year
    return last.calendar or first.calendar or ("hijri" if year < HIJRI_BEFORE else "gregorian")


def _printed(first: End, last: End, text: str) -> Printed:
    """Carry over what is printed once, and check that the days exist."""
    calendar = _calendar(first, last)
    if {first.calendar, last.calendar} - {"", calendar}:
        raise DateFault("date.unreadable", text=text)
    first, last = _carried(first, last)
    if not first.precision or first.precision != last.precision:
        raise DateFault("date.unreadable", text=text)
    start, stop = _first_day(first), _last_day(last, calendar, text)
    for day in (start, stop):
        _check(day, calendar, text)
    if start > stop:
        raise DateFault("date.range-backwards", text=text)
    return Printed(calendar, start, stop, first.precision)


def _carried(first: End, last: End) -> Range:
    if first.day or last.day:
        last = replace(last, month=last.month or first.month)
        first = replace(first, month=first.month or last.month)
    if not first.year:
        turns = (first.month, last.month) == (12, 1)
        first = replace(first, year=last.year - 1 if turns and last.year else last.year)
    return first, replace(last, year=last.year or first.year)


def _first_day(end: End) -> Day:
    return end.year, end.month or 1, end.day or 1


def _last_day(end: End, calendar: str, text: str) -> Day:
    month = end.month or 12
    return end.year, month, end.day or _days(calendar, end.year, month, text)


def _days(calendar: str, year: int, month: int, text: str) -> int:
    if not 1 <= month <= 12:
        raise DateFault("date.unreadable", text=text)
    if calendar == "gregorian":
        if not 1 <= year <= 9999:
            raise DateFault("date.hijri-out-of-range", text=text)
        return monthrange(year, month)[1]
    try:
        return hijri_month_days(year, month)
    except DateFault as fault:
        raise DateFault(fault.code, text=text) from None


def _check(day: Day, calendar: str, text: str) -> None:
    """A Hijri thirtieth passes here: with a Gregorian date beside it, it is only warned of."""
    days = _days(calendar, day[0], day[1], text)
    longest = max(days, 30) if calendar == "hijri" else days
    if not 1 <= day[2] <= longest:
        raise DateFault("date.no-such-day", text=text)


def as_hijri(day: Day) -> HijriDate:
    """The printed parts as a Hijri date."""
    return HijriDate(*day)


def as_gregorian(day: Day) -> date:
    """The printed parts as a civil day."""
    return date(*day)
