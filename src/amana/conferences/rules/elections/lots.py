"""Drawing lots so that anybody can draw them again: the seed stands on record with the draw."""

import hashlib
from collections.abc import Iterable

__all__ = ["drawn"]


def drawn(seed: str, names: Iterable[str]) -> list[str]:
    """The names in the order drawn: by the SHA-256 of the seed and each name."""
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed}\n{name}".encode()).digest())
