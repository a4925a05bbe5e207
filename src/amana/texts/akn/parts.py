"""A tree of units, as the parts of a document hold it: preface, preamble, body, end, annexes."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from amana.texts.akn.clean import Ids, clean_id
from amana.texts.rules.kinds import ANNEXES, Kind
from amana.texts.rules.tree import Unit

__all__ = ["PREFACE", "Addressed", "Annex", "Parts", "addressed", "parts_of", "recital"]

PREFACE = frozenset({Kind.SYMBOL, Kind.TITLE})
PREAMBLE = frozenset({Kind.FORMULA, Kind.PREAMBULAR, Kind.ENACTING})
_RECITAL, _CONTAINER = "recs__rec_", "preamble__container_"


class Annex(NamedTuple):
    """An annex, and the conclusions after it with whatever was typed after those."""

    unit: Unit
    after: list[Unit]


class Parts(NamedTuple):
    """The parts in the order of the schema."""

    preface: Sequence[Unit]
    preamble: Sequence[Unit]
    body: list[Unit]
    conclusions: Sequence[Unit]
    annexes: list[Annex]


def parts_of(units: Sequence[Unit]) -> Parts:
    """Which unit stands in which part.

    What stands out of its place (a title after a paragraph) stays in its order, in the body; a
    provision after the annexes, where an amendment may put it, goes before them.
    """
    preface = tuple(takewhile(lambda unit: unit.kind in PREFACE, units))
    rest = units[len(preface) :]
    preamble = tuple(takewhile(lambda unit: unit.kind in PREAMBLE, rest))
    rest = rest[len(preamble) :]
    body = list(takewhile(lambda unit: unit.kind not in ANNEXES, rest))
    ends = list(takewhile(lambda unit: unit.kind is Kind.CONCLUSION, reversed(body)))
    annexes: list[Annex] = []
    late: list[Unit] = []
    for unit in rest[len(body) :]:
        if unit.kind in ANNEXES:
            annexes.append(Annex(unit, []))
        elif unit.kind is Kind.CONCLUSION or annexes[-1].after:
            annexes[-1].after.append(unit)
        else:
            late.append(unit)
    body = [*body[: len(body) - len(ends)], *late]
    return Parts(preface, preamble, body, tuple(reversed(ends)), annexes)


class Addressed(NamedTuple):
    """The tree with ids that are sound and unique, and the eId of every wId."""

    units: tuple[Unit, ...]
    by_wid: dict[str, str]
    act: bool

    def first_id(self, wid: str) -> str:
        """The id under which a wId was first published."""
        return clean_id(recital(wid) if self.act else wid)


def addressed(units: Iterable[Unit], ids: Ids, *, act: bool) -> Addressed:
    """Give every unit the eId and wId of the file.

    The recitals of an act are counted as such (`recs__rec_3`); the house calls the same place
    `preamble__container_3`, as in a resolution.
    """
    by_wid: dict[str, str] = {}
    return Addressed(_addressed(units, ids, by_wid, act), by_wid, act)


def _addressed(
    units: Iterable[Unit], ids: Ids, by_wid: dict[str, str], act: bool
) -> tuple[Unit, ...]:
    found = []
    for unit in units:
        eid, wid = unit.eid or unit.wid, unit.wid or unit.eid
        if act and unit.kind is Kind.PREAMBULAR:
            eid, wid = recital(eid), recital(wid)
        eid = ids.take(eid)
        by_wid.setdefault(unit.wid, eid)
        children = _addressed(unit.children, ids, by_wid, act) if unit.children else ()
        found.append(
            Unit(
                clean_id(wid), unit.kind, unit.num, unit.heading, unit.text, unit.printed, children,
                unit.repealed, unit.by, eid,
            )
        )  # fmt: skip
    return tuple(found)


def recital(wid: str, *, back: bool = False) -> str:
    """`preamble__container_3` as the recital of an act, and back."""
    old, new = (_RECITAL, _CONTAINER) if back else (_CONTAINER, _RECITAL)
    return new + wid.removeprefix(old) if wid.startswith(old) else wid
