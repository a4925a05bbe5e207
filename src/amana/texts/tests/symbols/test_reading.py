"""Symbols as documents print them, and what they say: cases of our own beside printed ones."""

import csv
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.texts.symbols import LONGEST, explain, parse, spellings

PACK = Path(__file__).parents[5] / "packs" / "oic"
PARTS = (
    "system", "canonical", "kind", "body", "session", "year", "cluster", "number", "modifier",
)  # fmt: skip
# Symbols of all periods and systems, with what they say: cases of our own and printed ones.
with (Path(__file__).with_name("cases.csv")).open(encoding="utf-8", newline="") as file:
    CASES = {row["printed"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("printed", CASES)
def test_a_symbol_is_read_part_by_part(printed: str) -> None:
    read = parse(printed)
    assert read.printed == printed.strip()
    assert {part: getattr(read, part) for part in PARTS} == {
        part: CASES[printed][part] for part in PARTS
    }
    assert read.remarks == () or printed == "11/11"


@pytest.mark.parametrize("canonical", sorted({case["canonical"] for case in CASES.values()}))
def test_the_canonical_form_is_read_as_itself(canonical: str) -> None:
    assert parse(canonical).canonical == canonical


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("OIC/. CFM-44/2017/ORG/DR RES.3", "OIC/CFM-44/2017/ORG/DR.RES.3"),
        ("OIC//CFM-44/2017/ORG/DR.RES.3", "OIC/CFM-44/2017/ORG/DR.RES.3"),
        ("OIC/CFM-44/2017/CS/RES//FINAL", "OIC/CFM-44/2017/CS/RES/FINAL"),
        ("OIC\\CFM-44\\2017\\CS\\RES.\\FINAL", "OIC/CFM-44/2017/CS/RES/FINAL"),
        ("A/RES/78//3", "A/RES/78/3"),
    ],
)
def test_a_misprint_is_put_right_and_kept_as_printed(printed: str, canonical: str) -> None:
    read = parse(printed)
    assert (read.printed, read.canonical) == (printed, canonical)
    marked = "//" in printed or "/." in printed
    assert [remark.code for remark in read.remarks] == ["symbol.misprint"] * marked


@pytest.mark.parametrize("dash", "-‐‑‒–—−﹣－")
def test_a_dash_of_any_kind_is_a_dash(dash: str) -> None:
    assert parse(f"8/44{dash}POL").canonical == "8/44-POL"
    assert parse(f"OIC/CFM{dash}44/2017/POL/RES.8").number == "8"


def test_a_session_that_did_not_meet_that_year_is_remarked_on_with_the_one_that_did() -> None:
    read = parse("OIC/CFM-32/2009/CS/RES/FINAL")
    assert (read.session, read.year) == ("32", "2009")
    [remark] = read.remarks
    assert remark.code == "symbol.year-of-session"
    assert "36" in remark.sentence("en")
    assert "2005" in remark.sentence("ar")
    assert parse("OIC/CFM-36/2009/CS/RES/FINAL").remarks == ()


def test_what_no_system_knows_has_empty_parts_and_a_remark() -> None:
    for text in ("nothing", "", "///", "A/", "OIC/", "12", "القرار", "7/8/9/10/11/12"):
        read = parse(text)
        assert not read
        assert (read.system, read.kind, read.body, read.number) == ("", "", "", "")
        assert [remark.code for remark in read.remarks] == ["symbol.unknown"]


def test_a_subject_that_is_not_on_record_is_kept_and_remarked_on() -> None:
    read = parse("7/44-XYZ")
    assert (read.canonical, read.cluster, read.number) == ("7/44-XYZ", "XYZ", "7")
    assert [remark.code for remark in read.remarks] == ["symbol.cluster-unknown"]
    assert parse("7/44-ظ").body == "Council of Foreign Ministers"


def test_what_follows_a_symbol_is_said_and_left_aside() -> None:
    read = parse("Resolution No. 1/44-POL on an exercise")
    assert read.canonical == "1/44-POL"
    assert [remark.code for remark in read.remarks] == ["symbol.rest"]
    read = parse("A/78/390/XYZ")
    assert (read.canonical, read.modifier) == ("A/78/390/XYZ", "XYZ")
    assert [remark.code for remark in read.remarks] == ["symbol.segment"]


def test_a_number_without_system_or_words_is_read_with_a_remark() -> None:
    assert [r.code for r in parse("78/3").remarks] == ["symbol.read-as"]
    assert [r.code for r in parse("11/11").remarks] == ["symbol.no-subject"]
    assert parse("resolution 78/3").remarks == ()


def test_a_text_is_no_symbol() -> None:
    read = parse("1/44-POL " * 60)
    assert not read
    assert [remark.code for remark in read.remarks] == ["symbol.too-long"]


def test_every_symbol_of_the_pack_is_read_as_the_pack_records_it() -> None:
    count = 0
    for file in PACK.glob("resolutions_*.toml"):
        for work in tomllib.loads(file.read_text("utf-8"))["work"]:
            for field in ("symbol", "symbol_original", "canonical"):
                if work.get(field):
                    read = parse(work[field])
                    assert work["canonical"] in spellings(read), (work["id"], field)
                    assert read.number == str(work["number"])
                    assert ("ADF" if read.cluster == "AF" else read.cluster) in (
                        work.get("cluster"), "",
                    )  # fmt: skip
                    count += 1
    assert count > 400


def test_a_symbol_is_looked_for_in_every_letter_of_its_subject() -> None:
    assert {"1/28-P", "1/28-POL"} <= set(spellings(parse("القرار رقم 1/28-س")))
    assert {"2/8-E", "2/8-EC"} <= set(spellings(parse("2/8-E")))
    assert {"2/20-AF", "2/20-ADF"} <= set(spellings(parse("2/20-أم")))
    assert {"1/10-P(IS)", "1/10-POL(IS)"} <= set(spellings(parse("1/10-P(IS)")))
    assert spellings(parse("A/RES/78/3")) == ("A/RES/78/3",)
    assert spellings(parse("nothing")) == ()


def test_explain_says_every_part_in_the_readers_language() -> None:
    read = parse("OIC/CFM-51/2025/POL/DR.RES.7/Rev.2")
    assert [part[1] for part in explain(read, "en")] == [
        "OIC", "DR.RES", "CFM", "51", "2025", "POL", "7", "DR.RES/Rev.2",
    ]  # fmt: skip
    said = {part[0]: part[2] for part in explain(read, "en")}
    assert said["kind"] == "draft resolution"
    assert said["session"] == "51st"
    assert said["subject"] == "Political affairs"
    assert said["what follows"] == "revision 2"
    arabic = {part[0]: part[2] for part in explain(read, "ar")}
    assert arabic["النوع"] == "مشروع قرار"
    assert arabic["الدورة"] == "الحادية والخمسون"
    french = {part[0]: part[2] for part in explain(read, "fr")}
    assert french["organe"] == "Conseil des ministres des Affaires étrangères"
    assert explain(parse("nothing"), "en") == []


def test_explain_knows_sessions_in_roman_numbers_and_special_ones() -> None:
    def session(symbol: str) -> str:
        return next(part[2] for part in explain(parse(symbol), "en") if part[0] == "session")

    assert session("A/RES/194(III)") == "3rd"
    assert session("CM/Res.1000 (XLII)") == "42nd"
    assert session("A/RES/3201(S-VI)") == "special session 6"
    assert session("A/RES/ES-11/1") == "emergency special session 11"


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_everything_that_explain_says_has_the_three_languages(lang: str) -> None:
    for printed in CASES:
        read = parse(printed)
        for name, value, meaning in explain(read, lang):
            assert name
            assert value or meaning
            is_arabic = any("\u0600" <= c <= "\u06ff" for c in meaning)
            plain = not meaning or meaning.isdigit()  # a number has no language
            assert plain or is_arabic == (lang == "ar"), (printed, name, meaning)


@pytest.mark.parametrize("text", ["0/44-POL", "8/0-POL", "OIC/CFM-50/2024/POL/RES.7/Rev.0"])
def test_nothing_is_counted_from_zero(text: str) -> None:
    assert any("from 1" in warning for warning in parse(text).as_dict("en")["warnings"])
    assert (
        parse(text.replace("0/44", "10/44").replace("/0-", "/10-").replace(".0", ".10")).remarks
        == ()
    )


def test_json_has_exactly_the_promised_keys_and_only_strings() -> None:
    said = parse("S/RES/242 (1967)").as_dict()
    assert list(said) == [
        "printed", "canonical", "system", "kind", "body", "session", "year", "cluster", "number",
        "modifier", "warnings",
    ]  # fmt: skip
    assert said["warnings"] == []
    assert all(isinstance(value, str) for key, value in said.items() if key != "warnings")


PIECES = st.sampled_from(
    ["OIC", "CFM", "A", "RES", "S", "/", "//", "-", "–", ".", "(", ")", " ", "44", "2017", "79",
     "POL", "س", "أت", "IS", "Rev.1", "Add.", "XII", "القرار رقم", "No.", "\u200f", "٤٤", "*",
     "EX", "WHA", "Corr.1", "FINAL", "DR.RES", "د-3"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_is_read_without_an_error_and_its_canonical_form_is_stable(text: str) -> None:
    read = parse(text)
    assert read.printed == text.strip()
    assert all(remark.sentence(lang) for remark in read.remarks for lang in ("ar", "en", "fr"))
    assert bool(read.system) == bool(read.canonical)
    if read and not read.remarks:
        again = parse(read.canonical)
        assert (again.canonical, again.system, again.number) == (
            read.canonical, read.system, read.number,
        )  # fmt: skip


@pytest.mark.parametrize(
    "piece", ["/", ".", " ", "-", "1/", "(", "A/", "/Add.1", "RES", "Rev", "١", "ـ", "د-", "No. "]
)
def test_the_worst_text_of_full_length_takes_no_longer_than_a_few_symbols(piece: str) -> None:
    parse(piece * 2)
    began = time.process_time()
    parse((piece * LONGEST)[:LONGEST])  # never read before: what was read is remembered
    assert time.process_time() - began < 0.05
