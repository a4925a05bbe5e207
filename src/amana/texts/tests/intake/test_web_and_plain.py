"""Pages, plain text and Akoma Ntoso; files of several languages together."""

import pytest

from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.akn.writing import write
from amana.texts.intake import Intake, read_bytes, read_file, together
from amana.texts.renditions.page import html
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block
from amana.texts.tests.akn.exercises import RESOLUTION, in_one, resolution
from amana.texts.tests.docx.papers import expected, paper
from amana.texts.tests.docx.test_round_trip import PLAIN


def page(body: str, lang: str = "en", head: str = "") -> Intake:
    data = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()
    return read_bytes(data, "a.html", lang)


def lines(intake: Intake) -> list[str]:
    return [line for line in intake.text.split("\n") if line]


def codes(intake: Intake) -> list[str]:
    return [each.code for each in intake.warnings if each.code.startswith("intake.")]


def test_lists_have_the_numbers_that_a_reader_sees() -> None:
    got = page("""<p>The Council of Exercises,</p>
      <ol start=3><li>Decides to meet;<li>Requests the Secretary:
        <ol type=a><li>to write:<ol type=i><li>letters;<li value=4>notes;</ol><li>to read;</ol>
      <li><p>Invites</p><p>Members.</p></ol>
      <ul><li>one<li>two</ul>
      <ol style="list-style-type: arabic-indic" reversed><li>x<li>y</ol>
      <ol style="list-style:none"><li>bare</ol>""")
    assert lines(got) == [
        "The Council of Exercises,", "3. Decides to meet;", "4. Requests the Secretary:",
        "a. to write:", "i. letters;", "iv. notes;", "b. to read;", "5. Invites", "Members.",
        "• one", "• two", "٢. x", "١. y", "bare",
    ]  # fmt: skip


def test_scripts_are_left_out_and_told_and_what_follows_them_stays() -> None:
    body = (
        "<p>One<script>alert(1)</script> two<iframe src=x></iframe>.</p><style>p{}</style>"
        "<p style='display:none'>No</p>Three<p hidden>Nor</p> four"
    )
    got = page(body, head="<title>T</title>")
    assert lines(got) == ["One two.", "Three", "four"]
    told = {each.code: each for each in got.warnings}
    assert told["intake.scripts"].facts["what"] == ["iframe", "script"]
    assert codes(got).count("intake.hidden") == 2


def test_spaces_breaks_entities_and_headings() -> None:
    got = page("<h1>A   title</h1><p>one<br>two&nbsp;&amp;\n three</p><pre>x\n  y</pre>&#1575;")
    assert lines(got) == ["A title", "one", "two\xa0& three", "x", "y", "ا"]


def test_of_a_page_of_several_languages_only_one_is_read() -> None:
    body = "".join(f"<div lang={lang}>{text}</div>" for lang, text in
                   (("ar", "نص"), ("en", "text"), ("fr", "texte")))  # fmt: skip
    for lang, text in (("ar", "نص"), ("fr", "texte")):
        got = page(body, lang)
        assert lines(got) == [text]
        assert codes(got) == ["intake.other-language"]
    assert lines(page("<p>only words</p>", "fr")) == ["only words"]


def test_a_page_says_its_own_encoding() -> None:
    meta = '<meta charset="windows-1256">'
    data = f"<html><head>{meta}</head><body><p>يقرر المجلس</p></body></html>".encode("cp1256")
    assert lines(read_bytes(data, "a.htm", "ar")) == ["يقرر المجلس"]


def test_tables_are_lines_and_told() -> None:
    got = page("<table><tr><td>a<td>b<tr><td>c<td><p>d</p></table>")
    assert lines(got) == ["a", "b", "c", "d"]
    assert codes(got) == ["intake.table"]


def test_a_page_as_deep_as_a_well_is_read_in_time() -> None:
    got = page("<div>" * 5000 + "<p>bottom</p>" + "<ol><li>" * 5000 + "x")
    assert isinstance(got, Intake)


@pytest.mark.parametrize("langs", [("ar",), ("fr", "en"), LANGS], ids="-".join)
def test_our_own_pages_come_back(langs: tuple[str, ...]) -> None:
    data = html(paper(PLAIN, langs))
    for lang in langs:
        got = read_bytes(data, "a.html", lang)
        assert list(got.blocks) == [
            Block(b.kind, b.text, b.num, b.heading, b.printed) for b in expected(PLAIN, (lang,))
        ]
        assert "intake.header" in codes(got)


def test_what_stands_around_the_text_of_a_page_is_none_of_it() -> None:
    got = page("<nav>Home</nav><main><header>Title</header><p>Text</p></main><footer>©</footer>")
    assert lines(got) == ["Title", "Text"]
    assert lines(page("<header>Title</header><p>Text</p>")) == ["Title", "Text"]


# Plain text -----------------------------------------------------------------------------------

ARABIC = "إن مجلس التمارين،\n\n١- يقرر عقد الدورة؛\n٢- يدعو الدول الأعضاء إلى الحضور.\n"
FRENCH = (
    "Le Conseil des exercices,\n\n1. Décide de se réunir à l’été ;\n2. Prie les États de siéger.\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize(("text", "lang"), [(ARABIC, "ar"), (FRENCH, "fr")])
def test_unicode_is_read_in_every_form(encoding: str, text: str, lang: str) -> None:
    got = read_bytes(text.encode(encoding), "a.txt", lang)
    assert [block.kind for block in got.blocks] == [Kind.FORMULA, Kind.OPERATIVE, Kind.OPERATIVE]
    assert getattr(got.blocks[-1].text, lang) == getattr(
        read_bytes(text.encode(), "a.txt", lang).blocks[-1].text, lang)  # fmt: skip


def test_old_code_pages_are_guessed_and_told() -> None:
    arabic = read_bytes(ARABIC.replace("١", "1").replace("٢", "2").encode("cp1256"), "a.txt", "ar")
    assert arabic.blocks[0].text.ar == "إن مجلس التمارين،"
    french = read_bytes(FRENCH.encode("cp1252"), "a.txt", "fr")
    assert french.blocks[1].text.fr == "Décide de se réunir à l’été ;"
    for got, name in ((arabic, "Windows-1256"), (french, "Windows-1252")):
        told = got.warnings[0]
        assert (told.code, told.facts["encoding"]) == ("intake.encoding", name)
    assert french.warnings[0].line == 3


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    data = ARABIC.encode() + b"\xff\n"
    got = read_bytes(data, "a.txt", "ar")
    assert got.blocks[0].text.ar == "إن مجلس التمارين،"
    assert next((w.code, w.line) for w in got.warnings) == ("intake.replaced", 5)


def test_lines_of_doubts_are_those_of_the_file() -> None:
    got = read_bytes(
        b"The Council of Exercises,\n\n\n1. Frobnicates.\n3. Decides to meet.\n", "a.txt", "en"
    )
    assert {(w.code, w.line) for w in got.warnings} == {
        ("reading.unknown-verb", 4), ("reading.number-skipped", 5)}  # fmt: skip


# Akoma Ntoso ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_our_own_akoma_ntoso_comes_back_as_it_was(lang: str) -> None:
    got = read_bytes(write(resolution(), lang), "a.xml", lang)
    assert list(got.blocks) == in_one(RESOLUTION, lang)
    assert got.kind == "akn"
    assert got.known


# Together -------------------------------------------------------------------------------------


def test_three_files_make_one_text() -> None:
    english = "The Council of Exercises,\n\n1. Decides to meet;\n2. Invites Members to attend.\n"
    files = [read_bytes(text.encode(), "a.txt", lang)
             for lang, text in (("ar", ARABIC), ("en", english), ("fr", FRENCH))]  # fmt: skip
    blocks, doubts = together(files)
    assert not doubts
    assert [block.num for block in blocks] == ["", "1", "2"]
    assert all(not block.text.missing() for block in blocks)


def test_files_that_know_their_ids_meet_by_them() -> None:
    files = [read_bytes(write(resolution(), lang), "a.xml", lang) for lang in LANGS]
    blocks, doubts = together(files)
    assert not doubts
    assert [block.wid for block in blocks] == [block.wid for block in in_one(RESOLUTION, "en")]
    assert all(not block.text.missing() for block in blocks)


def test_two_files_of_one_language_are_refused() -> None:
    file = read_bytes(b"The Council,", "a.txt", "en")
    with pytest.raises(Refusal) as caught:
        together([file, file])
    assert caught.value.code == "intake.same-language"


def test_a_file_from_the_disk(tmp_path: "pytest.TempPathFactory") -> None:
    path = tmp_path / "a.txt"  # type: ignore[operator]
    path.write_bytes(ARABIC.encode())
    assert str(read_file(path, "ar")) == ARABIC.rstrip("\n")
