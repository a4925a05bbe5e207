"""Rows under their columns: where each sheet has its head, and what stands under it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from amana.conferences.delegations.columns import known_heading, plain, recognised
from amana.conferences.delegations.grid import Grid, Sheet
from amana.kernel.refusals import Refusal

__all__ = ["NOTES", "Line", "Lines", "lines_of"]

HEAD_WITHIN = 40  # rows of a sheet in which its head is looked for: letterheads are shorter

# Headings of the columns that we write beside a list that was at fault: they are not read.
NOTES = frozenset(map(plain, (
    "Sheet", "Row", "Faults", "Feuille", "Ligne", "Erreurs", "الورقة", "الصف", "الأخطاء",
)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it says under each column, and the columns where it holds a formula."""

    sheet: str
    row: int
    values: dict[str, str]
    formulas: tuple[str, ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")


@dataclass(slots=True)
class Lines:
    """All rows of a file; the headings that were not understood; the sheets without a list."""

    lines: list[Line] = field(default_factory=list)
    unread_headings: list[str] = field(default_factory=list)
    unread_sheets: list[str] = field(default_factory=list)


def lines_of(grid: Grid, party_of: Callable[[str], str]) -> Lines:
    """The rows of every sheet that holds a list.

    A sheet without a column for the state is the list of the delegation that it is named after.
    Refused: `delegations.no-head` when no sheet has a head, `delegations.no-rows` when nothing
    stands under it.
    """
    found = Lines()
    headed = False
    for sheet in grid.sheets:
        at, columns = _head(sheet, named=bool(party_of(sheet.name)))
        if not columns:
            found.unread_sheets += [sheet.name] if sheet.rows and sheet.name else []
            continue
        headed = True
        _unread(sheet.rows[at][1], columns, found)
        found.lines += [_line(sheet, *row, columns) for row in sheet.rows[at + 1 :]]
    if not headed:
        raise Refusal("delegations.no-head")
    found.lines = [line for line in found.lines if _says_something(line)]
    if not found.lines:
        raise Refusal("delegations.no-rows")
    return found


def _head(sheet: Sheet, *, named: bool) -> tuple[int, dict[int, str]]:
    """The first row that is a head, and what its places mean."""
    for at, (_, cells) in enumerate(sheet.rows[:HEAD_WITHIN]):
        columns = recognised(cells, without_party=named)
        if columns:
            return at, columns
    return 0, {}


def _unread(cells: tuple[str, ...], columns: dict[int, str], found: Lines) -> None:
    for at, cell in enumerate(cells):
        known = not cell or at in columns or plain(cell) in NOTES
        if not known and cell not in found.unread_headings:
            found.unread_headings.append(cell)


def _line(sheet: Sheet, number: int, cells: tuple[str, ...], columns: dict[int, str]) -> Line:
    values = {key: cells[at] for at, key in columns.items() if at < len(cells)}
    if "party" not in columns.values():
        values["party"] = sheet.name
    formulas = tuple(key for at, key in columns.items() if (number, at) in sheet.formulas)
    return Line(sheet.name, number, values, formulas)


def _says_something(line: Line) -> bool:
    """A head that is repeated further down, or a row of a serial number alone, is no row."""
    said = {key: value for key, value in line.values.items() if value and key != "party"}
    if not said:
        return any(line.formulas)
    return any(known_heading(value) != key for key, value in said.items())
