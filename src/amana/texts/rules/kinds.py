"""What the parts of a text are called, which may hold which, and how Akoma Ntoso names them."""

from enum import StrEnum

__all__ = ["ABBREVIATIONS", "ANNEXES", "CONTAINERS", "FRONT", "Kind", "rank"]


class Kind(StrEnum):
    """A part of a text. The first thirteen are those of a deliberation, in their usual order."""

    SYMBOL = "symbol"
    TITLE = "title"
    FORMULA = "formula"
    PREAMBULAR = "preambular"
    ENACTING = "enacting"
    PART_HEADING = "part_heading"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    SUBSUBPARAGRAPH = "subsubparagraph"
    ANNEX_HEADING = "annex_heading"
    ANNEX_TITLE = "annex_title"
    ANNEX_PARAGRAPH = "annex_paragraph"
    ANNEX_ITEM = "annex_item"
    CONCLUSION = "conclusion"
    # Acts: charters, rules of procedure, statutes, regulations.
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    RULE = "rule"
    PARAGRAPH = "paragraph"
    POINT = "point"
    ANNEX = "annex"


ANNEXES = frozenset({Kind.ANNEX, Kind.ANNEX_HEADING})
FRONT = frozenset({Kind.SYMBOL, Kind.TITLE, Kind.FORMULA, Kind.PREAMBULAR, Kind.ENACTING})
_RANKS = {
    Kind.ANNEX_HEADING: 0, Kind.ANNEX: 0,
    Kind.PART_HEADING: 1, Kind.CHAPTER: 1, Kind.ANNEX_TITLE: 1,
    Kind.SECTION: 2,
    Kind.OPERATIVE: 3, Kind.ARTICLE: 3, Kind.RULE: 3, Kind.ANNEX_PARAGRAPH: 3,
    Kind.SUBPARAGRAPH: 4, Kind.PARAGRAPH: 4, Kind.ANNEX_ITEM: 4,
    Kind.SUBSUBPARAGRAPH: 5, Kind.POINT: 5,
}  # fmt: skip
CONTAINERS = frozenset(_RANKS) - {Kind.ANNEX_TITLE}

# The abbreviations of the OASIS naming convention, from which an eId is made.
ABBREVIATIONS = {
    Kind.SYMBOL: "preface__docNumber", Kind.TITLE: "preface__docTitle",
    Kind.FORMULA: "preamble__formula", Kind.PREAMBULAR: "preamble__container",
    Kind.ENACTING: "preamble__wrapup", Kind.CONCLUSION: "conclusions__p",
    Kind.PART_HEADING: "part", Kind.CHAPTER: "chp", Kind.SECTION: "sec",
    Kind.ARTICLE: "art", Kind.RULE: "rule", Kind.PARAGRAPH: "para", Kind.POINT: "point",
    Kind.OPERATIVE: "para", Kind.SUBPARAGRAPH: "subpara", Kind.SUBSUBPARAGRAPH: "point",
    Kind.ANNEX_HEADING: "att", Kind.ANNEX: "att", Kind.ANNEX_TITLE: "heading",
    Kind.ANNEX_PARAGRAPH: "para", Kind.ANNEX_ITEM: "subpara",
}  # fmt: skip


def rank(kind: Kind) -> int:
    """How deep a kind stands: a part holds what follows it with a higher rank; front parts none."""
    return _RANKS.get(kind, 0)
