"""Times and days as a record writes them."""

from datetime import date, datetime

from amana.kernel.dates.writing import format_dual
from amana.kernel.words import LANGS, Words

__all__ = ["day_words", "hour_words", "moment_words"]

_NBSP = "\u00a0"


def hour_words(at: datetime | None) -> Words:
    """*at 10:05*, in front of which a sentence stands; nothing where no time is known."""
    if at is None:
        return Words()
    hour = f"{at.hour:02}:{at.minute:02}"
    return Words(f"في الساعة {hour}", f"at {hour}", f"à {at.hour}{_NBSP}h{_NBSP}{at.minute:02}")


def day_words(day: date) -> Words:
    """A day in both calendars."""
    return Words(**{lang: format_dual(day, lang=lang) for lang in LANGS})


def moment_words(at: datetime) -> Words:
    """*25 November 2026 at 10:05*."""
    day, hour = day_words(at.date()), hour_words(at)
    return Words(*(f"{day.text(lang)}{'،' if lang == 'ar' else ','} {hour.text(lang)}"
                   for lang in LANGS))  # fmt: skip
