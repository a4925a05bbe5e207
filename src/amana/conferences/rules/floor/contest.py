"""A contest: the places to be filled, the names, the series of ballots, and where it stands.

A contest with a paper for each region, or voted on by two organs, holds one contest for each of
them: denominators are never mixed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from amana.conferences.rules.elections.ballots import RESTRICTED, SPECIAL, kind_of_ballot
from amana.conferences.rules.elections.count import Figures
from amana.conferences.rules.elections.places import Ballot, Next, Result, elected_by
from amana.conferences.rules.floor.events import spread
from amana.conferences.rules.floor.given import reads
from amana.conferences.rules.floor.shown import shows
from amana.conferences.rules.floor.state import Floor

__all__ = ["Contest", "contest_of", "shown_contest"]


@dataclass(slots=True)
class Contest:
    """An election of `places`. `status`: open, balloting, counting, consultations, elected,
    suspended_to_next_session. `mode`: ballot, acclamation, lots."""

    id: str
    places: int
    majority: str | int
    candidates: list[str] = field(default_factory=list)
    group: list[str] = field(default_factory=list)
    voters: int | None = None  # how many have a vote, where that is not the roll
    members: int | None = None
    number: int = 0  # the last ballot of the series
    next: Next | None = None
    elected: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    objected: list[str] = field(default_factory=list)
    status: str = "open"
    mode: str = "ballot"
    foreign_name: str = ""
    kind: str = ""  # of the last ballot, or of the one that is open
    figures: Figures | None = None
    result: Result | None = None
    repeated: bool = False  # the third ballot of a drop-out
    specials: int = 0
    joins: tuple[str, ...] | None = None  # who is in the restricted field whatever a special says
    box: set[str] = field(default_factory=set)  # who dropped a paper; never what is on it
    could: set[str] = field(default_factory=set)  # who was there with a vote when it was opened
    parts: dict[str, "Contest"] = field(default_factory=dict)  # by region
    organs: dict[str, "Contest"] = field(default_factory=dict)
    last_part: str = ""  # the region or the organ that was touched last
    apart: bool = False  # the organs once filled the places with other names than each other
    lot: dict[str, Any] = field(default_factory=dict)
    title: dict[str, str] = field(default_factory=dict)  # by language

    @property
    def balloting(self) -> bool:
        """Whether a ballot is open, in a region or an organ too."""
        parts = (*self.parts.values(), *self.organs.values())
        return self.status == "balloting" or any(part.status == "balloting" for part in parts)

    @property
    def left(self) -> int:
        """Places still to be filled."""
        return self.places - len(self.elected)

    @property
    def standing(self) -> list[str]:
        """The candidates who are neither elected nor gone."""
        gone = {*self.elected, *self.withdrawn, *self.dropped}
        return [name for name in self.candidates if name not in gone]


def contest_of(record: Mapping[str, Any], default: str | int = "two_thirds") -> Contest:
    """Read a contest of a log: regions under `papers`, organs under `organs`."""
    majority = record.get("majority", record.get("required", default))
    found = Contest(
        str(record["id"]), int(record.get("places", 1)), majority,
        list(spread(record.get("candidates", ()))), _names(record.get("group")),
        record.get("voters", record.get("entitled")), record.get("members"),
    )  # fmt: skip
    found.withdrawn = list(spread(record.get("withdrawn", ())))
    found.elected = list(spread(record.get("elected", ())))
    found.status = str(record.get("status", "open"))
    found.foreign_name = str(record.get("foreign_name", ""))
    if isinstance(record.get("title"), Mapping):
        found.title = {str(lang): str(said) for lang, said in record["title"].items()}
    _held(found, record.get("ballots_held", 0), _names(record.get("field")))
    whole = {**record, "papers": None, "regions": None, "organs": None}
    for name, said in _named(record.get("papers", record.get("regions"))):
        found.parts[name] = contest_of({**whole, **said, "id": name}, majority)
    for name, said in _named(record.get("organs"), "majority"):
        found.organs[name] = contest_of({**whole, **said, "id": name}, majority)
    return found


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        names = list(spread([value]))
        return names if len(names) > 1 else []  # the name of a group is no list of its States
    return list(spread(value)) if isinstance(value, Iterable) else []


def _named(value: Any, short: str = "places") -> Iterable[tuple[str, dict[str, Any]]]:
    """Regions or organs by name, with what is said of each; a bare number is its `short`."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            said = dict(part) if isinstance(part, Mapping) else {short: part}
            yield str(name), said
    elif isinstance(value, (list, tuple)):
        for part in value:
            name = (
                part
                if isinstance(part, str)
                else part.get("id", part.get("name", part.get("region")))
            )
            yield str(name), dict(part) if isinstance(part, Mapping) else {}


def _held(contest: Contest, held: Any, names: list[str]) -> None:
    """Ballots held before the first event: their number, or each with its votes."""
    if isinstance(held, int):
        contest.number = held
    else:
        for ballot in held:
            contest.number = int(ballot.get("ballot", contest.number + 1))
            contest.kind = str(ballot.get("kind", contest.kind))
    if names:
        contest.next = Next(RESTRICTED, tuple(names), contest.left, contest.number + 1)


@reads("contests")
def _given(floor: Floor, value: Any) -> None:
    default = floor.rules["default_majority"]
    for record in value:
        contest = contest_of(record, default)
        other = len(floor.roll.other_organ) or None
        for organ in list(contest.organs.values())[1:]:
            organ.members = organ.members or other
        floor.contests[contest.id] = contest
        held = record.get("ballots_held")
        if isinstance(held, (list, tuple)) and held and held[-1].get("votes"):
            _goes_on_from(floor, contest, held[-1])


def _goes_on_from(floor: Floor, contest: Contest, last: Mapping[str, Any]) -> None:
    """What follows the last ballot held, as far as nothing else is said."""
    if "papers" not in last and contest.places > 1:
        return  # the votes do not say how many were voting
    votes = {str(name): int(number) for name, number in last["votes"].items()}
    invalid, blank = int(last.get("invalid", 0)), int(last.get("blank", 0))
    papers = int(last.get("papers", sum(votes.values()) + invalid + blank))
    kind = contest.kind or kind_of_ballot(contest.number, floor.rules["ballots_in_a_series"])
    field = tuple(last.get("field") or (votes if kind == RESTRICTED else ()))
    ballot = Ballot(contest.number, kind, contest.left, field)
    figures = Figures(papers, invalid, blank, votes)
    members = contest.members or len(floor.roll.members)
    result = elected_by(ballot, figures, contest.majority, floor.rules, members)
    contest.kind, contest.figures, contest.result = kind, figures, result
    contest.next = contest.next or result.next


def shown_contest(contest: Contest) -> dict[str, Any]:
    """A contest as data: the figures of the last count, what comes next, who is elected."""
    said: dict[str, Any] = {
        "id": contest.id, "places": contest.places, "status": contest.status,
        "mode": contest.mode, "elected": list(contest.elected), "places_left": contest.left,
        "withdrawn": list(contest.withdrawn), "dropped": list(contest.dropped),
        "candidates": list(contest.candidates), "papers_in_box": len(contest.box),
        "ballots_held": contest.number, "votes": {}, "next": shown_next(contest.next),
    }  # fmt: skip
    if contest.figures is not None and contest.result is not None:
        said |= _figures(contest, contest.figures, contest.result)
    if contest.lot:
        said["lot"] = contest.lot
    for name in ("parts", "organs"):
        parts = getattr(contest, name)
        if parts:
            said[name] = {key: shown_contest(part) for key, part in parts.items()}
        if contest.last_part in parts:
            said |= _of_the_part(name, said[name][contest.last_part])
    return said


def _of_the_part(kind: str, part: dict[str, Any]) -> dict[str, Any]:
    """What the whole shows of the region or the organ touched last: its figures and what comes
    next; of a region also who is elected, which in two organs only both decide."""
    own = {"id", "elected", "places", "places_left", "status", "mode", "candidates"}
    shared = {key: value for key, value in part.items() if kind == "parts" or key not in own}
    shared.pop("id", None)
    return shared | {"region" if kind == "parts" else "organ": part["id"]}


def _figures(contest: Contest, figures: Figures, result: Result) -> dict[str, Any]:
    number = None if contest.kind == SPECIAL else contest.number
    return {
        "ballot": number, "kind": contest.kind or None, "papers": figures.papers,
        "invalid": figures.invalid, "valid": figures.valid, "abstentions": figures.abstentions,
        "voting": result.voting, "required": result.required, "votes": dict(figures.votes),
    }  # fmt: skip


def shown_next(after: Next | None) -> dict[str, Any] | None:
    """The next ballot as data."""
    if after is None:
        return None
    return {
        "ballot": after.ballot, "kind": after.kind, "field": list(after.field) or None,
        "places": after.places,
    }  # fmt: skip


@shows("contest")
def _contest(floor: Floor) -> dict[str, Any] | None:
    """The contest that was touched last."""
    contest = floor.contests.get(floor.last_contest)
    if contest is None and len(floor.contests) == 1:
        contest = next(iter(floor.contests.values()))
    return shown_contest(contest) if contest else None
