"""Paragraphs that change another text: `mod` around the words, what is quoted inside it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lxml import etree

from amana.kernel.words import Words
from amana.texts.akn.changes import MODIFICATIONS
from amana.texts.akn.clean import Ids, clean, clean_id
from amana.texts.akn.document import Active
from amana.texts.akn.names import NS, Zone
from amana.texts.akn.parts import Addressed, addressed
from amana.texts.akn.references import References
from amana.texts.akn.wording import Element, Mark, marked, put
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Place
from amana.texts.rules.tree import Unit, named

__all__ = ["OWN_QUOTE", "Modifying"]

OWN_QUOTE = "operation"  # the class of a structure that stands in the operation, not in the words
_POSITIONS = {Place.BEFORE: "before", Place.AFTER: "after", Place.INTO: "end"}
_MARKS = {"ar": "«»", "en": "“”", "fr": "«»"}
_OPENING = re.compile(r"[«“„\"‘']\s?$")
_CLOSING = re.compile(r"^\s?[»”\"’']")

Write = Callable[[Element, Unit, Kind | None, Zone], None]


class Modifying:
    """The changes that a text makes to others, as they are written paragraph by paragraph."""

    def __init__(
        self, active: Iterable[Active], lang: str, tree: Addressed, ids: Ids, write: Write
    ) -> None:
        self._lang, self._ids, self._write = lang, ids, write
        self._by_paragraph: dict[str, list[Active]] = {}
        for each in active:
            self._by_paragraph.setdefault(tree.first_id(each.paragraph), []).append(each)
        self._written: list[tuple[Active, str, str, str]] = []  # change, mod, old, new

    def changes(self, wid: str) -> bool:
        """Whether a paragraph changes another text."""
        return wid in self._by_paragraph

    def say(self, paragraph: Element, unit: Unit, text: str) -> None:
        """The words of a paragraph inside `mod`, with what they quote."""
        eid = self._ids.take(f"{unit.eid}__mod_1")
        mod = put(paragraph, "mod", "", {"eId": eid})
        marks: list[Mark] = []
        structures: list[tuple[Active, str]] = []
        for active in self._by_paragraph[unit.wid]:
            old, new = self._quoted(active, text, eid, marks)
            if not new and active.operation.units:
                new = self._ids.take(f"{eid}__qstr_{len(structures) + 1}")
                structures.append((active, new))
            self._written.append((active, eid, old, new))
        marked(mod, text, marks)
        for active, quoted in structures:
            self._structure(mod, active, quoted)

    def _quoted(self, active: Active, text: str, mod: str, marks: list[Mark]) -> tuple[str, str]:
        """The ids of the old and of the new words, where the text holds them."""
        found = []
        start = 0
        for words in (active.operation.old, _only_text(active.operation.units, active)):
            needle = clean(getattr(words, self._lang))
            at = text.find(needle, start) if needle else -1
            if at < 0:
                found.append("")
                continue
            eid = self._ids.take(f"{mod}__qtext_{len(marks) + 1}")
            marks.append(_quote(text, at, at + len(needle), eid))
            start = marks[-1].end
            found.append(eid)
        return found[0], found[1]

    def _structure(self, mod: Element, active: Active, eid: str) -> None:
        opening, closing = tuple(_MARKS[self._lang])
        quoted = put(mod, "quotedStructure", "", {
            "eId": eid, "class": OWN_QUOTE, "startQuote": opening, "endQuote": closing,
        })  # fmt: skip
        zone = Zone.ACT if "/act/" in active.of.uri else Zone.DELIBERATION
        inner = addressed(_under(named(active.operation.units), eid), self._ids, act=False)
        for unit in inner.units:
            self._write(quoted, unit, None, zone)

    def listed(self, refs: References) -> list[Element]:
        """The changes as the analysis lists them, in the order of the text."""
        return list(self._listed(refs))

    def _listed(self, refs: References) -> Iterator[Element]:
        for number, (active, mod, old, new) in enumerate(self._written, 1):
            refs.document("activeRef", active.of)
            operation = active.operation
            change = etree.Element(f"{{{NS}}}textualMod", {
                "type": MODIFICATIONS[operation.change], "eId": f"amod_{number}",
            })  # fmt: skip
            put(change, "source", "", {"href": f"#{mod}"})
            target = clean_id(operation.target) if operation.target else ""
            where = {"href": f"{active.of.uri}/!main" + (f"#{target}" if target else "")}
            if operation.change is Change.INSERT:
                where["pos"] = _POSITIONS[operation.place] if target else "end"
            put(change, "destination", "", where)
            if old:
                put(change, "old", "", {"href": f"#{old}"})
            if new:
                put(change, "new", "", {"href": f"#{new}"})
            yield change


def _only_text(units: tuple[Unit, ...], active: Active) -> Words:
    """The new words: those put for others, or the whole of a unit that is its text alone."""
    if active.operation.new:
        return active.operation.new
    if len(units) == 1 and not units[0].children:
        return units[0].text
    return Words()


def _quote(text: str, start: int, end: int, eid: str) -> Mark:
    """Quoted words; the marks of quotation around them become attributes."""
    attributes = {"eId": eid}
    inner = text[start:end]
    opening, closing = _OPENING.search(text[:start]), _CLOSING.search(text[end:])
    if opening and closing:
        attributes |= {"startQuote": opening[0], "endQuote": closing[0]}
        start, end = opening.start(), end + closing.end()

    def around(parent: Element) -> Element:
        return etree.SubElement(parent, f"{{{NS}}}quotedText", attributes)

    return Mark(start, end, around, inner)


def _under(units: tuple[Unit, ...], prefix: str) -> tuple[Unit, ...]:
    """The units with ids inside the structure that quotes them."""
    return tuple(
        replace(
            unit,
            eid=f"{prefix}__{unit.eid}",
            wid=f"{prefix}__{unit.eid}",
            children=_under(unit.children, prefix),
        )
        for unit in units
    )
