"""A ballot counted: who is elected, and what comes next. Rules 93, 94; Q32 to Q38, Q45."""

from typing import Any

from amana.conferences.rules.elections.ballots import (
    RESTRICTED,
    SPECIAL,
    UNRESTRICTED,
)
from amana.conferences.rules.elections.count import Figures, Paper, identities, read_papers
from amana.conferences.rules.elections.dropout import YES_NO, dropped_by
from amana.conferences.rules.elections.places import Ballot, Next, elected_by
from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.contests import as_the_rule_says, next_kind, repeats
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.which_contest import (
    OPEN,
    contest_named,
    filled_apart,
    goes_on,
    rules_of,
    touching,
    whole_of,
)
from amana.conferences.rules.rulebook import Rulebook
from amana.kernel.refusals import Refusal

__all__ = ["elected_of", "field_filled", "go_on_from"]


@act("count", "tellers", "chair", in_vote=True, business=True)
@touching
def count(floor: Floor, event: Event) -> tuple[str, ...]:
    """The tellers' figures, or the papers read: who is elected, and what comes next."""
    contest = contest_named(floor, event)
    goes_on(floor, contest)
    if contest.status not in OPEN:
        as_the_rule_says(floor, contest, event)
    kind = contest.kind if contest.status in OPEN else next_kind(floor, contest)
    apart = filled_apart(floor, contest)
    places = contest.next.places if contest.next else (apart or contest).left
    figures = _sound_figures(floor, contest, event, places)
    if apart is not None:
        contest.elected = list(apart.elected)
    contest.kind, contest.figures = kind, figures
    contest.status = "open"
    if kind != SPECIAL and not repeats(contest, event):
        contest.number += 1
    floor.phase = None
    _decided(floor, contest, figures, places)
    both_organs(floor.contests[whole_of(floor, event)])
    floor.record.append(f"{contest.id}: ballot {contest.number}, {dict(figures.votes)}")
    return (*rules_of(floor, contest), "election")


def _sound_figures(floor: Floor, contest: Contest, event: Event, places: int) -> Figures:
    """The figures of a count that satisfy the identities and name only who may be voted for."""
    try:
        figures = _figures(floor, contest, event, places)
    except (AttributeError, TypeError, ValueError) as fault:
        raise Refusal("floor.event-unreadable", number=event.n, why=str(fault)) from fault
    broken = identities(figures, places, floor.rules, voters=_voters(floor, contest))
    if broken:
        raise OutOfOrder(broken[0].code, rules_of(floor, contest), **broken[0].facts)
    _only_eligible(floor, contest, figures)
    return figures


def _figures(floor: Floor, contest: Contest, event: Event, places: int) -> Figures:
    papers = event.get("papers")
    if isinstance(papers, (list, tuple)):
        read = [_paper(one) for one in papers]
        return read_papers(read, places, _eligible(floor, contest), _own(floor, contest))
    votes = {str(name): int(number) for name, number in event.get("votes", {}).items()}
    invalid, blank = int(event.get("invalid", 0)), int(event.get("blank", event.get("abstain", 0)))
    if papers is None:
        papers = len(contest.box) or sum(votes.values()) + invalid + blank
    return Figures(int(papers), invalid, blank, votes)


def _paper(said: Any) -> Paper:
    if isinstance(said, dict):
        names = tuple(said.get("names", ()))
        return Paper(names, bool(said.get("unreadable")), bool(said.get("signed")))
    if isinstance(said, str):
        return Paper(unreadable=True) if said == "unreadable" else Paper((said,) if said else ())
    return Paper(tuple(said))


def _eligible(floor: Floor, contest: Contest) -> frozenset[str] | None:
    """Who may be voted for: the restricted field without who withdrew; else the group; else, there
    being no nominations (rule 92), the candidates and every member."""
    if contest.next and contest.next.field:
        return frozenset(contest.next.field) - set(contest.withdrawn)
    names = contest.group or (*contest.candidates, *floor.roll.members)
    return frozenset(names) - elected_of(floor, contest) if names else None


def elected_of(floor: Floor, contest: Contest) -> set[str]:
    """Who is elected in the contest, in whatever part of it."""
    return set((filled_apart(floor, contest) or contest).elected)


def _only_eligible(floor: Floor, contest: Contest, figures: Figures) -> None:
    """Refuse votes for a name that is not in the restricted field, or that is elected already: a
    paper without any eligible name is invalid, and no vote."""
    field = tuple(contest.next.field) if contest.next else ()
    if contest.next and contest.next.kind == YES_NO:
        field += ("yes", "no")
    gone = {*elected_of(floor, contest), *(contest.withdrawn if field else ())}
    strange = [name for name in figures.votes if name in gone or (field and name not in field)]
    if strange:
        rules = rules_of(floor, contest)
        raise OutOfOrder("floor.vote-outside-field", rules, names=strange, contest=contest.id)


def _own(floor: Floor, contest: Contest) -> Rulebook:
    """The rulebook with what the chair announced before this election."""
    return (
        floor.rules.having("foreign_name", contest.foreign_name)
        if contest.foreign_name
        else floor.rules
    )


def _voters(floor: Floor, contest: Contest) -> int | None:
    """How many could put a paper into the box: those who did, or the entitled present."""
    if contest.box and contest.status in OPEN:
        return len(contest.box)
    if contest.voters is not None:
        return contest.voters
    here = roll.may_vote_here(floor)  # who put a paper and left put it all the same
    return len(contest.could | here if contest.status in OPEN else here)


def _decided(floor: Floor, contest: Contest, figures: Figures, places: int) -> None:
    rules = floor.rules
    members = contest.members or roll.member_count(floor)
    if rules["election"] == "au_dropout" and contest.places == 1:
        field = contest.next.field if contest.next else tuple(contest.standing or figures.votes)
        result, gone = dropped_by(
            contest.number, field, figures, contest.majority, rules, members, contest.repeated
        )
        contest.repeated = bool(contest.number >= rules["dropout_from_ballot"] and not gone)
        contest.dropped += gone
    else:
        field = contest.next.field if contest.next else ()
        before = max(contest.specials - 1, 0)  # special ballots held before this one
        several = contest.places > 1
        ballot = Ballot(contest.number, contest.kind, places, field, before, several)
        result = elected_by(ballot, figures, contest.majority, rules, members)
    contest.result = result
    if contest.kind == SPECIAL and contest.joins is not None:
        field_filled(contest, result.elected, result.next)
    else:
        contest.elected += result.elected
        go_on_from(contest, result.next)


def go_on_from(contest: Contest, after: Next | None) -> None:
    """Where the contest stands when the ballot did not, or did, fill all places."""
    contest.next = after
    contest.specials = contest.specials + 1 if after and after.kind == SPECIAL else 0
    contest.joins = None
    if after and after.fills_field:
        contest.joins = _surely(contest, after)
    if not contest.left:
        contest.status, contest.next = "elected", None
    elif after is None:
        contest.status = "suspended_to_next_session"


def _surely(contest: Contest, after: Next) -> tuple[str, ...]:
    """Who stands in the next restricted field before the equals: those with more votes."""
    votes = contest.figures.votes if contest.figures else {}
    level = votes.get(after.field[0], 0)
    more = [name for name in votes if votes[name] > level and name not in contest.elected]
    return tuple(sorted(more, key=lambda name: -votes[name]))


def field_filled(contest: Contest, chosen: tuple[str, ...], after: Next | None) -> None:
    """A special ballot decided who else stands in the restricted field; that ballot is next."""
    joins = contest.joins or ()
    if after is not None:
        contest.next, contest.joins = after, (*joins, *chosen)
        contest.specials += 1
        return
    contest.next = Next(RESTRICTED, (*joins, *chosen), contest.left, contest.number + 1)
    contest.joins, contest.specials = None, 0


def both_organs(contest: Contest) -> None:
    """Two organs: elected is who holds the majority of both (Q45)."""
    organs = list(contest.organs.values())
    if not organs:
        return
    for organ in organs:
        _again_on_all(organ)
    held = [name for name in organs[0].elected if all(name in organ.elected for organ in organs)]
    contest.elected = held[: contest.places]
    contest.apart = contest.apart or all(not organ.left for organ in organs)
    if not contest.left:
        contest.status = "elected"


def _again_on_all(organ: Contest) -> None:
    """More reached the majority than there are places: the organ votes again on all."""
    if organ.result is None or organ.figures is None:
        return
    required, votes = organ.result.required, organ.figures.votes
    reached = [name for name in votes if votes[name] >= required]
    if len(reached) > organ.places:
        organ.elected, organ.status = [], "open"
        organ.next = Next(UNRESTRICTED, (), organ.places, organ.number + 1)
