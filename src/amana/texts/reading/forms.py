"""What a text is by its form: an act in articles or rules, a report, or a deliberation; and an
act's blocks as what they are there.
"""

import re
from collections import Counter
from dataclasses import replace

from amana.kernel.arabic import fold
from amana.kernel.numbers import digits
from amana.kernel.words import Words
from amana.texts.reading.headings import article
from amana.texts.reading.lines import ends_a_sentence
from amana.texts.reading.passages import Passage, Reading
from amana.texts.reading.patterns import patterns
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block

__all__ = ["ACTS", "as_act", "as_deliberation", "form_of"]

ACTS = frozenset(("charter", "rules", "statute", "regulations", "treaty"))
"""The kinds of work that stand in articles, as `form_of` and the works on record name them."""

_TITLES = {name: patterns(f"title-of-{name}") for name in ("rules", "statute", "report")}
_RULE = re.compile(r"rule|r[èe]gle|(?:ال)?قاعدة", re.I)
_SECTION = re.compile(r"section|(?:ال)?قسم|(?:ال)?فرع", re.I)
_DECISION = re.compile(r"(?:draft )?decision|(?:projet de )?decision|(?:مشروع )?(?:ال)?مقرر")
_LONGEST_HEADING = 90


def form_of(reading: Reading) -> str:
    """The kind of work that a text is by its form.

    Two articles before any annex make a charter, or what the title says (rules of procedure, a
    statute); `Rule 1` makes rules; a title that says so a report; all else is a resolution, or a
    decision by its symbol. A body that decides in articles adopts a resolution.
    """
    symbols = [fold(each.text) for each in reading.of(Kind.SYMBOL)]
    titles = [fold(each.text) for each in reading.of(Kind.TITLE)]
    words = Counter(_word(each) for each in reading.of(Kind.OPERATIVE) if _is_article(each))
    decided = any(each.action == "decide" for each in reading.of(Kind.ENACTING))
    if sum(words.values()) > 1 and not decided:
        said = next(
            (name for name in ("rules", "statute") if _is_titled(titles, name, reading)), ""
        )
        return said or ("rules" if words.most_common(1)[0][0] == "rule" else "charter")
    if any(_DECISION.match(each) for each in symbols):
        return "decision"
    is_report = _is_titled(titles, "report", reading) and not reading.of(Kind.FORMULA)
    return "report" if is_report else "resolution"


def _is_titled(titles: list[str], name: str, reading: Reading) -> bool:
    return any(_TITLES[name][reading.lang].match(each) for each in titles)


def _is_article(block: Passage) -> bool:
    return article(block.printed) is not None


def _word(block: Passage) -> str:
    return "rule" if _RULE.match(block.printed) else "article"


def as_deliberation(reading: Reading) -> list[Block]:
    """The blocks as they were read, for a tree."""
    return [_block(each, each.kind, reading.lang, each.own, each.text) for each in reading.blocks]


def as_act(reading: Reading) -> list[Block]:
    """The same for an act: chapters, articles with their headings, paragraphs, points."""
    found: list[Block] = []
    following = (*reading.blocks, None)[1:]
    for each, after in zip(reading.blocks, following, strict=True):
        block = _of_act(each, reading.lang, inside=after is not None and after.kind in _INSIDE)
        if found and _is_of_the_article(each, after, found[-1]):
            found[-1] = replace(found[-1], text=block.text)
        else:
            found.append(block)
    return found


def _is_of_the_article(block: Passage, after: Passage | None, article: Block) -> bool:
    """Whether words without number are those of the article itself, below its heading.

    One of several such paragraphs is a paragraph of the article.
    """
    if article.kind not in (Kind.ARTICLE, Kind.RULE) or article.text or block.printed:
        return False
    alone = after is None or after.kind is not Kind.OPERATIVE or bool(after.printed)
    return block.kind is Kind.OPERATIVE and (alone or block.text[-1:] == ":")


_INSIDE = frozenset((Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH))
_PLAIN = {
    Kind.OPERATIVE: Kind.PARAGRAPH, Kind.SUBPARAGRAPH: Kind.POINT,
    Kind.SUBSUBPARAGRAPH: Kind.POINT, Kind.ANNEX_HEADING: Kind.ANNEX,
    Kind.ANNEX_PARAGRAPH: Kind.PARAGRAPH, Kind.ANNEX_ITEM: Kind.POINT,
}  # fmt: skip


def _of_act(block: Passage, lang: str, *, inside: bool) -> Block:
    if block.kind is Kind.PART_HEADING:
        kind = Kind.SECTION if _SECTION.match(block.printed) else Kind.CHAPTER
        return _block(block, kind, lang, block.own, "", block.text)
    if block.kind is Kind.OPERATIVE and _is_article(block):
        heading, text = _headed(block, inside=inside)
        kind = Kind.RULE if _word(block) == "rule" else Kind.ARTICLE
        return _block(block, kind, lang, block.own, text, heading)
    if block.kind is Kind.ANNEX_HEADING:
        return Block(Kind.ANNEX, num=block.own, printed=Words(**{lang: block.text}))
    number = re.fullmatch(r"\D{0,2}(\d{1,3})\D{0,2}", digits(block.printed))
    if block.kind is Kind.SUBPARAGRAPH and number:  # 1. and 2. of an article
        return _block(block, Kind.PARAGRAPH, lang, number[1], block.text)
    kind = _PLAIN.get(block.kind, block.kind)
    return _block(block, kind, lang, block.own, block.text)


def _headed(block: Passage, *, inside: bool) -> tuple[str, str]:
    """The heading of an article and its words: a short line that is no sentence, before others."""
    lines = [each.strip() for each in block.source.splitlines() if each.strip()]
    match = article(lines[0]) if lines else None
    said = [lines[0][match.end() :].strip(" :–—-."), *lines[1:]] if match else []
    said = [each for each in said if each]
    if not said or len(said[0]) > _LONGEST_HEADING or ends_a_sentence(said[0]):
        return "", block.text
    return (said[0], " ".join(said[1:])) if inside or len(said) > 1 else ("", block.text)


def _block(
    block: Passage, kind: Kind, lang: str, number: str, text: str, heading: str = ""
) -> Block:
    said = Words(**{lang: text}), number, Words(**{lang: heading}), Words(**{lang: block.printed})
    return Block(kind, *said)
