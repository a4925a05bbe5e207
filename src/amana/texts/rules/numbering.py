"""Numbers of a draft: free until it is tabled, they follow from the order of the blocks.

A single operative paragraph has no number. Each language prints a number in its own way: `3.`,
`٣-`; `(a)`, `a)`, `(أ)`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from amana.kernel.words import Words
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block

__all__ = ["abjad", "letter", "numbered", "printed", "repeated", "roman"]

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_INSERTED = re.compile(r"(\d+)([a-z])")
_REPEATED = {
    "ar": ("مكررًا", "مكررًا ثانيًا", "مكررًا ثالثًا", "مكررًا رابعًا"),
    "fr": ("bis", "ter", "quater", "quinquies"),
}
_LEVELS = (
    (Kind.PART_HEADING, Kind.ANNEX_HEADING),
    (Kind.OPERATIVE, Kind.ANNEX_PARAGRAPH),
    (Kind.SUBPARAGRAPH, Kind.ANNEX_ITEM),
    (Kind.SUBSUBPARAGRAPH,),
)
_LEVEL = {kind: level for level, kinds in enumerate(_LEVELS) for kind in kinds}


def letter(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    said = ""
    while number:
        number, rest = divmod(number - 1, 26)
        said = chr(ord("a") + rest) + said
    return said


def roman(number: int) -> str:
    """1 is i, 4 is iv, 19 is xix: small, as sub-sub-paragraphs are numbered (to 39)."""
    said = ""
    for value, form in _ROMAN:
        while number >= value:
            said, number = said + form, number - value
    return said


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks with the numbers of their order; those that need none have none."""
    rows = list(blocks)
    alone = _alone(rows)
    counts = dict.fromkeys(_LEVEL, 0)
    for block in rows:
        level = _LEVEL.get(block.kind)
        if level is None:
            yield block
            continue
        counts[block.kind] += 1
        counts |= {kind: 0 for kind, deeper in _LEVEL.items() if deeper > level}
        num = "" if block.kind in alone else _number(block.kind, counts[block.kind])
        yield replace(block, num=num, printed=printed(block.kind, num))


def _alone(rows: list[Block]) -> set[Kind]:
    """The kinds that are not numbered: a single operative paragraph, a single annex."""
    counts = Counter(block.kind for block in rows)
    found = {Kind.ANNEX_HEADING} if counts[Kind.ANNEX_HEADING] == 1 else set()
    if counts[Kind.OPERATIVE] == 1 and not counts[Kind.PART_HEADING]:
        found.add(Kind.OPERATIVE)
    return found


def _number(kind: Kind, count: int) -> str:
    if kind is Kind.PART_HEADING:
        return letter(count).upper()
    if kind in (Kind.SUBPARAGRAPH, Kind.ANNEX_ITEM):
        return letter(count)
    return roman(count) if kind is Kind.SUBSUBPARAGRAPH else str(count)


def repeated(num: str, lang: str) -> str:
    """A number that came in later: `2a` in English, `2 bis` in French, `2 مكررًا` in Arabic.

    Any other number as it is, and one beyond the fourth too.
    """
    found = _INSERTED.fullmatch(num)
    said = _REPEATED.get(lang, ())
    at = ord(found[2]) - ord("a") if found else len(said)
    return f"{found[1]} {said[at]}" if found and at < len(said) else num


def printed(kind: Kind, num: str) -> Words:
    """How each language prints a number of that kind; nothing for none."""
    if not num:
        return Words()
    if kind in (Kind.SUBPARAGRAPH, Kind.ANNEX_ITEM):
        return Words(ar=f"({abjad(num)})", en=f"({num})", fr=f"{num})")
    if kind is Kind.SUBSUBPARAGRAPH:
        return Words(ar=f"({_of_roman(num)})".translate(_EASTERN), en=f"({num})", fr=f"{num})")
    if kind is Kind.PART_HEADING:
        return Words(ar=f"{abjad(num.lower())}.", en=f"{num}.", fr=f"{num}.")
    if kind is Kind.ANNEX_HEADING:
        return Words(ar=num.translate(_EASTERN), en=num, fr=num)
    arabic = repeated(num, "ar").translate(_EASTERN)
    return Words(ar=f"{arabic}-", en=f"{num}.", fr=f"{repeated(num, 'fr')}.")


def abjad(letters: str) -> str:
    """The Arabic letter that stands for a, b, c; doubled ones and inserted numbers as they are."""
    if len(letters) == 1 and "a" <= letters <= "z":
        return _ABJAD[ord(letters) - ord("a")]
    return letters


def _of_roman(num: str) -> str:
    return next((str(n) for n in range(1, 40) if roman(n) == num), num)
