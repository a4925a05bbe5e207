"""`amana text akn`: a plain text, whatever it is, as a valid file of Akoma Ntoso."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amana.cli.akn import akn
from amana.kernel.refusals import Refusal
from amana.texts.akn.reading import read
from amana.texts.akn.soundness import unsound
from amana.texts.akn.validity import validate
from amana.texts.rules.kinds import Kind

ENGLISH = """EXU/CM-50/2024/RES.7
On the archives of the Secretariat

The Council of Ministers,

Recalling the aims of the Union,

1. Calls upon the Member States to deposit copies;

2. Requests the Secretary:
(a) to establish a register of:
(i) resolutions;
(ii) reports;
(b) to convene a meeting.

Annex
Plan of action
1. Documents are collected.
"""
FRENCH = """Sur les archives du Secrétariat

Le Conseil des ministres,

Rappelant les buts de l’Union,

1. Demande aux États membres de déposer copie des documents ;

2. Prie le Secrétaire :
a) d’établir un registre ;
b) de convoquer une réunion.
"""
ARABIC = """بشأن محفوظات الأمانة

إن مجلس الوزراء،

إذ يستذكر أهداف الاتحاد،

١- يدعو الدول الأعضاء إلى إيداع نسخ من الوثائق؛

٢- يطلب من الأمين ما يلي:
(أ) إنشاء سجل؛
(ب) عقد اجتماع.
"""


def amana(*words: str, given: str = "") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "amana", "text", "akn", *words], input=given.encode(),
        capture_output=True, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), [("ar", ARABIC), ("en", ENGLISH), ("fr", FRENCH)])
def test_a_text_in_any_language_becomes_a_valid_file(lang: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "resolution-7.txt"
    file.write_text(text, "utf-8")
    done = amana(str(file), "--lang", lang, "--date", "2024-08-29", "--number", "7/50-POL")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (validate(done.stdout), unsound(done.stdout)) == ([], [])
    found = read(done.stdout)
    assert found.lang == lang
    assert found.meta.number == "7-50-POL"
    assert found.meta.expression_date == "2024-08-29"
    operative = [each.num for each in found.blocks if each.kind is Kind.OPERATIVE]
    assert operative == ["1", "2"]
    assert [each.num for each in found.blocks if each.kind is Kind.SUBPARAGRAPH] == ["a", "b"]


def test_without_options_the_number_is_the_symbol_or_the_name_of_the_file(tmp_path: Path) -> None:
    for text, number in ((ENGLISH, "EXU-CM-50-2024-RES.7"), (FRENCH, "archives")):
        file = tmp_path / "archives.txt"
        file.write_text(text, "utf-8")
        meta = read(amana(str(file), "--lang", "en").stdout).meta
        assert (meta.number, meta.kind, meta.date) == (number, "resolution", "0001-01-01")
    named = read(amana("-", "--lang", "fr", "--kind", "decision", "--draft", given=FRENCH).stdout)
    assert (named.meta.number, named.meta.name) == ("unnumbered", "decisionDraft")


CHARTERS = {
    "en": """Exercise charter

The Member States,

Determined to act together,

Have agreed as follows:

CHAPTER I
AIMS

Article 1
Aims

The aims are:
1. To work together;
2. To learn.

Article 2
(a) Members are equal;
(b) Members are free.
""",
    "fr": """Charte d’exercice

Les États membres,

Résolus à agir ensemble,

Sont convenus de ce qui suit :

CHAPITRE PREMIER
BUTS

Article premier
Buts

Les buts sont :
1. de travailler ensemble ;
2. d’apprendre.

Article 2
a) Les membres sont égaux ;
b) Les membres sont libres.
""",
    "ar": """ميثاق التمرين

إن الدول الأعضاء،

تصميمًا منها على العمل معًا،

اتفقت على ما يلي:

الفصل الأول
الأهداف

المادة الأولى
الأهداف

الأهداف هي:
١- العمل معًا؛
٢- التعلم.

المادة الثانية
(أ) الأعضاء متساوون؛
(ب) الأعضاء أحرار.
""",
}


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_a_charter_is_known_by_its_articles(lang: str) -> None:
    done = CliRunner().invoke(akn, ["-", "--lang", lang], input=CHARTERS[lang].encode())
    assert (validate(done.stdout_bytes), unsound(done.stdout_bytes)) == ([], [])
    found = read(done.stdout_bytes)
    assert found.meta.name == "charter"
    assert [(str(each.kind), each.num) for each in found.blocks] == [
        ("title", ""), ("formula", ""), ("preambular", ""), ("enacting", ""), ("chapter", "I"),
        ("article", "1"), ("paragraph", "1"), ("paragraph", "2"),
        ("article", "2"), ("point", "a"), ("point", "b"),
    ]  # fmt: skip
    assert getattr(found.blocks[5].heading, lang)
    assert getattr(found.blocks[5].text, lang).endswith(":")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RULES\n\nRule 1\nIt meets.\n\nRule 2\n1. It elects.\n2. It votes.", "rulesOfProcedure"),
        ("REPORT ON ARCHIVES\n\nI. Findings\n\n1. They are in order.", "report"),
        (ENGLISH + "\nRule 1\nIt meets.\n\nRule 2\nIt votes.", "resolution"),
        ("The Council,\n\nDecides as follows:\n\nArticle 1. It meets.\n\nArticle 2. It votes.",
         "resolution"),
    ],
)  # fmt: skip
def test_other_texts_are_known_by_their_form(text: str, name: str) -> None:
    done = CliRunner().invoke(akn, ["-", "--lang", "en"], input=text.encode())
    assert (validate(done.stdout_bytes), unsound(done.stdout_bytes)) == ([], [])
    assert read(done.stdout_bytes).meta.name == name


def test_the_kind_given_is_the_kind() -> None:
    named = ["-", "--lang", "en", "--kind", "resolution"]
    done = CliRunner().invoke(akn, named, input=CHARTERS["en"].encode())
    assert read(done.stdout_bytes).meta.name == "resolution"


@pytest.mark.parametrize(
    "words",
    [
        ("nowhere.txt", "--lang", "en"),
        (".", "--lang", "fr"),
        ("-", "--lang", "de"),
        ("-", "--lang", "ar", "--date", "2024-02-31"),
        ("-", "--lang", "en", "--date", "yesterday"),
        ("-", "--kind", "poem"),
        (),
    ],
)
def test_bad_input_is_a_sentence_and_exit_2(words: tuple[str, ...]) -> None:
    done = amana(*words)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.strip()
    assert b"Traceback" not in done.stderr


@settings(max_examples=60, deadline=None)
@example("a\0b", "en", ("--kind", "charter"))
@example("\ud800", "ar", ())  # half a character, which UTF-8 has no form for
@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("1234.()-abiii \n\n\n،؛:١٢أب")), max_size=200
    ),
    st.sampled_from(["ar", "en", "fr"]),
    st.sampled_from([(), ("--kind", "charter"), ("--kind", "rules"), ("--kind", "report")]),
)
def test_any_text_becomes_a_valid_file_or_is_refused(
    text: str, lang: str, kind: tuple[str, ...]
) -> None:
    given = text.encode("utf-8", "surrogatepass")
    done = CliRunner().invoke(akn, ["-", "--lang", lang, *kind], input=given)
    if "\0" in text or any("\ud800" <= each <= "\udfff" for each in text):
        assert isinstance(done.exception, Refusal)
        assert done.exception.code == "text.not-utf8"
    else:
        assert done.exit_code == 0, done.exception
        assert (validate(done.stdout_bytes), unsound(done.stdout_bytes)) == ([], [])
