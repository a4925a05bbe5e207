"""A deliberation from plain text: every paragraph a block with kind, number, verb and class.

`split(text, lang)` never refuses: what it is not sure of it says, with the line. The grammar is
that of the trade: symbol, title, the adopting body, a preamble, numbered paragraphs with two
levels below them, lettered parts that begin anew, annexes, the adoption note.
"""

import re

from amana.texts.reading.annexes import annex
from amana.texts.reading.beginnings import front
from amana.texts.reading.lines import INVISIBLE
from amana.texts.reading.operative import operative
from amana.texts.reading.passages import Doubt, Passage, Reading
from amana.texts.reading.preamble import preamble
from amana.texts.reading.walk import OPERATIVE, Walk
from amana.texts.rules.kinds import Kind

__all__ = ["split"]

_REGIONS = {"front": front, "preamble": preamble, "operative": operative, "annex": annex}
_MIXED = re.compile("[0-9][٠-٩۰-۹]|[٠-٩۰-۹][0-9]|[٠-٩][۰-۹]|[۰-۹][٠-٩]")
_DIGIT = re.compile(r"\d")
_CONTROL = re.compile(f"[{INVISIBLE}]")


def split(text: str, lang: str) -> Reading:
    """The blocks of a deliberation in one language (`ar`, `en`, `fr`), and every doubt.

    Putting `before` and `source` of every block one after the other, and `after`, gives the text
    again, to the last space.
    """
    walk = Walk(text, lang, _REGIONS)
    walk.all()
    blocks = _with_annexes(_with_parts(walk))
    blocks = _with_doubts(blocks, walk)
    return _placed(blocks, walk)


def _with_parts(walk: Walk) -> list[Passage]:
    """A lettered part is in the numbers of its paragraphs; a roman one if they begin anew."""
    blocks = walk.blocks
    anew = sum(
        1 for at, part in walk.parted
        if not part.lettered and blocks[at].number == "1" and blocks[at].kind is Kind.OPERATIVE
    )  # fmt: skip
    for at, part in walk.parted:
        if part.lettered or anew > 1:
            blocks[at] = blocks[at]._replace(number=f"{part.number}.{blocks[at].number}")
    return blocks


def _with_annexes(blocks: list[Passage]) -> list[Passage]:
    """Of several annexes each has its number in the numbers of its paragraphs: `annex.II.2`."""
    headings = [at for at, block in enumerate(blocks) if block.kind is Kind.ANNEX_HEADING]
    if len(headings) < 2:
        return blocks
    ends = [*headings[1:], len(blocks)]
    for count, (at, end) in enumerate(zip(headings, ends, strict=True), 1):
        own = f"annex.{blocks[at].own or count}"
        for place in range(at, end):
            number = blocks[place].number
            if number.startswith("annex"):
                blocks[place] = blocks[place]._replace(number=own + number.removeprefix("annex"))
    return blocks


def _with_doubts(blocks: list[Passage], walk: Walk) -> list[Passage]:
    """The doubts that only the whole can tell, each at the block it concerns."""
    if not blocks:
        return blocks
    if walk.pending:
        blocks[-1] = _doubting(blocks[-1], *walk.doubts())
    kinds = {block.kind for block in blocks}
    known = {doubt.code for block in blocks[:60] for doubt in block.doubts}
    if not (Kind.FORMULA in kinds or "reading.no-formula" in known or walk.is_act):
        blocks[0] = _doubting(blocks[0], Doubt("reading.no-formula", blocks[0].line))
    if not kinds & set(OPERATIVE):
        blocks[0] = _doubting(blocks[0], Doubt("reading.no-operative", blocks[0].line))
    if not walk.text.isascii() and (control := _CONTROL.search(walk.text.lstrip("\ufeff"))):
        line = walk.text.count("\n", 0, control.start()) + 1
        blocks[0] = _doubting(blocks[0], Doubt("reading.controls", line))
    return _with_mixed_digits(blocks, walk) if not walk.text.isascii() else blocks


def _with_mixed_digits(blocks: list[Passage], walk: Walk) -> list[Passage]:
    """A number of two kinds of digits, and a paragraph numbered in other digits than the first."""
    first = ""
    for at, block in enumerate(blocks):
        digit = _DIGIT.search(block.printed)
        system = _system(digit.group()) if digit else ""
        first = first or system
        mixed = (system and system != first) or _MIXED.search(block.printed)
        if mixed or (_MIXED.search(block.text) if not block.text.isascii() else None):
            blocks[at] = _doubting(block, Doubt("reading.mixed-digits", block.line))
    return blocks


def _system(digit: str) -> str:
    if digit.isascii():
        return "latn"
    return "arab" if "٠" <= digit <= "٩" else "arabext"


def _doubting(block: Passage, *doubts: Doubt) -> Passage:
    return block._replace(doubts=(*block.doubts, *doubts))


def _placed(blocks: list[Passage], walk: Walk) -> Reading:
    """Every block with the text that stands before it and its own, exactly."""
    text, place, placed = walk.text, 0, []
    for block, (start, stop) in zip(blocks, walk.spans, strict=True):
        placed.append(block._replace(before=text[place:start], source=text[start:stop]))
        place = stop
    doubts = tuple(doubt for block in placed for doubt in block.doubts)
    if not placed:
        doubts = (*walk.doubts(), Doubt("reading.empty"))
    return Reading(walk.lang, tuple(placed), tuple(walk.asides), doubts, text[place:])
