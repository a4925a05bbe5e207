"""Lists of delegates are read whatever their shape, and every fault of every row is named."""

import io
import time
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from amana.conferences.delegations.checking import checked
from amana.conferences.delegations.columns import HEADINGS, known_heading
from amana.conferences.delegations.comparing import Person, compared
from amana.conferences.delegations.grid import ROWS, grid_of
from amana.conferences.delegations.lines import NOTES, lines_of
from amana.conferences.delegations.values import PROTOCOLS, RANKS, day_of, protocol_of, rank_of
from amana.conferences.delegations.writing import faulty_rows, row_of
from amana.conferences.tests.delegations.lists import (
    DAYS,
    csv_of,
    exercise,
    faulty,
    headings,
    known,
    table_of,
    xlsx_of,
)
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

PARTIES = [f"s{number:02}" for number in range(1, 42)]
KNOWN = known(PARTIES)


def read(data, against=KNOWN):
    return checked(lines_of(grid_of(data), against.party_of).lines, against)


def codes(data, against=KNOWN):
    return [(fault.row, fault.column, fault.code) for fault in read(data, against)[1]]


# --- Shapes


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_is_read_with_headings_in_any_language_and_any_delimiter(lang, delimiter):
    entries, faults = read(csv_of(exercise(PARTIES, lang=lang), lang=lang, delimiter=delimiter))
    assert not faults
    assert len(entries) == 318
    assert len({entry.party for entry in entries}) == 41
    assert sum(entry.rank == "head" for entry in entries) == 41
    assert entries[0].names == Words(
        ar="المندوب 1 من s01 (تمرين)", en="Delegate 1 of s01 (exercise)"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_a_list_is_read_in_the_encodings_that_spreadsheets_write(encoding):
    entries, faults = read(csv_of(exercise(PARTIES[:2], 6), encoding=encoding))
    assert not faults
    assert entries[0].names.ar == "المندوب 1 من s01 (تمرين)"


def test_columns_may_stand_in_any_order_under_a_letterhead_and_others_are_told():
    rows = [
        ["Mission of State 01 (exercise)"], [], ["Nr", "E-mail", "Full name", "Country", "Hotel"],
        [1, "a@example.org", "Delegate 1", "S01", "Exercise Inn"],
    ]  # fmt: skip
    found = lines_of(grid_of(xlsx_of(("List", rows))), KNOWN.party_of)
    entries, faults = checked(found.lines, KNOWN)
    assert not faults
    assert (entries[0].row, entries[0].party, entries[0].email) == (4, "s01", "a@example.org")
    assert found.unread_headings == ["Nr", "Hotel"]


def test_several_sheets_are_one_list_and_a_sheet_may_be_named_after_its_delegation():
    data = xlsx_of(
        ("Members", table_of(exercise(PARTIES[:2], 4))),
        ("s03", [["Name", "Rank"], ["Delegate 1", "chef de délégation"]]),
        ("Notes", [["Nothing to read here"]]),
    )
    found = lines_of(grid_of(data), KNOWN.party_of)
    entries, faults = checked(found.lines, KNOWN)
    assert not faults
    assert [entry.party for entry in entries] == ["s01", "s01", "s02", "s02", "s03"]
    assert entries[-1].rank == "head"
    assert found.unread_sheets == ["Notes"]


def test_arabic_digits_days_of_a_spreadsheet_and_hijri_days_are_days():
    head = headings(("party", "name", "since", "until"))
    rows = [
        head, ["s01", "A", date(2024, 8, 29), "٣٠/٠٨/٢٠٢٤"], ["s01", "B", "25 صفر 1446", "45534"],
    ]  # fmt: skip
    entries, faults = read(xlsx_of(("List", rows)))
    assert not faults
    assert {(entry.since, entry.until) for entry in entries} == {DAYS}


def test_an_arabic_name_in_the_only_column_is_an_arabic_name():
    entries, _ = read(
        "الدولة,الاسم,الصفة\ns01,المندوب الأول,وزير\ns01,Delegate 2,Minister".encode()
    )
    assert [entry.names for entry in entries] == [Words(ar="المندوب الأول"), Words(en="Delegate 2")]
    assert [entry.title for entry in entries] == [Words(ar="وزير"), Words(en="Minister")]


def test_given_and_family_names_are_one_name():
    entries, _ = read("Pays;Nom;Prénom\ns01;DELEGUE;Premier".encode())
    assert entries[0].names == Words(en="Premier DELEGUE")


def test_every_rank_is_read_as_it_is_written_in_every_language():
    for key in RANKS:
        assert {rank_of(text) for _, text in RANKS[key]} == {key}
    for key in PROTOCOLS:
        assert {protocol_of(text) for _, text in PROTOCOLS[key]} == {key}
    for key, words in HEADINGS.items():
        assert {known_heading(text) for _, text in words} == {key}
    assert day_of("2024-02-30") is None


# --- Faults


def test_six_rows_at_fault_are_named_with_column_value_and_sentence():
    _, faults = read(csv_of(faulty(exercise(PARTIES))))
    assert [(fault.row, fault.column, fault.value) for fault in faults] == [
        (5, "party", "Atlantis"), (13, "party", "Lemuria"), (22, "rank", "Grand vizier"),
        (35, "email", "delegate at example"), (49, "email", "a@b"), (62, "since", "2024-09-30"),
    ]  # fmt: skip
    assert len({fault.code for fault in faults}) == 4
    for lang in LANGS:
        assert all(fault.value in fault.sentence(lang) for fault in faults)


def test_every_way_of_being_at_fault_has_its_own_sentence():
    columns = ("party", "name", "rank", "protocol", "email", "since", "until", "number")
    rows = [
        ["", "A"], ["Zanzibar", "B"], ["s01", "", "adviser"], ["s01", "12345"], ["s01", "C" * 201],
        ["s01", "D", "", "queen bee"], ["s01", "E", "", "", "", "soon"],
        ["s01", "F", "", "", "", "2024-08-30", "2024-08-29"], ["s01", "G", *[""] * 5, "s02/7"],
        ["s01", "Ali H"], ["s01", "H  ALI"], ["s01", "I", "head"], ["s01", "J", "head"],
        ["s01", "=1+1"],
    ]  # fmt: skip
    data = csv_of([dict(zip(columns, row, strict=False)) for row in rows], columns=columns)
    found = codes(data, known(["s01", "s02"], {7: "s02"}))
    assert [(row, code.removeprefix("delegations.row-")) for row, _, code in found] == [
        (2, "no-state"), (3, "no-part"), (4, "no-name"), (5, "name-letters"), (6, "too-long"),
        (7, "protocol"), (8, "day"), (9, "backwards"), (10, "number"), (12, "twice"),
        (14, "two-heads"), (15, "formula"), (15, "name-letters"),
    ]  # fmt: skip


def test_3000_rows_at_fault_are_each_named_and_none_is_taken_in():
    rows = [{**row, "party": f"Nowhere {at}", "email": "none"}
            for at, row in enumerate(exercise(PARTIES, 3000))]  # fmt: skip
    data = xlsx_of(("List", table_of(rows)))
    began = time.process_time()
    _, faults = read(data)
    spent = time.process_time() - began
    assert len({fault.row for fault in faults}) == 3000
    assert len(faults) == 6000
    assert spent < 5, f"{spent:.1f} s of CPU time"


def test_the_list_comes_back_with_its_faults_and_can_be_read_again():
    lines = lines_of(grid_of(csv_of(faulty(exercise(PARTIES)))), KNOWN.party_of)
    _, faults = checked(lines.lines, KNOWN)
    for lang in LANGS:
        told = list(faulty_rows(lines.lines, faults, lang))
        assert len(told) == 318
        assert sum(bool(row["faults"]) for row in told) == 6
        notes = {"ar": "الأخطاء", "en": "Faults", "fr": "Erreurs"}[lang]
        columns = [*HEADINGS, "faults"]
        head = [*headings(HEADINGS, lang), notes]
        again = xlsx_of(("List", [head, *([row[key] for key in columns] for row in told)]))
        found = lines_of(grid_of(again), KNOWN.party_of)
        assert not found.unread_headings
        assert len(checked(found.lines, KNOWN)[1]) == 6
    assert len(NOTES) == 9


# --- Files


def edited(data, **parts):
    """The same package with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in set(before.namelist()) - parts.keys():
            after.writestr(name, before.read(name))
        for name, content in parts.items():
            after.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


SOUND = xlsx_of(("List", table_of(exercise(PARTIES[:1], 2))))
HOSTILE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "delegations.file-empty"), (b" \r\n", "delegations.file-empty"),
        (b"x" * (6 << 20), "delegations.file-too-large"),
        (b"%PDF-1.7 ...", "delegations.file-unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "delegations.file-unknown"),
        (b"<html><table></table></html>", "delegations.file-unknown"),
        (bytes(range(256)) * 4, "delegations.file-unknown"),
        (b"PK\x03\x04 and no more", "intake.broken"),
        (SOUND[:-400], "intake.broken"),
        (edited(SOUND, **{"xl/vbaProject.bin": b"x"}), "delegations.file-macro"),
        (edited(SOUND, **{"xl/worksheets/big.xml": b"<x>" + b" " * (30 << 20)}),
         "delegations.file-bomb"),
        (edited(SOUND, **{"xl/extra.xml": HOSTILE}), "intake.hostile"),
        (b"one,two\n1,2", "delegations.no-head"), (b"State,Name\n", "delegations.no-rows"),
        (b"State,Name\n" + b"s01,A\n" * (ROWS + 1), "delegations.too-many-rows"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_is_refused_for_what_it_is(data, code):
    with pytest.raises(Refusal) as refused:
        read(data)
    assert refused.value.code == code


def test_a_damaged_sheet_is_refused():
    with pytest.raises(Refusal) as refused:
        read(edited(SOUND, **{"xl/workbook.xml": b"<workbook/>"}))
    assert refused.value.code in ("delegations.file-broken", "delegations.no-head")


def test_a_formula_is_at_fault_and_a_lone_cell_at_the_end_of_a_sheet_costs_nothing():
    rows = table_of(exercise(PARTIES[:1], 2))
    rows[2][2] = '=HYPERLINK("http://example.org","Delegate")'
    assert codes(xlsx_of(("List", rows)))[0] == (3, "name", "delegations.row-formula")
    book = openpyxl.Workbook()
    book.active.append(["State", "Name"])
    book.active.append(["s01", "A"])
    book.active["XFD60000"] = "x"
    out = io.BytesIO()
    book.save(out)
    entries, _ = read(out.getvalue())
    assert len(entries) == 1


def test_what_turns_or_hides_writing_does_not_come_in():
    entries, faults = read("State,Name\ns01,\u202eevil\u202c\u200b\x07 Dele\u00adgate".encode())
    assert not faults
    assert entries[0].names.en == "evil Delegate"


# --- Against the record


def person(pk, name, party="s01", **more):
    told = Person(pk, party, Words(en=name), Words(), "delegate", "other", "", *DAYS)
    return replace(told, **more)


def entries_of(*rows):
    columns = ("party", "name", "rank", "email", "number")
    data = csv_of([dict(zip(columns, row, strict=False)) for row in rows], columns=columns)
    entries, faults = read(data, known(PARTIES, {1: "s01", 2: "s01", 3: "s02"}))
    assert not faults
    return entries


def test_a_list_is_compared_with_the_record_and_an_empty_cell_changes_nothing():
    record = [
        person(1, "Ali A", rank="head", email="a@example.org"), person(2, "B"),
        person(3, "C", "s02"),
    ]  # fmt: skip
    found = compared(entries_of(["s01", "A Ali"], ["s01", "D", "adviser"]), record, DAYS)
    assert [each.names.en for each in found.new] == ["D"]
    assert [(each.columns, each.after.email) for each in found.changed] == [
        (("name",), "a@example.org")
    ]
    assert [each.pk for each in found.gone] == [2]  # not those of delegations that are not listed
    assert found.new[0].since == DAYS[0]


def test_a_number_finds_a_person_whose_name_changed():
    found = compared(entries_of(["s01", "Another", "", "", "s01/2"]), [person(2, "B")], DAYS)
    assert (len(found.changed), len(found.new), len(found.gone)) == (1, 0, 0)


def test_a_head_on_record_who_stays_beside_a_new_head_is_one_too_many():
    record = [person(1, "A", rank="head")]
    found = compared(entries_of(["s01", "B", "head"]), record, DAYS)
    assert list(found.two_heads()) == ["s01"]
    assert not found.two_heads([1])


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_written_of_the_record_says_nothing_new_of_it(lang):
    record = [
        person(1, "A", rank="head", protocol="minister", email="a@example.org",
               names=Words(ar="ألف", en="A"), title=Words(ar="وزير", en="Minister", fr="Ministre")),
        person(2, "=B", title=Words(fr="Conseillère")), person(3, "C", "s02", until=None),
    ]  # fmt: skip
    rows = [row_of(each, Words(en=each.party), lang) for each in record]
    told = [{key: str(value or "") for key, value in row.items()} for row in rows]
    told[1]["name"] = "'=B"  # as a CSV of the house writes it
    data = csv_of(told, lang=lang, columns=tuple(HEADINGS))
    entries, faults = read(data, known(PARTIES, {1: "s01", 2: "s01", 3: "s02"}))
    found = compared(entries, record, DAYS)
    assert not faults
    assert found.says_nothing_new
    assert not found.gone
    assert len(found.same) == 3
