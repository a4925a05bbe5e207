"""Tables given away as CSV and XLSX: their words, days and figures."""

import csv
import io
from datetime import date, datetime
from fractions import Fraction
from types import SimpleNamespace

import openpyxl
import pytest
from django.test import RequestFactory
from markupsafe import Markup

from amana.kernel.symbols import kept_in_order
from amana.kernel.words import Words
from amana.web.export import asked_format, csv_response, export_response, xlsx_response
from amana.web.tables import column

COLUMNS = [
    column("name", "Name"),
    column("since", "Since", "date"),
    column("n", "Number", "number"),
]


def rows(**changes):
    row = {"name": Words(ar="مالي", en="Mali"), "since": date(1969, 9, 25), "n": 4}
    return [row | changes]


def read_csv(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def sheet(response):
    return openpyxl.load_workbook(io.BytesIO(response.content)).active


def test_arabic_is_intact_in_a_spreadsheet_by_the_mark_at_the_front():
    response = csv_response("Members", COLUMNS, rows(), lang="ar")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert read_csv(response)[1] == ["مالي", "1969-09-25", "4"]


@pytest.mark.parametrize("attack", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_looks_like_a_formula_is_made_harmless(attack):
    written = csv_response("Members", COLUMNS, rows(name=attack)).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(written, newline="")))[1][0] == f"'{attack}"


def test_a_negative_number_is_a_number_and_no_attack():
    assert read_csv(csv_response("Members", COLUMNS, rows(n=-4)))[1][2] == "-4"


def test_an_unknown_value_is_an_empty_cell():
    assert read_csv(csv_response("Members", COLUMNS, rows(since=None)))[1][1] == ""


def test_markup_and_lists_become_plain_text():
    written = csv_response("M", COLUMNS, rows(name=Markup("<b>A &amp; B</b>"), since=["x", "y"]))
    assert read_csv(written)[1][:2] == ["A & B", "x; y"]


def test_marks_of_direction_stay_on_the_page():
    shown = kept_in_order("القرار 5/46-MM")
    assert shown != "القرار 5/46-MM"
    assert read_csv(csv_response("M", COLUMNS, rows(name=shown)))[1][0] == "القرار 5/46-MM"
    assert read_csv(csv_response("M", COLUMNS, rows(since=[shown])))[1][1] == "القرار 5/46-MM"


def test_objects_are_read_as_rows_too():
    row = SimpleNamespace(name="Mali", since="1969", n=Fraction(1, 4))
    assert read_csv(csv_response("M", COLUMNS, [row]))[1] == ["Mali", "1969", "0.25"]


def test_a_column_of_buttons_is_not_exported():
    columns = [*COLUMNS, column("act", "Act", export=False)]
    assert read_csv(csv_response("M", columns, rows(act="x")))[0] == ["Name", "Since", "Number"]


def test_a_spreadsheet_holds_numbers_as_numbers_and_days_as_days():
    found = sheet(xlsx_response("Members", COLUMNS, rows()))
    assert found["C2"].value == 4
    assert found["B2"].value == datetime(1969, 9, 25)  # noqa: DTZ001 - a day in a sheet has no zone
    assert found["B2"].number_format == "yyyy-mm-dd"
    assert found.freeze_panes == "B2"


def test_an_arabic_spreadsheet_runs_from_right_to_left():
    assert sheet(xlsx_response("الدول", COLUMNS, rows(), lang="ar")).sheet_view.rightToLeft
    assert not sheet(xlsx_response("States", COLUMNS, rows())).sheet_view.rightToLeft


def test_a_formula_in_a_spreadsheet_stays_text():
    assert sheet(xlsx_response("M", COLUMNS, rows(name="=1+1")))["A2"].data_type == "s"


def test_the_line_of_source_and_day_stands_above_the_head():
    found = sheet(xlsx_response("M", COLUMNS, rows(), about="As of 1 June 1982"))
    assert found["A1"].value == "As of 1 June 1982"
    assert found["A3"].value == "Name"
    assert found.freeze_panes == "B4"


def test_public_facts_go_with_their_licence_and_leave_the_table_as_it_is():
    book = export_response("xlsx", "M", COLUMNS, rows(), lang="en", licensed=True)
    found = openpyxl.load_workbook(io.BytesIO(book.content))
    assert found.worksheets[0]["A1"].value == "Name"
    assert "Apache-2.0" in found.worksheets[1]["A1"].value
    plain = export_response("csv", "M", COLUMNS, rows(), lang="en", licensed=True)
    assert plain["Link"].endswith('rel="license"')
    assert plain.content == export_response("csv", "M", COLUMNS, rows(), lang="en").content
    assert "Link" not in export_response("csv", "M", COLUMNS, rows(), lang="en")


def test_a_name_that_a_sheet_cannot_bear_is_put_right():
    assert sheet(xlsx_response("Members: 1969/1982 " * 4, COLUMNS, rows())).title


def test_the_file_keeps_its_arabic_name():
    header = csv_response("الدول", COLUMNS, rows()).headers["Content-Disposition"]
    assert "filename*=UTF-8''%D8%A7" in header


def test_only_the_two_formats_are_understood():
    assert asked_format(RequestFactory().get("/?format=csv")) == "csv"
    assert asked_format(RequestFactory().get("/?format=exe")) == ""


def test_the_asked_format_decides():
    assert export_response("xlsx", "M", COLUMNS, rows(), lang="en").content[:2] == b"PK"
    assert export_response("csv", "M", COLUMNS, rows(), lang="en").content[:3] == b"\xef\xbb\xbf"
