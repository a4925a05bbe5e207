"""A spreadsheet as rows of plain text: XLSX and CSV, whatever else the file may carry.

What a hostile file may do is refused by the guards of the texts' intake: bombs, macros, entities.
A formula is no value; its cell is kept in `formulas`, so that its row can be named.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from amana.conferences.delegations.columns import recognised
from amana.kernel.refusals import Refusal
from amana.texts.intake.gathering import Gathered
from amana.texts.intake.plain import decoded
from amana.texts.intake.word.package import Package, opened
from amana.texts.reading.passages import Doubt

__all__ = ["LARGEST", "ROWS", "Grid", "Sheet", "grid_of"]

LARGEST = 5 << 20  # bytes of a file; a list of 3,000 delegates has some 300,000
UNPACKED = 24 << 20  # bytes of all its parts; the sheet of such a list has some two million
ROWS = 10_000  # rows that hold something; the largest session on record had some 2,000 delegates
WIDTH = 60  # places of a row that are read
CELL = 1_000  # characters of a cell
_FORMULA = ("=", "+", "-", "@")
_DELIMITERS = (",", ";", "\t", "|")
_BROKEN = (BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError,
           OverflowError, OSError, EOFError, NotImplementedError)  # fmt: skip
# What the guards say of a document, said of a list.
_OF_A_LIST = {
    "intake.bomb": "delegations.file-bomb", "intake.macro": "delegations.file-macro",
    "intake.too-large": "delegations.file-bomb",
}  # fmt: skip


@dataclass(slots=True)
class Sheet:
    """The rows of a sheet that hold something, each with its number as the sheet counts."""

    name: str
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)  # row, place from 0


@dataclass(slots=True)
class Grid:
    """All sheets of a file, and what was doubtful about reading it."""

    sheets: list[Sheet] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def grid_of(data: bytes, name: str = "") -> Grid:
    """The rows of a file by its content; its name is only told back.

    Refused: `delegations.file-empty`, `.file-too-large`, `.file-unknown`, `.file-bomb`,
    `.file-macro`, `.file-broken`, `.too-many-rows`, and `intake.hostile`, `intake.broken`.
    """
    if not data.strip():
        raise Refusal("delegations.file-empty")
    if len(data) > LARGEST:
        raise Refusal("delegations.file-too-large", limit=LARGEST >> 20)
    if data.startswith(b"PK"):
        return Grid(_sheets(data))
    if data.lstrip()[:1] in (b"<", b"{", b"%") or data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refusal("delegations.file-unknown")
    return _comma_separated(data)


# --- XLSX


def _sheets(data: bytes) -> list[Sheet]:
    try:
        _sound(opened(data))
    except Refusal as refusal:
        code = _OF_A_LIST.get(refusal.code)
        raise (Refusal(code) if code else refusal) from refusal
    import openpyxl  # a tenth of a second, for one page in a thousand

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        found, left = [], ROWS
        for each in book.worksheets:
            found.append(_sheet(each, left))
            left -= len(found[-1].rows)
    except _BROKEN as fault:
        raise Refusal("delegations.file-broken") from fault
    return found


def _sound(package: Package) -> None:
    """Every part that is read is XML without entities, and all of them fit."""
    if not package.main.startswith("xl/"):
        raise Refusal("delegations.file-unknown")
    if sum(info.file_size for info in package.infos.values()) > UNPACKED:
        raise Refusal("delegations.file-bomb")
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            package.root(name)


def _sheet(sheet: Any, left: int) -> Sheet:
    """One sheet. Its rows are as it says, not as it declares: a lone cell at the end is cheap."""
    sheet.reset_dimensions()
    found = Sheet(sheet.title)
    for number, row in enumerate(sheet.iter_rows(max_col=WIDTH), 1):
        cells = tuple(_cell(cell.value) for cell in row)
        if not any(cells):
            continue
        found.formulas |= {(number, at) for at, cell in enumerate(row) if cell.data_type == "f"}
        _add(found, number, cells, left)
    return found


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _text(str(value))


# --- CSV


def _comma_separated(data: bytes) -> Grid:
    """Commas, semicolons, tabs or bars: whichever gives a head that we know, or most columns."""
    into = Gathered()
    text = decoded(data, "ar", into)
    if text.count("\0"):
        raise Refusal("delegations.file-unknown")
    try:
        delimiter = max(_DELIMITERS, key=lambda each: _fit(text, each))
        found = Sheet("")
        for number, row in _lines(text, delimiter):
            cells = tuple(_text(cell) for cell in row[:WIDTH])
            if any(cells):
                _add(found, number, cells, ROWS)
                formulas = (at for at, cell in enumerate(row[:WIDTH]) if cell.startswith("="))
                found.formulas |= {(number, at) for at in formulas}
    except csv.Error as fault:
        raise Refusal("delegations.file-broken") from fault
    return Grid([found], into.doubts)


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers. A cell may hold line feeds: rows are counted, not lines."""
    return enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1)


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter reads the first rows."""
    head = text[:20_000]
    rows = [row for number, row in _lines(head, delimiter) if number <= 30]
    return max(len(recognised(row)) for row in rows), max(map(len, rows))


# --- Both


def _add(sheet: Sheet, number: int, cells: tuple[str, ...], left: int) -> None:
    if len(sheet.rows) >= left:
        raise Refusal("delegations.too-many-rows", limit=ROWS)
    sheet.rows.append((number, cells))


def _text(value: str) -> str:
    """A cell in one line: composed letters, no controls, no mark that hides or turns writing.

    The apostrophe by which a file of ours keeps a text from being computed comes off.
    """
    if value.isascii() and value.isprintable():
        said = " ".join(value[:CELL].split())
    else:
        letters = unicodedata.normalize("NFC", value[:CELL])
        kept = (" " if c in "\t\r\n\xa0\u2028\u2029" else c for c in letters if _stays(c))
        said = " ".join("".join(kept).split())
    return said[1:] if said[:1] == "'" and said[1:].startswith(_FORMULA) else said


def _stays(character: str) -> bool:
    return character in "\t\r\n\u200c\u200d" or unicodedata.category(character) not in ("Cc", "Cf")
