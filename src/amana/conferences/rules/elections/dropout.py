"""The drop-out of the African Union: after the third ballot the lowest leaves, one stands alone.

Q38: equal in the third ballot, it is repeated once, then lots; with more than two candidates the
lowest leaves after each ballot from the third; abstentions leave the denominator; who fails alone
suspends the election to the next session.
"""

from amana.conferences.rules.elections.count import Figures, required_votes, voting_of
from amana.conferences.rules.elections.places import Next, Result
from amana.conferences.rules.rulebook import Rulebook

__all__ = ["YES_NO", "after_leaving", "dropped_by"]

YES_NO = "yes_no"


def dropped_by(
    number: int, field: tuple[str, ...], figures: Figures, majority: str | int, rules: Rulebook,
    members: int, repeated: bool = False,
) -> tuple[Result, tuple[str, ...]]:  # fmt: skip
    """Decide ballot `number` on `field`: the result, and who drops out.

    A result without `next` and with a place left is suspended to the next session.
    """
    required = required_votes(majority, figures, rules, members)
    voting = voting_of(figures, rules)
    if len(field) == 1:
        won = figures.votes.get("yes", figures.votes.get(field[0], 0)) >= required
        return Result(required, voting, field if won else (), 0 if won else 1, None), ()
    ranked = sorted(field, key=lambda name: -figures.votes.get(name, 0))
    if figures.votes.get(ranked[0], 0) >= required:
        return Result(required, voting, (ranked[0],), 0, None), ()
    if number < rules["dropout_from_ballot"]:
        return Result(required, voting, (), 1, Next("restricted", field, 1, number + 1)), ()
    lowest = figures.votes.get(ranked[-1], 0)
    last = tuple(name for name in field if figures.votes.get(name, 0) == lowest)
    if len(last) > 1:
        again = (
            Next("lots", last, len(last) - 1)
            if repeated
            else Next("restricted", field, 1, number + 1)
        )
        return Result(required, voting, (), 1, again), ()
    return Result(required, voting, (), 1, after_leaving(number, field, last)), last


def after_leaving(number: int, field: tuple[str, ...], gone: tuple[str, ...]) -> Next:
    """The ballot after `number` on who is left of `field`: one alone is voted on by yes and no."""
    left = tuple(name for name in field if name not in gone)
    return Next(YES_NO if len(left) == 1 else "restricted", left, 1, number + 1)
