"""Whether a vote carries: the arithmetic of section "Majorities", in whole numbers.

`simple` is more than half of the base, `two_thirds` two thirds of it and at least one yes,
`members` a share of the members. The base is what the rulebook says: yes and no; yes, no and
abstentions; the members present; all members. Nobody for and nobody against carries nothing.
"""

import re
from dataclasses import dataclass

from amana.conferences.rules.rulebook import Rulebook
from amana.conferences.rules.shares import need
from amana.kernel.refusals import Refusal

__all__ = ["BASES", "Count", "Outcome", "Tally", "count", "majority_named"]

BASES = ("yes_no", "yes_no_abstain", "present", "members")
MEMBERS = re.compile(r"members\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers of a vote, in votes."""

    yes: int = 0
    no: int = 0
    abstain: int = 0

    def __post_init__(self) -> None:
        if min(self.yes, self.no, self.abstain) < 0:
            raise Refusal("procedure.negative", yes=self.yes, no=self.no, abstain=self.abstain)

    @property
    def voting(self) -> int:
        """Members voting: an abstention is not a vote (rule 86)."""
        return self.yes + self.no


class Outcome:
    """How a vote ends."""

    CARRIED = "carried"
    NOT_CARRIED = "not_carried"
    SECOND_VOTE = "tie_second_vote"


@dataclass(frozen=True, slots=True)
class Count:
    """A vote counted: `voting` is the base, `required` the least number of yes that carries."""

    tally: Tally
    majority: str
    base: str
    voting: int
    required: int
    carried: bool
    outcome: str
    articles: tuple[str, ...]


def majority_named(name: str, base: str) -> tuple[str, str]:
    """`(share, base)` of a majority as written: `simple`, `two_thirds`, `members(2/3)`, `2/3` …

    Refused: `procedure.majority-unknown`.
    """
    written = name.strip().lower().replace("-", "_").replace(" ", "_")
    if found := MEMBERS.fullmatch(written):
        return {"two_thirds": "2/3", "simple": "majority"}.get(found[1], found[1]), "members"
    known = {
        "simple": "simple", "majority": "simple", "two_thirds": "two_thirds", "2/3": "two_thirds",
    }  # fmt: skip
    if written in known:
        return known[written], base
    if written in ("two_thirds_of_members", "majority_of_members", "members"):
        return ("two_thirds" if written.startswith("two") else "majority"), "members"
    if "/" in written:
        need(written, 1)
        return written, base
    raise Refusal("procedure.majority-unknown", majority=name)


def count(
    tally: Tally,
    majority: str,
    rules: Rulebook,
    *,
    base: str | None = None,
    members: int | None = None,
    present: int | None = None,
    second: bool = False,
    ties: bool = True,
) -> Count:
    """Count a vote under a rulebook.

    `base` is the rulebook's unless given; `members` and `present` are needed where the base is
    one of them. `second` is the second vote after an equal one (rule 95); `ties` says whether an
    equal vote on this question may be voted again at all. Refused: `procedure.base-missing`,
    `procedure.majority-unknown`.
    """
    share, base = majority_named(majority, base or rules["present_and_voting"])
    voting = _base(base, tally, members, present)
    required = _required(share, voting)
    carried = tally.yes > 0 and tally.yes >= required and tally.voting > 0
    equal = tally.yes == tally.no > 0 and share == "simple"
    again = equal and ties and not second and not carried
    again = again and rules["tie_proposal"] == "second_vote_48h"
    outcome = Outcome.CARRIED if carried else Outcome.NOT_CARRIED
    names = ["default_majority" if share == "simple" else "important", "present_and_voting"]
    if base == "yes_no":
        names.append("meaning_of_voting")
    if equal:
        names.insert(0, "tie_proposal")
    return Count(
        tally, majority, base, voting, required, carried,
        Outcome.SECOND_VOTE if again else outcome, rules.articles(*names),
    )  # fmt: skip


def _required(share: str, voting: int) -> int:
    """The least number of yes: over half, or the share; never none at all."""
    if share in ("simple", "majority"):
        return voting // 2 + 1
    return max(1, need("2/3" if share == "two_thirds" else share, voting))


def _base(base: str, tally: Tally, members: int | None, present: int | None) -> int:
    if base == "yes_no":
        return tally.voting
    if base == "yes_no_abstain":
        return tally.voting + tally.abstain
    if base not in BASES:
        raise Refusal("procedure.base-unknown", base=base, known=BASES)
    number = members if base == "members" else present
    if number is None:
        raise Refusal("procedure.base-missing", base=base)
    if tally.voting + tally.abstain > number:
        raise Refusal(
            "procedure.more-than-there-are", answers=tally.voting + tally.abstain, number=number
        )
    return number
