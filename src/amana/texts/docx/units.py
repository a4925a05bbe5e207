"""A provision as paragraphs of Word: number, heading, words, in one language."""

import re
from collections.abc import Iterator

from lxml import etree

from amana.kernel.symbols import kept_in_order
from amana.kernel.words import FALLBACK
from amana.texts.akn.clean import clean
from amana.texts.docx.looks import indent, level_of, style_id
from amana.texts.docx.names import (
    ADDED,
    CONTINUED,
    HEADING,
    NUMBER,
    VERB,
    bookmarks,
    own_number,
    style_name,
)
from amana.texts.docx.parts import w
from amana.texts.reading.lexicon import lead
from amana.texts.renditions.paper import REPEALED
from amana.texts.renditions.pdf import number_of
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Unit

__all__ = ["bookmarks_of", "provision", "runs"]

_HEADED = frozenset({
    Kind.PART_HEADING, Kind.CHAPTER, Kind.SECTION, Kind.ANNEX, Kind.ANNEX_HEADING, Kind.ARTICLE,
    Kind.RULE,
})  # fmt: skip
_APART = frozenset({Kind.CHAPTER, Kind.SECTION, Kind.ANNEX, Kind.ARTICLE, Kind.RULE})
_VERBAL = {
    Kind.OPERATIVE: ("finite",), Kind.SUBPARAGRAPH: (), Kind.ENACTING: ("finite",),
    Kind.PREAMBULAR: ("participle", "finite"),
}  # fmt: skip
_ISOLATED = re.compile("[\u2066\u2068]([^\u2069]*)\u2069")
_PIECES = re.compile(r"([\t\n])")
_MARK = "\N{LEFT-TO-RIGHT MARK}"


def provision(
    unit: Unit, lang: str, marks: tuple[etree._Element, ...] = ()
) -> list[etree._Element]:
    """The paragraphs of a provision in a language; `marks` open and close the first of them.

    The words of an article or a chapter stand below its heading in a paragraph of their own.
    """
    number, heading = number_of(unit, lang), clean(getattr(unit.heading, lang))
    text = clean(getattr(unit.text, lang))
    apart = unit.kind in _APART and bool(text or unit.repealed)
    first = [*_numbered(unit, number, lang, more=bool(heading or (text and not apart)))]
    if heading:
        goes_on = "\n" if (text or unit.repealed) and not apart else ""
        first += runs(heading + goes_on, lang, HEADING)
    words = [*_words(unit, text, lang)]
    if not apart:
        first += words
    half = len(marks) // 2
    paragraphs = [_paragraph(unit.kind, lang, bool(number), (*marks[:half], *first, *marks[half:]))]
    if apart:
        style = w("pStyle", val=style_id(style_name(CONTINUED, lang)))
        paragraphs.append(w("p", w("pPr", style), *words))
    return paragraphs


def _paragraph(
    kind: Kind, lang: str, numbered: bool, inner: tuple[etree._Element, ...]
) -> etree._Element:
    style = w("pStyle", val=style_id(style_name(kind.value, lang)))
    own = None if numbered else indent(level_of(kind), numbered=False)
    return w("p", w("pPr", style, own), *inner)


def _numbered(unit: Unit, number: str, lang: str, *, more: bool) -> Iterator[etree._Element]:
    """The number, and what parts it from the words: a tab, or a new line below a heading."""
    if number:
        parted = "\n" if unit.kind in _HEADED else "\t"
        yield from runs(clean(number) + (parted if more else ""), lang, NUMBER)


def _words(unit: Unit, text: str, lang: str) -> Iterator[etree._Element]:
    if unit.repealed:
        yield from runs(getattr(REPEALED, lang), lang, ADDED)
        return
    end = _end_of_verb(unit.kind, text, lang)
    if end:
        yield from runs(text[:end], lang, VERB)
    if text[end:]:
        yield from runs(text[end:], lang)


def _end_of_verb(kind: Kind, text: str, lang: str) -> int:
    """Where the verb that a paragraph opens with ends; 0 without one."""
    if kind not in _VERBAL:
        return 0
    found = lead(text, lang)
    return found.end if found.verb and (found.role in _VERBAL[kind] or found.marked) else 0


def runs(text: str, lang: str, style: str = "") -> Iterator[etree._Element]:
    """The runs of a text. In Arabic a symbol has its own, written from left to right.

    The marks beside it are for programs that look at letters alone; they are no part of the text.
    """
    if lang != "ar":
        yield _run(text, style, rtl=False)
        return
    place = 0
    shown = kept_in_order(text) if not _ISOLATED.search(text) else text
    for found in _ISOLATED.finditer(shown) if shown is not text else ():
        if found.start() > place:
            yield _run(shown[place : found.start()], style, rtl=True)
        yield _run(_MARK, ADDED, rtl=False)
        yield _run(found[1], style, rtl=False)
        yield _run(_MARK, ADDED, rtl=False)
        place = found.end()
    if place < len(shown):
        yield _run(shown[place:], style, rtl=True)


def _run(text: str, style: str, *, rtl: bool) -> etree._Element:
    inner = []
    for piece in _PIECES.split(text):
        if piece == "\t":
            inner.append(w("tab"))
        elif piece == "\n":
            inner.append(w("br"))
        elif piece:
            inner.append(w("t", text=piece))
    properties = None
    if style or rtl:
        named = w("rStyle", val=style_id(style)) if style else None
        properties = w("rPr", named, w("rtl") if rtl else None)
    return w("r", properties, *inner)


def bookmarks_of(unit: Unit, langs: tuple[str, ...], at: int) -> tuple[etree._Element, ...]:
    """The bookmarks that keep what no print tells: the lasting id, and a number not printed so.

    Their beginnings, then as many ends; `at` is the place of the unit.
    """
    printed = next(
        (number for lang in FALLBACK if lang in langs and (number := number_of(unit, lang))), ""
    )
    num = None if own_number(unit.kind, printed) == unit.num else unit.num
    names = bookmarks(unit.wid, num, at)
    starts = [w("bookmarkStart", id=at * 2 + more, name=name) for more, name in enumerate(names)]
    ends = [w("bookmarkEnd", id=at * 2 + more) for more in range(len(names))]
    return (*starts, *ends)
