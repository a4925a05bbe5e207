"""Exercise lists of delegates: 318 persons without names of anybody, in 41 delegations."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import xlsxwriter

from amana.conferences.delegations.checking import Known
from amana.conferences.delegations.columns import HEADINGS, plain

__all__ = [
    "DAYS",
    "SESSION",
    "csv_of",
    "exercise",
    "faulty",
    "headings",
    "known",
    "table_of",
    "xlsx_of",
]

SESSION = "cfm-50"
DAYS = (date(2024, 8, 29), date(2024, 8, 30))
LISTED = ("party", "name_ar", "name", "title_ar", "title_en", "title_fr", "rank", "protocol",
          "email", "since", "until")  # fmt: skip
Row = dict[str, str]


def known(parties: Sequence[str], numbers: Mapping[int, str] = {}) -> Known:
    """Parties by their keys alone, in a session of two days."""
    return Known({plain(key): key for key in parties}, frozenset({"zanzibar"}), numbers, *DAYS)


def exercise(parties: Sequence[str], persons: int = 318, lang: str = "en") -> list[Row]:
    """A sound list: persons dealt to the parties in turn; the first of each is its head."""
    dealt = sorted((at % len(parties), at // len(parties)) for at in range(persons))
    return [_person(parties[party], number + 1, lang) for party, number in dealt]


def _person(party: str, number: int, lang: str) -> Row:
    rank = {"ar": "رئيس الوفد", "en": "Head of delegation", "fr": "Chef de délégation"}[lang]
    return {
        "party": party, "name_ar": f"المندوب {number} من {party} (تمرين)",
        "name": f"Delegate {number} of {party} (exercise)",
        "title_ar": "وزير الخارجية (تمرين)" if number == 1 else "",
        "title_en": "Minister (exercise)" if number == 1 else f"Counsellor {number} (exercise)",
        "title_fr": "Ministre (exercice)" if number == 1 else "",
        "rank": rank if number == 1 else "", "protocol": "minister" if number == 1 else "",
        "email": f"delegate.{number}@{party}.example",
        "since": "2024-08-29" if number == 1 else "", "until": "",
    }  # fmt: skip


def faulty(rows: Sequence[Row]) -> list[Row]:
    """The same list with six rows at fault in four ways: state, head, e-mail, day."""
    found = [dict(row) for row in rows]
    found[3]["party"] = "Atlantis"
    found[11]["party"] = "Lemuria"
    found[20]["rank"] = "Grand vizier"
    found[33]["email"] = "delegate at example"
    found[47]["email"] = "a@b"
    found[60]["since"] = "2024-09-30"
    return found


def headings(columns: Iterable[str] = LISTED, lang: str = "en") -> list[str]:
    """The headings of a list in one language."""
    return [HEADINGS[key].text(lang) for key in columns]


def csv_of(
    rows: Iterable[Mapping[str, str]], *, lang: str = "en", delimiter: str = ",",
    columns: Sequence[str] = LISTED, encoding: str = "utf-8-sig",
) -> bytes:  # fmt: skip
    """A list as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(headings(columns, lang))
    writer.writerows([row.get(key, "") for key in columns] for row in rows)
    return out.getvalue().encode(encoding)


def xlsx_of(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook of sheets by name; a text that begins with = is a formula, a day is a day."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(at, place, value, days)  # type: ignore[arg-type]
                    else:
                        sheet.write(at, place, value)
    return out.getvalue()


def table_of(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = LISTED) -> list[list[str]]:
    """Headings and rows, for a sheet."""
    return [headings(columns), *([row.get(key, "") for key in columns] for row in rows)]
