"""A line of the record, and what a narrator sees of an event: the floor before it and after it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from amana.conferences.rules.floor.contest import Contest
from amana.conferences.rules.floor.events import Event
from amana.conferences.rules.floor.state import Floor
from amana.conferences.rules.record.phrases import Names, Phrase, of_delegations
from amana.conferences.rules.record.questions import question_named
from amana.conferences.rules.record.saying import Fact, said, together
from amana.kernel.words import Words

__all__ = [
    "ALWAYS",
    "NARRATORS",
    "Before",
    "Line",
    "Scene",
    "always",
    "before",
    "contests_of",
    "tells",
]


_PLAIN = re.compile(r"[^\w.]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or more of the record, born of entry `n` of the log.

    `of` tells two lines of one kind and entry apart; `rules` are the articles that the floor cited,
    `borrowed` whether they are another organ's practice.
    """

    n: int
    at: datetime | None
    kind: str
    words: Words
    meeting: int
    rules: tuple[str, ...] = ()
    borrowed: bool = False
    of: str = ""
    item: str = ""

    @property
    def id(self) -> str:
        """The lasting id: the same log gives the same one, however often it is read again."""
        return f"e{self.n}-{self.kind}" + (f"-{_PLAIN.sub('.', self.of)}" if self.of else "")


@dataclass(frozen=True, slots=True)
class Before:
    """What of the floor an event may change and a narrator compares."""

    status: str
    item: str | None
    item_status: str
    agenda_adopted: bool
    list_status: str
    consent: dict[str, Any] | None
    texts: Mapping[str, str]  # proposals, amendments, motions, appeals → status
    vote: str  # the question whose vote runs
    elected: Mapping[str, tuple[str, ...]]  # by contest, and by contest/part
    fields: Mapping[str, tuple[str, ...]]  # who may be voted for in the next ballot, so restricted


@dataclass(frozen=True, slots=True)
class Scene:
    """An event that was in order: the floor after it, what was before, and the names."""

    event: Event
    floor: Floor
    before: Before
    names: Names
    rules: tuple[str, ...] = ()
    borrowed: bool = False

    def line(self, key: str, of: str = "", kind: str = "", /, **facts: Fact) -> Line:
        """A line whose kind is its sentence's key, unless it is said otherwise."""
        return self.line_of(kind or key.replace(".", "-"), together(said(key, **facts)), of)

    def line_of(self, kind: str, words: Words, of: str = "") -> Line:
        """A line of words that are made already."""
        floor = self.floor
        return Line(
            self.event.n, floor.now, kind, words, floor.meeting.number, self.rules, self.borrowed,
            of, floor.meeting.item or "",
        )  # fmt: skip

    @property
    def who(self) -> Phrase:
        """Who acts: the chair where nobody is named."""
        return of_delegations(self.event.by or ("chair",), self.names)

    def those(self, *keys: str) -> Phrase:
        """Delegations by their keys."""
        return of_delegations(keys, self.names)

    def called(self, question: str, *, titled: bool = False) -> Phrase:
        """What a question is called; with its title where it is spoken of first."""
        return question_named(self.floor, question, self.names, titled=titled)


Narrator = Callable[[Scene], Iterator[Line]]
NARRATORS: dict[str, list[Narrator]] = {}
ALWAYS: list[Narrator] = []


def tells(*events: str) -> Callable[[Narrator], Narrator]:
    """Register who tells of some events."""

    def registered(narrator: Narrator) -> Narrator:
        for event in events:
            NARRATORS.setdefault(event, []).append(narrator)
        return narrator

    return registered


def always(narrator: Narrator) -> Narrator:
    """Register who looks at every event for what followed from it."""
    ALWAYS.append(narrator)
    return narrator


def before(floor: Floor) -> Before:
    """The part of the floor that narrators compare, as it stands now."""
    texts = {name: one.status for name, one in floor.texts.proposals.items()}
    texts |= {name: one.status for name, one in floor.texts.amendments.items()}
    texts |= {name: one.status for name, one in floor.motions.items()}
    texts |= {name: one.status for name, one in floor.order.appeals.items()}
    meeting, contests = floor.meeting, dict(contests_of(floor))
    return Before(
        meeting.status, meeting.item, meeting.item_status, meeting.agenda_adopted,
        floor.speaking.list_status, floor.consent, texts,
        floor.vote.question if floor.vote is not None else "",
        {name: tuple(one.elected) for name, one in contests.items()},
        {name: tuple(one.next.field) for name, one in contests.items() if one.next is not None},
    )  # fmt: skip


def contests_of(floor: Floor) -> Iterator[tuple[str, Contest]]:
    """Every contest, and as `contest/part` every region and organ of it."""
    for name, contest in floor.contests.items():
        yield name, contest
        for part, one in (*contest.parts.items(), *contest.organs.items()):
            yield f"{name}/{part}", one
