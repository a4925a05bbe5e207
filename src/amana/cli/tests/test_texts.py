"""`amana text split`: lines of JSON for programs, a listing for people, a sentence for the rest."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, environment

TEXT = {
    "en": """RESOLUTION No. 1/9-X
ON THE REGISTER

The Council of Ministers,

Recalling its rules,

1. Requests the Secretary General:

(a) to report;

3. Welcomes the progress.
""",
    "fr": """RÉSOLUTION N° 1/9-X
SUR LE REGISTRE

Le Conseil des ministres,

Rappelant ses règles,

1. Prie le Secrétaire général :

a) de faire rapport ;

3. Se félicite des progrès.
""",
    "ar": """القرار رقم 1/9-س
بشأن السجل

إن مجلس الوزراء،

إذ يستذكر قواعده،

١- يطلب من الأمين العام:

(أ) رفع تقرير؛

٣- يرحب بالتقدم المحرز.
""",
}
STRUCTURE = [
    ("symbol", "", 0, ""), ("title", "", 0, ""), ("formula", "", 0, ""),
    ("preambular", "", 1, "observing"), ("operative", "1", 1, "directive"),
    ("subparagraph", "1(a)", 2, "directive"), ("operative", "3", 1, "evaluative"),
]  # fmt: skip


def amana(
    *words: str, stdin: bytes = b"", lang: str = "en_GB"
) -> "subprocess.CompletedProcess[bytes]":
    surroundings = environment(Path("unused")) | {"LANG": f"{lang}.UTF-8", "PYTHONUTF8": "0"}
    surroundings.pop("LC_ALL", None)
    return subprocess.run(
        [sys.executable, "-m", "amana", "text", *words],
        input=stdin, capture_output=True, env=surroundings, check=False, cwd=ROOT,
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_a_file_gives_a_line_of_json_for_every_block(tmp_path: Path, lang: str) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT[lang], "utf-8-sig")
    done = amana("split", str(file), "--lang", lang, "--json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [(r["kind"], r["number"], r["level"], r["class"]) for r in rows] == STRUCTURE
    assert set(rows[0]) == {"kind", "number", "level", "verb", "class", "text", "warnings"}
    (warning,) = rows[-1]["warnings"]
    assert (warning["code"], warning["line"]) == ("reading.number-skipped", 12)


def test_the_standard_input_is_a_file_too() -> None:
    done = amana("split", "-", "--lang", "ar", "--json", stdin=TEXT["ar"].encode())
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(STRUCTURE)


def test_people_get_a_listing() -> None:
    done = amana("split", "-", "--lang", "fr", stdin=TEXT["fr"].encode(), lang="fr_FR")
    told = done.stdout.decode()
    assert "operative 1  [prie · directive]" in told
    assert "un numéro manque" in told


def test_any_text_is_read_and_an_empty_one_is_no_error() -> None:
    done = amana("split", "-", "--lang", "en", "--json", stdin=b"(((\n\n1)1)1)\n")
    assert (done.returncode, done.stderr) == (0, b"")
    empty = amana("split", "-", "--lang", "en", "--json")
    assert (empty.returncode, empty.stdout, empty.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (("split", "no-such-file.txt", "--lang", "en"), b""),
        (("split", ".", "--lang", "en"), b""),
        (("split", "-", "--lang", "de"), b""),
        (("split", "-", "--lang", "en"), b"\xff\xfe\x00"),
        (("split", "-", "--lang", "en"), b"a\0b"),
        (("split", "no-such-file.docx", "--lang", "en"), b""),
    ],
)
def test_a_bad_file_is_exit_2_and_one_sentence(words: tuple[str, ...], content: bytes) -> None:
    done = amana(*words, stdin=content)
    assert done.returncode == 2, done.stderr
    assert done.stdout == b""
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert b"Traceback" not in done.stderr


def test_a_bad_file_is_refused_in_the_readers_language() -> None:
    done = amana("split", "no-such-file.txt", lang="ar_SA")
    assert done.returncode == 2
    assert "لا يوجد ملف" in done.stderr.decode()
