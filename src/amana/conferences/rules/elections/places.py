"""Who is elected by a ballot and what comes next, for one place and for several (rules 93, 94)."""

from dataclasses import dataclass

from amana.conferences.rules.elections.ballots import (
    RESTRICTED,
    SPECIAL,
    UNRESTRICTED,
    kind_of_ballot,
)
from amana.conferences.rules.elections.count import Figures, required_votes, voting_of
from amana.conferences.rules.majorities import majority_named
from amana.conferences.rules.rulebook import Rulebook

__all__ = ["Ballot", "Next", "Result", "elected_by"]


@dataclass(frozen=True, slots=True)
class Ballot:
    """A ballot that was held. `number` is its place in the series; a special one has none (Q33).

    `field` are the names it was restricted to, in their order; empty when it was open.
    `of_several`: the election fills several places (rule 94), be there only one left.
    """

    number: int
    kind: str
    places: int
    field: tuple[str, ...] = ()
    special_before: int = 0
    of_several: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """The next ballot: its number in the series (None for a special one or lots), kind, field.

    `fills_field`: a special ballot or lots between the equals at the edge of the restricted field,
    who is in it and not who is elected.
    """

    kind: str
    field: tuple[str, ...]
    places: int
    ballot: int | None = None
    fills_field: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A ballot decided: `elected` in the order of their votes, `required`, and what comes next."""

    required: int
    voting: int
    elected: tuple[str, ...]
    places_left: int
    next: Next | None


def elected_by(
    ballot: Ballot, figures: Figures, majority: str | int, rules: Rulebook, members: int
) -> Result:
    """Decide a ballot of a series under rules 93 and 94."""
    required = required_votes(majority, figures, rules, members)
    voting = voting_of(figures, rules)
    ranked = _ranked(figures)
    if ballot.kind == SPECIAL:
        return _special(ballot, figures, required, voting, ranked)
    reached = [name for name in ranked if figures.votes[name] >= required]
    winners, tied = _within(reached, figures, ballot.places)
    left = ballot.places - len(winners)
    if tied:
        after = Next(SPECIAL, tuple(tied), left)
    elif not left:
        after = None
    else:
        after = _following(ballot, figures, majority, rules, ranked, winners, left)
    return Result(required, voting, tuple(winners), left, after)


def _ranked(figures: Figures) -> list[str]:
    """Names by votes, most first; equals as given."""
    return sorted(figures.votes, key=lambda name: -figures.votes[name])


def _within(names: list[str], figures: Figures, places: int) -> tuple[list[str], list[str]]:
    """The first `places` of ranked names, and the equals between whom the last place lies."""
    if len(names) <= places:
        return names, []
    last = figures.votes[names[places - 1]]
    if figures.votes[names[places]] != last:
        return names[:places], []
    equals = [name for name in names if figures.votes[name] == last]
    return [name for name in names[:places] if figures.votes[name] > last], equals


def _following(
    ballot: Ballot, figures: Figures, majority: str | int, rules: Rulebook,
    ranked: list[str], winners: list[str], left: int,
) -> Next:  # fmt: skip
    """The next ballot of the series for the places that are left."""
    rest = [name for name in ranked if name not in winners]
    if _lots(ballot, figures, majority, rules, rest):
        return Next("lots", tuple(rest[:2]), left)
    rest += [name for name in ballot.field if name not in figures.votes]  # without any vote
    number = ballot.number + 1
    if kind_of_ballot(number, rules["ballots_in_a_series"]) == UNRESTRICTED:
        return Next(UNRESTRICTED, (), left, number)
    if ballot.kind == RESTRICTED and left == 1 and ballot.places == 1 and ballot.field:
        return Next(RESTRICTED, ballot.field, left, number)
    size = rules["field_for_each_place"] * left
    named = rest if len(rest) <= size else [name for name in rest if figures.votes.get(name)]
    field, tied = _within(named, figures, size)
    if not tied:
        return Next(RESTRICTED, tuple(field), left, number)
    if rules["field_tie"] == "include_all":
        return Next(RESTRICTED, tuple(field) + tuple(tied), left, number)
    kind = "lots" if rules["field_tie"] == "lots" else SPECIAL
    return Next(kind, tuple(tied), size - len(field), fills_field=True)


def _lots(
    ballot: Ballot, figures: Figures, majority: str | int, rules: Rulebook,
    rest: list[str],
) -> bool:  # fmt: skip
    """An equal restricted ballot for one place, where a simple majority elects (rule 93)."""
    if ballot.of_several or ballot.places != 1 or ballot.kind != RESTRICTED or len(rest) < 2:
        return False
    simple = isinstance(majority, str) and majority_named(majority, "yes_no")[0] in (
        "simple", "majority",
    )  # fmt: skip
    equal = figures.votes[rest[0]] == figures.votes[rest[1]]
    tie = rules["tie_election"]
    return equal and (tie == "lots" or (tie == "lots_when_simple" and simple))


def _special(
    ballot: Ballot, figures: Figures, required: int, voting: int, ranked: list[str]
) -> Result:
    """Between equals the most votes decide; equal again: once more, then lots (Q33)."""
    winners, tied = _within(ranked, figures, ballot.places)
    left = ballot.places - len(winners)
    if not tied:
        return Result(required, voting, tuple(winners), left, None)
    kind = SPECIAL if ballot.special_before == 0 else "lots"
    return Result(required, voting, tuple(winners), left, Next(kind, tuple(tied), left))
