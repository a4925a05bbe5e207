"""How wide a text is, near enough to wrap it without a browser.

Widths are in ems of the interface font, by class of letter, and lean to the wide side: a box
that is a little too wide looks calm, a line that sticks out does not.
"""

import unicodedata

__all__ = ["cut", "width", "wrap"]

NARROW = frozenset("iljftrI.,:;'’!|()[]/ \u00a0-·")
WIDE = frozenset("mwMW%@—…œŒ")


def _em(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if "\u0600" <= letter <= "\u06ff":
        return 0.56
    if letter in NARROW:
        return 0.32
    if letter in WIDE:
        return 0.9
    return 0.66 if letter.isupper() else 0.57


def width(text: str, size: float) -> float:
    """The width of a text set in one line at `size` pixels."""
    return size * sum(map(_em, text))


def wrap(text: str, room: float, size: float) -> list[str]:
    """The text in lines that fit into `room` pixels; a longer single word stands alone."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines or [""]


def cut(text: str, room: float, size: float) -> str:
    """The text, or as much of it as fits before an ellipsis; nothing if not even three letters."""
    if width(text, size) <= room:
        return text
    kept = text
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if len(kept) > 2 else ""
