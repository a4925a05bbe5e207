"""What a symbol can be found by."""

import re

from amana.kernel.analyser.folding import fold

__all__ = ["symbol_parts"]


def symbol_parts(symbol: str) -> list[str]:
    """What a symbol can be found by: the whole, every beginning of it, every segment.

    `OIC/CFM-50/2024/POL/RES.7` gives itself, `OIC`, `OIC/CFM-50`, `OIC/CFM-50/2024`,
    `OIC/CFM-50/2024/POL`, and the segments `CFM-50`, `2024`, `POL`, `RES.7`.
    """
    segments = [part for part in map(_segment, re.split(r"[/\\]+", fold(symbol))) if part]
    beginnings = ["/".join(segments[:count]) for count in range(1, len(segments))]
    parts = ["/".join(segments), *beginnings, *segments] if segments else []
    return list(dict.fromkeys(parts))


def _segment(text: str) -> str:
    """One segment without spaces and stray dots, in capitals, with plain hyphens."""
    text = re.sub(r"[‐‑‒–—−]", "-", re.sub(r"\s+", "", text))
    return text.strip(".-").upper()
