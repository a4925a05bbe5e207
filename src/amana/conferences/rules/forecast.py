"""How many pages documents will make: what translation and printing are asked to foresee."""

from collections.abc import Collection

__all__ = ["WORDS_A_PAGE", "pages"]

WORDS_A_PAGE = 330
"""Words of a standard page of translation: how the United Nations counts its own."""


def pages(words: int, languages: Collection[str]) -> int:
    """Pages of a document in all its languages: begun pages count whole, in each language."""
    return -(-words // WORDS_A_PAGE) * len(languages)
