"""Where grammars come from: the pack and the files beside the code, and what is wrong with one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import OIC, ROOT, environment

from amana.ground.packs import check
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.symbols import parse
from amana.texts.symbols.leading import vocabulary
from amana.texts.symbols.roman import number_of, roman_of
from amana.texts.symbols.sources import grammars, organisation_names, session_years

UNION = ROOT / "tests" / "second_organisation"
GRAMMAR = """
[[grammar]]
id = "union"
system = "XU"
names = { en = "Exercise Union", fr = "Union d'exercice", ar = "اتحاد التمرين" }
sources = ["exercise"]
bodies = [{ code = "XA", names = { en = "Assembly", fr = "Assemblée", ar = "الجمعية" } }]
forms = [{ pattern = "XU/{body}.{session}/{number}", kind = "decision" }]
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pack of another organisation, used by this installation."""
    for file in UNION.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    monkeypatch.setenv("AMANA_PACK", str(tmp_path))
    return tmp_path


def test_another_organisation_brings_its_own_symbols(pack: Path) -> None:
    (pack / "series.toml").write_text(GRAMMAR, "utf-8")
    read = parse("Decision No. xu / xa.3 / 07")
    assert (read.canonical, read.system, read.body) == ("XU/XA.3/7", "XU", "Assembly")
    assert parse("A/RES/78/3").system == "UN"
    assert not parse("8/44-POL")
    assert check(pack).faults == []


def test_a_pack_without_symbols_has_those_of_other_systems(pack: Path) -> None:
    assert [grammar.key for grammar in grammars()] == ["au", "oau", "unesco", "who", "un"]


@pytest.mark.parametrize(
    ("now", "code"),
    [
        ("{session", "pack.unreadable"),
        ('pattern = "XU/{nothing}"', "symbol.grammar-unreadable"),
        ('pattern = "XU/[{number}"', "symbol.grammar-unreadable"),
        ('patern = "XU"', "pack.unknown-field"),
        ('pattern = "XU", sessions = [{}]', "symbol.grammar-unreadable"),
        ('pattern = "XU", remark = "odd"', "symbol.grammar-unreadable"),
    ],
)
def test_a_faulty_grammar_is_named_by_the_check_of_the_pack(
    pack: Path, now: str, code: str
) -> None:
    before = 'pattern = "XU/{body}.{session}/{number}"'
    text = GRAMMAR.replace(before, now) if code != "pack.unreadable" else GRAMMAR + "[[x"
    (pack / "series.toml").write_text(text, "utf-8")
    faults = check(pack).faults
    assert code in {fault.refusal.code for fault in faults}
    assert all(fault.file == "series.toml" for fault in faults)


def test_a_grammar_that_cannot_be_read_is_refused_in_a_sentence(pack: Path) -> None:
    (pack / "series.toml").write_text("[[grammar]]\nid = 'x'", "utf-8")
    with pytest.raises(Refusal) as refused:
        parse("A/RES/78/3")
    assert refused.value.code == "symbol.grammar-unreadable"
    assert all(refused.value.sentence(lang) for lang in LANGS)


def test_every_code_of_every_grammar_has_a_meaning_in_three_languages() -> None:
    for grammar in grammars(OIC):
        assert not grammar.names.missing()
        for code in (*grammar.bodies, *grammar.clusters, *grammar.suffixes, *grammar.marks):
            assert code.names, (grammar.key, code.code)
            assert not code.names.missing(), (grammar.key, code.code)
        kinds = {kind for t in grammar.types for kind in (t.kind, t.volume, t.final) if kind}
        kinds |= {kind for form in grammar.forms for kind in (form.kind, form.final) if kind}
        assert kinds <= set(vocabulary()["kinds"]), grammar.key
        for form in grammar.forms:
            assert not form.body or grammar.body(form.body), (grammar.key, form.pattern)
            assert all(grammar.body(each.code) for each in form.bodies)
            assert all(grammar.type(code) for code in form.types)
            assert all(grammar.body(code) for code in form.among)
    assert all(set(words) == set(LANGS) for words in vocabulary()["kinds"].values())


def test_the_names_and_sessions_of_the_organisation_are_those_of_its_pack() -> None:
    assert "OIC" in organisation_names(OIC)
    assert session_years(OIC, "cfm")[36] == frozenset({2009})
    assert session_years(OIC, "none") == {}


@pytest.mark.parametrize("number", [1, 4, 9, 12, 14, 40, 43, 90, 400, 944, 1999, 3999])
def test_a_roman_number_is_read_as_it_is_written(number: int) -> None:
    assert number_of(roman_of(number)) == number


def test_what_is_no_roman_number_is_none() -> None:
    assert [number_of(text) for text in ("", "IIII", "VX", "ABC", "IC")] == [0] * 5


# --- The command


def symbol(*words: str, stdin: bytes = b"", pack: Path = OIC) -> "subprocess.CompletedProcess[str]":
    surroundings = environment(Path("unused")) | {"AMANA_PACK": str(pack), "LANG": "C.UTF-8"}
    surroundings.pop("LC_ALL", None)
    done = subprocess.run(
        [sys.executable, "-m", "amana", "symbol", *words], input=stdin, capture_output=True,
        env=surroundings, check=False, cwd=ROOT,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def test_the_command_says_the_parts_as_json() -> None:
    done = symbol("OIC/CFM-51/2025/POL/RES.7/Rev.1", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "printed": "OIC/CFM-51/2025/POL/RES.7/Rev.1",
        "canonical": "OIC/CFM-51/2025/POL/RES.7/Rev.1", "system": "OIC", "kind": "resolution",
        "body": "Council of Foreign Ministers", "session": "51", "year": "2025", "cluster": "POL",
        "number": "7", "modifier": "Rev.1", "warnings": [],
    }  # fmt: skip
    assert json.loads(symbol("القرار", "رقم", "8/44-س", "--json").stdout)["canonical"] == "8/44-POL"


def test_lines_give_lines() -> None:
    lines = "A/RES/78/3\n\n  القرار رقم 8/44-س  \r\nnothing\n"
    done = symbol("--json", stdin=lines.encode())
    read = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["canonical"] for each in read] == ["A/RES/78/3", "8/44-POL", ""]
    assert read[2]["warnings"] == ["“nothing” is no symbol of a system known here."]
    assert done.returncode == 0


def test_the_command_explains_in_the_readers_language() -> None:
    assert "Affaires politiques" in symbol("8/44-POL", "--lang", "fr").stdout
    assert "الشؤون السياسية" in symbol("8/44-POL", "--lang", "ar").stdout
    said = symbol("OIC/CFM-32/2009/CS/RES/FINAL").stdout
    assert "! Session 32 met in 2005, not in 2009" in said


@pytest.mark.parametrize(
    ("words", "stdin"),
    [((), b""), (("",), b""), (("--json",), b"\n \n"), (("--json",), b"\xff\xfe\n"),
     (("8/44-POL", "--lang", "de"), b"")],
)  # fmt: skip
@pytest.mark.parametrize("lang", LANGS)
def test_bad_input_is_exit_2_and_one_sentence(
    words: tuple[str, ...], stdin: bytes, lang: str
) -> None:
    done = symbol(*words, *([] if "--lang" in words else ["--lang", lang]), stdin=stdin)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_broken_pack_is_exit_2_and_one_sentence(pack: Path) -> None:
    (pack / "series.toml").write_text("[[grammar", "utf-8")
    done = symbol("8/44-POL", pack=pack)
    assert done.returncode == 2
    assert "series.toml" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
