"""Citations inside texts: found by words, resolved on the day cited, shown as links, listed back.

    found = find_citations("in accordance with Article 16 of the Charter", "en")
    found[0].wid, found[0].work        "art_16", "charter"

`finding` is pure; `resolving`, `linking` and `noting` ask the records.
"""

from amana.texts.citing.finding import find_citations
from amana.texts.citing.found import Found

__all__ = ["Found", "find_citations"]
