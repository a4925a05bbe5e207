"""What stands outside of the text on a page: letterhead, running head, number of the page.

They are headers and footers of Word, so that whoever reads the file back finds only the text.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from amana.texts.docx.looks import TAGS
from amana.texts.docx.parts import serialised, w
from amana.texts.docx.proof import code, note
from amana.texts.docx.units import runs
from amana.texts.renditions.paper import Paper, Proof

__all__ = ["columns", "first_foot", "first_head", "foot", "head", "table", "width"]

_A4 = (11906, 16838)  # twentieths of a point
_MARGIN, _NARROW = 1474, 1021
_ISOLATE, _MARK = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{LEFT-TO-RIGHT MARK}"


def width(langs: Sequence[str]) -> int:
    """How wide the text is: A4, on its side for three languages."""
    sheet = _A4[1] if len(langs) == 3 else _A4[0]
    return sheet - 2 * margin(langs)


def margin(langs: Sequence[str]) -> int:
    """The margin at each side."""
    return _MARGIN if len(langs) == 1 else _NARROW


def columns(langs: Sequence[str]) -> tuple[str, ...]:
    """The languages as their columns follow in the file; Arabic, which stands right, first."""
    others = [lang for lang in langs if lang != "ar"]
    return ("ar", *reversed(others)) if "ar" in langs else tuple(others)


def table(
    rows: Sequence[Sequence[Sequence[etree._Element]]],
    widths: Sequence[int],
    *,
    rtl: bool,
    gutter: int = 108,
) -> etree._Element:
    """A table without lines, whose rows may go on over the page; `rtl`: it begins at the right."""
    margins = w("tblCellMar", *[w(side, w=gutter, type="dxa") for side in ("left", "right")])
    properties = w(
        "tblPr", w("bidiVisual") if rtl else None, w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"), margins,
    )  # fmt: skip
    found = w("tbl", properties, w("tblGrid", *[w("gridCol", w=each) for each in widths]))
    for row in rows:
        cells = [
            w("tc", w("tcPr", w("tcW", w=wide, type="dxa")), *(cell or [w("p")]))
            for cell, wide in zip(row, widths, strict=True)
        ]
        found.append(w("tr", *cells))
    return found


def _line(
    text: str, lang: str, *, bold: bool = False, size: int = 0, end: bool = False,
    border: str = "", symbol: bool = False,
) -> etree._Element:  # fmt: skip
    """A paragraph outside of the text."""
    edges = w("pBdr", *_edges(border)) if border else None
    properties = w(
        "pPr", edges, w("bidi") if lang == "ar" else None, w("spacing", before=0, after=40),
        w("jc", val="right" if end else "left"),
    )  # fmt: skip
    found = w("p", properties, *(runs(text, "en" if symbol else lang)))
    for run in found.iterchildren("{*}r"):
        _draw(run, lang, bold=bold, size=size)
    return found


def _edges(border: str) -> Iterator[etree._Element]:
    sides = ("top", "left", "bottom", "right") if border == "box" else ("bottom",)
    return (w(side, val="single", sz=4, space=4, color="auto") for side in sides)


def _draw(run: etree._Element, lang: str, *, bold: bool, size: int) -> None:
    """Weight, size and language of a run, in the order that Word asks for."""
    properties = run.find("{*}rPr")
    if properties is None:
        properties = w("rPr")
        run.insert(0, properties)
    rtl = properties.find("{*}rtl")
    looks = [w("b"), w("bCs")] if bold else []
    looks += [w("sz", val=size), w("szCs", val=size + 3)] if size else []
    for look in looks:
        (properties.append(look) if rtl is None else rtl.addprevious(look))
    properties.append(w("lang", val=TAGS["en" if lang == "ar" else lang], bidi=TAGS["ar"]))


def first_head(paper: Paper, proof: Proof | None = None) -> bytes:
    """The letterhead: organisation, body, symbol, distribution and days, proof, what waits."""
    langs = columns(paper.langs)
    wide = width(langs)
    widths = [wide // len(langs)] * len(langs)
    rtl = "ar" in langs
    gutter = 0 if len(langs) == 1 else 108  # one column begins where its text does
    heads = [[_letterhead(paper, lang) for lang in langs]]
    inner = [table(heads, widths, rtl=rtl, gutter=gutter)]
    inner.append(_line("", paper.langs[0], border="line"))
    if len(langs) == 1:
        own = [wide // 2, wide - wide // 2]
        marks = [
            _symbol(paper, langs[0], end=True),
            *([code(proof, langs[0], end=True)] if proof else []),
        ]
        facts = [_facts(paper, langs[0]), marks]
        inner.append(table([facts], own, rtl=rtl, gutter=0))
    else:
        inner.append(_symbol(paper, paper.langs[0]))
        inner += [code(proof, paper.langs[0])] if proof else []
        inner.append(table([[_facts(paper, lang) for lang in langs]], widths, rtl=rtl))
    for lang in paper.langs:
        notice = getattr(paper.notice, lang)
        if notice:
            inner.append(_line(notice, lang, border="box"))
    inner.append(_line("", paper.langs[0]))
    return serialised(w("hdr", *inner))


def _letterhead(paper: Paper, lang: str) -> list[etree._Element]:
    lines = [_line(paper.organisation.text(lang), lang, bold=True, size=28)]
    body = paper.body.text(lang)
    return [*lines, _line(body, lang, size=21)] if body else lines


def _facts(paper: Paper, lang: str) -> list[etree._Element]:
    return [_line(getattr(line, lang), lang, size=20) for line in paper.facts]


def _symbol(paper: Paper, lang: str, *, end: bool = False) -> etree._Element:
    return _line(paper.symbol, lang, bold=True, size=22, end=end, symbol=True)


def head(paper: Paper) -> bytes:
    """The running head of the pages after the first: title and symbol."""
    lang = paper.langs[0]
    wide = width(paper.langs)
    title = [_line(paper.named(lang), lang, size=18)]
    symbol = [_line(paper.symbol, lang, size=18, end=True, symbol=True)]
    widths = [wide * 3 // 5, wide - wide * 3 // 5]
    lines = table([[title, symbol]], widths, rtl=lang == "ar", gutter=0)
    return serialised(w("hdr", lines, _line("", lang, size=8, border="line")))


def first_foot(paper: Paper, proof: Proof | None = None) -> bytes:
    """Of the first page: where the file is proved, if it is, and the number."""
    lang = paper.langs[0]
    lines = [_address(proof, lang)] if proof else []
    return serialised(w("ftr", *lines, _number(lang)))


def _address(proof: Proof, lang: str) -> etree._Element:
    """The way to the proof in words; the address keeps its order in Arabic too."""
    before = proof.note.partition(proof.address)[0].rstrip(_ISOLATE)
    found = _line(before, lang, size=17)
    for run in (*runs(proof.address, "en"), *runs(_MARK, "en")):
        _draw(run, "en", bold=False, size=17)
        found.append(run)
    return note(found, proof)


def foot(paper: Paper) -> bytes:
    """The number of the page and of all pages."""
    return serialised(w("ftr", _number(paper.langs[0])))


def _number(lang: str) -> etree._Element:
    """The numbers as a line.

    In Arabic they are right-to-left runs of an Arabic language, whose digits Word draws as ٣ when
    it is set to do so (numerals: context). DOCX has no format of numbers that means these digits,
    and LibreOffice draws 3: what was tried stands in docs/texts.md.
    """
    properties = w("pPr", w("bidi") if lang == "ar" else None, w("jc", val="center"))
    found = w("p", properties, *_field("PAGE"), *runs(" / ", lang), *_field("NUMPAGES"))
    for run in found.iterchildren("{*}r"):
        _draw(run, lang, bold=False, size=18)
        spoken = run.find("{*}rPr/{*}lang")
        if lang == "ar" and spoken is not None and run.find("{*}rPr/{*}rtl") is None:
            spoken.addprevious(w("rtl"))
    return found


def _field(code: str) -> Iterator[etree._Element]:
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", w("instrText", text=f" {code} "))
    yield w("r", w("fldChar", fldCharType="separate"))
    yield w("r", w("t", text="1"))
    yield w("r", w("fldChar", fldCharType="end"))
