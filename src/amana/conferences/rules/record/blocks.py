"""A document as ordered blocks, so that a page, a PDF and a Word file draw one structure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from amana.kernel.words import LANGS, Words

__all__ = [
    "HEADING",
    "PARAGRAPH",
    "TABLE",
    "Block",
    "Document",
    "Grid",
    "heading",
    "paragraph",
    "table",
]

HEADING, PARAGRAPH, TABLE = "heading", "paragraph", "table"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the heads of its columns, and rows of as many cells. The first cell heads a row."""

    columns: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `id` is lasting; `generated` are the log's words where `words` were corrected.

    `n` is the entry of the log that a paragraph rests on (0 for none), `rules` what it cited.
    """

    id: str
    kind: str
    words: Words
    level: int = 1
    rules: tuple[str, ...] = ()
    borrowed: bool = False
    n: int = 0
    grid: Grid | None = None
    generated: Words = Words()

    @property
    def is_corrected(self) -> bool:
        """Whether somebody gave it other words than the log's."""
        return bool(self.generated)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a session: its key, title, what it says under the title, and its blocks.

    `mark` is what a rule is that was borrowed from another organ's practice.
    """

    key: str
    title: Words
    blocks: tuple[Block, ...] = ()
    facts: tuple[Words, ...] = ()
    mark: Words = Words()

    @property
    def borrows(self) -> bool:
        """Whether any paragraph rests on a borrowed rule."""
        return bool(self.mark) and any(block.borrowed and block.rules for block in self.blocks)

    def corrected(self, corrections: Mapping[tuple[str, str], str]) -> "Document":
        """The document with people's words where they corrected it, by (block, language)."""
        return replace(self, blocks=tuple(_corrected(one, corrections) for one in self.blocks))

    def block(self, ident: str) -> Block | None:
        """A block by its id."""
        return next((one for one in self.blocks if one.id == ident), None)


def _corrected(block: Block, corrections: Mapping[tuple[str, str], str]) -> Block:
    said = {lang: corrections.get((block.id, lang)) for lang in LANGS}
    if not any(text is not None for text in said.values()):
        return block
    words = Words(*(said[lang] or block.words.text(lang) for lang in LANGS))
    return replace(block, words=words, generated=block.words)


def heading(ident: str, words: Words, level: int = 2) -> Block:
    """A heading; level 1 is the document's own."""
    return Block(ident, HEADING, words, level)


def paragraph(ident: str, words: Words) -> Block:
    """A paragraph that rests on no single entry."""
    return Block(ident, PARAGRAPH, words)


def table(ident: str, caption: Words, columns: Iterable[Words], rows: Iterable[Iterable[Words]],
          n: int = 0) -> Block:  # fmt: skip
    """A table with its caption."""
    grid = Grid(tuple(columns), tuple(tuple(row) for row in rows))
    return Block(ident, TABLE, caption, n=n, grid=grid)
