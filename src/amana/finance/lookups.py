"""Public figures known by a day."""

from datetime import date

from amana.finance.models import PublicFigure
from amana.kernel.marks import Mark

__all__ = ["figures", "year_of"]


def year_of(row: PublicFigure) -> int | None:
    """The year a figure is about: of its day, else the first of its fiscal year."""
    if row.since_mark:
        return Mark.parse(row.since_mark).earliest.year
    return int(row.fiscal_year[:4]) if row.fiscal_year[:4].isdecimal() else None


def figures(*, on: date) -> list[PublicFigure]:
    """Every figure about a day or a year that had begun by then, latest first: one query."""
    rows = [row for row in PublicFigure.objects.known() if _begun(row, on)]
    return sorted(rows, key=lambda row: (-(year_of(row) or 0), row.key))


def _begun(row: PublicFigure, on: date) -> bool:
    year, first = year_of(row), row.during.lower
    return (first is None or first <= on) and (year is None or year <= on.year)
