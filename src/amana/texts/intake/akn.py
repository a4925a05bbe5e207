"""A file of Akoma Ntoso: its blocks as they are, and the lines that they print."""

from amana.kernel.refusals import Refusal
from amana.texts.akn.reading import read
from amana.texts.intake.gathering import Gathered
from amana.texts.reading.writing import blocks_to_text
from amana.texts.rules.tree import Block

__all__ = ["akn"]


def akn(data: bytes, lang: str) -> tuple[Gathered, str, list[Block], str]:
    """The doubts, the printed lines, the blocks and the language that the file has."""
    try:
        found = read(data)
    except RecursionError as fault:  # elements in elements, deeper than any text
        raise Refusal("intake.broken", part="XML", line=1, column=1) from fault
    into = Gathered(doubts=list(found.doubts))
    if found.lang != lang:
        into.doubt("intake.language", langs=[found.lang], lang=lang)
    return into, blocks_to_text(found.blocks, found.lang), found.blocks, found.lang
