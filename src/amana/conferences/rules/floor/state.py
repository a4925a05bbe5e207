"""The state of a meeting, one part for each subject. Only acts change it, called by the fold."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from amana.conferences.rules.majorities import Count
from amana.conferences.rules.rulebook import Rulebook

__all__ = [
    "Amendment", "Appeal", "Decision", "Floor", "Holder", "Meeting", "Moved", "Order", "Point",
    "Proposal", "Request", "Roll", "Ruling", "Speaking", "Texts", "Vote", "Withheld",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a member has no vote, and under which rule."""

    why: str
    rule: str


@dataclass(slots=True)
class Roll:
    """Who belongs, who is there, who may vote. Presence is of a delegation, not of a person.

    `present` keeps for each delegation the persons inside; a delegation that was entered as such
    holds the empty name. `until` and `since` are days: a waiver holds from one (included) until the
    other (not included); a member that leaves is none from its day on.
    """

    members: dict[str, str] = field(default_factory=dict)  # key → name in the session's language
    observers: dict[str, str] = field(default_factory=dict)
    present: dict[str, set[str]] = field(default_factory=dict)
    withheld: dict[str, Withheld] = field(default_factory=dict)
    waivers: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)
    leaves: dict[str, date] = field(default_factory=dict)
    credentials: dict[str, str] = field(default_factory=dict)  # formal, copy, challenged, rejected
    other_organ: tuple[str, ...] = ()


@dataclass(slots=True)
class Meeting:
    """The meeting and its day. `status`: not_open, open, suspended, adjourned."""

    status: str = "not_open"
    number: int = 1
    committee: bool = False
    agenda: list[str] | None = None
    agenda_adopted: bool = False
    item: str | None = None
    item_status: str = "open"  # open, debate_adjourned, voting
    working_languages: tuple[str, ...] = ()
    quorum_call: dict[str, Any] | None = None
    quorum_lifted: bool = False
    suspended_for: str = ""  # the ground of a suspension by the chair
    credentials_asked: dict[str, str] = field(default_factory=dict)  # question → delegation


@dataclass(slots=True)
class Holder:
    """Who has the floor, for what, since when; `spent_s` is the time before `since`."""

    who: str
    purpose: str
    since: datetime | None = None
    limit_s: int | None = None
    spent_s: int = 0
    called_to_order: bool = False


@dataclass(slots=True)
class Request:
    """A name on the list of speakers."""

    who: str
    rank: str = ""
    purpose: str = ""
    number: int = 0  # in the order of request


@dataclass(slots=True)
class Speaking:
    """The list of speakers of the item, the clock, the rights of reply.

    `elsewhere` keeps the lists of other items; `spoken` counts speeches by item and delegation;
    `asked` is what waits for a vote on the list itself: `close_list` or `reopen_list`, by its id.
    """

    holder: Holder | None = None
    speakers: list[Request] = field(default_factory=list)
    list_status: str = "open"
    announced: bool = False
    limit_s: int | None = None
    order_of_ranks: tuple[str, ...] = ()
    replies: list[str] = field(default_factory=list)
    replies_given: dict[tuple[str, str, int], int] = field(default_factory=dict)
    requests: int = 0
    speeches: int | None = None  # how often each delegation may speak on an item
    spoken: dict[tuple[str, str], int] = field(default_factory=dict)
    elsewhere: dict[str, list[Request]] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Point:
    """A point of order that waits for its ruling, and the speaker whom it interrupted."""

    by: str
    about: str
    interrupted: Holder | None = None


@dataclass(slots=True)
class Ruling:
    """What the chair ruled last; an appeal is in order before the next business."""

    ruling: str
    on: str = ""
    about: str = ""
    open_to_appeal: bool = True
    by: str = ""  # who raised the point
    decision: str = ""  # the decision whose validity it is on
    void: bool = False  # it holds that decision for void


@dataclass(slots=True)
class Appeal:
    """An appeal against a ruling: the question is whether the ruling is overruled."""

    id: str
    by: str
    ruling: Ruling
    framing: str = "overrule"
    positive: bool = False  # a yes upholds the ruling
    status: str = "pending"  # pending, ruling_overruled, ruling_stands, withdrawn
    voided: str = ""  # the decision that it made void


@dataclass(slots=True)
class Order:
    """Points of order in their order, the first before the chair; rulings; appeals.

    `held` are points that wait until an appeal is decided.
    """

    points: list[Point] = field(default_factory=list)
    ruling: Ruling | None = None
    appeals: dict[str, Appeal] = field(default_factory=dict)
    held: list[Point] = field(default_factory=list)


@dataclass(slots=True)
class Moved:
    """A procedural motion. `status`: pending, carried, not_carried, withdrawn, lapsed."""

    id: str
    motion: str
    by: str
    rank: int
    number: int
    about: str = ""
    status: str = "pending"
    spoke_for: list[str] = field(default_factory=list)
    spoke_against: list[str] = field(default_factory=list)
    amended: bool = False
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Proposal:
    """A substantive proposal. `parts` are PP… (preambular) and OP… (operative), in order."""

    id: str
    sponsors: list[str]
    status: str = "tabled"
    number: int = 0
    parts: list[str] = field(default_factory=list)
    text: dict[str, str] = field(default_factory=dict)
    important: bool = False
    expenditure: bool = False
    financial_statement: bool = False
    circulated: dict[str, datetime] | None = None
    revision: int = 0
    amended_by: list[str] = field(default_factory=list)
    disassociated: list[str] = field(default_factory=list)
    consensus_asked: bool = False
    objected: list[str] = field(default_factory=list)
    this_session: bool = True
    waived: bool = False  # the organ itself put up with a late circulation
    statement_waived: bool = False  # the organ votes without the financial statement
    same_as: str = ""  # the chair ruled that it is the text already decided under this name
    was: str = ""
    why: str = ""
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Amendment:
    """An amendment of a proposal, of a motion, or (a sub-amendment) of another amendment.

    `status`: tabled, hostile (a sponsor declined it), accepted (by every sponsor), adopted_by_vote,
    not_adopted, not_put, withdrawn, lapsed, new_proposal (the chair ruled that it is none).
    """

    id: str
    of: str
    by: str
    number: int
    change: Any = None
    status: str = "tabled"
    circulated: dict[str, datetime] | None = None
    waived: bool = False
    accepted_by: list[str] = field(default_factory=list)
    declined_by: list[str] = field(default_factory=list)
    amended: bool = False  # a sub-amendment was adopted
    why: str = ""


@dataclass(slots=True)
class Texts:
    """Proposals and amendments in the order of their submission."""

    proposals: dict[str, Proposal] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    amending: dict[str, list[str]] = field(default_factory=dict)  # what is amended → by which
    decided_order: dict[str, list[str]] = field(default_factory=dict)  # of a proposal, by the chair
    consequences: dict[str, dict[str, str]] = field(default_factory=dict)  # a → b → label
    divisions: dict[str, dict[str, Any]] = field(default_factory=dict)
    order_of_proposals: list[str] = field(default_factory=list)
    submitted: int = 0
    proposal: str = ""  # the last one touched
    amendment: str = ""
    division: str = ""


@dataclass(slots=True)
class Vote:
    """A vote in progress, from "the voting has begun" to "the voting is closed"."""

    question: str
    method: str
    majority: str
    base: str
    present: int
    began: datetime | None = None
    answers: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    totals: dict[str, int] | None = None
    order: list[str] = field(default_factory=list)  # of a roll-call
    first: str = ""
    called: int = 0
    passed: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Decision:
    """What was decided on a question, and how. `outcome` is the word, `carried` the arithmetic."""

    question: str
    outcome: str
    carried: bool | None = None
    count: Count | None = None
    method: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    closed: datetime | None = None
    meeting: int = 0
    flags: list[str] = field(default_factory=list)
    second_vote: bool = False  # an equal vote: a second one is due
    second_vote_until: datetime | None = None
    void: bool = False
    by: str = ""
    announced: Any = None


@dataclass(slots=True)
class Floor:
    """A meeting as it stands: the rulebook and one part for each subject.

    `record` is what the record of the meeting holds of the last event, `minutes` of all of them.
    """

    rules: Rulebook
    roll: Roll = field(default_factory=Roll)
    meeting: Meeting = field(default_factory=Meeting)
    speaking: Speaking = field(default_factory=Speaking)
    order: Order = field(default_factory=Order)
    motions: dict[str, Moved] = field(default_factory=dict)
    texts: Texts = field(default_factory=Texts)
    vote: Vote | None = None
    phase: str | None = None  # voting, closed, ready_to_vote, consent_asked
    consent: dict[str, Any] | None = None  # what the chair asked consent to
    decisions: dict[str, Decision] = field(default_factory=dict)
    last_decision: str = ""
    contests: dict[str, Any] = field(default_factory=dict)
    last_contest: str = ""
    announced: set[str] = field(default_factory=set)  # questions whose vote was announced
    asked: dict[str, set[str]] = field(default_factory=dict)  # question → methods asked for
    drawn: str = ""  # the State that a lot calls first
    now: datetime | None = None
    moved: int = 0
    record: list[str] = field(default_factory=list)
    minutes: list[str] = field(default_factory=list)
    shown: dict[str, Any] = field(default_factory=dict)  # answers of pure arithmetic and of views

    @property
    def running(self) -> str:
        """The question whose vote runs, or the contest whose ballot is open; empty for none."""
        if self.vote is not None:
            return self.vote.question
        return next((name for name, one in self.contests.items() if one.balloting), "")
