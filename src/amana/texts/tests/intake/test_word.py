"""DOCX: what Word shows of a document is what is read."""

import pytest

from amana.texts.intake import Intake, read_bytes
from amana.texts.rules.kinds import Kind
from amana.texts.tests.intake.word_files import (
    document,
    level,
    listed,
    numbering,
    p,
    packed,
    part,
    word,
)


def lines(intake: Intake) -> list[str]:
    return [line for line in intake.text.split("\n") if line]


def codes(intake: Intake) -> list[str]:
    return [each.code for each in intake.warnings if each.code.startswith("intake.")]


def read(data: bytes, lang: str = "en") -> Intake:
    return read_bytes(data, "exercise.docx", lang)


RESOLUTION = (
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")
)


def test_the_numbers_of_lists_are_read_as_word_prints_them() -> None:
    got = read(word(
        p("The Council of Exercises,"),
        listed(1, "Decides to meet;"),
        listed(1, "Requests the Secretary:"),
        listed(1, "to write;", 1),
        listed(1, "letters;", 2), listed(1, "reports;", 2),
        listed(1, "to read;", 1),
        listed(1, "Invites Members to come."),
        numbering=numbering(RESOLUTION),
    ))  # fmt: skip
    assert lines(got) == [
        "The Council of Exercises,", "1. Decides to meet;", "2. Requests the Secretary:",
        "(a) to write;", "(i) letters;", "(ii) reports;", "(b) to read;",
        "3. Invites Members to come.",
    ]  # fmt: skip
    assert [(b.kind, b.num) for b in got.blocks[1:]] == [
        (Kind.OPERATIVE, "1"), (Kind.OPERATIVE, "2"), (Kind.SUBPARAGRAPH, "a"),
        (Kind.SUBSUBPARAGRAPH, "i"), (Kind.SUBSUBPARAGRAPH, "ii"), (Kind.SUBPARAGRAPH, "b"),
        (Kind.OPERATIVE, "3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("arabicAbjad", "(%1)", ["(أ)", "(ب)", "(ج)", "(د)", "(هـ)"]),
        ("arabicAlpha", "%1-", ["أ-", "ب-", "ت-", "ث-", "ج-"]),
        ("hindiNumbers", "%1-", ["١-", "٢-", "٣-", "٤-", "٥-"]),
        ("upperRoman", "%1.", ["I.", "II.", "III.", "IV.", "V."]),
        ("decimalZero", "%1)", ["01)", "02)", "03)", "04)", "05)"]),
        ("bullet", "\uf0b7", ["•"] * 5),
        ("none", "", [""] * 5),
    ],
)
def test_every_format_of_numbers(form: str, text: str, expected: list[str]) -> None:
    data = word(*[listed(1, "item") for _ in expected], numbering=numbering(level(0, form, text)))
    assert lines(read(data, "ar")) == [f"{number} item".strip() for number in expected]


def test_a_list_of_many_levels_shows_the_numbers_above() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.") + level(
        2, "decimal", "%1.%2.%3", more="<w:isLgl/>")  # fmt: skip
    data = word(
        listed(1, "a"), listed(1, "b", 1), listed(1, "c", 1), listed(1, "d", 2),
        listed(1, "e"), listed(1, "f", 1), numbering=numbering(levels),
    )  # fmt: skip
    assert lines(read(data)) == ["I. a", "I.1. b", "I.2. c", "1.2.1 d", "II. e", "II.1. f"]


def test_a_list_begins_anew_where_the_document_says_and_goes_on_where_it_does_not() -> None:
    again = (
        "<w:num w:numId='8'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='1'/></w:lvlOverride></w:num>"
        "<w:num w:numId='9'><w:abstractNumId w:val='1'/></w:num>"
    )
    data = word(
        listed(1, "a"), listed(1, "b"), p("between"), listed(9, "c"), listed(8, "d"),
        listed(8, "e"), listed(0, "plain"),
        numbering=numbering(RESOLUTION, nums=again),
    )  # fmt: skip
    assert lines(read(data)) == ["1. a", "2. b", "between", "3. c", "1. d", "2. e", "plain"]


def test_a_list_may_begin_elsewhere_and_a_level_may_go_on() -> None:
    levels = level(0, "decimal", "%1.", start=5) + level(
        1, "lowerLetter", "(%2)", more="<w:lvlRestart w:val='0'/>")  # fmt: skip
    data = word(
        listed(1, "a"), listed(1, "b", 1), listed(1, "c"), listed(1, "d", 1),
        numbering=numbering(levels),
    )  # fmt: skip
    assert lines(read(data)) == ["5. a", "(a) b", "6. c", "(b) d"]


def test_styles_bring_their_list_and_their_level() -> None:
    styles = part(
        "styles",
        """
        <w:style w:styleId='A'><w:name w:val='List Number'/><w:pPr><w:numPr><w:numId w:val='1'/>
        </w:numPr></w:pPr></w:style>
        <w:style w:styleId='B'><w:name w:val='List Number 2'/><w:basedOn w:val='A'/><w:pPr>
        <w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>
        <w:style w:styleId='C'><w:name w:val='mine'/><w:basedOn w:val='A'/></w:style>
        <w:style w:styleId='loop'><w:name w:val='x'/><w:basedOn w:val='loop'/></w:style>""",
    )
    data = word(
        p("a", "<w:pStyle w:val='A'/>"), p("b", "<w:pStyle w:val='B'/>"),
        p("c", "<w:pStyle w:val='C'/>"), p("d", "<w:pStyle w:val='loop'/>"),
        numbering=numbering(RESOLUTION), styles=styles,
    )  # fmt: skip
    assert lines(read(data)) == ["1. a", "(a) b", "2. c", "d"]


def test_arabic_paragraphs_take_the_digits_of_their_text() -> None:
    bidi = "<w:bidi/>"
    body = (listed(1, "يقرر عقد الدورة ٥؛", 0, bidi), listed(1, "يدعو الدول الأعضاء.", 0, bidi))
    got = read(word(*body, numbering=numbering(level(0, "decimal", "%1-"))), "ar")
    assert lines(got)[0].startswith("١-")
    western = read(word(*[each.replace("٥", "5") for each in body],
                        numbering=numbering(level(0, "decimal", "%1-"))), "ar")  # fmt: skip
    assert lines(western)[0].startswith("1-")


def test_tracked_changes_are_accepted_and_told() -> None:
    data = word(
        "<w:p><w:r><w:t>Decides to </w:t></w:r><w:del w:id='1'><w:r><w:delText>stay</w:delText>"
        "</w:r></w:del><w:ins w:id='2'><w:r><w:t>meet</w:t></w:r></w:ins>"
        "<w:moveFrom w:id='3'><w:r><w:t>GONE</w:t></w:r></w:moveFrom></w:p>",
        p("One ", "<w:rPr><w:del w:id='4'/></w:rPr>"),
        p("sentence."),
    )
    got = read(data)
    assert lines(got) == ["Decides to meet", "One sentence."]
    assert codes(got) == ["intake.inserted", "intake.deleted"]


def test_what_is_no_text_is_left_out_and_told() -> None:
    box = (
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Aside</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r><w:r><w:t>Text</w:t></w:r></w:p>"
    )
    hidden = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        "<w:r><w:t>open</w:t></w:r></w:p>"
    )
    note = "<w:p><w:r><w:t>Noted</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    got = read(word(
        box, hidden, note, "<w:p><w:r><w:object/></w:r></w:p>",
        "<w:p><w:r><w:drawing/></w:r></w:p>",
        comments=part("comments", "<w:comment/><w:comment/>"),
        header=part("hdr", p("Head")),
        footnotes=part("footnotes", f"<w:footnote w:id='2'>{p('See there.')}</w:footnote>"),
    ))  # fmt: skip
    assert lines(got) == ["Text", "open", "Noted"]
    told = {each.code: each for each in got.warnings}
    assert told["intake.text-box"].facts["text"] == "Aside"
    assert told["intake.hidden"].line == 2
    assert told["intake.note"].facts["text"] == "See there."
    assert told["intake.note"].line == 3
    assert told["intake.comments"].facts["count"] == 2
    assert {"intake.header", "intake.pictures", "intake.objects"} <= set(told)


def test_codes_of_fields_are_no_text_but_their_results_are() -> None:
    begin, sep, end = (
        f"<w:r><w:fldChar w:fldCharType='{k}'/></w:r>" for k in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText> REF x </w:instrText></w:r>"
    nested = f"{begin}<w:r><w:t>inner code</w:t></w:r>{sep}<w:r><w:t>no</w:t></w:r>{end}"
    data = word(f"<w:p>{begin}{code}{nested}{sep}<w:r><w:t>Article 5</w:t></w:r>{end}</w:p>")
    assert lines(read(data)) == ["Article 5"]


def test_cells_are_lines_and_the_table_is_told() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('struck')}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(p('a'), p('b'))}{row.format(p('c'), p('d'))}{gone}</w:tbl>"
    got = read(word(p("Before"), table, p("After")))
    assert lines(got) == ["Before", "a", "b", "c", "d", "After"]
    told = got.warnings[0]
    assert (told.code, told.line, told.facts["columns"]) == ("intake.table", 2, 2)


def test_breaks_tabs_symbols_and_controls_inside_a_paragraph() -> None:
    data = word(
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:softHyphen/>"
        "<w:br w:type='page'/><w:sym w:font='Symbol' w:char='F0B7'/></w:r></w:p>",
        "<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>"
        + p("kept")
        + "</w:sdtContent></w:sdt>",
    )
    assert lines(read(data)) == ["one", "two\tthree•", "kept"]


def test_links_out_of_the_file_are_told_and_not_followed() -> None:
    link = "<Relationship Id='h' TargetMode='External' Type='x/{}' Target='{}'/>"
    outside = (
        link.format("hyperlink", "https://example.org/a")
        + link.format("attachedTemplate", "file://server/share/evil.dotm")
        + link.format("image", "http://[bad")
    )
    inside = "<Relationship Id='o' Type='x/oleObject' Target='embeddings/a.bin'/>"
    got = read(packed(document(p("Text")), outside=outside + inside))
    told = {each.code: each.facts for each in got.warnings}
    assert told["intake.outside"]["count"] == 3
    assert "example.org" in told["intake.outside"]["hosts"]  # type: ignore[operator]
    assert told["intake.embedded"]["count"] == 1


def test_strict_documents_are_read_too() -> None:
    data = packed(document(p("Text")).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main"))  # fmt: skip
    assert lines(read(data)) == ["Text"]


def test_doubts_name_the_paragraph_of_the_file() -> None:
    got = read(word(
        p("The Council of Exercises,"), p(""), p(""), listed(1, "Decides to meet;"),
        p(""), listed(1, "Frobnicates the rules."), numbering=numbering(RESOLUTION),
    ))  # fmt: skip
    verb = next(each for each in got.warnings if each.code == "reading.unknown-verb")
    assert verb.line == 6
    assert got.reading.blocks[-1].line == 6


def test_a_heading_that_reads_as_something_else_is_told() -> None:
    styles = part("styles", "<w:style w:styleId='H'><w:name w:val='heading 1'/></w:style>")
    got = read(word(
        p("The Council of Exercises,"), listed(1, "Decides to meet;"), listed(1, "Decides to sit;"),
        listed(1, "Decides to go;", 0, "<w:pStyle w:val='H'/>"),
        numbering=numbering(RESOLUTION), styles=styles,
    ))  # fmt: skip
    assert [(each.code, each.line) for each in got.warnings][-1] == ("intake.heading", 4)


def test_a_file_in_another_language_is_told() -> None:
    text = "يقرر مجلس التمارين أن يعقد دورته المقبلة في موعدها المحدد في لائحة عمله"
    got = read(word(p(text)), "fr")
    assert "intake.language" in codes(got)
