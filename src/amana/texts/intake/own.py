"""A DOCX of our own that came back: its blocks by their styles, exactly.

What somebody typed between them in a style of their own is taken as the reading of lines takes it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from amana.kernel.words import FALLBACK, Words
from amana.texts.docx.names import (
    ADDED,
    CONTINUED,
    HEADING,
    NUMBER,
    kind_and_lang,
    own_number,
    wid_of,
)
from amana.texts.intake.word.body import Paragraph
from amana.texts.reading.markers import marker
from amana.texts.reading.passages import Passage
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block

__all__ = ["is_own", "langs_of", "own_blocks"]

_COUNTED = frozenset({
    Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH, Kind.ANNEX_PARAGRAPH, Kind.ANNEX_ITEM,
    Kind.PARAGRAPH, Kind.POINT,
})  # fmt: skip


@dataclass(slots=True)
class _Part:
    """A block that is being put together: its texts by language."""

    kind: Kind
    row: int = 0
    text: dict[str, list[str]] = field(default_factory=dict)
    heading: dict[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    wid: str = ""
    num: str | None = None
    marked: bool = False  # written by us, and not typed since

    def say(self, lang: str, words: str) -> None:
        """More words in a language; those of another paragraph on a line of their own."""
        if words:
            self.text.setdefault(lang, []).append(words)

    def block(self) -> Block:
        num = self.num
        if num is None:
            printed = next((self.printed[lang] for lang in FALLBACK if lang in self.printed), "")
            num = own_number(self.kind, printed)
        text = {lang: "\n".join(pieces) for lang, pieces in self.text.items()}
        return Block(
            self.kind, Words(**text), num, Words(**self.heading), Words(**self.printed),
            self.wid,
        )  # fmt: skip


def is_own(found: Sequence[Paragraph]) -> bool:
    """Whether most paragraphs with words have styles of ours."""
    worded = [each for each in found if each.text.strip()]
    ours = sum(kind_and_lang(each.style) is not None for each in worded)
    return ours > 0 and ours * 2 >= len(worded)


def langs_of(found: Iterable[Paragraph]) -> tuple[str, ...]:
    """The languages of the paragraphs, in their first order."""
    told = (kind_and_lang(each.style) for each in found if each.text.strip())
    return tuple(dict.fromkeys(each[1] for each in told if each))


def own_blocks(found: Iterable[Paragraph], passages: Iterable[Passage], lang: str) -> list[Block]:
    """The blocks of a file of ours; `passages`, by their place, are for what has no style of it."""
    read = {passage.line: passage for passage in passages}
    parts: list[_Part] = []
    for each in found:
        told = kind_and_lang(each.style)
        if told is None:
            if each.text.strip():
                _add_foreign(parts, each, read.get(each.place), lang)
        elif told[0] == CONTINUED:
            _continue(parts, each, told[1])
        else:
            _add(parts, each, Kind(told[0]), told[1])
    return [part.block() for part in parts]


def _add(parts: list[_Part], paragraph: Paragraph, kind: Kind, lang: str) -> None:
    wid, num = wid_of(paragraph.said.bookmarks)
    texts = _texts(paragraph)
    if not any(texts) and not paragraph.said.bookmarks and not paragraph.said.runs:
        return  # an empty line, or the cell of a language that has no text
    part = parts[-1] if parts else None
    if not (part and paragraph.row and part.row == paragraph.row):
        part = _Part(kind, paragraph.row)
        parts.append(part)
    part.wid, part.num = part.wid or wid, num if num is not None else part.num
    part.marked = part.marked or bool(paragraph.said.bookmarks)
    printed, heading, text = texts
    if not printed and not part.marked and kind in _COUNTED:
        printed, text = _typed(paragraph.number, text)
    if printed:
        part.printed[lang] = printed
    if heading:
        part.heading[lang] = heading
    part.say(lang, text)


def _typed(number: str, text: str) -> tuple[str, str]:
    """A number that somebody typed, or that Word counted, and the words after it."""
    if number:
        return number, text
    found = marker(text)
    if found is None or found.style in ("bare", "name", "ordinal", "capital"):
        return "", text
    return found.printed, text[found.end :].strip()


def _texts(paragraph: Paragraph) -> tuple[str, str, str]:
    told: dict[str, list[str]] = {NUMBER: [], HEADING: [], "": []}
    for run in paragraph.said.runs:
        if run.style != ADDED:
            told[run.style if run.style in (NUMBER, HEADING) else ""].append(run.text)
    number, heading, text = ("".join(pieces) for pieces in told.values())
    return number.strip("\t\n"), heading.strip("\t\n"), text


def _continue(parts: list[_Part], paragraph: Paragraph, lang: str) -> None:
    """More text of the block before."""
    words = "".join(run.text for run in paragraph.said.runs if run.style != ADDED)
    if not words:
        return
    if not parts:
        parts.append(_Part(Kind.PREAMBULAR))
    parts[-1].say(lang, words)


def _add_foreign(
    parts: list[_Part], paragraph: Paragraph, passage: Passage | None, lang: str
) -> None:
    """A paragraph in somebody's own style: what the reading made of its line."""
    words = " ".join(paragraph.text.split())
    if passage is None:
        if parts:
            parts[-1].say(lang, words)
            return
        passage = Passage(Kind.TITLE, words)
    part = _Part(passage.kind, num=passage.own)
    part.say(lang, passage.text)
    if passage.printed:
        part.printed[lang] = passage.printed
    parts.append(part)
