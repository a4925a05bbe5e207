"""What a ballot paper may bear, how the papers of a booth are counted, what is published. Pure.

Rules 92 to 94; settled point Q32. The codes of papers and the signatures are the verifier's own
functions (`conferences/verifier.py`), so that what we publish is what anybody can prove.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from amana.conferences.rules.elections.count import Figures, Paper, identities, read_papers
from amana.conferences.rules.elections.dropout import YES_NO
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.counting import elected_of
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.which_contest import contest_named, filled_apart
from amana.conferences.rules.rulebook import Rulebook
from amana.conferences.verifier import FORM, code_of
from amana.kernel.refusals import Refusal

__all__ = [
    "check_names", "check_tellers", "contest_in", "counted", "field_of", "places_of", "published",
    "rulebook_of", "with_paper",
]  # fmt: skip

FEW = 3


def contest_in(floor: Floor, name: str) -> Contest:
    """The contest, or its part, of that name. Refused: `floor.contest-unknown` and others."""
    found: Contest = contest_named(floor, Event(0, "observe", (), None, {"contest": name}))
    return found


def field_of(floor: Floor, contest: Contest) -> tuple[str, ...]:
    """The names that a paper of the next ballot may bear, candidates first.

    Of a candidate alone in a drop-out one says yes or no; a restricted ballot has its field; else,
    there being no nominations, the group, or the candidates and every member.
    """
    after = contest.next
    if after is not None and after.kind == YES_NO:
        return ("yes", "no")
    if after is not None and after.field:
        return tuple(name for name in after.field if name not in contest.withdrawn)
    if floor.rules["election"] == "au_dropout" and contest.places == 1 and contest.standing:
        return tuple(contest.standing)
    names = (*contest.standing, *(contest.group or (*contest.candidates, *floor.roll.members)))
    gone = elected_of(floor, contest)
    return tuple(name for name in dict.fromkeys(names) if name not in gone)


def places_of(floor: Floor, contest: Contest) -> int:
    """How many names a paper of the next ballot may bear."""
    if contest.next is not None:
        return contest.next.places
    whole: Contest = filled_apart(floor, contest) or contest
    return whole.left


def rulebook_of(floor: Floor, contest: Contest) -> Rulebook:
    """The rulebook, with what the chair announced on foreign names before the election."""
    if not contest.foreign_name:
        return floor.rules
    return floor.rules.having("foreign_name", contest.foreign_name)


def check_names(names: Sequence[str], field: Iterable[str], places: int) -> tuple[str, ...]:
    """The names on a paper put electronically; none: a blank paper.

    Refused: `ballot.too-many-names`, `ballot.name-outside`.
    """
    chosen = tuple(dict.fromkeys(names))
    if len(chosen) > places:
        raise Refusal("ballot.too-many-names", names=len(chosen), places=places)
    strange = [name[:60] for name in chosen if name not in set(field)]
    if strange:
        raise Refusal("ballot.name-outside", names=strange[:FEW])
    return chosen


def with_paper(
    papers: Sequence[Mapping[str, Any]], token: bytes, said: Mapping[str, Any]
) -> list[dict[str, Any]] | None:
    """The papers and one more, sorted by their codes; None where this very paper is there already.

    Refused: `ballot.token-used` where another paper was put with the same token.
    """
    code = code_of(token)
    there = next((paper for paper in papers if paper["code"] == code), None)
    if there is None:
        more = {"code": code, **said}
        return sorted((*map(dict, papers), more), key=lambda paper: str(paper["code"]))
    if sorted(there["names"]) != sorted(said["names"]):
        raise Refusal("ballot.token-used", code=code)
    return None


def check_tellers(tellers: Figures, field: Iterable[str], places: int, rules: Rulebook,
                  given: int | None) -> None:  # fmt: skip
    """The tellers' figures of the papers in their own box keep the identities by themselves.

    `given` is how many papers they handed out, where that is on record. Refused: what
    `identities` says, `ballot.more-than-given`, `ballot.name-outside`.
    """
    if given is not None and tellers.papers > given:
        raise Refusal("ballot.more-than-given", papers=tellers.papers, given=given)
    strange = [name for name in tellers.votes if name not in set(field)]
    if strange:
        raise Refusal("ballot.name-outside", names=strange[:FEW])
    for broken in identities(tellers, places, rules):
        raise broken


def counted(
    papers: Iterable[Mapping[str, Any]], tellers: Figures | None, field: Sequence[str],
    places: int, rules: Rulebook,
) -> Figures:  # fmt: skip
    """The papers put electronically and those that the tellers counted, in one count: the names
    that have votes, in the order of the field."""
    read = [Paper(tuple(paper["names"])) for paper in papers]
    own = read_papers(read, places, frozenset(field), rules)
    by_hand = tellers or Figures(0, 0, 0, {})
    votes = {name: own.votes.get(name, 0) + by_hand.votes.get(name, 0) for name in field}
    return Figures(
        own.papers + by_hand.papers, own.invalid + by_hand.invalid,
        own.abstentions + by_hand.abstentions, {name: n for name, n in votes.items() if n},
    )  # fmt: skip


def published(
    about: Mapping[str, Any], papers: Sequence[Mapping[str, Any]], given: Mapping[str, int | None],
    tellers: Figures | None, figures: Figures,
) -> dict[str, Any]:  # fmt: skip
    """The ballot as it is published: what it was about, every paper by its code, the figures."""
    return {
        "form": FORM, **about, "given": dict(given), "papers": list(papers),
        "tellers": _said(tellers) if tellers else None, "figures": _said(figures),
    }  # fmt: skip


def _said(figures: Figures) -> dict[str, Any]:
    return {
        "papers": figures.papers, "invalid": figures.invalid, "blank": figures.abstentions,
        "votes": dict(figures.votes),
    }  # fmt: skip
