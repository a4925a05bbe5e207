"""Elections on the floor: ballots opened, papers dropped, counted by tellers, and what follows.

Rules 92 to 94, the drop-out of the African Union, the consultations of 2004; Q32 to Q38, Q45. A
ballot once opened is not interrupted; nobody ever links a paper and a voter: the box knows who
dropped one, the count what stands on them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from amana.conferences.rules.elections.ballots import (
    RESTRICTED,
    SPECIAL,
    UNRESTRICTED,
    kind_of_ballot,
)
from amana.conferences.rules.elections.count import Figures, Paper, identities, read_papers
from amana.conferences.rules.elections.dropout import YES_NO, after_leaving, dropped_by
from amana.conferences.rules.elections.lots import drawn
from amana.conferences.rules.elections.places import Ballot, Next, elected_by
from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.consents import Consent, consent
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.events import Event, delegation
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.voting import may_vote
from amana.conferences.rules.rulebook import Rulebook
from amana.kernel.refusals import Refusal

__all__: list[str] = []

ENDED = ("elected", "suspended_to_next_session")
OPEN = ("balloting", "counting")  # a ballot that is not yet counted


def _contest(floor: Floor, event: Event) -> Contest:
    """The contest, or its part of a region or an organ, that the event names."""
    name = str(event.get("contest") or (next(iter(floor.contests), "")))
    whole, _, part = name.partition("/")
    contest: Contest | None = floor.contests.get(whole)
    if contest is None:
        raise OutOfOrder("floor.contest-unknown", "elections", contest=name or "?")
    part = str(event.get("organ") or event.get("region") or event.get("paper") or part)
    found: dict[str, Contest] = {**contest.parts, **contest.organs}
    if not found:
        return contest
    if part not in found:
        raise OutOfOrder("floor.contest-part", "elections", contest=name, known=list(found))
    return found[part]


def touching(
    run: Callable[[Floor, Event], tuple[str, ...]],
) -> Callable[[Floor, Event], tuple[str, ...]]:
    """An act on a contest: once it is done, that contest is the one shown."""

    @wraps(run)
    def remembered(floor: Floor, event: Event) -> tuple[str, ...]:
        rules = run(floor, event)
        floor.last_contest = _whole(floor, event)
        whole, touched = floor.contests[floor.last_contest], _contest(floor, event)
        whole.last_part = "" if touched is whole else touched.id
        return rules

    return remembered


def _whole(floor: Floor, event: Event) -> str:
    """The id of the contest that the event names, without its part."""
    return str(event.get("contest") or next(iter(floor.contests), "")).partition("/")[0]


def _rules(floor: Floor, contest: Contest) -> tuple[str, ...]:
    return ("one_place" if contest.places == 1 else "several_places", "elections")


def _filled_apart(floor: Floor, contest: Contest) -> Contest | None:
    """The contest of two organs that have filled the places with other names than each other:
    this one, which has filled them, votes again (Q45)."""
    for whole in floor.contests.values():
        if whole.apart and whole.left and any(one is contest for one in whole.organs.values()):
            return whole if not contest.left else None
    return None


def _goes_on(floor: Floor, contest: Contest) -> None:
    """Refuse what comes after the end of a contest."""
    if contest.status in ENDED and _filled_apart(floor, contest) is None:
        over = contest.status == "elected"
        code = "floor.contest-over" if over else "floor.contest-suspended"
        raise OutOfOrder(code, _rules(floor, contest), contest=contest.id)


# --- A ballot


def _no_vote_runs(floor: Floor) -> None:
    """Ballots for several contests may be open together, but not within a vote on a text."""
    if floor.vote is not None:
        raise OutOfOrder("floor.voting-begun", "conduct_of_voting", question=floor.vote.question)


@act("open_ballot", "chair", in_vote=True, business=True, ready=_no_vote_runs)
@touching
def open_ballot(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair opens the next ballot: its number, kind and field are those that the rule gives."""
    contest = _contest(floor, event)
    _goes_on(floor, contest)
    if contest.status in OPEN:
        raise OutOfOrder("floor.ballot-runs", "conduct_of_voting", contest=contest.id)
    here, needed = len(roll.present(floor)), roll.decision_need(floor)
    if here < needed and not floor.meeting.quorum_lifted:
        raise OutOfOrder("floor.no-decision-quorum", "quorum_decision", present=here, needed=needed)
    _as_the_rule_says(floor, contest, event)
    contest.kind = _next_kind(floor, contest)
    contest.status, contest.box = "balloting", set()
    floor.phase = "voting"
    return _rules(floor, contest)


def _next_kind(floor: Floor, contest: Contest) -> str:
    if contest.next is not None:
        return contest.next.kind
    if _filled_apart(floor, contest) is not None:
        return UNRESTRICTED
    return kind_of_ballot(contest.number + 1, floor.rules["ballots_in_a_series"])


def _as_the_rule_says(floor: Floor, contest: Contest, event: Event) -> None:
    rules, after = _rules(floor, contest), contest.next
    if after is not None and after.kind == "lots":
        raise OutOfOrder("floor.lots-are-drawn", rules, names=after.field)
    number = contest.number + 1
    said = event.get("ballot")
    numbered = (after is None or after.ballot is not None) and not _repeats(contest, event)
    if said is not None and numbered and said != number:
        raise OutOfOrder("floor.ballot-number", rules, said=said, number=number)
    kind, said = _next_kind(floor, contest), event.get("kind")
    if said is not None and said != kind:
        raise OutOfOrder("floor.ballot-kind", rules, said=said, kind=kind, number=number)
    if event.get("field") and after and after.field and set(event["field"]) != set(after.field):
        raise OutOfOrder("floor.ballot-field", rules, names=after.field)


def _repeats(contest: Contest, event: Event) -> bool:
    """Whether the event gives the repeated ballot of a drop-out the number of the first (Q38)."""
    return contest.repeated and event.get("ballot") == contest.number


@act("drop_paper", "member", in_vote=True)
@touching
def drop_paper(floor: Floor, event: Event) -> tuple[str, ...]:
    """Delegations put one paper each into the box. What is on a paper is no part of the log."""
    contest = _contest(floor, event)
    if contest.status != "balloting":
        raise OutOfOrder("floor.no-ballot-open", "elections", contest=contest.id)
    states = [delegation(name) for name in event.by]
    for state in states:
        may_vote(floor, state)
        if state in contest.box or states.count(state) > 1:
            raise OutOfOrder("floor.one-paper", ("elections", "voting_rights"), by=state)
    contest.box.update(states)
    return ("elections", "voting_rights")


@act("announce_rule", "chair")
@touching
def announce_rule(floor: Floor, event: Event) -> tuple[str, ...]:
    """The chair announces before an election what a name from outside the field does to a paper."""
    contest = _contest(floor, event)
    rule = str(event.get("foreign_name") or event.get("rule") or event.get("value") or "")
    if rule not in ("not_counted", "spoils_paper"):
        raise OutOfOrder("floor.rule-unknown", "foreign_name", rule=rule or "?")
    for one in (contest, *contest.parts.values(), *contest.organs.values()):
        one.foreign_name = rule
    floor.record.append(f"foreign names: {rule}")
    return ("foreign_name", "elections")


# --- The count


@act("count", "tellers", "chair", in_vote=True, business=True)
@touching
def count(floor: Floor, event: Event) -> tuple[str, ...]:
    """The tellers' figures, or the papers read: who is elected, and what comes next."""
    contest = _contest(floor, event)
    _goes_on(floor, contest)
    if contest.status not in OPEN:
        _as_the_rule_says(floor, contest, event)
    kind = contest.kind if contest.status in OPEN else _next_kind(floor, contest)
    apart = _filled_apart(floor, contest)
    places = contest.next.places if contest.next else (apart or contest).left
    figures = _sound_figures(floor, contest, event, places)
    if apart is not None:
        contest.elected = list(apart.elected)
    contest.kind, contest.figures = kind, figures
    contest.status = "open"
    if kind != SPECIAL and not _repeats(contest, event):
        contest.number += 1
    floor.phase = None
    _decided(floor, contest, figures, places)
    _both_organs(floor.contests[_whole(floor, event)])
    floor.record.append(f"{contest.id}: ballot {contest.number}, {dict(figures.votes)}")
    return (*_rules(floor, contest), "election")


def _sound_figures(floor: Floor, contest: Contest, event: Event, places: int) -> Figures:
    """The figures of a count that satisfy the identities and name only who may be voted for."""
    try:
        figures = _figures(floor, contest, event, places)
    except (AttributeError, TypeError, ValueError) as fault:
        raise Refusal("floor.event-unreadable", number=event.n, why=str(fault)) from fault
    broken = identities(figures, places, floor.rules, voters=_voters(floor, contest))
    if broken:
        raise OutOfOrder(broken[0].code, _rules(floor, contest), **broken[0].facts)
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
    return frozenset(names) - _elected(floor, contest) if names else None


def _elected(floor: Floor, contest: Contest) -> set[str]:
    return set((_filled_apart(floor, contest) or contest).elected)


def _only_eligible(floor: Floor, contest: Contest, figures: Figures) -> None:
    """Refuse votes for a name that is not in the restricted field, or that is elected already: a
    paper without any eligible name is invalid, and no vote."""
    field = tuple(contest.next.field) if contest.next else ()
    if contest.next and contest.next.kind == YES_NO:
        field += ("yes", "no")
    gone = {*_elected(floor, contest), *(contest.withdrawn if field else ())}
    strange = [name for name in figures.votes if name in gone or (field and name not in field)]
    if strange:
        rules = _rules(floor, contest)
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
    return contest.voters if contest.voters is not None else roll.entitled_present(floor)


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
        _field_filled(contest, result.elected, result.next)
    else:
        contest.elected += result.elected
        _after(contest, result.next)


def _after(contest: Contest, after: Next | None) -> None:
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


def _field_filled(contest: Contest, chosen: tuple[str, ...], after: Next | None) -> None:
    """A special ballot decided who else stands in the restricted field; that ballot is next."""
    joins = contest.joins or ()
    if after is not None:
        contest.next, contest.joins = after, (*joins, *chosen)
        contest.specials += 1
        return
    contest.next = Next(RESTRICTED, (*joins, *chosen), contest.left, contest.number + 1)
    contest.joins, contest.specials = None, 0


def _both_organs(contest: Contest) -> None:
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


@act("ballot_kind", meeting=False, in_vote=True, in_point=True)
def ballot_kind(floor: Floor, event: Event) -> tuple[str, ...]:
    """Pure arithmetic: the kind of the ballot with this number."""
    number = event.get("ballot", event.get("n"))
    try:
        floor.shown["kind"] = kind_of_ballot(int(number), floor.rules["ballots_in_a_series"])
    except (Refusal, TypeError, ValueError):
        raise OutOfOrder("election.ballot-number", "one_place", number=number) from None
    return ("one_place", "several_places")


# --- Without a ballot


@act("draw_lot", "chair", "tellers", business=True)
@touching
def draw_lot(floor: Floor, event: Event) -> tuple[str, ...]:
    """Lots between equals; the seed and the draw stand on record."""
    contest = _contest(floor, event)
    _goes_on(floor, contest)
    if contest.next is None or contest.next.kind != "lots":
        raise OutOfOrder("floor.no-lots", _rules(floor, contest), contest=contest.id)
    field, places, seed = contest.next.field, contest.next.places, event.get("seed")
    said = event.get("drawn") or event.get("elected") or event.get("name") or event.get("winner")
    chosen = [said] if isinstance(said, str) else list(said or drawn(str(seed), field)[:places])
    if not set(chosen) <= set(field) or len(chosen) != places:
        raise OutOfOrder("floor.lot-outside", _rules(floor, contest), names=field, places=places)
    contest.lot = {"seed": seed, "drawn": chosen}
    floor.record.append(f"{contest.id}: lots drawn {chosen}, seed {seed}")
    if floor.rules["election"] == "au_dropout" and contest.places == 1:
        _drops_out(contest, tuple(name for name in field if name not in chosen))
    elif contest.joins is not None:
        _field_filled(contest, tuple(chosen), None)
    else:
        contest.elected, contest.mode = [*contest.elected, *chosen], "lots"
        _after(contest, None)
    return (*_rules(floor, contest), "tie_election")


def _drops_out(contest: Contest, gone: tuple[str, ...]) -> None:
    """The lot fell on who stays in a drop-out; the others leave (Q38)."""
    standing = tuple(contest.standing or (contest.figures.votes if contest.figures else ()))
    contest.dropped += gone
    contest.next = after_leaving(contest.number, standing, gone)


@act("withdraw_candidate", in_point=True)
@touching
def withdraw_candidate(floor: Floor, event: Event) -> tuple[str, ...]:
    """A candidate withdraws between ballots. One name left in a restricted field: the next is open,
    and keeps its number in the series (Q35)."""
    contest = _contest(floor, event)
    _goes_on(floor, contest)
    name = str(event.get("candidate") or event.get("name") or event.who)
    if contest.status in OPEN:
        raise OutOfOrder("floor.ballot-runs", "conduct_of_voting", contest=contest.id)
    if name not in contest.withdrawn:
        contest.withdrawn.append(name)
    after = contest.next
    if after and name in after.field and floor.rules["election"] == "au_dropout":
        contest.next = after_leaving(contest.number, after.field, (name,))
    elif after and name in after.field:
        left = tuple(one for one in after.field if one != name)
        enough = len(left) > after.places
        contest.next = Next(
            after.kind if enough else UNRESTRICTED, left if enough else (), after.places,
            after.ballot or contest.number + 1,
        )  # fmt: skip
    return _rules(floor, contest)


@act("suspend_for_consultations", "chair", business=True)
@touching
def suspend_for_consultations(floor: Floor, event: Event) -> tuple[str, ...]:
    """Between ballots the contest rests while the members consult."""
    contest = _contest(floor, event)
    _goes_on(floor, contest)
    if contest.status in OPEN:
        raise OutOfOrder("floor.ballot-runs", "conduct_of_voting", contest=contest.id)
    contest.status = "consultations"
    return ("elections", "chair_may_suspend")


def _may_acclaim(floor: Floor, contest: Contest, names: list[str]) -> None:
    rules = _rules(floor, contest)
    if contest.objected:
        raise OutOfOrder("floor.acclamation-objected", rules, by=contest.objected)
    if contest.candidates and not set(names) <= set(contest.standing):
        raise OutOfOrder("floor.not-standing", rules, names=names)
    if len(contest.standing) > contest.left:
        raise OutOfOrder(
            "floor.more-candidates", rules, candidates=len(contest.standing), places=contest.left
        )
    if len(names) != contest.left:
        raise OutOfOrder("floor.acclaim-all", rules, names=names, places=contest.left)


def _acclaimed(floor: Floor, contest: Contest, names: list[str]) -> None:
    """Elected without a ballot; an objection before other business takes it back."""
    floor.consent = {
        "kind": "acclamation", "on": contest.id, "contest": contest, "names": names,
        "next": contest.next, "declared": True,
    }  # fmt: skip
    contest.elected, contest.mode = [*contest.elected, *names], "acclamation"
    contest.status, contest.next = "elected", None
    floor.record.append(f"{contest.id}: {names} elected by acclamation")


def _said_names(event: Event, contest: Contest) -> list[str]:
    said = (
        event.get("candidate")
        or event.get("candidates")
        or event.get("names")
        or event.get("elected")
    )
    return [said] if isinstance(said, str) else list(said or contest.standing)


@act("acclaim", "chair", business=True)
@touching
def acclaim(floor: Floor, event: Event) -> tuple[str, ...]:
    """The members elect by acclamation as many candidates as there are places, no one objecting."""
    contest = _contest(floor, event)
    names = _said_names(event, contest)
    if contest.mode == "acclamation" and set(names) <= set(contest.elected):
        return ("elections",)
    _goes_on(floor, contest)
    if contest.status in OPEN:
        raise OutOfOrder("floor.ballot-runs", "conduct_of_voting", contest=contest.id)
    _may_acclaim(floor, contest, names)
    _acclaimed(floor, contest, names)
    return ("elections",)


@act("dispense_with_ballot", "chair", business=True)
@touching
def dispense_with_ballot(floor: Floor, event: Event) -> tuple[str, ...]:
    """The organ decides to dispense with the ballot on a clean slate: no votes are invented."""
    contest = _contest(floor, event)
    _goes_on(floor, contest)
    names = _said_names(event, contest)
    _may_acclaim(floor, contest, names)
    _acclaimed(floor, contest, names)
    return ("elections",)


def _objected(floor: Floor, asked: dict[str, Any], by: str) -> tuple[str, ...]:
    """One objection, before the acclamation or at once after it: a ballot is held."""
    contest = asked.get("contest") or floor.contests[asked["on"]]
    contest.objected.append(by)
    if asked.get("declared"):
        contest.elected = [name for name in contest.elected if name not in asked["names"]]
        contest.status, contest.mode, contest.next = "open", "ballot", asked["next"]
    return ("elections",)


def _granted(floor: Floor, asked: dict[str, Any]) -> tuple[str, ...]:
    """The names were elected when the chair acclaimed them."""
    return ("elections",)


consent(Consent("acclamation", _granted, _objected, ("acclamation", "acclaim", "dispens")))
