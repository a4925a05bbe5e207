"""A draft as the editor shows it: one card a block, one cell a language."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from amana.ground.models import Act
from amana.texts.drafting import DraftView
from amana.texts.models import DraftBlock, DraftRecord, SetAside
from amana.texts.pages.drafting.access import language
from amana.texts.pages.drafting.labels import BLOCKS, state_label
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block, walk

__all__ = ["Card", "Cell", "cards", "headed", "last_act"]

_HEADED = (Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.RULE, Kind.ANNEX)


@dataclass(frozen=True, slots=True)
class Cell:
    """A block in one language: what it says, how far it is, by when it is asked for."""

    lang: str
    heading: str
    text: str
    state: Any
    wanted: str
    asides: tuple[SetAside, ...]
    is_open: bool  # whether who reads may write it


@dataclass(frozen=True, slots=True)
class Card:
    """One block of the editor."""

    block: str
    kind: str
    label: Any
    number: str  # as the reader's language prints it
    depth: int
    has_heading: bool
    act: int
    cells: tuple[Cell, ...]


def cards(view: DraftView, langs: Sequence[str], open_ones: Collection[str] = ()) -> list[Card]:
    """Every block of a draft in the languages that are shown, `open_ones` to be written."""
    asides: dict[str, list[SetAside]] = {}
    for aside in view.asides:
        asides.setdefault(aside.block, []).append(aside)
    depths = {unit.wid: depth for unit, depth in walk(view.units)}
    return [
        Card(
            row.block, row.kind, BLOCKS[Kind(row.kind)], _number(block), depths.get(row.block, 0),
            headed(row), max([row.act_id, *(each.act_id for each in asides.get(row.block, ()))]),
            tuple(
                _cell(view.record, row, lang, asides.get(row.block, ()), lang in open_ones)
                for lang in langs
            ),
        )
        for row, block in zip(view.rows, view.blocks, strict=True)
    ]  # fmt: skip


def headed(row: DraftBlock) -> bool:
    """Whether a block has a heading beside its text."""
    return bool(row.heading) or row.kind in _HEADED


def _number(block: Block) -> str:
    """The number as the language of the page prints it."""
    return getattr(block.printed, language()) or block.num


def _cell(
    record: DraftRecord, row: DraftBlock, lang: str, asides: Sequence[SetAside], is_open: bool
) -> Cell:
    text = getattr(row.text, lang)
    state = row.states.get(lang, "") if text else ""
    return Cell(
        lang, getattr(row.heading, lang), text,
        state_label(state, is_master=lang == record.master), row.wanted.get(lang, ""),
        tuple(each for each in asides if each.lang == lang),
        is_open and (not record.work_id or bool(row.text)),
    )  # fmt: skip


def last_act(key: str) -> int:
    """The number of the last act on a draft: the version that a page shows."""
    found = Act.objects.filter(subject=f"draft:{key}").values_list("seq", flat=True)
    return int(found.order_by("-seq").first() or 0)
