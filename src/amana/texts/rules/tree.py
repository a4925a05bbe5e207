"""A text as a tree of units, each with an Arabic, an English and a French text: pure values.

A text is written as a flat run of blocks, as people write it; `grow` makes the tree. Numbers are
language-independent (`3`, `a`, `ii`, `XI`, `5a`); what each language prints stands beside them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import is_

from amana.kernel.words import Words
from amana.texts.rules.kinds import ABBREVIATIONS, ANNEXES, CONTAINERS, FRONT, Kind, rank

__all__ = ["Block", "Unit", "bare", "changed", "find", "flatten", "grow", "named", "paths", "walk"]


_BARE = re.compile(r"[^0-9A-Za-z.-]")  # what an id may not hold; a point "(c)" is c


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text, before there is a tree: kind, own number, texts.

    `num` is the own number only (`3`, `a`, `ii`), language-independent and without punctuation;
    `printed` is what each language prints in its place (`3.`, `٣-`, `(أ)`).
    """

    kind: Kind
    text: Words = Words()
    num: str = ""
    heading: Words = Words()
    printed: Words = Words()
    wid: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision with what stands in it.

    `wid` is the lasting id (Akoma Ntoso wId: its eId when it was first tabled); `eid` the id of
    today's number. A repealed unit stays as a place without words, so that numbers do not move;
    `by` names the operation that gave it its present form.
    """

    wid: str
    kind: Kind
    num: str = ""
    heading: Words = Words()
    text: Words = Words()
    printed: Words = Words()
    children: tuple["Unit", ...] = ()
    repealed: bool = False
    by: str = ""
    eid: str = ""

    @property
    def block(self) -> Block:
        """The unit alone, as a block."""
        return Block(self.kind, self.text, self.num, self.heading, self.printed, self.wid)


def grow(blocks: Iterable[Block]) -> tuple[Unit, ...]:
    """The tree of a run of blocks: each holds the following ones of a higher rank.

    Units without a wId get the eId of their place, so that growing a new text names it.
    """
    roots: list[_Branch] = []
    path: list[_Branch] = []
    for block in blocks:
        here = _Branch(block)
        if block.kind in FRONT and not path:
            roots.append(here)
            continue
        while path and not _holds(path[-1].block.kind, block.kind):
            path.pop()
        (path[-1].inner if path else roots).append(here)
        if block.kind in CONTAINERS:
            path.append(here)
    return named(tuple(each.unit() for each in roots))


@dataclass(slots=True)
class _Branch:
    """A block that still gathers what stands in it."""

    block: Block
    inner: "list[_Branch]" = field(default_factory=list)

    def unit(self) -> Unit:
        of = self.block
        inner = tuple(each.unit() for each in self.inner)
        return Unit(of.wid, of.kind, of.num, of.heading, of.text, of.printed, inner)


def _holds(outer: Kind, inner: Kind) -> bool:
    """Whether a unit goes on with this block.

    An annex goes on to the next annex or the end; a lettered part, which has a preamble of its
    own, to the next part.
    """
    if inner in ANNEXES or inner is Kind.CONCLUSION:
        return False
    if outer in ANNEXES:
        return True
    if outer is Kind.PART_HEADING:
        return inner is not Kind.PART_HEADING
    return inner not in FRONT and rank(outer) < rank(inner)


def named(units: tuple[Unit, ...], *, within: str = "") -> tuple[Unit, ...]:
    """The same tree with the eId of every unit by its number, and a wId where it had none.

    `art_33__para_1`, `para_2__subpara_a`, `part_A__para_3`, `preamble__container_4`: the OASIS
    naming convention. Chapters do not prefix their articles, which are numbered through; a part
    of a resolution prefixes its paragraphs, which begin anew. What has no number is counted.
    """
    counted: dict[str, int] = {}
    found = []
    for unit in units:
        abbreviation = ABBREVIATIONS[unit.kind]
        counted[abbreviation] = counted.get(abbreviation, 0) + 1
        number = bare(unit.num) or str(counted[abbreviation])
        eid = f"{within}{abbreviation}_{number}"
        inner = within if unit.kind in (Kind.CHAPTER, Kind.SECTION) else f"{eid}__"
        children = named(unit.children, within=inner) if unit.children else ()
        stays = unit.eid == eid and unit.wid and children is unit.children
        wid = unit.wid or eid
        found.append(unit if stays else replace(unit, eid=eid, wid=wid, children=children))
    # What is named already is handed back itself: of a long text few provisions change.
    return units if all(map(is_, units, found)) else tuple(found)


def walk(units: Iterable[Unit], depth: int = 0) -> Iterator[tuple[Unit, int]]:
    """Every unit in reading order with its depth."""
    for unit in units:
        yield unit, depth
        yield from walk(unit.children, depth + 1)


def flatten(units: Iterable[Unit]) -> Iterator[Block]:
    """The blocks of a tree, from which it grows again."""
    for unit, _depth in walk(units):
        yield unit.block


def bare(num: str) -> str:
    """What of a number an id may hold: `a` of `(a)`; nothing of a number of Arabic letters."""
    return _BARE.sub("", num)


def find(units: Iterable[Unit], wid: str) -> Unit | None:
    """The unit with that wId."""
    for unit in units:
        if unit.wid == wid:
            return unit
        if unit.children and (inner := find(unit.children, wid)):
            return inner
    return None


def paths(units: Iterable[Unit], above: tuple[Unit, ...] = ()) -> Iterator[tuple[Unit, ...]]:
    """Every unit with those it stands in, outermost first."""
    for unit in units:
        here = (*above, unit)
        yield here
        yield from paths(unit.children, here)


def changed(
    units: tuple[Unit, ...], wid: str, change: Callable[[Unit], tuple[Unit, ...]]
) -> tuple[Unit, ...]:
    """The tree in which one unit is replaced by what `change` makes of it.

    No two units of a tree have one wId: what stands before and after is handed back itself.
    """
    for at, unit in enumerate(units):
        if unit.wid == wid:
            return (*units[:at], *change(unit), *units[at + 1 :])
        if unit.children:
            children = changed(unit.children, wid, change)
            if children is not unit.children:
                return (*units[:at], replace(unit, children=children), *units[at + 1 :])
    return units
