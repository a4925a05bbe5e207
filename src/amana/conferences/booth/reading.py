"""What is to be read of the booths of a floor; bounded queries."""

from dataclasses import dataclass
from typing import Any

from amana.conferences.floor.folding import folded
from amana.conferences.models import BallotList, Booth, Log
from amana.conferences.rules.booth import contest_in, field_of, places_of
from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.contest import shown_contest
from amana.conferences.rules.floor.contests import next_kind
from amana.kernel.refusals import Refusal

__all__ = ["Standing", "current", "elections", "held", "published_of", "standing", "title_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contest stands: as the floor shows it; who is here with a vote; kind, field and places
    of the ballot that is open or comes next."""

    contest: dict[str, Any]
    here: tuple[str, ...]
    kind: str
    field: tuple[str, ...]
    places: int


def current(log: Log, contest: str) -> Booth | None:
    """The booth of a contest that is open or waits to be counted; else None."""
    found = Booth.objects.filter(log=log, contest=contest).exclude(status=Booth.Status.COUNTED)
    return found.first()


def held(log: Log, contest: str) -> list[BallotList]:
    """The counted ballots of a contest, the last first."""
    rows = BallotList.objects.filter(booth__log=log, booth__contest=contest)
    return list(rows.select_related("booth").order_by("-booth__ordinal"))


def published_of(log: Log, contest: str, ordinal: int) -> BallotList:
    """A counted ballot. Refused: `ballot.not-published`."""
    rows = BallotList.objects.filter(booth__log=log, booth__contest=contest, booth__ordinal=ordinal)
    found = rows.select_related("booth").first()
    if found is None:
        raise Refusal("ballot.not-published", contest=contest[:120], number=ordinal)
    return found


def standing(log: Log, contest: str) -> Standing:
    """How a contest stands now. Refused: `floor.contest-unknown`."""
    with folded(log) as floor:
        found = contest_in(floor, contest)
        here = tuple(sorted(roll.may_vote_here(floor)))
        after = next_kind(floor, found) if found.status == "open" else found.kind
        return Standing(
            shown_contest(found), here, after,
            field_of(floor, found), places_of(floor, found),
        )  # fmt: skip


def elections(log: Log) -> list[tuple[str, str, dict[str, str], dict[str, Any]]]:
    """The contests of a floor: of each its name in the log with its part, the part alone, its title
    by language, and how it stands."""
    found = []
    with folded(log) as floor:
        for name, whole in floor.contests.items():
            for part, one in ({**whole.parts, **whole.organs} or {"": whole}).items():
                key = f"{name}/{part}" if part else name
                found.append((key, part, dict(whole.title), shown_contest(one)))
    return found


def title_of(log: Log, contest: str) -> dict[str, str]:
    """The title of a contest as it was announced, by language; empty where it has none."""
    with folded(log) as floor:
        found = floor.contests.get(contest.partition("/")[0])
        return dict(found.title) if found else {}
