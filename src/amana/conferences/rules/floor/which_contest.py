"""Which contest an event names, by which rules it goes, and whether it goes on."""

from collections.abc import Callable
from functools import wraps

from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor

__all__ = ["OPEN", "contest_named", "filled_apart", "goes_on", "rules_of", "touching", "whole_of"]

OPEN = ("balloting", "counting")  # a ballot that is not yet counted

ENDED = ("elected", "suspended_to_next_session")


def contest_named(floor: Floor, event: Event) -> Contest:
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
        floor.last_contest = whole_of(floor, event)
        whole, touched = floor.contests[floor.last_contest], contest_named(floor, event)
        whole.last_part = "" if touched is whole else touched.id
        return rules

    return remembered


def whole_of(floor: Floor, event: Event) -> str:
    """The id of the contest that the event names, without its part."""
    return str(event.get("contest") or next(iter(floor.contests), "")).partition("/")[0]


def rules_of(floor: Floor, contest: Contest) -> tuple[str, ...]:
    """The rules by which the contest goes."""
    return ("one_place" if contest.places == 1 else "several_places", "elections")


def filled_apart(floor: Floor, contest: Contest) -> Contest | None:
    """The contest of two organs that have filled the places with other names than each other:
    this one, which has filled them, votes again (Q45)."""
    for whole in floor.contests.values():
        if whole.apart and whole.left and any(one is contest for one in whole.organs.values()):
            return whole if not contest.left else None
    return None


def goes_on(floor: Floor, contest: Contest) -> None:
    """Refuse what comes after the end of a contest."""
    if contest.status in ENDED and filled_apart(floor, contest) is None:
        over = contest.status == "elected"
        code = "floor.contest-over" if over else "floor.contest-suspended"
        raise OutOfOrder(code, rules_of(floor, contest), contest=contest.id)
