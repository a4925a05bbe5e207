"""Up to three files, one a language, as one text."""

from collections.abc import Sequence

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.intake.intake import Intake
from amana.texts.reading.aligning import aligned
from amana.texts.reading.passages import Doubt
from amana.texts.rules.tree import Block

__all__ = ["together"]


def together(files: Sequence[Intake]) -> tuple[list[Block], list[Doubt]]:
    """The blocks of a text in the languages of its files, and what does not stand in each.

    Files that know their ids are brought together by them, others by numbers and order. Two files
    in one language are refused by `intake.same-language`.
    """
    langs = [each.lang for each in files]
    twice = next((lang for lang in langs if langs.count(lang) > 1), "")
    if twice:
        raise Refusal("intake.same-language", lang=twice)
    if len(files) == 1:
        return list(files[0].blocks), []
    if files and all(each.known for each in files):
        return _by_ids(files), []
    return aligned({each.lang: each.reading for each in files})


def _by_ids(files: Sequence[Intake]) -> list[Block]:
    """In the order of the longest file; what it lacks stands after what stood before it."""
    ordered = sorted(files, key=lambda each: -len(each.blocks))
    found: dict[str, Block] = {}
    order: list[str] = []
    for each in ordered:
        at = 0
        for block in each.blocks:
            if block.wid in found:
                at = order.index(block.wid) + 1
                found[block.wid] = _merged(found[block.wid], block)
            else:
                order.insert(at, block.wid)
                found[block.wid] = block
                at += 1
    return [found[wid] for wid in order]


def _merged(one: Block, other: Block) -> Block:
    return Block(
        one.kind, _both(one.text, other.text), one.num, _both(one.heading, other.heading),
        _both(one.printed, other.printed), one.wid,
    )  # fmt: skip


def _both(one: Words, other: Words) -> Words:
    return Words(**{lang: text or getattr(other, lang) for lang, text in one})
