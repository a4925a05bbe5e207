"""What an element says, as plain text; doubts about what could not be kept."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from amana.texts.akn.mods import OWN_QUOTE
from amana.texts.akn.names import XML_SPACE
from amana.texts.akn.wording import Element
from amana.texts.reading.passages import Doubt

__all__ = ["Doubts", "Said", "children", "local", "said_in", "told"]

_BREAK = "\0"  # no text of XML holds it
_FOLDED = re.compile(r"[ \t\r\n]+")
_SILENT = frozenset({"img", "marker", "eop", "noteRef"})
_QUOTING = frozenset({"quotedText", "embeddedText", "quotedStructure", "embeddedStructure"})
_STRUCTURES = frozenset({"p", "num", "heading", "block", "tr", "li"})
_GROUPS = frozenset({
    "blockContainer", "tblock", "div", "container", "blockList", "item", "ul", "ol", "table",
    "formula", "longTitle", "interstitial", "intro", "content", "wrapUp",
})  # fmt: skip


class Doubts(list[Doubt]):
    """The doubts of one import, in the order of the file."""

    def about(self, code: str, element: Element) -> None:
        """Note one doubt."""
        self.append(Doubt(code, element.sourceline or 0, {"element": local(element)}))


def local(element: Element) -> str:
    """The name of an element without its namespace: old and new ones read alike."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element) -> Iterator[Element]:
    """The elements inside, without comments and the like."""
    return (child for child in element if isinstance(child.tag, str))


def told(element: Element, doubts: Doubts) -> str:
    """The words of an element that holds words; `br` is a line feed.

    White space is folded as every reader of XML may, except where it is marked as kept.
    """
    pieces: list[str] = []
    _gather(element, pieces, doubts)
    text = "".join(pieces)
    if element.get(XML_SPACE) == "preserve":
        return text.replace(_BREAK, "\n")
    return "\n".join(_FOLDED.sub(" ", line).strip(" ") for line in text.split(_BREAK))


def _gather(element: Element, pieces: list[str], doubts: Doubts) -> None:
    if element.text:
        pieces.append(element.text)
    for child in element:
        if isinstance(child.tag, str):
            _one(child, pieces, doubts)
        if child.tail:
            pieces.append(child.tail)


def _one(child: Element, pieces: list[str], doubts: Doubts) -> None:
    name = local(child)
    if name in ("br", "eol"):
        pieces.append(_BREAK)
    elif name in _QUOTING:
        _quoted(child, name, pieces, doubts)
    elif name == "authorialNote":
        doubts.about("akn.note", child)
    elif name == "inline" and child.get("name") in ("num", "heading"):
        return  # they are read as such
    elif name == "remark" and child.get("status") == "editorial":
        return  # words of the editors, not of the text
    elif name not in _SILENT:
        _gather(child, pieces, doubts)


def _quoted(child: Element, name: str, pieces: list[str], doubts: Doubts) -> None:
    if child.get("class") == OWN_QUOTE:
        return  # it stands in the operation
    pieces.append(child.get("startQuote", ""))
    if name.endswith("Text"):
        _gather(child, pieces, doubts)
    else:
        doubts.about("akn.quoted", child)
        pieces.append(_BREAK + _BREAK.join(_lines(child, doubts)))
    pieces.append(child.get("endQuote", ""))


def _lines(element: Element, doubts: Doubts) -> Iterator[str]:
    """The lines of a structure of any kind: one for each element that holds words."""
    for child in children(element):
        inner = (local(each) for each in child.iterdescendants() if isinstance(each.tag, str))
        if _STRUCTURES.isdisjoint(inner):
            if line := told(child, doubts):
                yield line
        else:
            yield from _lines(child, doubts)


class Said(NamedTuple):
    """What a holder of paragraphs says: its lines, and the items of the lists in it."""

    lines: list[str]
    items: list[Element]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


def said_in(holder: Element, doubts: Doubts, *, items: bool = False) -> Said:
    """The lines of an element that holds paragraphs, lists and tables.

    With `items` the items of lists are kept apart, for whoever makes provisions of them.
    """
    said = Said([], [])
    for child in children(holder):
        name = local(child)
        if name in ("num", "heading", "subheading") or child.get("class") == "lead":
            continue
        if name == "item" and items:
            said.items.append(child)
        elif name == "tr":
            cells = (" ".join(said_in(cell, doubts).lines) for cell in children(child))
            said.lines.append(" | ".join(cells))
        elif name in _GROUPS:
            inner = said_in(child, doubts, items=items)
            said.lines.extend(inner.lines)
            said.items.extend(inner.items)
        elif name in ("toc", "foreign"):
            doubts.about("akn.left-out", child)
        else:
            said.lines.append(told(child, doubts))
    return said
