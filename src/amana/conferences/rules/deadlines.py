"""Days counted back from the opening of a session, and how what is due stands on a day.

Calendar days: no rule on record counts working days, and the weekend of the seat is not that of
every capital.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

__all__ = ["Standing", "State", "counted_back", "standing_of"]

SOON = 7  # days before, from which it is said


class State(StrEnum):
    """How what is due stands."""

    DONE = "done"
    DONE_LATE = "done-late"
    OPEN = "open"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands on a day: `days` left until it is due, or by which it is late."""

    state: State
    days: int

    @property
    def is_late(self) -> bool:
        """Whether it was, or will have been, late."""
        return self.state in (State.LATE, State.DONE_LATE)


def counted_back(opens: date, days: int) -> date:
    """The day so many calendar days before the opening.

    60 days before 20 June 2027 is 21 April 2027.
    """
    return opens - timedelta(days=days)


def standing_of(due: date, *, on: date, done: date | None = None) -> Standing:
    """What is due on a day may still be done on it; after it, it is late."""
    if done is not None and done <= on:
        late = (done - due).days
        return Standing(State.DONE_LATE, late) if late > 0 else Standing(State.DONE, -late)
    left = (due - on).days
    if left < 0:
        return Standing(State.LATE, -left)
    return Standing(State.SOON if left <= SOON else State.OPEN, left)
