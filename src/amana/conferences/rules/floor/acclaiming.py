"""What ends an election without a ballot: lots, withdrawals, acclamation. Rule 93; Q35, Q38."""

from typing import Any

from amana.conferences.rules.elections.ballots import (
    UNRESTRICTED,
)
from amana.conferences.rules.elections.dropout import after_leaving
from amana.conferences.rules.elections.lots import drawn
from amana.conferences.rules.elections.places import Next
from amana.conferences.rules.floor.acts import OutOfOrder, act
from amana.conferences.rules.floor.consents import Consent, consent
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.counting import field_filled, go_on_from
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.floor.which_contest import (
    OPEN,
    contest_named,
    goes_on,
    rules_of,
    touching,
)

__all__: list[str] = []


@act("draw_lot", "chair", "tellers", business=True)
@touching
def draw_lot(floor: Floor, event: Event) -> tuple[str, ...]:
    """Lots between equals; the seed and the draw stand on record."""
    contest = contest_named(floor, event)
    goes_on(floor, contest)
    if contest.next is None or contest.next.kind != "lots":
        raise OutOfOrder("floor.no-lots", rules_of(floor, contest), contest=contest.id)
    field, places, seed = contest.next.field, contest.next.places, event.get("seed")
    said = event.get("drawn") or event.get("elected") or event.get("name") or event.get("winner")
    chosen = [said] if isinstance(said, str) else list(said or drawn(str(seed), field)[:places])
    if not set(chosen) <= set(field) or len(chosen) != places:
        raise OutOfOrder("floor.lot-outside", rules_of(floor, contest), names=field, places=places)
    contest.lot = {"seed": seed, "drawn": chosen}
    floor.record.append(f"{contest.id}: lots drawn {chosen}, seed {seed}")
    if floor.rules["election"] == "au_dropout" and contest.places == 1:
        _drops_out(contest, tuple(name for name in field if name not in chosen))
    elif contest.joins is not None:
        field_filled(contest, tuple(chosen), None)
    else:
        contest.elected, contest.mode = [*contest.elected, *chosen], "lots"
        go_on_from(contest, None)
    return (*rules_of(floor, contest), "tie_election")


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
    contest = contest_named(floor, event)
    goes_on(floor, contest)
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
    return rules_of(floor, contest)


@act("suspend_for_consultations", "chair", business=True)
@touching
def suspend_for_consultations(floor: Floor, event: Event) -> tuple[str, ...]:
    """Between ballots the contest rests while the members consult."""
    contest = contest_named(floor, event)
    goes_on(floor, contest)
    if contest.status in OPEN:
        raise OutOfOrder("floor.ballot-runs", "conduct_of_voting", contest=contest.id)
    contest.status = "consultations"
    return ("elections", "chair_may_suspend")


def _may_acclaim(floor: Floor, contest: Contest, names: list[str]) -> None:
    rules = rules_of(floor, contest)
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
    contest = contest_named(floor, event)
    names = _said_names(event, contest)
    if contest.mode == "acclamation" and set(names) <= set(contest.elected):
        return ("elections",)
    goes_on(floor, contest)
    if contest.status in OPEN:
        raise OutOfOrder("floor.ballot-runs", "conduct_of_voting", contest=contest.id)
    _may_acclaim(floor, contest, names)
    _acclaimed(floor, contest, names)
    return ("elections",)


@act("dispense_with_ballot", "chair", business=True)
@touching
def dispense_with_ballot(floor: Floor, event: Event) -> tuple[str, ...]:
    """The organ decides to dispense with the ballot on a clean slate: no votes are invented."""
    contest = contest_named(floor, event)
    goes_on(floor, contest)
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
