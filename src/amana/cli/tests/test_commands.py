"""The command line as its users run it: processes on an embedded server of their own."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT, Live, environment

from amana.ground.postgres import acquire, discard_if_idle
from amana.ground.postgres.binaries import find_binaries

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
UNION = ROOT / "tests" / "second_organisation"


def amana(
    state: Path, *words: str, lang: str = "", url: str = ""
) -> "subprocess.CompletedProcess[str]":
    surroundings = environment(state) | ({"LANG": f"{lang}.UTF-8"} if lang else {})
    surroundings |= {"DATABASE_URL": url} if url else {}
    surroundings.pop("LC_ALL", None)
    return subprocess.run(
        [sys.executable, "-m", "amana", *words],
        capture_output=True, text=True, env=surroundings, check=False, cwd=ROOT,
    )  # fmt: skip


def answer(state: Path, *words: str) -> dict[str, object]:
    done = amana(state, *words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_the_organisation_on_a_day(live: Live) -> None:
    found = answer(live.state, "at", "1982-06-01")
    assert found["on"] == "1982-06-01"
    assert found["suspended"] == ["AFG", "EGY"]
    assert "YMD" in found["members"]
    assert "AZE" not in found["members"]
    chief = next(row for row in found["offices"] if row["office"] == "secretary-general")
    assert chief["holder"] == "Habib Chatty"
    secretariat = next(row for row in found["bodies"] if row["id"] == "general-secretariat")
    assert "Charter 1972, Art. VI" in secretariat["basis"]
    assert "2008" not in secretariat["basis"]
    seat = next(row for row in found["seats"] if row["body"] == "general-secretariat")
    assert seat["place"] == "Jeddah"
    assert seat["provisional"] is True


def test_a_hijri_day_asks_the_same_as_its_gregorian_one(live: Live) -> None:
    assert answer(live.state, "at", "9 Shaban 1402")["on"] == "1982-06-01"


@pytest.mark.parametrize(
    ("day", "years"), [("1975-01-01", "2"), ("1990-01-01", "4"), ("2020-01-01", "5")]
)
def test_the_term_of_the_secretary_general_follows_the_rule_of_the_day(
    live: Live, day: str, years: str
) -> None:
    found = answer(live.state, "rule", "secretary-general.term-length", "--on", day)
    assert found["value"] == years
    assert found["sources"]


def test_a_date_needs_no_database(tmp_path: Path) -> None:
    found = answer(tmp_path, "date", "15 Muharram 1390")
    assert found["gregorian"] == "1970-03-23"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("at", "2023-02-29"),
        ("at", "May 1982"),
        ("at", "30 Safar 1390"),
        ("date", "1 Muharram 1600"),
        ("rule", "no-such-rule"),
        ("rule", "quorum", "--on", "1960-01-01"),
    ],
)
def test_bad_input_is_exit_2_and_one_sentence_in_the_readers_language(
    live: Live, words: tuple[str, ...]
) -> None:
    for lang in ("ar_SA", "en_GB", "fr_FR"):
        done = amana(live.state, *words, lang=lang)
        assert done.returncode == 2, done.stderr
        assert done.stdout == ""
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Traceback" not in done.stderr
        assert any("\u0600" <= c <= "\u06ff" for c in done.stderr) is (lang == "ar_SA")


def test_check_names_the_faults_of_a_pack(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('[pack]\nid = "x"\n', "utf-8")
    done = amana(tmp_path, "check", str(tmp_path))
    assert done.returncode == 2
    assert "pack.toml: pack: organisation" in done.stderr


def test_another_organisation_runs_from_its_pack_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    tmp_path.parent.chmod(0o755)
    assert "20 added" in amana(tmp_path, "load", str(UNION)).stdout
    assert "20 unchanged" in amana(tmp_path, "load", str(UNION)).stdout
    found = answer(tmp_path, "at", "1996-01-01")
    assert found["organisation"] == "Exercise League"
    assert found["members"] == ["XAA", "XAB"]
    holder = found["offices"][0]
    assert (holder["holder"], holder["expected_end"]) == ("Holder B", "1997-02-01")


def test_a_backup_is_restored_whole_and_proved(live: Live, tmp_path: Path) -> None:
    copy, other = tmp_path / "amana.backup", tmp_path / "other"
    digest = sha256(b"a file of a text").hexdigest()
    kept = Path("files") / digest[:2] / digest[2:]
    (live.state / kept).parent.mkdir(parents=True, exist_ok=True)
    (live.state / kept).write_bytes(b"a file of a text")
    assert amana(live.state, "backup", str(copy)).returncode == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    other.mkdir()
    for folder in (tmp_path.parent, tmp_path, other):
        folder.chmod(0o755)
    restored = amana(other, "restore", str(copy))
    assert restored.returncode == 0, restored.stderr
    assert (other / kept).read_bytes() == b"a file of a text"
    assert amana(other, "verify").stdout.startswith("Whole: ")
    assert answer(other, "at", "1982-06-01") == answer(live.state, "at", "1982-06-01")
    again = amana(other, "restore", str(copy))
    assert again.returncode == 2
    assert "--replace" in again.stderr


@pytest.mark.skipif(not DEBIAN_15.exists(), reason="Debian's PostgreSQL 15 is not installed")
def test_a_copy_is_put_back_on_an_older_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The programs are of version 18, the server that DATABASE_URL names is of version 15."""
    copy, server = tmp_path / "amana.backup", tmp_path / "server"
    for folder in (tmp_path.parent, tmp_path):
        folder.chmod(0o755)
    monkeypatch.setenv("AMANA_PG_BIN", str(DEBIAN_15))
    with acquire(server) as lease:
        monkeypatch.delenv("AMANA_PG_BIN")
        assert amana(tmp_path, "load", str(UNION), url=lease.url).returncode == 0
        assert amana(tmp_path, "backup", str(copy), url=lease.url).returncode == 0
        restored = amana(tmp_path, "restore", "--replace", str(copy), url=lease.url)
        assert restored.returncode == 0, restored.stderr
    discard_if_idle(server)


def test_programs_without_pg_dump_are_named_in_one_sentence(
    live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for program in ("initdb", "postgres"):
        (tmp_path / program).symlink_to(find_binaries().folder / program)
    monkeypatch.setenv("AMANA_PG_BIN", str(tmp_path))
    done = amana(live.state, "backup", str(tmp_path / "copy"))
    assert done.returncode == 1
    assert done.stderr.strip() == f"Error: There is no PostgreSQL program pg_dump in {tmp_path}."


def test_a_wrong_language_is_refused_in_the_readers_language(tmp_path: Path) -> None:
    done = amana(tmp_path, "date", "1982-06-01", "--lang", "de", lang="fr_FR")
    assert done.returncode == 2
    assert "langue de la maison" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
