"""How a session stands on a day, from what is known of its days."""

from datetime import date
from enum import StrEnum

from amana.kernel.marks import Mark

__all__ = ["Phase", "phase_on"]


class Phase(StrEnum):
    """How a session stands on a day."""

    PLANNED = "planned"
    LATER = "later"  # it had not opened on the day, and has been held since
    PERHAPS = "perhaps"  # known to the year or month only: it may or may not have opened
    UNDER_WAY = "under_way"
    HELD = "held"


def phase_on(opens: Mark, closes: Mark, on: date, today: date) -> Phase:
    """The phase of a session on a day, told by one who lives on `today`.

    "2026" to "2026" is planned on 31 December 2025, perhaps opened on 1 June 2026, held on
    1 January 2027. 22 to 25 September 1969 is under way on the 25th and held on the 26th; on the
    21st it is not "planned" for who knows that it was held: it is later.
    """
    if on < opens.earliest:
        return Phase.LATER if closes.latest < today else Phase.PLANNED
    if on > closes.latest:
        return Phase.HELD
    exact = opens.is_exact and closes.is_exact
    return Phase.UNDER_WAY if exact else Phase.PERHAPS
