"""Words into elements: a line is a `p` or is broken by `br`; marks are put around parts of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from amana.texts.akn.clean import clean, keeps_its_spaces
from amana.texts.akn.names import NS, XML_SPACE

__all__ = ["Element", "Mark", "lines", "marked", "put", "said"]

_BR = f"{{{NS}}}br"
_P = f"{{{NS}}}p"


class Mark(NamedTuple):
    """A part of a text, from character to character, and what is put around it."""

    start: int
    end: int
    around: Callable[[Element], Element]
    inner: str  # what stands inside; quotation marks may have become attributes


def put(
    parent: Element, tag: str, text: str = "", attributes: Mapping[str, str] | None = None
) -> Element:
    """A child of that name, with its text (line feeds become `br`) and its attributes."""
    child = etree.SubElement(parent, f"{{{NS}}}{tag}", attributes)
    if text:
        said(child, text)
    return child


def said(element: Element, text: str) -> None:
    """Text after what the element holds; its spaces are marked where they matter."""
    text = clean(text)
    if keeps_its_spaces(text):
        element.set(XML_SPACE, "preserve")
    _append(element, text)


def _append(element: Element, text: str) -> None:
    first, *others = text.split("\n")
    _add(element, first)
    for line in others:
        etree.SubElement(element, _BR).tail = line or None


def _add(element: Element, line: str) -> None:
    if not line:
        return
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + line
    else:
        element.text = (element.text or "") + line


def lines(parent: Element, text: str) -> None:
    """Each line of a text as a `p`."""
    for line in clean(text).split("\n"):
        child = etree.SubElement(parent, _P)
        child.text = line or None
        if keeps_its_spaces(line):
            child.set(XML_SPACE, "preserve")


def marked(element: Element, text: str, marks: Iterable[Mark]) -> None:
    """One text in one element, parts of it inside others; of two that overlap the first counts."""
    if keeps_its_spaces(text):
        element.set(XML_SPACE, "preserve")
    at = 0
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        if mark.start < at:
            continue
        _append(element, text[at : mark.start])
        _append(mark.around(element), mark.inner)
        at = mark.end
    _append(element, text[at:])
