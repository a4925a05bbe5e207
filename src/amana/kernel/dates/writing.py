"""The house style of dates: Hijri first, one list of month names for each language.

    ar  من 15 إلى 17 محرم 1390هـ، الموافق من 23 إلى 25 مارس 1970م
    en  15 to 17 Muharram 1390H (23-25 March 1970)
    fr  du 15 au 17 mouharram 1390 H (23-25 mars 1970)

A hyphen between two numbers is read from either side beside Arabic, so Arabic says them in words.
French binds the era to the year by a no-break space and writes the first day as 1er. Arabic may
have its own digits. No bidi control is ever part of the text: `isolate` adds them for display.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from amana.kernel.dates.calendars import FIRST_DAY, LAST_DAY, HijriDate, to_hijri
from amana.kernel.dates.months import GREGORIAN, HIJRI
from amana.kernel.marks import Mark
from amana.kernel.numbers import digits as in_digits

Day = HijriDate | date

_LINKS = {"ar": ("من ", " إلى "), "en": ("", " to "), "fr": ("du ", " au ")}
_NBSP = "\u00a0"


def format_hijri(
    start: Day,
    lang: str = "en",
    *,
    end: Day | None = None,
    digits: str = "latn",
    precision: str = "day",
) -> str:
    """A Hijri day or range: `28 Rajab to 3 Shaban 1401H`, `15 mouharram 1390 H`.

    A civil day is converted first.
    """
    first, last = _hijri(start), _hijri(end or start)
    return _in_digits(_span(first, last, lang, precision, compact=False), lang, digits)


def format_gregorian(
    start: date,
    lang: str = "en",
    *,
    end: date | None = None,
    digits: str = "latn",
    precision: str = "day",
) -> str:
    """A civil day or range: `23-25 March 1970`, `du 30 avril au 2 mai 1990`, `1 يونيو 1982م`."""
    return _in_digits(_span(start, end or start, lang, precision, compact=True), lang, digits)


def format_dual(
    start: date,
    end: date | None = None,
    lang: str = "en",
    *,
    digits: str = "latn",
    precision: str = "day",
    printed: tuple[HijriDate, HijriDate] | None = None,
) -> str:
    """Both calendars, Hijri first: `15 Muharram 1390H (23 March 1970)`.

    The Hijri side is computed unless `printed` gives it as a document prints it.
    """
    first, last = printed or (to_hijri(start), to_hijri(end or start))
    hijri = format_hijri(first, lang, end=last, digits=digits, precision=precision)
    gregorian = format_gregorian(start, lang, end=end, digits=digits, precision=precision)
    return f"{hijri}، الموافق {gregorian}" if lang == "ar" else f"{hijri} ({gregorian})"


def format_mark(
    mark: str | Mark, lang: str = "en", *, digits: str = "latn", dual: bool = False
) -> str:
    """A day of known precision: `1975`, `July 1975`, `14 July 1975`, `between 1972 and 1975`.

    With `dual`, a mark known to the day is given in both calendars; in the Gregorian alone where
    the Umm al-Qura tables do not reach.
    """
    mark = Mark.parse(mark)
    if mark.precision == "interval":
        return _in_digits(_between(mark, lang), lang, digits)
    if dual and mark.precision == "day" and FIRST_DAY <= mark.earliest <= LAST_DAY:
        return format_dual(mark.earliest, None, lang, digits=digits)
    return format_gregorian(mark.earliest, lang, digits=digits, precision=mark.precision)


def isolate(text: str) -> str:
    """The text between U+2068 and U+2069, so that its direction does not disturb its neighbours.

    For display only: the marks never go into stored data.
    """
    return f"\u2068{text}\u2069"


def _hijri(day: Day) -> HijriDate:
    return day if isinstance(day, HijriDate) else to_hijri(day)


def _between(mark: Mark, lang: str) -> str:
    ends = [Mark.parse(end) for end in str(mark).split("..")]
    first, last = (_written(end.earliest, lang, end.precision) for end in ends)
    if lang == "ar":
        years = all(end.precision == "year" for end in ends)
        return f"بين {'عامي ' if years else ''}{first} و{last}"
    if lang == "fr":
        first, last = (
            f"le {text}" if end.precision == "day" else text
            for text, end in zip((first, last), ends, strict=True)
        )
        return f"entre {first} et {last}"
    return f"between {first} and {last}"


def _in_digits(text: str, lang: str, system: str) -> str:
    return in_digits(text, system) if lang == "ar" else text


def _span(start: Day, end: Day, lang: str, precision: str, *, compact: bool) -> str:
    """A day, month or year, or a range: what both ends share is written once, at the end."""
    if _parts(start, precision) == _parts(end, precision):
        return _written(start, lang, precision)
    if precision == "year" and lang != "ar":
        return f"{start.year}-{_year(end, lang)}"
    shared = precision == "day" and _parts(start, "month") == _parts(end, "month")
    if compact and shared and lang != "ar":
        return f"{_day(start, lang)}-{_written(end, lang, precision)}"
    first = _day(start, lang) if shared else _opening(start, end, lang, precision)
    return _linked(first, _written(end, lang, precision), lang, precision)


def _opening(start: Day, end: Day, lang: str, precision: str) -> str:
    if start.year != end.year:
        return _written(start, lang, precision)
    return _day_and_month(start, lang) if precision == "day" else _month(start, lang)


def _linked(first: str, last: str, lang: str, precision: str) -> str:
    """The two ends with the words of the language: du 15 au 17, d’avril à mai."""
    if lang == "fr" and precision == "month":
        return f"{'d’' if first[0] in 'aeo' else 'de '}{first} à {last}"
    opening, link = _LINKS[lang]
    return f"{opening}{first}{link}{last}"


def _parts(day: Day, precision: str) -> tuple[int, ...]:
    return (day.year, day.month, day.day)[: {"year": 1, "month": 2}.get(precision, 3)]


def _written(day: Day, lang: str, precision: str) -> str:
    write: dict[str, Callable[[], str]] = {
        "year": lambda: "",
        "month": lambda: _month(day, lang) + " ",
        "day": lambda: _day_and_month(day, lang) + " ",
    }
    return write[precision]() + _year(day, lang)


def _day(day: Day, lang: str) -> str:
    return "1er" if lang == "fr" and day.day == 1 else str(day.day)


def _month(day: Day, lang: str) -> str:
    names = HIJRI if isinstance(day, HijriDate) else GREGORIAN
    return names[lang][day.month - 1]


def _day_and_month(day: Day, lang: str) -> str:
    # After a number the name is a genitive: 29 ذي الحجة, while the month alone is ذو الحجة.
    return f"{_day(day, lang)} {_month(day, lang).replace('ذو ', 'ذي ')}"


def _year(day: Day, lang: str) -> str:
    if isinstance(day, HijriDate):
        return str(day.year) + {"ar": "هـ", "fr": _NBSP + "H"}.get(lang, "H")
    return f"{day.year}م" if lang == "ar" else str(day.year)
