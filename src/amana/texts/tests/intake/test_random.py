"""Random and mutilated files: an intake or a refusal, in little time, never anything else."""

import time
import warnings
from io import BytesIO
from zipfile import ZipFile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amana.kernel.refusals import Refusal
from amana.texts.akn.writing import write
from amana.texts.docx import write_docx
from amana.texts.intake import read_bytes
from amana.texts.reading.passages import Doubt
from amana.texts.tests.akn.exercises import RESOLUTION, resolution
from amana.texts.tests.docx.papers import paper
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

SEVERAL = settings(
    max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
_LIMIT = 4.0  # seconds of one read, on a slow machine
LANG = st.sampled_from(("ar", "en", "fr"))
NAME = st.sampled_from(("a.docx", "a.html", "a.txt", "a.xml", "a", ""))

WORD = word(
    p("The Council,"),
    listed(1, "Decides;"),
    listed(1, "to meet.", 1),
    numbering=numbering(level(0, "decimal", "%1.") + level(1, "arabicAbjad", "(%2)")),
)
OURS = write_docx(paper(RESOLUTION, ("ar", "en")))
AKN = write(resolution(), "ar")
PAGE = b"<html lang=ar><body><ol type=i><li>\xd9\x86<table><tr><td>x</table><script>1</script>"


def check(data: bytes, name: str, lang: str) -> None:
    """Read: every doubt and every refusal can be told in three languages."""
    began = time.process_time()
    told: list[Doubt | Refusal] = []
    try:
        told += read_bytes(data, name, lang).warnings
    except Refusal as refused:
        told.append(refused)
    assert all(each.sentence(lang) for each in told for lang in ("ar", "en", "fr"))
    assert time.process_time() - began < _LIMIT


@given(st.binary(max_size=4000), NAME, LANG)
@SEVERAL
def test_random_bytes(data: bytes, name: str, lang: str) -> None:
    check(data, name, lang)


@given(st.binary(max_size=800), st.sampled_from((b"PK\x03\x04", b"<html>", b"<?xml version='1.0'?>",
       b"\xff\xfe", b"<akomaNtoso xmlns='x'>", b"<p>")), LANG)  # fmt: skip
@SEVERAL
def test_random_bytes_with_a_true_beginning(data: bytes, head: bytes, lang: str) -> None:
    check(head + data, "a.docx", lang)


@given(st.text(max_size=3000), LANG)
@SEVERAL
def test_random_text(text: str, lang: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), "a.txt", lang)


MUTATIONS = st.lists(
    st.tuples(st.integers(0, 1_000_000), st.binary(min_size=0, max_size=6), st.integers(0, 40)),
    min_size=1, max_size=6,
)  # fmt: skip


def mutated(data: bytes, changes: list[tuple[int, bytes, int]]) -> bytes:
    """Some bytes replaced, put in or taken out."""
    for place, new, gone in changes:
        at = place % (len(data) + 1)
        data = data[:at] + new + data[at + gone :]
    return data


@given(st.sampled_from((WORD, OURS, AKN, PAGE)), MUTATIONS, LANG)
@SEVERAL
def test_mutilated_files(data: bytes, changes: list[tuple[int, bytes, int]], lang: str) -> None:
    check(mutated(data, changes), "a.docx", lang)


@given(st.sampled_from((WORD, OURS)), st.integers(0, 10_000))
@SEVERAL
def test_torn_files(data: bytes, length: int) -> None:
    check(data[: length % len(data)], "a.docx", "en")


@given(st.sampled_from((WORD, OURS)), st.integers(0, 100), MUTATIONS, LANG)
@SEVERAL
def test_files_whose_parts_are_mutilated(
    data: bytes, which: int, changes: list[tuple[int, bytes, int]], lang: str
) -> None:
    """The package stays whole; what stands in one part is changed."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        names = source.namelist()
        for name in names:
            part = source.read(name)
            changed = name == names[which % len(names)]
            target.writestr(name, mutated(part, changes) if changed else part)
    check(out.getvalue(), "a.docx", lang)


TAGS = st.sampled_from(
    ("p", "div", "ol", "ul", "li", "table", "tr", "td", "br", "pre", "h1", "script", "style",
     "span", "b", "body", "html", "html:x")
)  # fmt: skip
ELEMENT = st.recursive(
    st.text(max_size=30),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4), st.sampled_from((
        "", "type=a", "start=9999999999999999999999", "value=x", "lang=ar", "hidden", "dir=rtl",
        "style='list-style-type:arabic-indic'", "reversed",
    ))).map(lambda made: f"<{made[0]} {made[2]}>{''.join(made[1])}</{made[0]}>"),
    max_leaves=30,
)  # fmt: skip


@given(ELEMENT, LANG)
@SEVERAL
def test_random_pages(body: str, lang: str) -> None:
    check(f"<html><body>{body}".encode("utf-8", "replace"), "a.html", lang)


WORDS = st.sampled_from(
    ("p", "r", "t", "tab", "br", "ins", "del", "moveFrom", "tbl", "tr", "tc", "sdt", "sdtContent",
     "pPr", "rPr", "numPr", "numId", "ilvl", "pStyle", "vanish", "fldChar", "pict", "txbxContent",
     "hyperlink", "sym", "footnoteReference", "bookmarkStart", "abstractNum", "num", "lvl",
     "lvlText", "numFmt", "start")
)  # fmt: skip
VALUES = st.sampled_from(
    ("", "0", "1", "-1", "99999999999999999999", "x", "begin", "end", "%1%9", "decimal")
)
NODE = st.recursive(
    st.text("abc ٣ا<&>", max_size=8).map(lambda t: t.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.tuples(WORDS, VALUES, st.lists(inner, max_size=5)).map(
        lambda made: (
            f"<w:{made[0]} w:val='{made[1]}' w:id='{made[1]}' w:numId='{made[1]}' "
            f"w:abstractNumId='{made[1]}' w:ilvl='{made[1]}' w:name='{made[1]}'>"
            f"{''.join(made[2])}</w:{made[0]}>"
        )
    ),
    max_leaves=25,
)


@given(NODE, NODE, LANG)
@SEVERAL
def test_random_documents_of_word(body: str, lists: str, lang: str) -> None:
    """Every element of Word in every place."""
    inner = f"{listed(1, 'x')}{body}{p('y')}"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check(packed(document(inner), {"numbering": part("numbering", lists)}), "a.docx", lang)
