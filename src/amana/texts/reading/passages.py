"""What the reading of a deliberation gives: its blocks in order, and every doubt with its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from amana.kernel.refusals import sentence
from amana.texts.rules.kinds import Kind

__all__ = ["Aside", "Doubt", "Passage", "Reading"]


class Doubt(NamedTuple):
    """Something the reader should look at: a code, its facts, and the line (0 for none)."""

    code: str
    line: int = 0
    facts: Mapping[str, object] = {}

    def sentence(self, lang: str = "en") -> str:
        """The doubt for a reader of `lang`."""
        return sentence(self.code, {"line": self.line, **self.facts}, lang)


class Aside(NamedTuple):
    """A line that belongs to no block: `what` is cover, page, rule or note."""

    what: str
    text: str
    line: int


class Passage(NamedTuple):
    """One block as it was read.

    `number` is its path, the same in every language: `3`, `3(a)`, `A.3(b)`, `annex.2(a)`; empty
    where none is printed. `level` is 0 for headings, 1 for a paragraph, 2 and 3 below it. `verb`
    is as it stands, `action` its name in the lexicon, `verb_class` its class; an item has the
    class of what it stands in. `printed` is the number as printed. `before` and `source` are the
    text exactly as it was given: what stands before the block, and the block.
    """

    kind: Kind
    text: str
    number: str = ""
    level: int = 0
    verb: str = ""
    action: str = ""
    verb_class: str = ""
    printed: str = ""
    line: int = 1
    doubts: tuple[Doubt, ...] = ()
    before: str = ""
    source: str = ""
    own: str = ""

    def as_row(self, lang: str = "en") -> dict[str, object]:
        """The row of the command line, its warnings in the language of the reader."""
        return {
            "kind": str(self.kind), "number": self.number, "level": self.level, "verb": self.verb,
            "class": self.verb_class, "text": self.text,
            "warnings": [
                {"code": doubt.code, "line": doubt.line, "text": doubt.sentence(lang)}
                for doubt in self.doubts
            ],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read in one language: its blocks, what stands apart, and every doubt.

    `after` is what follows the last block; `doubts` holds those of the blocks and those of the
    whole.
    """

    lang: str
    blocks: tuple[Passage, ...] = ()
    asides: tuple[Aside, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    after: str = ""

    def of(self, *kinds: Kind) -> tuple[Passage, ...]:
        """The blocks of some kinds."""
        return tuple(block for block in self.blocks if block.kind in kinds)
