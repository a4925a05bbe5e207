"""A paper written as DOCX and read back is the same text, in every language and in all at once."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.kernel.words import LANGS, Words
from amana.texts.akn.clean import clean
from amana.texts.docx import write_docx
from amana.texts.intake import read_bytes, together
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block, Unit, grow
from amana.texts.tests.akn.exercises import ORIGINAL, PARTS, RESOLUTION, consolidated
from amana.texts.tests.docx.papers import expected, paper

TEXTS = {
    "resolution": RESOLUTION, "parts": PARTS, "charter": ORIGINAL,
    "consolidated": consolidated().units,
}  # fmt: skip
SETS = [("ar",), ("en",), ("fr",), ("ar", "en"), ("fr", "ar"), ("en", "fr"), ("ar", "en", "fr")]


def both(units: tuple[Unit, ...], langs: tuple[str, ...]) -> None:
    got = read_bytes(write_docx(paper(units, langs), langs), "exercise.docx", langs[0])
    assert list(got.blocks) == expected(units, langs)
    assert not got.warnings


@pytest.mark.parametrize("langs", SETS, ids="-".join)
@pytest.mark.parametrize("name", TEXTS)
def test_every_exercise_comes_back(name: str, langs: tuple[str, ...]) -> None:
    both(TEXTS[name], langs)


@pytest.mark.parametrize("name", TEXTS)
def test_three_files_make_the_text_of_three_languages(name: str) -> None:
    units = TEXTS[name]
    files = [read_bytes(write_docx(paper(units, (lang,))), "a.docx", lang) for lang in LANGS]
    blocks, doubts = together(files)
    assert blocks == expected(units, LANGS)
    assert not doubts


def without_styles(data: bytes) -> bytes:
    """The document as a stranger would have it: no style of ours has its name."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"Amana ", b"Foreign "))
    return out.getvalue()


PLAIN = grow([
    Block(Kind.SYMBOL, Words("القرار رقم 7/50-س", "Resolution No. 7/50-POL",
                             "Résolution n° 7/50-POL")),
    Block(Kind.TITLE, Words("بشأن محفوظات الأمانة", "On the archives of the Secretariat",
                            "Sur les archives du Secrétariat")),
    Block(Kind.FORMULA, Words("إن مجلس الوزراء،", "The Council of Ministers,",
                              "Le Conseil des ministres,")),
    Block(Kind.PREAMBULAR, Words("إذ يستذكر أهداف الاتحاد،", "Recalling the aims of the Union,",
                                 "Rappelant les buts de l’Union,")),
    Block(Kind.OPERATIVE, Words("يدعو الدول الأعضاء إلى إيداع نسخ من الوثائق؛",
                                "Calls upon the Member States to deposit copies of documents;",
                                "Demande aux États membres de déposer copie des documents ;"),
          "1", printed=Words("١-", "1.", "1.")),
    Block(Kind.OPERATIVE, Words("يطلب من الأمين ما يلي:", "Requests the Secretary:",
                                "Prie le Secrétaire :"), "2", printed=Words("٢-", "2.", "2.")),
    Block(Kind.SUBPARAGRAPH, Words("إنشاء سجل يتضمن:", "to establish a register of:",
                                   "d’établir un registre :"), "a",
          printed=Words("(أ)", "(a)", "a)")),
    Block(Kind.SUBSUBPARAGRAPH, Words("القرارات؛", "resolutions;", "des résolutions ;"), "i",
          printed=Words("(١)", "(i)", "i)")),
    Block(Kind.SUBPARAGRAPH, Words("عقد اجتماع للخبراء.", "to convene a meeting of experts.",
                                   "de convoquer une réunion d’experts."), "b",
          printed=Words("(ب)", "(b)", "b)")),
])  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_a_stranger_reads_the_same_paragraphs_from_the_printed_numbers_alone(lang: str) -> None:
    data = without_styles(write_docx(paper(PLAIN, (lang,))))
    got = read_bytes(data, "a.docx", lang)
    assert list(got.blocks) == [
        Block(b.kind, b.text, b.num, b.heading, b.printed) for b in expected(PLAIN, (lang,))
    ]  # fmt: skip


# Random trees -----------------------------------------------------------------------------------

WORD = st.text("abcéè ابتثجد123/-.,،()\t\u2066\u2069\u200f\U0001f600", max_size=30)
TEXT = st.one_of(
    WORD, st.sampled_from(("", "Requests the Secretary;", "يطلب من الأمين، والقرار 7/50-POL؛",
                           "first line\nsecond line", "3. looks like a number", "\n", " ")),
)  # fmt: skip
TEXTS_OF = st.builds(Words, ar=TEXT, en=TEXT, fr=TEXT)
NUMBER = st.sampled_from(("", "1", "2", "3bis", "5a", "a", "i", "ii", "c", "A", "II", "12", "x-1"))
PRINTED = st.builds(
    Words, ar=st.sampled_from(("", "١-", "(أ)", "المادة ٥", "الفصل الثاني")),
    en=st.sampled_from(("", "1.", "(a)", "Article 5", "Chapter II", "Annex")),
    fr=st.sampled_from(("", "1.", "a)", "Article premier", "Règle 2 bis")),
)  # fmt: skip
BLOCK = st.builds(Block, st.sampled_from(list(Kind)), TEXTS_OF, NUMBER, TEXTS_OF, PRINTED)


def sound(block: Block) -> Block:
    """A block as a text has it: no spaces around its heading or number."""
    heading = Words(**{lang: clean(text).strip() for lang, text in block.heading})
    return Block(block.kind, Words(**{lang: clean(text) for lang, text in block.text}), block.num,
                 heading, block.printed)  # fmt: skip


@given(st.lists(BLOCK, max_size=12), st.sampled_from(SETS))
@settings(max_examples=120)
def test_random_trees_come_back(blocks: list[Block], langs: tuple[str, ...]) -> None:
    units = grow(map(sound, blocks))
    got = read_bytes(write_docx(paper(units, langs)), "a.docx", langs[0])
    if any(each.text.strip() for each in got.reading.blocks):
        told = expected(units, langs)
        assert [(b.kind, b.text, b.num, b.heading, b.printed) for b in got.blocks] == [
            (b.kind, b.text, b.num, b.heading, b.printed) for b in told
        ]  # fmt: skip


def test_the_same_paper_gives_the_same_bytes_and_names_nobody() -> None:
    first = write_docx(paper(RESOLUTION, LANGS))
    assert first == write_docx(paper(RESOLUTION, LANGS))
    with ZipFile(BytesIO(first)) as opened:
        assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = opened.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "created" not in core


def test_python_docx_opens_it_and_finds_the_directions() -> None:
    import docx

    found = docx.Document(BytesIO(write_docx(paper(RESOLUTION, ("ar",)))))
    styles = {style.name for style in found.styles}
    assert "Amana operative ar" in styles
    assert found.sections[0].different_first_page_header_footer
    xml = found.element.xml
    assert "<w:rtl/>" in xml
    assert "<w:bidi/>" in xml
    tables = docx.Document(BytesIO(write_docx(paper(RESOLUTION, ("en", "ar"))))).tables
    assert "bidiVisual" in tables[0]._tbl.xml
    assert "cantSplit" not in tables[0]._tbl.xml  # rows go on over the page


def test_what_a_translator_typed_in_word_is_read_too() -> None:
    """A paragraph copied from its neighbour, with a typed number and no bookmark."""
    data = write_docx(paper(PLAIN, ("en",)))
    new = (
        '<w:p><w:pPr><w:pStyle w:val="AmanaOperativeEn"/></w:pPr><w:r><w:t>3. Invites Members.'
        "</w:t></w:r></w:p><w:p><w:r><w:t>4. Decides to meet again.</w:t></w:r></w:p><w:sectPr>"
    )
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:sectPr>", new.encode())
            target.writestr(name, part)
    got = read_bytes(out.getvalue(), "a.docx", "en")
    assert [(b.kind, b.num, b.text.en) for b in got.blocks[-2:]] == [
        (Kind.OPERATIVE, "3", "Invites Members."), (Kind.OPERATIVE, "4", "Decides to meet again."),
    ]  # fmt: skip
    assert not got.known
