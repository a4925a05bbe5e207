"""Hostile and broken files: a sentence that says what and where, in three languages."""

import struct
import time
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.intake import read_bytes
from amana.texts.intake.limits import FILE, PARTS
from amana.texts.tests.intake.word_files import document, p, packed

LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'lol'>"
    + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def refused(data: bytes, name: str = "exercise.docx") -> Refusal:
    began = time.process_time()
    with pytest.raises(Refusal) as caught:
        read_bytes(data, name, "en")
    assert time.process_time() - began < 5
    for lang in LANGS:
        assert "{" not in caught.value.sentence(lang)
    return caught.value


def code(data: bytes, name: str = "exercise.docx") -> str:
    return refused(data, name).code


def test_a_file_over_the_limit_is_not_looked_at() -> None:
    assert code(b"PK\x03\x04" + bytes(FILE)) == "intake.too-large"
    assert code(b"a" * (FILE + 1), "a.txt") == "intake.too-large"


def bomb(size: int, name: str = "word/document.xml") -> bytes:
    """A package one part of which is nothing but zeros."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive, archive.open(name, "w") as stream:
        for _mebibyte in range(size):
            stream.write(b" " * (1 << 20))
    return out.getvalue()


def test_a_small_file_with_huge_content_is_a_bomb() -> None:
    data = bomb(60)
    assert len(data) < 100_000
    assert code(data) == "intake.bomb"
    assert (
        code(packed(document(p("x")), others={"word/media/a.png": bytes(3 << 20)})) == "intake.bomb"
    )


def lying(data: bytes, said: int) -> bytes:
    """The same package, whose directory says that its first part has another size."""
    place = data.index(b"PK\x01\x02")
    changed = data[: place + 24] + struct.pack("<I", said) + data[place + 28 :]
    return changed[:22] + struct.pack("<I", said) + changed[26:]


def test_sizes_that_lie_are_not_believed() -> None:
    assert code(lying(bomb(60), 1000)) in ("intake.broken", "intake.bomb")
    assert code(lying(packed(document(p("x"))), 200 << 20)) == "intake.bomb"


def test_too_many_parts_are_a_bomb() -> None:
    others = {f"word/media/{at}.txt": b"" for at in range(PARTS)}
    assert code(packed(document(p("x")), others=others)) == "intake.bomb"


def test_entities_and_document_types_are_hostile() -> None:
    for before in (LAUGHS, OUTSIDE, "<!DOCTYPE x>"):
        assert (
            code(packed(document(p("&e;" if before is OUTSIDE else "x"), before=before)))
            == "intake.hostile"
        )
        akn = f'{before}<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'
        assert code(akn.encode(), "a.xml") == "intake.hostile"
        assert code(akn.encode("utf-16"), "a.xml") == "intake.hostile"


def test_entities_in_other_parts_are_hostile_too() -> None:
    styles = (OUTSIDE + "<styles>&e;</styles>").encode()
    assert code(packed(document(p("x")), {"styles": styles})) == "intake.hostile"


def test_programs_are_refused_whatever_the_file_is_called() -> None:
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    for name in ("a.docm", "a.docx"):
        assert code(packed(document(p("x")), content=macro), name) == "intake.macro"
        with_program = packed(document(p("x")), others={"word/vbaProject.bin": b"\1"})
        assert code(with_program, name) == "intake.macro"


def test_names_that_lead_out_of_the_file_are_only_names() -> None:
    others = {"../../etc/passwd": b"x", "/etc/shadow": b"x", "C:\\evil": b"x"}
    assert (
        str(read_bytes(packed(document(p("Text")), others=others), "a.docx", "en")).strip()
        == "Text"
    )


def test_packages_in_packages_are_not_opened() -> None:
    inner = packed(document(p("inner")))
    for _depth in range(3):
        inner = packed(document(p("outer")), others={"word/embeddings/a.docx": inner})
    assert str(read_bytes(inner, "a.docx", "en")).strip() == "outer"


def test_broken_files_say_where() -> None:
    whole = packed(document(p("x")))
    assert code(whole[: len(whole) // 2]) == "intake.broken"
    cut = packed(document(p("x"))[:-20])
    assert refused(cut).facts["part"] == "word/document.xml"
    assert refused(b"<akomaNtoso>\n\n<act></akomaNtoso>", "a.xml").facts["line"] == 3
    assert code(packed(b"")) == "intake.broken"
    assert code(packed(b"<?xml version='1.0' encoding='martian'?><a/>")) == "intake.broken"


def test_other_ways_of_packing_are_not_undone() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", document(p("x")))
    assert code(out.getvalue()) == "intake.broken"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 ...", "a PDF"), (b"{\\rtf1 text}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"\x89PNG\r\n\x1a\n", "picture"), (b"", "empty"), (b" \n ", "empty"),
        (b"\0\1\2\3" * 300, "no text"), (b"<?xml version='1.0'?><svg/>", "XML"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_said_by_its_true_type(data: bytes, said: str) -> None:
    found = refused(data)
    assert found.code == "intake.unknown-type"
    assert said in found.sentence("en")


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "slide"),
        (("mimetype", "content.xml"), "OpenDocument"), (("photo.jpg",), "ZIP"),
    ],
)  # fmt: skip
def test_packages_of_other_programs_are_named(names: tuple[str, ...], said: str) -> None:
    assert said in refused(zipped(*names)).sentence("en")


def test_a_page_named_as_a_document_is_read_as_what_it_is() -> None:
    got = read_bytes(b"<html><body><p>Text</p></body></html>", "order.docx", "en")
    assert (got.kind, got.text.strip()) == ("html", "Text")
    assert got.warnings[0].code == "intake.other-name"
    assert "web page" in got.warnings[0].sentence("en")


def test_a_file_of_too_many_lines_is_refused_and_told_how_many() -> None:
    found = refused(b"a\n" * 200_001, "a.txt")
    assert found.code == "intake.too-long"
    assert "200" in found.sentence("en")


def test_many_comments_do_not_hold_us_up() -> None:
    assert code(b"<?xml version='1.0'?>" + b"<!-- -->" * 4000, "a.html") == "intake.broken"


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    got = read_bytes(b"<Draft> The Council of Exercises,\n\n1. Decides to meet.\n", "a.txt", "en")
    assert got.kind == "text"
    assert got.text.startswith("<Draft>")


def test_a_page_deeper_than_the_parser_goes_says_so() -> None:
    got = read_bytes(b"<html><body>" + b"<div>" * 3000 + b"deep", "a.html", "en")
    assert "intake.cut" in [each.code for each in got.warnings]
    whole = read_bytes(b"<html><body>" + b"<div>" * 1000 + b"deep", "a.html", "en")
    assert whole.text.strip() == "deep"
