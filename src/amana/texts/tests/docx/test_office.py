"""LibreOffice opens every DOCX: it prints them, and what it saves again is still the same text.

Without LibreOffice these tests fail: `bin/office` installs it.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from amana.kernel.words import Words
from amana.texts.docx import write_docx
from amana.texts.intake import read_bytes
from amana.texts.tests.docx.papers import SYMBOL, expected, paper
from amana.texts.tests.docx.test_round_trip import SETS, TEXTS

pytestmark = pytest.mark.browser  # as slow as a browser, and run one after the other with them

NOTICE = Words(
    ar="تعديلات لم تُدرج في هذا النص: ١", en="Changes not in this text: 1",
    fr="Modifications absentes de ce texte : 1",
)  # fmt: skip
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>'
)


def office(folder: Path, form: str, out: Path, files: list[Path]) -> None:
    assert shutil.which("soffice"), "LibreOffice is missing: run bin/office"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out),
         *map(str, files)],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr, done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every exercise in every set of languages: as written, printed, and saved again."""
    made = tmp_path_factory.mktemp("office")
    files = []
    for name, units in TEXTS.items():
        for langs in SETS:
            file = made / f"{name}-{'-'.join(langs)}.docx"
            file.write_bytes(write_docx(paper(units, langs, NOTICE)))
            files.append(file)
    (made / "saved").mkdir()
    office(made, "pdf", made, files)
    office(made, "docx:MS Word 2007 XML", made / "saved", files)
    return made


def words(pdf: Path) -> list[tuple[float, float, float, str]]:
    """Every word of a PDF: its left, its height, its right, and itself.

    Arabic letters come in the order in which they stand on paper, from left to right.
    """
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    found = WORD.findall(told.stdout)
    return [(float(x), float(y), float(end), _read(said)) for x, y, end, said in found]


def _read(said: str) -> str:
    return said[::-1] if any("\u0620" <= each <= "\u064a" for each in said) else said


@pytest.mark.parametrize("langs", SETS, ids="-".join)
@pytest.mark.parametrize("name", TEXTS)
def test_libreoffice_prints_it(folder: Path, name: str, langs: tuple[str, ...]) -> None:
    pdf = folder / f"{name}-{'-'.join(langs)}.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    said = [word for *_place, word in words(pdf)]
    assert SYMBOL in said  # whole, on one line
    for lang, organisation in (("en", "Exercise"), ("fr", "d’exercice"), ("ar", "اتحاد")):
        assert (organisation in said) == (lang in langs)
    fonts = subprocess.run(
        ["pdffonts", str(pdf)], capture_output=True, text=True, check=True
    ).stdout
    assert ("Amiri" in fonts) == ("ar" in langs)


@pytest.mark.parametrize("langs", SETS, ids="-".join)
@pytest.mark.parametrize("name", TEXTS)
def test_what_libreoffice_saves_is_the_same_text(
    folder: Path, name: str, langs: tuple[str, ...]
) -> None:
    data = (folder / "saved" / f"{name}-{'-'.join(langs)}.docx").read_bytes()
    got = read_bytes(data, "a.docx", langs[0])
    assert list(got.blocks) == expected(TEXTS[name], langs)


def test_numbers_hang_at_the_side_where_the_language_begins(folder: Path) -> None:
    wide = 595.3
    english = {word: x for x, _y, _end, word in words(folder / "resolution-en.pdf")}
    assert english["1."] < english["Calls"] < english["(a)"] + 60
    assert english["1."] < wide / 4
    arabic = words(folder / "resolution-ar.pdf")
    ends = [end for _x, _y, end, word in arabic if "١" in word and len(word) <= 2]
    assert max(ends) > wide * 3 / 4


def test_arabic_stands_right_of_the_others_and_rows_stand_side_by_side(folder: Path) -> None:
    found = words(folder / "resolution-ar-en-fr.pdf")
    at = {word: (x, y) for x, y, _end, word in found}
    english, french, arabic = at["Recalling"], at["Rappelant"], at["يستذكر"]
    assert english[0] < french[0] < arabic[0]
    assert abs(english[1] - french[1]) < 3
    assert abs(english[1] - arabic[1]) < 15


def test_a_symbol_in_an_arabic_paragraph_keeps_its_order(folder: Path, tmp_path: Path) -> None:
    from amana.texts.rules.kinds import Kind
    from amana.texts.rules.tree import Block, grow

    text = Words(ar="يستذكر القرار 7/50-POL الصادر عن المجلس،")
    file = tmp_path / "symbol.docx"
    file.write_bytes(write_docx(paper(grow([Block(Kind.PREAMBULAR, text)]), ("ar",))))
    office(folder, "pdf", tmp_path, [file])
    assert any("7/50-POL" in word for *_place, word in words(tmp_path / "symbol.pdf"))
