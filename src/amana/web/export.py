"""Tables as files: exactly the rows and columns that the page shows, in the reader's language."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from html import unescape
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from markupsafe import Markup

from amana.kernel.words import Words
from amana.web.tables import Column, exported, value_of

__all__ = [
    "LICENCE_LINK", "asked_format", "csv_response", "export_response", "licence_note", "named",
    "xlsx_response",
]  # fmt: skip

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))  # for the eye alone: see kernel.symbols
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LICENCE_LINK = '<https://www.apache.org/licenses/LICENSE-2.0>; rel="license"'
SHEET_NAME = str.maketrans("[]:*?/\\", "       ")


def asked_format(request: HttpRequest) -> str:
    """`csv` or `xlsx` if this request asks for a file, else the empty string."""
    asked = request.GET.get("format", "")
    return asked if asked in {"csv", "xlsx"} else ""


def export_response(
    asked: str,
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    *,
    lang: str,
    about: str = "",
    licensed: bool = False,
    on: date | None = None,
) -> HttpResponse:
    """The table in the asked format; `about` is the line of source and day of a spreadsheet.

    `on` is the day that the file says in its name.

    Public facts are `licensed`: a spreadsheet has the note on a sheet of its own, and either file
    comes with the licence among its headers, so that the table itself stays what the page shows.
    """
    if asked == "xlsx":
        note = licence_note() if licensed else ()
        response = xlsx_response(name, columns, rows, lang=lang, about=about, note=note)
    else:
        response = csv_response(name, columns, rows, lang=lang)
    if licensed:
        response.headers["Link"] = LICENCE_LINK
    return named(response, f"{name} {on.isoformat()}", asked) if on else response


def licence_note() -> tuple[str, ...]:
    """What whoever takes public facts away has to know, in the language of the page."""
    return (
        str(_("The compiled facts are free under the licence Apache-2.0.")),
        str(_("Name the source that a fact names.")),
        str(_("They are compiled from public sources and are no official publication.")),
    )


def csv_response(
    name: str, columns: Sequence[Column], rows: Iterable[Any], *, lang: str = "en"
) -> HttpResponse:
    """Comma-separated values in UTF-8 with a mark at the front, so that Arabic opens intact.

    A text that a spreadsheet would take for a formula is preceded by an apostrophe; numbers
    keep their sign.
    """
    shown, out = exported(columns), io.StringIO()
    writer = csv.writer(out)
    writer.writerow([harmless(column.label) for column in shown])
    for row in rows:
        cells = [plain(value_of(row, column.key), lang) for column in shown]
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    return named(response, name, "csv")


def plain(value: Any, lang: str) -> Any:
    """A cell as text, number or date, without markup: what a spreadsheet can hold."""
    match value:
        case None:
            found: Any = ""
        case Words():
            found = value.text(lang)
        case Markup():
            found = unescape(value.striptags())
        case datetime():
            found = timezone.localtime(value).replace(tzinfo=None, microsecond=0)
        case Fraction():
            found = float(value)
        case list() | tuple():
            found = "; ".join(str(plain(each, lang)) for each in value)
        case bool():
            found = str(value).lower()
        case date() | int() | float() | Decimal():
            found = value
        case _:
            found = str(value)
    return found.translate(ISOLATES) if isinstance(found, str) else found


def harmless(text: str) -> str:
    """The text as text: `=1+1` becomes `'=1+1`, so that no spreadsheet computes it."""
    return f"'{text}" if text.startswith(FORMULA) else text


def xlsx_response(
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    *,
    lang: str = "en",
    about: str = "",
    note: Sequence[str] = (),
) -> HttpResponse:
    """A spreadsheet: numbers as numbers, days as days, a head that stays; Arabic from the right.

    `note` is a second sheet, a line each.
    """
    shown, out = exported(columns), io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    import xlsxwriter  # a fifth of a second of every start, for one answer in a thousand

    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(name.translate(SHEET_NAME).strip()[:31] or "Amana")
        if lang == "ar":
            sheet.right_to_left()
        _fill(book, sheet, shown, rows, lang=lang, about=about)
        if note:
            _add_note(book, note, lang)
    return named(HttpResponse(out.getvalue(), content_type=XLSX), name, "xlsx")


def _fill(
    book: Any, sheet: Any, columns: Sequence[Column], rows: Iterable[Any], *, lang: str, about: str
) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
    days: dict[type[date], Any] = {
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
    }
    top = 2 if about else 0
    if about:
        sheet.write_string(0, 0, about)
    widths = [len(column.label) for column in columns]
    for place, column in enumerate(columns):
        sheet.write_string(top, place, column.label, head)
    for line, row in enumerate(rows, start=top + 1):
        for place, column in enumerate(columns):
            cell = plain(value_of(row, column.key), lang)
            widths[place] = max(widths[place], len(str(cell)))
            _write(sheet, line, place, cell, days)
    for place, wide in enumerate(widths):
        sheet.set_column(place, place, min(max(wide + 2, 8), 60))
    sheet.freeze_panes(top + 1, 1)


def _add_note(book: Any, note: Sequence[str], lang: str) -> None:
    sheet = book.add_worksheet(_("Licence and sources")[:31])
    if lang == "ar":
        sheet.right_to_left()
    sheet.set_column(0, 0, 100)
    for line, text in enumerate(note):
        sheet.write_string(line, 0, text)


def _write(sheet: Any, line: int, place: int, cell: Any, days: Mapping[type[date], Any]) -> None:
    if isinstance(cell, datetime | date):
        sheet.write_datetime(line, place, cell, days[type(cell)])
    elif isinstance(cell, str):
        sheet.write_string(line, place, cell)
    else:
        sheet.write_number(line, place, cell)


def named(response: HttpResponse, name: str, ending: str) -> HttpResponse:
    """The answer as a file of this name, in letters that every system takes and in its own."""
    ascii_name = slugify(name) or "table"
    own_name = quote(f"{name}.{ending}", safe="")
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{ascii_name}.{ending}\"; filename*=UTF-8''{own_name}"
    )
    return response
