"""The paragraphs of a DOCX in order, each with the number that Word prints before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from amana.kernel.numbers import digits
from amana.texts.intake.word.lists import Lists, Spot
from amana.texts.intake.word.package import Package, local, value
from amana.texts.intake.word.runs import Said, said
from amana.texts.intake.word.styles import Styles, child, numbering_of

__all__ = ["Paragraph", "Tables", "paragraphs"]

_PASSED = frozenset({"tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "moveTo",
                     "AlternateContent", "Choice", "smartTag", "body"})  # fmt: skip
_EASTERN = frozenset("٠١٢٣٤٥٦٧٨٩")


@dataclass(slots=True)
class Paragraph:
    """One paragraph: `place` counts all of them from 1; `row` counts the rows of all tables.

    `style` is the name of its style, and so is that of its runs.
    """

    said: Said
    place: int
    style: str = ""
    heading: str = ""
    number: str = ""
    row: int = 0

    @property
    def text(self) -> str:
        """The printed number and the words."""
        words = self.said.text.strip()
        return f"{self.number} {words}" if self.number and words else words or self.number


@dataclass(slots=True)
class Tables:
    """Where tables begin: the place of their first paragraph, their rows and columns."""

    found: list[tuple[int, int, int]] = field(default_factory=list)
    rows: int = 0


def paragraphs(package: Package, tables: Tables) -> Iterator[Paragraph]:
    """Every paragraph of the body that a reader sees."""
    root = package.root(package.main)
    body = next((each for each in root if local(each) == "body"), None)
    if body is None:
        return
    styles = Styles.of(_part(package, "styles"))
    lists = Lists(_part(package, "numbering"), styles.nums())
    eastern = any(char in _EASTERN for text in _texts(body) for char in text)
    torn = None
    for place, (element, row) in enumerate(_elements(body, tables), 1):
        found = _paragraph(element, place, row, styles, lists)
        if eastern and found.number and _is_rtl(element):
            found.number = digits(found.number, "arab")
        if torn is not None:
            torn.said.runs += found.said.runs
            found = torn
        torn = found if _is_mark_taken_out(element) else None
        if torn is None:
            yield found
    if torn is not None:
        yield torn


def _part(package: Package, kind: str) -> etree._Element | None:
    name = package.related(kind)
    return package.root(name) if name else None


def _texts(body: etree._Element) -> Iterator[str]:
    return (each.text for each in body.iter() if each.text and local(each) == "t")


def _elements(body: etree._Element, tables: Tables) -> Iterator[tuple[etree._Element, int]]:
    """The paragraphs in order with the row of the table they stand in (0: in none)."""
    count = 0
    todo: list[tuple[etree._Element, int]] = [(each, 0) for each in reversed(body)]
    while todo:
        element, row = todo.pop()
        if not isinstance(element.tag, str):
            continue
        name = local(element)
        if name == "p":
            count += 1
            yield element, row
        elif name in _PASSED:
            if name == "tbl":
                tables.found.append((count + 1, *_size(element)))
            if name == "tr":
                if child(child(element, "trPr"), "del") is not None:
                    continue
                tables.rows += 1
                row = tables.rows
            todo.extend((each, row) for each in reversed(element))


def _size(table: etree._Element) -> tuple[int, int]:
    rows = [each for each in table if local(each) == "tr"]
    columns = max((sum(local(cell) == "tc" for cell in row) for row in rows), default=0)
    return len(rows), columns


def _paragraph(
    element: etree._Element, place: int, row: int, styles: Styles, lists: Lists
) -> Paragraph:
    properties = child(element, "pPr")
    style = value(child(properties, "pStyle"))
    found = Paragraph(said(element), place, styles.name(style), styles.heading(style), row=row)
    for run in found.said.runs:
        run.style = styles.name(run.style)
    spot = _spot(properties, style, styles, lists)
    if spot and not (found.said.deleted and not found.said.text.strip()):
        found.number = lists.next(spot)
    return found


def _spot(
    properties: etree._Element | None, style: str, styles: Styles, lists: Lists
) -> Spot | None:
    """The list of a paragraph: its own, or that of its style."""
    num, level = numbering_of(properties)
    if num:
        return Spot(num, level or 0) if num != "0" else None
    num, found, named = styles.numbering(style)
    if not num or num == "0":
        return None
    if level is None:
        level = found if found is not None else lists.level_of_style(num, named)
    return Spot(num, level)


def _is_rtl(element: etree._Element) -> bool:
    bidi = child(child(element, "pPr"), "bidi")
    return bidi is not None and value(bidi) not in ("0", "false", "off")


def _is_mark_taken_out(element: etree._Element) -> bool:
    """Whether the end of the paragraph was deleted: the next one goes on with it."""
    marks = child(child(element, "pPr"), "rPr")
    return child(marks, "del") is not None
