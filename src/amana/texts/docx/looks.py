"""How every kind of paragraph looks: one style for each kind and language."""

from dataclasses import dataclass

from lxml import etree

from amana.texts.docx.names import ADDED, CONTINUED, HEADING, NUMBER, VERB, style_name
from amana.texts.docx.parts import serialised, w
from amana.texts.rules.kinds import Kind

__all__ = ["FONT_ARABIC", "FONT_LATIN", "STEP", "TAGS", "indent", "level_of", "styles"]

FONT_LATIN = "Times New Roman"  # every office has it or its equal in width
FONT_ARABIC = "Amiri"
STEP = 567  # one centimetre, in twentieths of a point
TAGS = {"ar": "ar-SA", "en": "en-GB", "fr": "fr-FR"}

_CENTRED = frozenset({
    Kind.SYMBOL, Kind.TITLE, Kind.PART_HEADING, Kind.CHAPTER, Kind.SECTION, Kind.ANNEX,
    Kind.ANNEX_HEADING, Kind.ANNEX_TITLE, Kind.ARTICLE, Kind.RULE,
})  # fmt: skip
_LEVELS = {
    Kind.OPERATIVE: 1, Kind.ANNEX_PARAGRAPH: 1, Kind.PARAGRAPH: 1, Kind.SUBPARAGRAPH: 2,
    Kind.ANNEX_ITEM: 2, Kind.POINT: 2, Kind.SUBSUBPARAGRAPH: 3,
}  # fmt: skip
_OUTLINE = {
    Kind.TITLE: 0, Kind.PART_HEADING: 1, Kind.CHAPTER: 1, Kind.ANNEX: 1, Kind.ANNEX_HEADING: 1,
    Kind.SECTION: 2, Kind.ARTICLE: 3, Kind.RULE: 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """Half points: Latin letters, and Arabic ones, which are drawn smaller."""

    latin: int
    arabic: int


def level_of(kind: Kind) -> int:
    """How deep a paragraph with a number is set in; 0 for what has none."""
    return _LEVELS.get(kind, 0)


def indent(level: int, *, numbered: bool) -> etree._Element | None:
    """The indent of a level, whose number hangs out of it. Left is where the lines begin."""
    if not level:
        return None
    if numbered:
        return w("ind", left=STEP * level, hanging=STEP)
    return w("ind", left=STEP * (level - 1), firstLine=0)


def styles(langs: tuple[str, ...]) -> bytes:
    """The part `styles.xml` for a paper in these languages."""
    alone = len(langs) == 1
    size = Size(23, 26) if alone else Size(19, 22)
    root = w("styles", _defaults(size), _normal(), _plain_table())
    for lang in langs:
        root.append(_text(lang, alone=alone))
        for kind in Kind:
            root.append(_paragraph(kind, lang, size))
        root.append(_style(CONTINUED, lang, w("pPr", w("keepNext", val=0))))
    root.extend(_characters())
    return serialised(root)


def _defaults(size: Size) -> etree._Element:
    fonts = w("rFonts", ascii=FONT_LATIN, hAnsi=FONT_LATIN, eastAsia=FONT_LATIN, cs=FONT_ARABIC)
    sizes = (w("sz", val=size.latin), w("szCs", val=size.arabic))
    run = w("rPr", fonts, *sizes, w("lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr")))


def _normal() -> etree._Element:
    return w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1,
             styleId="Normal")  # fmt: skip


def _plain_table() -> etree._Element:
    edge = {side: w(side, w=0, type="dxa") for side in ("top", "bottom")}
    sides = {side: w(side, w=108, type="dxa") for side in ("left", "right")}
    margins = w("tblCellMar", edge["top"], sides["left"], edge["bottom"], sides["right"])
    return w(
        "style", w("name", val="Normal Table"), w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table", default=1, styleId="TableNormal",
    )  # fmt: skip


def style_id(name: str) -> str:
    """The id of a style by its name: `AmanaOperativeEn`."""
    return "".join(word.capitalize() for word in name.replace("_", " ").split())


def _text(lang: str, *, alone: bool) -> etree._Element:
    """What all paragraphs of a language have in common."""
    paragraph = w(
        "pPr", w("bidi") if lang == "ar" else None, w("spacing", after=140),
        w("jc", val="both") if alone else None,
    )  # fmt: skip
    run = w("rPr", w("lang", val=TAGS[lang] if lang != "ar" else "en-GB", bidi=TAGS["ar"]))
    name = style_name("text", lang)
    return w("style", w("name", val=name), w("basedOn", val="Normal"), paragraph, run,
             type="paragraph", customStyle=1, styleId=style_id(name))  # fmt: skip


def _paragraph(kind: Kind, lang: str, size: Size) -> etree._Element:
    centred = kind in _CENTRED
    outline = _OUTLINE.get(kind)
    paragraph = w(
        "pPr", w("keepNext") if centred else None,
        w("spacing", before=160, after=120) if centred else None,
        indent(level_of(kind), numbered=True),
        w("jc", val="center") if centred else None,
        w("outlineLvl", val=outline) if outline is not None else None,
    )  # fmt: skip
    larger = kind is Kind.TITLE
    run = w(
        "rPr", w("b"), w("bCs"),
        w("sz", val=size.latin + 3) if larger else None,
        w("szCs", val=size.arabic + 4) if larger else None,
    ) if centred else None  # fmt: skip
    return _style(kind.value, lang, paragraph, run)


def _style(kind: str, lang: str, *inner: etree._Element | None) -> etree._Element:
    name = style_name(kind, lang)
    based = w("basedOn", val=style_id(style_name("text", lang)))
    return w("style", w("name", val=name), based, w("qFormat"), *inner, type="paragraph",
             customStyle=1, styleId=style_id(name))  # fmt: skip


def _characters() -> list[etree._Element]:
    """Of the action verb Arabic, which has no italic letters, makes bold; the others italic.

    Word keeps apart what it draws as Arabic (`bCs`) and the rest (`i`), so one style does both.
    """
    looks = {
        NUMBER: None, HEADING: w("rPr", w("b"), w("bCs")), VERB: w("rPr", w("bCs"), w("i")),
        ADDED: None,
    }  # fmt: skip
    return [
        w("style", w("name", val=name), w("qFormat"), look, type="character", customStyle=1,
          styleId=style_id(name))
        for name, look in looks.items()
    ]  # fmt: skip
