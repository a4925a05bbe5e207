"""A citation as it was found in a text."""

from dataclasses import dataclass
from enum import StrEnum

from amana.texts.symbols import Symbol

__all__ = ["Found", "Instrument"]


class Instrument(StrEnum):
    """Which text a provision is said to be of."""

    THIS = ""  # the one in which it is cited: nothing else is named
    CHARTER = "charter"
    RULES = "rules"
    REGULATIONS = "regulations"
    STATUTE = "statute"
    ELSEWHERE = "elsewhere"  # of a text that is none of ours: the Charter of another organisation


@dataclass(frozen=True, slots=True)
class Found:
    """Where a citation stands in its text, and what it names.

    `wid` is the cited provision as the naming convention has it (`art_8__para_2`), empty where a
    resolution is cited as a whole; `also` are the provisions between it and the end of a range.
    `work` is the kind of instrument, `year` that of the one meant (`the Charter of 1972`), 0 for
    the one of the day; `symbol` is what a resolution or document is cited by.
    """

    start: int
    end: int
    kind: str  # "provision" or "symbol"
    work: Instrument = Instrument.THIS
    wid: str = ""
    also: tuple[str, ...] = ()
    year: int = 0
    whose: str = ""
    symbol: Symbol | None = None

    @property
    def wids(self) -> tuple[str, ...]:
        """Every provision that is cited at this place."""
        return (self.wid, *self.also) if self.wid else ()
