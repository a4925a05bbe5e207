"""Where a block goes when it is moved up or down, and what it becomes a level in or out."""

from collections.abc import Sequence

from amana.texts.models import DraftBlock
from amana.texts.rules.kinds import Kind, rank

__all__ = ["after_down", "after_up", "inner", "outer"]

_LADDERS = (
    (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH),
    (Kind.ANNEX_PARAGRAPH, Kind.ANNEX_ITEM),
    (Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT),
)


def inner(kind: str) -> str:
    """A level in: an operative paragraph becomes a sub-paragraph; the innermost stays."""
    return _step(kind, 1)


def outer(kind: str) -> str:
    """A level out; the outermost stays."""
    return _step(kind, -1)


def _step(kind: str, by: int) -> str:
    for ladder in _LADDERS:
        if kind in ladder:
            at = ladder.index(Kind(kind)) + by
            return ladder[at].value if 0 <= at < len(ladder) else kind
    return kind


def after_up(rows: Sequence[DraftBlock], block: str) -> str | None:
    """The block behind which one goes when it is moved up; None where it is first already."""
    at = _at(rows, block)
    if at <= 0:
        return None
    own = _rank(rows[at])
    before = at - 1
    while before > 0 and own and _rank(rows[before]) > own:
        before -= 1
    return rows[before - 1].block if before else ""


def after_down(rows: Sequence[DraftBlock], block: str) -> str | None:
    """The block behind which one goes when it is moved down; None where it is last already."""
    at = _at(rows, block)
    follows = at + 1
    while follows < len(rows) and _stands_in(rows[follows], rows[at]):
        follows += 1
    if at < 0 or follows >= len(rows):
        return None
    last = follows
    if _rank(rows[follows]) >= _rank(rows[at]):
        while last + 1 < len(rows) and _stands_in(rows[last + 1], rows[follows]):
            last += 1
    return rows[last].block


def _stands_in(row: DraftBlock, above: DraftBlock) -> bool:
    return bool(_rank(above)) and _rank(row) > _rank(above)


def _rank(row: DraftBlock) -> int:
    return rank(Kind(row.kind))


def _at(rows: Sequence[DraftBlock], block: str) -> int:
    return next((at for at, row in enumerate(rows) if row.block == block), -1)
