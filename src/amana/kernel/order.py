"""Alphabetical order of each language as a text key that the database can sort by code point.

The database sorts by code point on every machine; the order of a language is the Unicode Collation
Algorithm (default table, by `pyuca`), written as text: four hexadecimal figures a weight, so that
the order of the keys is the order of the weights.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pyuca import Collator

__all__ = ["sort_key"]

LONGEST = 80
"""Characters that count for the order: a longer key would not fit into a database index."""

_HAMZA = str.maketrans("أإآٱ", "اااا")  # Arabic lists hold them for one letter
_ARTICLE = re.compile(r"^\s*ال(?=[^\W\d_]{2})")


@cache
def _collator() -> Collator:
    """Loaded at the first key: the table takes about a tenth of a second."""
    return Collator()


def sort_key(text: str, lang: str = "en") -> str:
    """A key whose code-point order is the order of names in `lang`.

    French puts «Égypte» between «Djibouti» and «Émirats»; Arabic does not count the article at
    the beginning of a name, so that «الأردن» stands under alef and «الجزائر» under jim, and takes
    an alef with hamza or madda for alef: «الإمارات» before «أوغندا».
    """
    weights = _collator().sort_key(_ordered(text, lang)[:LONGEST])
    return "".join(f"{weight:04x}" for weight in weights)


def _ordered(text: str, lang: str) -> str:
    """The letters that count: no tatweel and no bidi controls; for Arabic no leading article."""
    kept = (c for c in text if c != "ـ" and unicodedata.category(c) != "Cf")
    text = " ".join("".join(kept).split())
    return _ARTICLE.sub("", text).translate(_HAMZA) if lang == "ar" else text
