"""What every kind of file is made into first: lines, each with its place in the file."""

from dataclasses import dataclass, field
from typing import NamedTuple

from amana.texts.reading.passages import Doubt

__all__ = ["Gathered", "Written", "shortened"]

_SHOWN = 60  # characters of a text in a warning


class Written(NamedTuple):
    """A paragraph of a file: its words with the printed number, and its place.

    `place` counts from 1: paragraphs in DOCX, lines in HTML. A break inside is a line feed.
    `heading` names the style of a heading, where the file says that it is one.
    """

    text: str
    place: int
    heading: str = ""


@dataclass(slots=True)
class Gathered:
    """The paragraphs of a file in order, and what is doubtful about it."""

    lines: list[Written] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, code: str, place: int = 0, **facts: object) -> None:
        """Note a doubt about a place (0: about the whole file)."""
        self.doubts.append(Doubt(code, place, facts))

    def text(self) -> tuple[str, list[int]]:
        """The paragraphs with blank lines between them, and the place of every line."""
        lines: list[str] = []
        places: list[int] = []
        for written in self.lines:
            own = written.text.splitlines() or [""]
            lines += [*own, ""]
            places += [written.place] * (len(own) + 1)
        return "\n".join(lines), places


def shortened(text: str) -> str:
    """The beginning of a text, for a warning."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
