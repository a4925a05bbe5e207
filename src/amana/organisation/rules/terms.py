"""When a term is expected to end, and whether its holder may be chosen again.

Charter 2008, Art. 16: five years, renewable once. A term begun on 17 November 2021 is expected
to end on 17 November 2026; under the two years of the Charter of 1972, one begun on 1 January
1974 was expected to end on 1 January 1976.
"""

from collections.abc import Iterable
from datetime import MAXYEAR, date

from amana.kernel.periods import Period

__all__ = ["expected_end", "expected_mark", "may_serve_again", "terms_served", "years_of"]

# A record that runs a little over a term is still one term: successors enter late, and the ends
# of early terms are known to the year only.
GRACE = 183
FOUR_YEARS = 1461


def years_of(value: str, unit: str) -> int | None:
    """The length of a term in whole years, or None where the rule gives no such number."""
    if not value.isdecimal() or len(value) > 3 or "year" not in unit.lower():
        return None
    return int(value) if 0 < int(value) <= 100 else None


def expected_end(begin: date, years: int | None) -> date | None:
    """The same day so many years later; 29 February becomes 1 March in a common year."""
    if years is None or begin.year + years > MAXYEAR:
        return None
    try:
        return begin.replace(year=begin.year + years)
    except ValueError:
        return date(begin.year + years, 3, 1)


def expected_mark(since: str, years: int | None) -> str:
    """The expected end to the precision of the beginning: "2023" and five years give "2028"."""
    parts = since.split("-")
    if years is None or not all(part.isdecimal() for part in parts):
        return ""
    if len(parts) == 3:
        end = expected_end(date.fromisoformat(since), years)
        return end.isoformat() if end else ""
    return "-".join([str(int(parts[0]) + years), *parts[1:]])


def terms_served(held: Iterable[Period], years: int) -> int:
    """How many terms of that length these periods make; one begun counts.

    A record may stand for two terms: 1 January 2005 to 31 December 2013 is nine years, two
    terms of five years. A period without a beginning or an end counts once.
    """
    return sum(_terms_in(period, years) for period in held)


def _terms_in(period: Period, years: int) -> int:
    if period.since is None or period.until is None:
        return 1
    days = (period.until - period.since).days - GRACE
    return max(1, -(-4 * days // (FOUR_YEARS * years)))


def may_serve_again(served: int, renewals: int | None) -> bool:
    """Whether one more term is allowed: renewable once means two terms in all.

    Charter 2008, Art. 16: after one term yes, after two no. A rule silent on it allows it.
    """
    return renewals is None or served <= renewals
