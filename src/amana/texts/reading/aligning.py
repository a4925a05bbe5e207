"""The readings of one text in several languages brought together, paragraph by paragraph.

Numbers are the same in every language, so what is numbered is brought together by its number;
what is not (recitals, titles) by its order between the numbers, its kind and its class. What
stands in one language only remains, with the others empty, and is reported.
"""

from collections.abc import Iterator, Mapping, Sequence

from amana.kernel.words import FALLBACK, Words
from amana.texts.reading.passages import Doubt, Passage, Reading
from amana.texts.rules.tree import Block

__all__ = ["Row", "aligned", "rows"]

Row = dict[str, Passage]
"""One paragraph: the passage of every language that has it."""

_GAP, _SAME_KIND, _SAME_CLASS, _SAME_VERB, _OTHER_KIND, _NEVER = -2, 4, 2, 2, -6, -1000
_LARGEST = 160_000  # pairs that are compared; longer stretches without numbers go by their order


def aligned(readings: Mapping[str, Reading]) -> tuple[list[Block], list[Doubt]]:
    """The blocks of a text in all its languages, and what does not stand in each of them.

    `num` is the own number of a block, the last part of its path (`ii` of `3(a)(ii)`).
    """
    blocks: list[Block] = []
    doubts: list[Doubt] = []
    for row in rows(readings):
        first = _first(row)
        blocks.append(
            Block(
                first.kind, Words(**{lang: each.text for lang, each in row.items()}), first.own,
                printed=Words(**{lang: each.printed for lang, each in row.items()}),
            )
        )  # fmt: skip
        doubts += _doubts(row, readings)
    return blocks, doubts


def _doubts(row: Row, readings: Mapping[str, Reading]) -> Iterator[Doubt]:
    first = _first(row)
    place = first.number or str(first.kind)
    missing = [lang for lang in readings if lang not in row]
    if missing:
        facts = {"place": place, "has": list(row), "lacks": missing, "text": first.text[:60]}
        yield Doubt("reading.not-in-every-language", first.line, facts)
    kinds = {lang: str(each.kind) for lang, each in row.items()}
    if len(set(kinds.values())) > 1:
        said = [f"{lang}: {kind}" for lang, kind in kinds.items()]
        yield Doubt("reading.kinds-differ", first.line, {"place": place, "kinds": said})


def _first(row: Row) -> Passage:
    return next(row[lang] for lang in FALLBACK if lang in row)


def rows(readings: Mapping[str, Reading]) -> list[Row]:
    """Every paragraph with its languages, in the order of the longest reading."""
    order = sorted(readings, key=lambda lang: (-len(readings[lang].blocks), FALLBACK.index(lang)))
    found: list[Row] = []
    for lang in order:
        found = _with(found, lang, readings[lang].blocks)
    return found


def _with(found: list[Row], lang: str, blocks: Sequence[Passage]) -> list[Row]:
    """The rows with one more language in them."""
    merged: list[Row] = []
    for row_range, block_range in _stretches(found, blocks):
        between = [found[at] for at in row_range]
        passages = [blocks[at] for at in block_range]
        for row, passage in _pairs(between, passages):
            new = dict(row) if row else {}
            if passage is not None:
                new[lang] = passage
            merged.append(new)
    return merged


def _stretches(found: list[Row], blocks: Sequence[Passage]) -> Iterator[tuple[range, range]]:
    """The stretches between the numbers that both sides have once, and these alone."""
    ours = _once([_first(row).number for row in found])
    theirs = _once([block.number for block in blocks])
    anchors, last = [], -1
    for number, at in ours.items():
        if number in theirs and theirs[number] > last:
            last = theirs[number]
            anchors.append((at, last))
    row_at = block_at = 0
    for row_anchor, block_anchor in anchors:
        yield range(row_at, row_anchor), range(block_at, block_anchor)
        yield range(row_anchor, row_anchor + 1), range(block_anchor, block_anchor + 1)
        row_at, block_at = row_anchor + 1, block_anchor + 1
    yield range(row_at, len(found)), range(block_at, len(blocks))


def _once(numbers: Sequence[str]) -> dict[str, int]:
    """Where each number stands that stands once, in order."""
    counted: dict[str, int] = {}
    for number in numbers:
        counted[number] = counted.get(number, 0) + 1
    return {
        number: at for at, number in enumerate(numbers) if number and counted[number] == 1
    }  # fmt: skip


def _pairs(
    found: Sequence[Row], blocks: Sequence[Passage]
) -> Iterator[tuple[Row | None, Passage | None]]:
    """Rows and passages of one stretch side by side; None where one side has nothing."""
    if not found or not blocks:
        yield from ((row, None) for row in found)
        yield from ((None, block) for block in blocks)
        return
    if len(found) * len(blocks) > _LARGEST:
        yield from _by_order(found, blocks)
        return
    yield from _by_likeness(found, blocks)


def _by_order(
    found: Sequence[Row], blocks: Sequence[Passage]
) -> Iterator[tuple[Row | None, Passage | None]]:
    for at in range(max(len(found), len(blocks))):
        yield (
            found[at] if at < len(found) else None,
            blocks[at] if at < len(blocks) else None,
        )


def _by_likeness(
    found: Sequence[Row], blocks: Sequence[Passage]
) -> list[tuple[Row | None, Passage | None]]:
    """The best way through both: like paired with like, the rest alone."""
    height, width = len(found), len(blocks)
    firsts = [_first(row) for row in found]
    best = [[_GAP * (at + other) for other in range(width + 1)] for at in range(height + 1)]
    for at in range(1, height + 1):
        for other in range(1, width + 1):
            together = best[at - 1][other - 1] + _likeness(firsts[at - 1], blocks[other - 1])
            best[at][other] = max(
                together, best[at - 1][other] + _GAP, best[at][other - 1] + _GAP
            )  # fmt: skip
    way: list[tuple[Row | None, Passage | None]] = []
    at, other = height, width
    while at or other:
        if at and other:
            likeness = _likeness(firsts[at - 1], blocks[other - 1])
            if best[at][other] == best[at - 1][other - 1] + likeness:
                at, other = at - 1, other - 1
                way.append((found[at], blocks[other]))
                continue
        if at and best[at][other] == best[at - 1][other] + _GAP:
            at -= 1
            way.append((found[at], None))
        else:
            other -= 1
            way.append((None, blocks[other]))
    way.reverse()
    return way


def _likeness(one: Passage, other: Passage) -> int:
    if one.number != other.number and one.number and other.number:
        return _NEVER
    if one.kind is not other.kind:
        return _OTHER_KIND
    same_class = _SAME_CLASS if one.verb_class == other.verb_class else 0
    same_verb = _SAME_VERB if one.action and one.action == other.action else 0
    return _SAME_KIND + same_class + same_verb
