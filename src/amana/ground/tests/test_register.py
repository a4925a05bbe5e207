"""The register of acts: chained, kept, and proved."""

import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from amana.ground import register
from amana.ground.models import Act
from amana.kernel.authority import Authority

BY = Authority("test", "A clerk", date(2026, 1, 1), powers=frozenset({"administrator"}))
VERIFIER = Path(__file__).parents[4] / "docs" / "verify_register.py"

pytestmark = pytest.mark.django_db


def tamper(sql: str, *values: object) -> None:
    """Change the register as an intruder with the owner's rights would: past the trigger."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE ground_act DISABLE TRIGGER USER")
        cursor.execute(sql, values)
        cursor.execute("ALTER TABLE ground_act ENABLE TRIGGER USER")


def test_every_act_of_the_loaded_pack_holds() -> None:
    count, head, broken = register.verify()
    assert broken is None
    assert count == Act.objects.count() > 1000
    assert head == Act.objects.first().hash


def test_an_act_follows_the_one_before() -> None:
    before = register.head()
    act = register.record("try", "thing:1", by=BY, facts={"n": 1}, power="administrator")
    assert (act.seq, act.prev) == (before[0] + 1, before[1])
    assert act.office == "administrator"
    assert register.verify()[2] is None


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ground_act SET reason = 'else' WHERE seq = 5",
        "DELETE FROM ground_act WHERE seq = 5",
        "TRUNCATE ground_act CASCADE",
    ],
)
def test_postgresql_refuses_to_change_the_register(sql: str) -> None:
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_a_changed_word_is_found_at_its_act() -> None:
    tamper("UPDATE ground_act SET reason = 'another reason' WHERE seq = 7")
    assert register.verify()[2] == register.Broken(7, "hash")


def test_a_changed_word_with_its_hash_mended_is_found_at_the_next_act() -> None:
    act = Act.objects.get(seq=7)
    act.reason = "another reason"
    tamper(
        "UPDATE ground_act SET reason = %s, hash = %s WHERE seq = 7",
        act.reason, register.digest(register.entry(act)),
    )  # fmt: skip
    assert register.verify()[2] == register.Broken(8, "prev")


def test_a_missing_act_is_found() -> None:
    lost = register.record("try", "thing:1", by=BY, facts={})
    register.record("try", "thing:2", by=BY, facts={})
    tamper("DELETE FROM ground_act WHERE seq = %s", lost.seq)
    assert register.verify()[2] == register.Broken(lost.seq + 1, "gap")


def export(path: Path) -> None:
    path.write_text("".join(register.lines()), "utf-8")


def prove(path: Path, *more: str, lang: str = "C") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-I", str(VERIFIER), str(path), *more],
        capture_output=True, encoding="utf-8", check=False, env={"LANG": lang},
    )  # fmt: skip


def test_the_export_is_proved_whole_by_the_script_that_has_only_the_standard_library(
    tmp_path: Path,
) -> None:
    export(tmp_path / "r.jsonl")
    done = prove(tmp_path / "r.jsonl", "--head", register.head()[1])
    assert done.returncode == 0, done.stdout
    assert f"whole: {Act.objects.count()} acts" in done.stdout


def test_one_byte_changed_in_the_export_is_named_by_its_act(tmp_path: Path) -> None:
    export(tmp_path / "r.jsonl")
    lines = (tmp_path / "r.jsonl").read_text("utf-8").splitlines()
    lines[11] = lines[11].replace("Amana", "Amanx", 1)
    (tmp_path / "r.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    done = prove(tmp_path / "r.jsonl")
    assert done.returncode == 1
    assert "act 12 was altered" in done.stdout


@pytest.mark.parametrize(
    ("lang", "ended", "unheaded"),
    [
        ("en", "the file ends at act {}; the head given is of another act", "no head was given"),
        ("ar", "ينتهي الملف بالإجراء {}، والبصمة المعطاة لإجراء آخر", "لم تُعطَ بصمة للمقارنة"),
        ("fr", "le fichier s'arrête à l'acte {} ; l'empreinte donnée", "aucune empreinte n'a été"),
    ],
)
def test_an_export_without_its_last_act_is_found_by_the_head_and_by_nothing_else(
    tmp_path: Path, lang: str, ended: str, unheaded: str
) -> None:
    export(tmp_path / "r.jsonl")
    lines = (tmp_path / "r.jsonl").read_text("utf-8").splitlines()
    (tmp_path / "r.jsonl").write_text("\n".join(lines[:-1]) + "\n", "utf-8")
    done = prove(tmp_path / "r.jsonl", "--head", register.head()[1], "--lang", lang)
    assert done.returncode == 1
    assert ended.format(len(lines) - 1) in done.stdout
    alone = prove(tmp_path / "r.jsonl", "--lang", lang)
    assert alone.returncode == 0
    assert unheaded in alone.stdout


def test_a_second_value_slipped_into_a_line_is_no_act(tmp_path: Path) -> None:
    """A reader may take the first `actor` where the proof takes the last."""
    export(tmp_path / "register.jsonl")
    whole = (tmp_path / "register.jsonl").read_text(encoding="utf-8")
    (tmp_path / "register.jsonl").write_text('{"actor":"account:999",' + whole[1:], "utf-8")
    outcome = prove(tmp_path / "register.jsonl")
    assert outcome.returncode == 1
    assert "line 1 is no act" in outcome.stdout


def test_a_byte_changed_inside_a_letter_is_named_by_its_act(tmp_path: Path) -> None:
    """Such a byte may leave no letter at all: the proof must not stumble over it."""
    export(tmp_path / "r.jsonl")
    lines = (tmp_path / "r.jsonl").read_bytes().splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if "ا".encode() in line)
    spot = lines[at].index("ا".encode())
    for byte in (b"\xff", b"A"):
        altered = lines[at][: spot + 1] + byte + lines[at][spot + 2 :]
        (tmp_path / "r.jsonl").write_bytes(b"".join([*lines[:at], altered, *lines[at + 1 :]]))
        done = prove(tmp_path / "r.jsonl")
        assert done.returncode == 1
        assert f"act {at + 1} was altered" in done.stdout
        assert done.stderr == ""


def test_no_byte_of_a_line_can_be_changed_unseen(tmp_path: Path) -> None:
    """Every byte of an act, spaces between its fields included; and one more or one less."""
    export(tmp_path / "r.jsonl")
    first, second = (tmp_path / "r.jsonl").read_bytes().splitlines(keepends=True)[:2]
    prove_lines = runpy.run_path(str(VERIFIER))
    parted, proved = prove_lines["parted"], prove_lines["prove"]
    assert proved(parted(first + second))[1] is None
    for spot in range(len(first)):
        for byte in (b" ", b"\n", b"\t", b"\xff", b"0", b"", first[spot : spot + 1] + b" "):
            altered = first[:spot] + byte + first[spot + 1 :]
            if altered != first:
                assert proved(parted(altered + second))[1] is not None, (spot, byte)
    assert proved(parted(first + second[:-1]))[1] == {"fault": "altered", "at": 2}
    assert proved(parted(first + second + b"\n"))[1] == {"fault": "none", "at": 3}


@pytest.mark.parametrize(
    ("lang", "more", "whole", "altered"),
    [
        ("C", (), "whole:", "act 2 was altered"),
        ("fr_FR.UTF-8", (), "intact :", "l'acte 2 a été modifié"),
        ("C", ("--lang", "ar"), "السجل سليم:", "الإجراء 2 غُيِّر"),
    ],
)
def test_the_proof_speaks_the_language_that_is_asked(
    tmp_path: Path, lang: str, more: tuple[str, ...], whole: str, altered: str
) -> None:
    export(tmp_path / "r.jsonl")
    assert whole in prove(tmp_path / "r.jsonl", *more, lang=lang).stdout
    text = (tmp_path / "r.jsonl").read_text("utf-8")
    first = text.index("\n") + 1
    (tmp_path / "r.jsonl").write_text(
        text[:first] + text[first:].replace('{"actor"', '{ "actor"', 1), "utf-8"
    )
    assert altered in prove(tmp_path / "r.jsonl", *more, lang=lang).stdout


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = prove(tmp_path / "none.jsonl")
    assert (done.returncode, done.stderr) == (1, "")
    assert "cannot be read" in done.stdout
