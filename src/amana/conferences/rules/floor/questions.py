"""What can be put to the vote: each kind says who it is, which majority it needs, what it changes.

A subject registers its kind of question here; `voting` knows no subject. A question is named by
its id: `P1` a proposal, `P1/OP2` a part, `A1` an amendment, `M1` a motion, `AP1` an appeal …
"""

from collections.abc import Callable
from dataclasses import dataclass

from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.state import Decision, Floor
from amana.conferences.rules.majorities import Count

__all__ = ["KINDS", "Kind", "Needed", "kind_of", "question"]

Rules = tuple[str, ...]
KINDS: "list[Kind]" = []


@dataclass(frozen=True, slots=True)
class Needed:
    """The majority that the rulebook asks: share, base, and the rules that say so."""

    majority: str
    base: str
    rules: Rules


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question.

    `has` tells whether an id is of this kind; `needed` the majority; `ready` refuses a vote that is
    not in order yet and returns the rules cited at its start; `settle` makes the consequences
    of the count and returns the outcome's word and the rules; `ties` whether rule 95 reaches it;
    `below_quorum` whether it may be decided below the decision quorum.
    """

    name: str
    has: Callable[[Floor, str], bool]
    needed: Callable[[Floor, str], Needed]
    ready: Callable[[Floor, str], Rules]
    settle: Callable[[Floor, str, Count, Decision], tuple[str, Rules]]
    ties: bool = False
    below_quorum: Callable[[Floor, str], bool] = lambda floor, question: False


def question(kind: Kind) -> None:
    """Register a kind of question."""
    KINDS.append(kind)


def kind_of(floor: Floor, name: str) -> Kind:
    """The kind of a question. Refused: `floor.question-unknown`."""
    for kind in KINDS:
        if kind.has(floor, name):
            return kind
    raise OutOfOrder("floor.question-unknown", "method", question=name)


def procedural(floor: Floor, majority: str, *rules: str) -> Needed:
    """What a question of procedure needs: its base is always yes and no (Q05)."""
    return Needed(majority, "yes_no", (*rules, "procedural_majority"))
