"""Which ballots are restricted: the first is open, then series of three, restricted and open.

`kind(n)` is unrestricted for n = 1 and where (n - 2) mod 6 is 3 or more, else restricted; the three
is the rulebook's `ballots_in_a_series`.
"""

from amana.kernel.refusals import Refusal

__all__ = ["RESTRICTED", "SPECIAL", "UNRESTRICTED", "kind_of_ballot"]

RESTRICTED, UNRESTRICTED, SPECIAL = "restricted", "unrestricted", "special"


def kind_of_ballot(number: int, series: int = 3) -> str:
    """The kind of the ballot with this number. Refused: `election.ballot-number`."""
    if number < 1:
        raise Refusal("election.ballot-number", number=number)
    if number == 1 or (number - 2) % (2 * series) >= series:
        return UNRESTRICTED
    return RESTRICTED
