"""The days of a session in both calendars: Hijri as a source prints it, computed otherwise."""

from dataclasses import dataclass
from functools import lru_cache

from amana.kernel.dual_dates import (
    DateFault,
    DateWarning,
    HijriDate,
    format_gregorian,
    format_hijri,
    format_mark,
    parse,
    to_hijri,
)
from amana.kernel.marks import Mark

__all__ = ["Days", "days_of"]


@dataclass(frozen=True, slots=True)
class Days:
    """When a session sat: marks as sourced, Hijri days with their origin, what differs.

    `origin` is "printed", "reported" (known without a document), "computed" or "", where the days
    are not known exactly and no Hijri date is given.
    """

    opens: Mark
    closes: Mark
    origin: str
    hijri: tuple[HijriDate, HijriDate] | None
    printed: str
    differs: int
    warnings: tuple[DateWarning, ...]

    def gregorian_in(self, lang: str) -> str:
        """The Gregorian days, to the precision that sources allow."""
        if self.opens.is_exact and self.closes.is_exact:
            return format_gregorian(self.opens.earliest, lang, end=self.closes.earliest)
        return format_mark(self.opens, lang)

    def both_in(self, lang: str) -> str:
        """Both calendars, Hijri first, in the order and with the words of the house style."""
        hijri, civil = self.hijri_in(lang), self.gregorian_in(lang)
        if not hijri:
            return civil
        return f"{hijri}، الموافق {civil}" if lang == "ar" else f"{hijri} ({civil})"

    def hijri_in(self, lang: str) -> str:
        """The Hijri days in house style; as printed where only the print is readable."""
        if self.hijri is None:
            return self.printed
        return format_hijri(self.hijri[0], lang, end=self.hijri[1])


@lru_cache(maxsize=4096)
def days_of(opens: str, closes: str, printed: str = "", reported: str = "") -> Days:
    """Read both calendars and compare them; nothing is corrected.

    The 10th Conference at Fez prints 10-14 Jumada II 1399 for 8-12 May 1979, two days from the
    table: `differs` is 2 and the warning says that a local sighting may be why.
    """
    first = Mark.parse(opens)
    last = Mark.parse(closes) if closes else first
    text = printed or reported
    origin = "printed" if printed else "reported" if reported else ""
    if not (first.is_exact and last.is_exact):
        return Days(first, last, origin, None, text, 0, ())
    start, end = first.earliest, last.earliest
    if not text:
        return Days(first, last, "computed", (to_hijri(start), to_hijri(end)), "", 0, ())
    return _compared(first, last, origin, text)


def _compared(first: Mark, last: Mark, origin: str, text: str) -> Days:
    start, end = first.earliest, last.earliest
    try:
        both = parse(f"{text} ({format_gregorian(start, 'en', end=end)})")
    except DateFault:
        return Days(first, last, origin, None, text, 0, ())
    hijri_first, hijri_last = both.printed_hijri_start, both.printed_hijri_end
    found = (hijri_first, hijri_last) if hijri_first and hijri_last else None
    return Days(first, last, origin, found, text, both.delta_days or 0, both.warnings)
