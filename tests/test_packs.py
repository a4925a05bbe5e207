"""Packs: every fault named at once, loading that is idempotent, any organisation as data."""

import shutil
from pathlib import Path

import pytest

from amana.conferences.clusters import clusters
from amana.ground.models import Act, PackRecord
from amana.ground.packs import check, load
from amana.ground.packs.loading import Faulty
from amana.organisation.models import Membership, Term

ROOT = Path(__file__).parents[1]
OIC = ROOT / "packs" / "oic"
UNION = ROOT / "tests" / "second_organisation"


@pytest.fixture
def union(tmp_path: Path) -> Path:
    return Path(shutil.copytree(UNION, tmp_path / "union"))


def write(pack: Path, text: str) -> None:
    (pack / "more.toml").write_text(text, "utf-8")


def faults(pack: Path) -> list[tuple[str, str, str, str]]:
    return [(f.table, f.record, f.field, f.refusal.code) for f in check(pack).faults]


def test_the_packs_of_the_house_have_no_fault() -> None:
    assert check(OIC).faults == []
    assert check(UNION).faults == []


def test_the_oic_pack_holds_what_is_known_of_the_organisation() -> None:
    counts = {name: len(rows) for name, rows in check(OIC).records.items()}
    members = [
        row for row in check(OIC).records["membership"].values()
        if row["body"] == "oic" and row["status"] == "member" and not row.get("until")
    ]  # fmt: skip
    assert len(members) == 57
    assert counts["session"] >= 93
    assert counts["question"] == 10
    assert counts["rule"] == 63


def test_every_text_of_the_oic_pack_stands_in_three_languages() -> None:
    from amana.ground.packs.checking import missing_languages

    lacking = [
        (record.key, field, langs)
        for record, field, langs in missing_languages(check(OIC))
        if field not in ("acronym",)
    ]
    assert lacking == []


def test_a_folder_without_a_head_is_no_pack(tmp_path: Path) -> None:
    assert [f.refusal.code for f in check(tmp_path).faults] == ["pack.no-head"]


def test_every_fault_is_named_at_once_with_its_place(union: Path) -> None:
    write(
        union,
        """
[[state]]
id = "xac"
alpha3 = "XAC"
kind = "kingdom"
names = [{ names = { en = "State Three", de = "Staat Drei" } }]
sources = ["exercise"]
colour = "red"

[[membership]]
id = "union.nobody"
state = "nobody"
body = "union"
status = "member"
since = "2023-02-29"
sources = ["exercise"]
basis = ["covenant#art_99", "no such thing"]

[[memberships]]
id = "x"
""",
    )
    found = faults(union)
    assert ("state", "xac", "kind", "pack.wrong-choice") in found
    assert ("state", "xac", "names[1].names", "pack.wrong-language") in found
    assert ("state", "xac", "colour", "pack.unknown-field") in found
    assert ("membership", "union.nobody", "state", "pack.unknown-record") in found
    assert ("membership", "union.nobody", "since", "date.no-such-day") in found
    assert ("membership", "union.nobody", "basis", "basis.unknown-node") in found
    assert ("membership", "union.nobody", "basis", "basis.unreadable") in found
    assert ("memberships", "", "", "pack.unknown-table") in found


def test_every_fault_has_its_sentence_in_three_languages(union: Path) -> None:
    write(union, '[[state]]\nid = "Bad Id"\n[[stat]]\nid = "x"\n')
    for fault in check(union).faults:
        sentences = {fault.sentence(lang) for lang in ("ar", "en", "fr")}
        assert len(sentences) == 3
        assert all("more.toml" in sentence for sentence in sentences)


def test_a_file_that_is_no_toml_is_named_with_its_line(union: Path) -> None:
    write(union, "[[state]\nid = ")
    assert "line 1" in check(union).faults[0].sentence("en")


def test_two_holders_of_one_seat_are_an_overlap(union: Path) -> None:
    write(
        union,
        """
[[term]]
id = "clerk-3"
office = "clerk"
person = "clerk-a"
since = "1993-01-01"
until = "1996-12-31"
sources = ["exercise"]
""",
    )
    assert "pack.overlap" in {code for *_, code in faults(union)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x" * 5000, "text.too-long"),
        ("right\u202eleft", "text.control-character"),
        ("nul\\u0000", "text.control-character"),
    ],
)
def test_an_over_long_or_hostile_string_is_refused(union: Path, text: str, code: str) -> None:
    write(
        union,
        f"""
[[person]]
id = "clerk-c"
names = {{ en = "Holder C" }}
sources = ["exercise"]
note = {{ en = "{text}" }}
""",
    )
    assert code in {found for *_, found in faults(union)}


@pytest.mark.django_db
def test_loading_the_same_pack_again_changes_nothing() -> None:
    acts = Act.objects.count()
    report = load(OIC)
    assert (report.added, report.changed) == (0, 0)
    assert report.unchanged == PackRecord.objects.filter(pack="oic").count()
    assert Act.objects.count() == acts


@pytest.mark.django_db
def test_a_second_organisation_is_loaded_with_no_change_of_code(union: Path) -> None:
    report = load(union)
    assert report.added == sum(len(rows) for rows in check(union).records.values())
    assert load(union).unchanged == report.added
    first, second = Term.objects.known().filter(office__key="clerk").order_by("during")
    assert first.during.upper == second.during.lower  # known to the year, ended by the successor


@pytest.mark.django_db
def test_a_second_organisation_has_subjects_of_its_own_and_needs_none(union: Path) -> None:
    load(union)
    assert clusters()("PRO").fr == "Procédure"
    facts = (union / "facts.toml").read_text("utf-8")
    (union / "facts.toml").write_text(facts.partition("[[cluster]]")[0], "utf-8")
    assert check(union).faults == []


@pytest.mark.django_db
def test_a_changed_record_is_a_correction_that_keeps_what_was_known(union: Path) -> None:
    load(union)
    known = Membership.objects.known().get(state__key="xab", body__key="union")
    facts = (union / "facts.toml").read_text("utf-8")
    (union / "facts.toml").write_text(facts.replace("2010-06-30", "2011-06-30"), "utf-8")
    report = load(union)
    assert (report.added, report.changed) == (0, 1)
    now = Membership.objects.known().get(state__key="xab", body__key="union")
    assert now.fact == known.fact
    assert now.until_mark == "2011-06-30"
    before = Membership.objects.get(pk=known.pk)
    assert before.until_mark == "2010-06-30"
    assert before.recorded.upper is not None


@pytest.mark.django_db
def test_days_that_move_from_one_record_to_its_neighbour_are_no_overlap(union: Path) -> None:
    load(union)
    facts = (union / "facts.toml").read_text("utf-8")
    facts = facts.replace('since = "1994-02-01"', 'since = "1996-02-01"')
    facts = facts.replace('until = "1994"', 'until = "1996"')
    (union / "facts.toml").write_text(facts, "utf-8")
    assert load(union).changed == 2


@pytest.mark.django_db
def test_a_faulty_pack_writes_nothing(union: Path) -> None:
    write(union, '[[state]]\nid = "xac"\n')
    acts = Act.objects.count()
    with pytest.raises(Faulty):
        load(union)
    assert Act.objects.count() == acts
    assert not PackRecord.objects.filter(pack="exercise-union").exists()
