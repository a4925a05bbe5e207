"""Filters that put a value in the words and digits of the reader's language."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils import timezone, translation
from markupsafe import Markup

from amana.kernel import dual_dates
from amana.kernel.marks import Mark

__all__ = [
    "FILTERS", "counted", "day", "dual", "hijri", "mark", "moment", "number", "register",
    "years",
]  # fmt: skip

THOUSANDS = {"ar": ",", "en": ",", "fr": "\u202f"}
DECIMAL = {"ar": ".", "en": ".", "fr": ","}


def _lang() -> str:
    return (translation.get_language() or "en").partition("-")[0]


def _day(value: date) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def _time(machine: str, shown: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(machine, shown)


def dual(value: date | None, until: date | None = None) -> Markup:
    """A day, or a span of days, in both calendars; nothing gives nothing."""
    if value is None:
        return Markup("")
    first, last = _day(value), _day(until) if until else None
    return _time(first.isoformat(), dual_dates.format_dual(first, last, _lang()))


def day(value: date | None) -> Markup:
    """A day of the Gregorian calendar in words: `1 June 1982`."""
    if value is None:
        return Markup("")
    return _time(_day(value).isoformat(), dual_dates.format_gregorian(_day(value), _lang()))


def hijri(value: date | None) -> Markup:
    """The same day of the Hijri calendar, as computed."""
    if value is None:
        return Markup("")
    return _time(_day(value).isoformat(), dual_dates.format_hijri(_day(value), _lang()))


def moment(value: datetime | None) -> Markup:
    """A second, in both calendars and in the time of the seat, which is that of the settings."""
    if value is None:
        return Markup("")
    local = timezone.localtime(value)
    said = translation.gettext("%(day)s, %(time)s at the seat") % {
        "day": dual_dates.format_dual(local.date(), lang=_lang()),
        "time": f"{local:%H:%M:%S}",
    }
    return _time(local.isoformat(), said)


def mark(value: Any) -> Markup:
    """A mark such as `1975-07` or `1972..1975` in words, a known day in both calendars."""
    text = value.isoformat() if isinstance(value, date) else str(value or "")
    return _mark(text, _lang()) if text else Markup("")


@lru_cache(maxsize=4096)
def _mark(text: str, lang: str) -> Markup:
    shown = _hijri_years(text, lang) + dual_dates.format_mark(text, lang, dual=True)
    return Markup("<bdi>{}</bdi>").format(shown) if ".." in text else _time(text, shown)


def _hijri_years(text: str, lang: str) -> str:
    """Before a year that stands alone in Arabic, the Hijri years it fell in: `1402/1403هـ، `."""
    known = Mark.parse(text)
    if lang != "ar" or known.precision != "year":
        return ""
    first, last = dual_dates.to_hijri(known.earliest), dual_dates.to_hijri(known.latest)
    both = dict.fromkeys((first.year, last.year))
    return f"{'/'.join(map(str, both))}هـ، الموافق "


def years(first: Any, last: Any, lang: str) -> str:
    """Years as one names a life or a term: `1979–1984`, `2021–`, `من 1979 إلى 1984`, `منذ 2021`.

    A dash between two numbers is read from either side beside Arabic, which says it in words.
    """
    if first == last:
        return str(first or "")
    if lang != "ar":
        return f"{first or '…'}–{last or ''}"
    if first and last:
        return f"من {first} إلى {last}"
    return f"منذ {first}" if first else f"حتى {last}"


def number(value: Any, places: int = 0) -> Markup:
    """A count with the separators of the language, kept in one piece inside Arabic text."""
    if value is None:
        return Markup("")
    return Markup('<bdi class="number">{}</bdi>').format(counted(value, places))


def counted(value: Any, places: int = 0) -> str:
    """A count with the separators of the language, as text: `1,295`, in French `1 295`."""
    lang = _lang()
    shown = f"{value:,.{places}f}".replace(",", "\0").replace(".", DECIMAL.get(lang, "."))
    return shown.replace("\0", THOUSANDS.get(lang, ","))


FILTERS: dict[str, Callable[..., Any]] = {
    "dual": dual,
    "day": day,
    "hijri": hijri,
    "mark": mark,
    "moment": moment,
    "number": number,
}


def register(name: str, found: Callable[..., Any]) -> None:
    """Add a filter of a room above to the templates, in its `ready()`."""
    FILTERS[name] = found
