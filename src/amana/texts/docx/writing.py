"""A paper as DOCX: one language, or two or three in columns aligned by provision."""

from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from lxml import etree

from amana.texts.akn.clean import clean
from amana.texts.docx.edges import (
    columns,
    first_foot,
    first_head,
    foot,
    head,
    margin,
    table,
    width,
)
from amana.texts.docx.looks import FONT_ARABIC, FONT_LATIN, TAGS, styles
from amana.texts.docx.parts import ID, OFFICE, package, serialised, w
from amana.texts.docx.proof import PICTURE
from amana.texts.docx.units import bookmarks_of, provision
from amana.texts.renditions.code import png
from amana.texts.renditions.paper import Paper, Proof
from amana.texts.rules.tree import Unit, walk

__all__ = ["write_docx"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The parts beside the document: file, what it is for the document, what it is by content.
_PARTS = (
    ("styles.xml", "styles", "styles"), ("settings.xml", "settings", "settings"),
    ("fontTable.xml", "fontTable", "fontTable"), ("header1.xml", "header", "header"),
    ("header2.xml", "header", "header"), ("footer1.xml", "footer", "footer"),
    ("footer2.xml", "footer", "footer"),
)  # fmt: skip


def write_docx(paper: Paper, langs: Sequence[str] = (), proof: Proof | None = None) -> bytes:
    """The Word document of a paper, in its languages or in some of them, with its proof, if any.

    The same paper gives the same bytes: no author, no time of making.
    """
    if langs and tuple(langs) != paper.langs:
        paper = replace(paper, langs=tuple(langs))
    parts = {
        "[Content_Types].xml": _types(), "_rels/.rels": _root_relations(),
        "docProps/core.xml": _core(paper), "word/document.xml": _document(paper),
        "word/_rels/document.xml.rels": _relations(), "word/styles.xml": styles(paper.langs),
        "word/settings.xml": _settings(), "word/fontTable.xml": _fonts(),
        "word/header1.xml": first_head(paper, proof), "word/header2.xml": head(paper),
        "word/footer1.xml": first_foot(paper, proof), "word/footer2.xml": foot(paper),
        **(_proved(proof) if proof else {}),
    }  # fmt: skip
    return package(parts, parts)


def _proved(proof: Proof) -> dict[str, bytes]:
    """The picture of the code, and what the first page's head points to."""
    told = f'<Relationship Id="{PICTURE}" Type="{OFFICE}/image" Target="media/code.png"/>'
    names = f'xmlns="{_PACKAGE}/relationships"'
    pointing = f"{_DECLARED}<Relationships {names}>{told}</Relationships>"
    return {
        "word/media/code.png": png(proof.address),
        "word/_rels/header1.xml.rels": pointing.encode(),
    }


def _document(paper: Paper) -> bytes:
    units = [unit for unit, _depth in walk(paper.units)]
    make = _alone if len(paper.langs) == 1 else _side_by_side
    return serialised(w("document", w("body", *make(paper, units), _section(paper))))


def _alone(paper: Paper, units: Sequence[Unit]) -> list[etree._Element]:
    lang, found = paper.langs[0], []
    for at, unit in enumerate(units):
        found += provision(unit, lang, bookmarks_of(unit, paper.langs, at))
    return found


def _side_by_side(paper: Paper, units: Sequence[Unit]) -> list[etree._Element]:
    """A row for each provision; its bookmarks stand in the first column."""
    langs = columns(paper.langs)
    rows = []
    for at, unit in enumerate(units):
        marks = bookmarks_of(unit, paper.langs, at)
        rows.append([
            provision(unit, lang, marks if lang == langs[0] else ()) for lang in langs
        ])  # fmt: skip
    if not rows:
        return []
    widths = [width(langs) // len(langs)] * len(langs)
    return [table(rows, widths, rtl="ar" in langs), w("p")]


def _section(paper: Paper) -> etree._Element:
    tall, wide = 16838, 11906
    lying = len(paper.langs) == 3
    sheet = {"w": tall, "h": wide, "orient": "landscape"} if lying else {"w": wide, "h": tall}
    side = margin(paper.langs)
    return w(
        "sectPr", _edge("headerReference", "first", 4), _edge("headerReference", "default", 5),
        _edge("footerReference", "first", 6), _edge("footerReference", "default", 7),
        w("pgSz", **sheet),
        w("pgMar", top=1474, right=side, bottom=1361, left=side, header=709, footer=709, gutter=0),
        w("titlePg"), w("bidi") if paper.langs[0] == "ar" else None,
    )  # fmt: skip


def _edge(name: str, when: str, relation: int) -> etree._Element:
    found = w(name, type=when)
    found.set(ID, f"rId{relation}")
    return found


def _settings() -> bytes:
    compatible = w("compatSetting", name="compatibilityMode",
                   uri="http://schemas.microsoft.com/office/word", val=15)  # fmt: skip
    return serialised(
        w("settings", w("defaultTabStop", val=567), w("compat", compatible),
          w("themeFontLang", val="en-GB", bidi=TAGS["ar"]))
    )  # fmt: skip


def _fonts() -> bytes:
    """Where a machine lacks Amiri, Word takes what it has for Arabic of this kind."""
    arabic = w("font", w("altName", val="Traditional Arabic"), w("family", val="roman"),
               name=FONT_ARABIC)  # fmt: skip
    return serialised(w("fonts", arabic, w("font", w("family", val="roman"), name=FONT_LATIN)))


def _types() -> bytes:
    overrides = [("document.xml", "document.main"), *((file, kind) for file, _rel, kind in _PARTS)]
    told = "".join(
        f'<Override PartName="/word/{file}" ContentType="{_WORD}.{kind}+xml"/>'
        for file, kind in overrides
    )
    return (
        f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/>{told}</Types>'
    ).encode()


def _root_relations() -> bytes:
    return _related((
        ("word/document.xml", f"{OFFICE}/officeDocument"),
        ("docProps/core.xml", f"{_PACKAGE}/relationships/metadata/core-properties"),
    ))  # fmt: skip


def _relations() -> bytes:
    return _related(tuple((file, f"{OFFICE}/{relation}") for file, relation, _kind in _PARTS))


def _related(relations: Sequence[tuple[str, str]]) -> bytes:
    told = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{file}"/>'
        for at, (file, kind) in enumerate(relations, 1)
    )
    names = f'xmlns="{_PACKAGE}/relationships"'
    return f"{_DECLARED}<Relationships {names}>{told}</Relationships>".encode()


def _core(paper: Paper) -> bytes:
    lang = paper.langs[0]
    return (
        f'{_DECLARED}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(clean(paper.named(lang)))}</dc:title>"
        f"<dc:language>{TAGS[lang]}</dc:language></cp:coreProperties>"
    ).encode()
