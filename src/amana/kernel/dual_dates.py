"""A date or a range of dates in both calendars, read as people print it.

`parse` reads Hijri or Gregorian, day, month, year or range, in Arabic, English or French. A text
that prints both calendars is read as both: the Gregorian is what the house stores, the printed
Hijri is kept beside it and compared with Umm al-Qura, warned of and never corrected.

    parse("10-14 Jumad Al Thani 1399 H (8-12 May 1979)")
        gregorian      1979-05-08 to 1979-05-12
        printed_hijri  1399-06-10 to 1399-06-14
        hijri          1399-06-12 to 1399-06-16  (computed)
        warnings       date.warn-sighting, 2 days
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from amana.kernel.dates.calendars import (
    DateFault,
    HijriDate,
    hijri_month_days,
    sighted_day,
    to_gregorian,
    to_hijri,
)
from amana.kernel.dates.months import GREGORIAN, HIJRI
from amana.kernel.dates.reading import LONGEST, Printed, as_gregorian, as_hijri, read
from amana.kernel.dates.writing import (
    format_dual,
    format_gregorian,
    format_hijri,
    format_mark,
    isolate,
)
from amana.kernel.numbers import plural_category
from amana.kernel.refusals import sentence
from amana.kernel.words import Words

__all__ = [
    "LONGEST",
    "DateFault",
    "DateWarning",
    "DualDate",
    "HijriDate",
    "describe",
    "format_dual",
    "format_gregorian",
    "format_hijri",
    "format_mark",
    "hijri_month_days",
    "isolate",
    "parse",
    "to_gregorian",
    "to_hijri",
]

SIGHTING_DAYS = 2
"""How far a local sighting of the moon may lie from the table; more is another fault."""


class DateWarning(NamedTuple):
    """Something a reader should know of a date that was accepted: a code and its facts."""

    code: str
    facts: Mapping[str, object]

    def sentence(self, lang: str = "en") -> str:
        """The warning for a reader of `lang`."""
        return sentence(self.code, self.facts, lang)


@dataclass(frozen=True)
class DualDate:
    """A day, month, year or range: `start` and `end` are civil days, both included.

    `hijri_start` and `hijri_end` are computed from them; `printed_hijri_*` are those of the text,
    None where the text prints none.
    """

    start: date
    end: date
    printed: str
    printed_in: str
    precision: str
    printed_hijri_start: HijriDate | None = None
    printed_hijri_end: HijriDate | None = None
    warnings: tuple[DateWarning, ...] = field(default=(), compare=False)

    @property
    def hijri_start(self) -> HijriDate:
        """The computed Hijri date of the first day."""
        return to_hijri(self.start)

    @property
    def hijri_end(self) -> HijriDate:
        """The computed Hijri date of the last day."""
        return to_hijri(self.end)

    @property
    def days(self) -> int:
        """How many civil days there are, both ends included."""
        return (self.end - self.start).days + 1

    @property
    def delta_days(self) -> int | None:
        """How many days the printed Gregorian start lies after the table's day for the printed
        Hijri start; None unless both are printed to the day. The 10th Conference at Fez: 2.
        """
        if self.printed_in != "both" or self.precision != "day" or not self.printed_hijri_start:
            return None
        return (self.start - sighted_day(self.printed_hijri_start)).days

    def text(self, lang: str = "en", *, digits: str = "latn") -> str:
        """Both calendars in house style; the Hijri as printed where it is printed."""
        printed = None
        if self.printed_hijri_start and self.printed_hijri_end:
            printed = (self.printed_hijri_start, self.printed_hijri_end)
        return format_dual(
            self.start,
            self.end,
            lang,
            digits=digits,
            precision=self.precision,
            printed=printed,
        )

    def __str__(self) -> str:
        return self.text("en")


def parse(text: str) -> DualDate:
    """Read a date or range as typed or printed; a `DateFault` if it is none.

    A bare year below 1600 is Hijri; `1390-01-15` and `15/01/1390` are 15 Muharram.
    """
    reading = read(text)
    by_calendar = {one.calendar: one for one in reading.dates}
    hijri, gregorian = by_calendar.get("hijri"), by_calendar.get("gregorian")
    guesses = tuple(_guessed(*guess) for guess in reading.guessed)
    if hijri and gregorian:
        return _both(text, hijri, gregorian, guesses)
    if hijri:
        return _from_hijri(text, hijri, guesses)
    assert gregorian is not None  # `read` returns at least one date
    start, end = as_gregorian(gregorian.first), as_gregorian(gregorian.last)
    _within_table(start, end, text)
    return DualDate(start, end, text, "gregorian", gregorian.precision, warnings=guesses)


def _from_hijri(text: str, hijri: Printed, warnings: tuple[DateWarning, ...]) -> DualDate:
    first, last = as_hijri(hijri.first), as_hijri(hijri.last)
    try:
        start, end = to_gregorian(first), to_gregorian(last)
    except DateFault as fault:
        raise DateFault(fault.code, text=text) from None
    return DualDate(start, end, text, "hijri", hijri.precision, first, last, warnings)


def _both(
    text: str, hijri: Printed, gregorian: Printed, warnings: tuple[DateWarning, ...]
) -> DualDate:
    first, last = as_hijri(hijri.first), as_hijri(hijri.last)
    start, end = as_gregorian(gregorian.first), as_gregorian(gregorian.last)
    _within_table(start, end, text)
    precise = min(hijri.precision, gregorian.precision, key=("day", "month", "year").index)
    dual = DualDate(start, end, text, "both", precise, first, last)
    exact = hijri.precision == gregorian.precision == "day"
    found = _compared(dual, first, last) if exact else _overlapping(dual, first, last)
    return DualDate(start, end, text, "both", precise, first, last, (*warnings, *found))


def _within_table(start: date, end: date, text: str) -> None:
    try:
        to_hijri(start), to_hijri(end)
    except DateFault as fault:
        raise DateFault(fault.code, text=text) from None


def _guessed(written: str, calendar: str, month: int) -> DateWarning:
    names = HIJRI if calendar == "hijri" else GREGORIAN
    name = Words.of({lang: names[lang][month - 1] for lang in names})
    return DateWarning("date.warn-month-guessed", {"written": written, "month": name})


def _compared(dual: DualDate, first: HijriDate, last: HijriDate) -> tuple[DateWarning, ...]:
    """The printed Hijri against the table: days that do not exist, distance, length."""
    found = []
    for day in dict.fromkeys((first, last)):
        length = hijri_month_days(day.year, day.month)
        if day.day > length:
            facts = {"printed": _in_words(day), "days": length}
            found.append(DateWarning("date.warn-no-such-day", facts))
    distance = abs((dual.start - sighted_day(first)).days)
    if distance:
        near = distance <= SIGHTING_DAYS
        code = "date.warn-sighting" if near else "date.warn-calendars-disagree"
        facts = {"printed": _in_words(first), "computed": _in_words(dual.hijri_start)}
        found.append(DateWarning(code, {**facts, "days": distance, "distance": _counted(distance)}))
    span = (sighted_day(last) - sighted_day(first)).days + 1
    if span != dual.days:
        facts = {"hijri": _counted(span), "gregorian": _counted(dual.days)}
        found.append(DateWarning("date.warn-spans-differ", facts))
    return tuple(found)


def _overlapping(dual: DualDate, first: HijriDate, last: HijriDate) -> tuple[DateWarning, ...]:
    """Months and years of the two calendars never begin together: they need only overlap."""
    if sighted_day(first) <= dual.end and dual.start <= sighted_day(last):
        return ()
    facts = {"printed": _in_words(first), "computed": _in_words(dual.hijri_start, dual.hijri_end)}
    return (DateWarning("date.warn-periods-disagree", facts),)


def _in_words(first: HijriDate, last: HijriDate | None = None) -> Words:
    return Words.of({lang: format_hijri(first, lang, end=last) for lang in HIJRI})


_DAYS = {
    "en": {"one": "{n} day", "other": "{n} days"},
    "fr": {"one": "{n} jour", "other": "{n} jours"},
    "ar": {
        "one": "يوم واحد",
        "two": "يومان",
        "few": "{n} أيام",
        "many": "{n} يومًا",
        "other": "{n} يوم",
    },
}


def _counted(days: int) -> Words:
    forms = {lang: forms.get(plural_category(days, lang), "") for lang, forms in _DAYS.items()}
    return Words.of({lang: form.format(n=days) for lang, form in forms.items()})


def describe(text: str, lang: str = "en") -> dict[str, object]:
    """What `amana date` answers, as JSON values.

    `gregorian` and `hijri` are ISO days or intervals (`1970-03-23/1970-03-25`). `hijri` is the
    printed one where the text prints one, the computed one otherwise; `computed_hijri` always
    comes from the Gregorian days by Umm al-Qura. `warnings` are sentences in `lang`.
    """
    dual = parse(text)
    computed = _iso(dual.hijri_start, dual.hijri_end)
    printed = _iso(dual.printed_hijri_start, dual.printed_hijri_end)
    return {
        "gregorian": _iso(dual.start, dual.end),
        "hijri": printed or computed,
        **{language: dual.text(language) for language in ("ar", "en", "fr")},
        "warnings": [warning.sentence(lang) for warning in dual.warnings],
        "printed": dual.printed,
        "printed_in": dual.printed_in,
        "computed_hijri": computed,
        "precision": dual.precision,
    }


def _iso(start: date | HijriDate | None, end: date | HijriDate | None) -> str:
    return f"{start}" if start == end and start else f"{start}/{end}" if start else ""
