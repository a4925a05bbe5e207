"""A log told: replayed by the fold, each event narrated, and what was decided kept beside."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from amana.conferences.rules.elections.ballots import SPECIAL
from amana.conferences.rules.elections.count import Figures
from amana.conferences.rules.floor import roll
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.fold import apply
from amana.conferences.rules.floor.given import floor_of
from amana.conferences.rules.floor.state import Decision, Floor
from amana.conferences.rules.record import (  # noqa: F401  (each registers its narrators)
    of_elections,
    of_meetings,
    of_order,
    of_speakers,
    of_texts,
    of_votes,
)
from amana.conferences.rules.record.lines import (
    ALWAYS,
    NARRATORS,
    Line,
    Scene,
    before,
)
from amana.conferences.rules.record.phrases import Names, Phrase
from amana.conferences.rules.record.questions import contest_named

__all__ = ["Ballot", "Met", "Told", "Vote", "tell"]


@dataclass(frozen=True, slots=True)
class Vote:
    """A question decided by entry `n`: by a vote that was counted, or without one.

    `roll` are the members entitled when it was closed; `absent` those of them who were not there.
    Of a vote that was not by name `decision.answers` is empty.
    """

    n: int
    at: datetime | None
    meeting: int
    item: str
    it: Phrase
    decision: Decision
    roll: tuple[str, ...] = ()
    absent: frozenset[str] = frozenset()
    disassociated: tuple[str, ...] = ()
    is_text: bool = False

    @property
    def id(self) -> str:
        """Where it stands in the voting annex."""
        return f"v{self.n}"


@dataclass(frozen=True, slots=True)
class Ballot:
    """A ballot of an election, counted by entry `n`: figures and who was elected, never whose
    paper said what."""

    n: int
    at: datetime | None
    meeting: int
    contest: str
    it: Phrase
    number: int
    special: bool
    field: tuple[str, ...]
    figures: Figures
    voting: int
    required: int
    elected: tuple[str, ...]


@dataclass(slots=True)
class Met:
    """A meeting: when it was opened and rose, who was there at any time, what it took up."""

    number: int
    opened: datetime | None = None
    closed: datetime | None = None
    items: list[str] = field(default_factory=list)
    present: dict[str, None] = field(default_factory=dict)
    members: int = 0
    agenda: tuple[str, ...] = ()
    rose: int = 0  # the entry with which it rose; 0 while it goes on

    @property
    def day(self) -> date | None:
        """The day on which it was opened."""
        return self.opened.date() if self.opened else None


@dataclass(slots=True)
class Told:
    """All that a log says: lines, meetings, votes, ballots, and the floor at its end."""

    floor: Floor
    names: Names
    lines: list[Line] = field(default_factory=list)
    meetings: dict[int, Met] = field(default_factory=dict)
    votes: list[Vote] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)

    def of_meeting(self, number: int) -> list[Line]:
        """The lines of one meeting, in order."""
        return [line for line in self.lines if line.meeting == number]


def tell(scenario: Mapping[str, Any], events: Iterable[Event], names: Names) -> Told:
    """Tell a log: `scenario` is what stands before the first event. Refused events change and tell
    nothing."""
    told = Told(floor_of(scenario), names)
    for event in events:
        was = before(told.floor) if event.do not in _SILENT else None
        answer = apply(told.floor, event)
        if answer.allowed:
            _follow(told, event)
        if answer.allowed and was is not None:
            _narrate(told, Scene(event, told.floor, was, names, answer.rules, answer.borrowed))
    return told


# Nothing is written of these one by one; what they lead to is.
_SILENT = frozenset({
    "cast", "drop_paper", "answer_roll_call", "observe", "view", "compute_need", "ballot_kind",
    "check_in", "check_out", "take_roll", "request_floor", "withdraw_request", "end_speech",
    "speak", "second",
})  # fmt: skip


def _narrate(told: Told, scene: Scene) -> None:
    found = [
        line
        for narrator in (*NARRATORS.get(scene.event.do, ()), *ALWAYS)
        for line in narrator(scene)
    ]
    if found:  # what was cited is said once
        told.lines += [found[0], *(replace(line, rules=()) for line in found[1:])]
    _keep_votes(told, scene)
    _keep_ballot(told, scene)


def _follow(told: Told, event: Event) -> None:
    """The frame of the meeting: its hours, its items, who was there."""
    meeting, floor = told.floor.meeting, told.floor
    if event.do == "open_meeting" or (not told.meetings and meeting.status == "open"):
        told.meetings[meeting.number] = Met(
            meeting.number, floor.now, present=dict.fromkeys(roll.present(floor)),
            members=roll.member_count(floor), agenda=tuple(meeting.agenda or ()),
        )  # fmt: skip
    this = told.meetings.get(meeting.number)
    if this is None:
        return
    if event.do == "check_in":
        this.present.update(dict.fromkeys(roll.present(floor)))
    if meeting.item is not None and meeting.item not in this.items:
        this.items.append(meeting.item)
    if meeting.status == "adjourned" and not this.rose:
        this.closed, this.rose = floor.now, event.n


def _keep_votes(told: Told, scene: Scene) -> None:
    """Keep what was decided as it was decided: a later decision on it stands beside."""
    floor, was = told.floor, scene.before
    found = [was.vote] if scene.event.do == "close_voting" and was.vote else []
    found += [
        name for name, one in floor.texts.proposals.items()
        if one.status == "adopted_without_vote" and was.texts.get(name) != one.status
    ]  # fmt: skip
    for name in found:
        if name in floor.decisions:
            told.votes.append(_vote(told, scene, name))


def _vote(told: Told, scene: Scene, name: str) -> Vote:
    floor = told.floor
    entitled = roll.entitled(floor)
    absent = frozenset(state for state in entitled if not roll.is_present(floor, state))
    return Vote(
        scene.event.n, floor.now, floor.meeting.number, floor.meeting.item or "",
        scene.called(name, titled=True), copy(floor.decisions[name]), tuple(entitled), absent,
        is_text=name in floor.texts.proposals,
    )  # fmt: skip


def _keep_ballot(told: Told, scene: Scene) -> None:
    if scene.event.do != "count":
        return
    name, contest = of_elections.which(scene)
    figures, result = contest.figures, contest.result
    if figures is None or result is None:
        return
    new = tuple(one for one in contest.elected if one not in scene.before.elected.get(name, ()))
    told.ballots.append(
        Ballot(
            scene.event.n, told.floor.now, told.floor.meeting.number, name,
            contest_named(name, told.names), contest.number, contest.kind == SPECIAL,
            scene.before.fields.get(name, ()), figures, result.voting, result.required, new,
        )
    )  # fmt: skip
