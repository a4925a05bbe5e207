"""A ballot counted: the figures, the identities they must satisfy, the number required.

`papers` are those in the box, `invalid` those spoilt, `valid = papers - invalid`, `abstentions` the
blank ones, `voting = valid - abstentions`. Identities: papers are no more than entitled voters;
votes are no more than voting times places, and for one place exactly voting.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from amana.conferences.rules.majorities import majority_named
from amana.conferences.rules.rulebook import Rulebook
from amana.conferences.rules.shares import need
from amana.kernel.refusals import Refusal

__all__ = ["Figures", "Paper", "identities", "read_papers", "required_votes"]


FIXED = re.compile(r"(?:fixed(?:_majority)?\()?([0-9]+)\)?")


@dataclass(frozen=True, slots=True)
class Figures:
    """A count in papers and votes. `votes` keeps the order in which the names were given."""

    papers: int
    invalid: int
    abstentions: int
    votes: Mapping[str, int]

    @property
    def valid(self) -> int:
        """Papers that are not spoilt."""
        return self.papers - self.invalid

    @property
    def voting(self) -> int:
        """Papers that vote for somebody."""
        return self.valid - self.abstentions


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as read: the names on it; unreadable, or signed, as the tellers saw it."""

    names: tuple[str, ...] = ()
    unreadable: bool = False
    signed: bool = False


def voting_of(figures: Figures, rules: Rulebook) -> int:
    """The denominator: invalid papers count only where the rulebook says so (Q36)."""
    return figures.voting + (figures.invalid if rules["invalid_counts_as_voting"] else 0)


def required_votes(majority: str | int, figures: Figures, rules: Rulebook, members: int) -> int:
    """How many votes elect: over half or two thirds of those voting, a share of the members, or a
    fixed number. Refused: `procedure.majority-unknown`."""
    if isinstance(majority, int):
        return majority
    if found := FIXED.fullmatch(majority.strip()):
        return int(found[1])
    share, base = majority_named(majority, "yes_no")
    number = members if base == "members" else voting_of(figures, rules)
    if share in ("simple", "majority"):
        return number // 2 + 1
    return max(1, need("2/3" if share == "two_thirds" else share, number))


def identities(
    figures: Figures, places: int, rules: Rulebook, *, voters: int | None = None
) -> list[Refusal]:
    """The identities that the figures break, each as a sentence with its numbers; none: sound.

    `voters` is how many could put a paper into the box.
    """
    total = sum(figures.votes.values())
    broken = []
    numbers = (figures.papers, figures.invalid, figures.abstentions, *figures.votes.values())
    if min(numbers) < 0:
        broken.append(Refusal("election.negative"))
    if voters is not None and figures.papers > voters:
        broken.append(Refusal("election.too-many-papers", papers=figures.papers, voters=voters))
    if figures.voting < 0:
        spoilt, blank = figures.invalid, figures.abstentions
        code = "election.more-spoilt-than-papers"
        broken.append(Refusal(code, papers=figures.papers, invalid=spoilt, abstentions=blank))
    voting = figures.voting
    if total > voting * places:
        broken.append(Refusal("election.too-many-votes", votes=total, voting=voting, places=places))
    elif places == 1 and total != voting:
        broken.append(Refusal("election.votes-missing", votes=total, voting=voting))
    over = [name for name, votes in figures.votes.items() if votes > max(voting, 0)]
    if over and total <= voting * places:
        broken.append(Refusal("election.over-voting", names=over, voting=voting))
    return broken


def read_papers(
    papers: list[Paper], places: int, eligible: frozenset[str] | None, rules: Rulebook
) -> Figures:
    """Count papers one by one.

    More names than places spoils a paper, counted before foreign names are dropped; the same name
    twice counts once; a blank paper that is signed is invalid (Q32). `eligible` None: any name.
    """
    votes: dict[str, int] = {}
    invalid = blank = 0
    for paper in papers:
        names = list(dict.fromkeys(paper.names))
        known = [name for name in names if eligible is None or name in eligible]
        spoils = rules["foreign_name"] == "spoils_paper" and len(known) < len(names)
        if paper.unreadable or len(names) > places or spoils or (names and not known):
            invalid += 1
        elif not names:
            invalid, blank = (invalid + 1, blank) if paper.signed else (invalid, blank + 1)
        else:
            for name in known:
                votes[name] = votes.get(name, 0) + 1
    return Figures(len(papers), invalid, blank, votes)
