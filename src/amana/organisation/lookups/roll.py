"""The roll of the organisation on a day: members, observers, former members.

The page of members is the one most often asked for, and it draws some seventy names at once. So
what the roll rests on, of any day, is read as plain columns and kept until the next act of the
register; the roll of a day is then worked out of it without asking the database again.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any

from amana.ground.register import data_version
from amana.kernel.marks import Mark
from amana.kernel.order import sort_key
from amana.kernel.words import Words
from amana.organisation.models import (
    Application,
    BodyName,
    Membership,
    StateName,
    Suspension,
    VoteExemption,
)

__all__ = ["Applicant", "Entry", "Grounds", "Group", "Roll", "applicants", "roll"]

in_order = lru_cache(maxsize=4096)(sort_key)
"""Keys of order are dear (30 microseconds) and names are few: they are worth keeping."""


@dataclass(frozen=True, slots=True)
class Suspended:
    """A suspension in force on the day."""

    since_mark: str
    decided_by: Words


@dataclass(frozen=True, slots=True)
class Exemption:
    """In force on the day: the member votes although its vote is suspended."""

    since_mark: str
    until_mark: str


@dataclass(frozen=True)
class Grounds:
    """What a place on the roll rests on, as a source mark shows it; the same for every day."""

    since_mark: str
    until_mark: str
    basis: list[str]
    sources: list[str]
    confidence: str
    note: Words
    conflict: Words
    act_id: int


@dataclass(frozen=True, slots=True)
class Group:
    """A regional group as it is called on the day."""

    key: str
    names: Words
    rank: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A state or an organisation on the roll. `certain` is false where the day is in doubt."""

    key: str
    code: str
    names: Words
    official: Words
    kind: str  # of a state as State.Kind has it; `organisation` of a body
    status: str
    since_mark: str
    until_mark: str
    founding: bool
    disputed: bool
    certain: bool
    left: bool
    group: Group | None
    suspension: Suspended | None
    vote: Suspended | None  # where its vote is suspended
    exemption: Exemption | None  # and where it votes all the same
    grounds: Grounds

    @property
    def is_state(self) -> bool:
        """Whether it has the page of a state; an organisation has the page of a body."""
        return self.kind != "organisation"

    @property
    def standing(self) -> str:
        """`suspended` where a member's participation is suspended, else its status."""
        return "suspended" if self.suspension else self.status


@dataclass(frozen=True, slots=True)
class Roll:
    """Everyone on the roll that day, each list in the order of the reader's language."""

    members: tuple[Entry, ...]
    observers: tuple[Entry, ...]
    former: tuple[Entry, ...]

    @property
    def suspended(self) -> int:
        """How many members are suspended."""
        return sum(entry.suspension is not None for entry in self.members)

    @property
    def groups(self) -> list[tuple[Group, int]]:
        """Each regional group, by rank, with the number of its members that day."""
        counted: dict[Group, int] = {}
        for entry in self.members:
            if entry.group:
                counted[entry.group] = counted.get(entry.group, 0) + 1
        return sorted(counted.items(), key=lambda item: item[0].rank)


def roll(*, on: date, lang: str = "en", version: str = "") -> Roll:
    """The roll of the organisation on a day: seven queries after an act, and one for its version.

    Who knows the version of the data already (the head of the register) says it. On 1982-06-01
    the roll counts 43 members, of which Afghanistan and Egypt are suspended; Zanzibar, in and out
    in 1993, is a former member from that September on.
    """
    day = _Day(known(version or data_version()), on)
    now: list[Entry] = []
    former: list[Entry] = []
    for row in day.known.memberships:
        since = row["during"].lower
        if since is None or since <= on:
            entry = day.entry(row)
            (former if entry.left else now).append(entry)
    present = {entry.key for entry in now}
    gone = {entry.key: entry for entry in former if entry.key not in present}
    return Roll(
        _sorted((entry for entry in now if entry.status == "member"), lang),
        _sorted((entry for entry in now if entry.status == "observer"), lang),
        _sorted(iter(gone.values()), lang),
    )


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asked to become a member or an observer, and the request."""

    key: str
    names: Words
    is_state: bool
    row: Application


def applicants(*, on: date, lang: str = "en", version: str = "") -> list[Applicant]:
    """The requests on record that day, in the order of the reader's language."""
    day = _Day(known(version or data_version()), on)
    found = [
        Applicant(
            (row.state or row.member_body).key,
            day.named(row.state_id, row.member_body_id)[0] or Words(en=str(row.state)),
            row.state_id is not None,
            copy(row),  # a page hangs its links on it
        )
        for row in day.known.applications
        if on in row.during
    ]
    return sorted(found, key=lambda each: in_order(each.names.text(lang), lang))


def _sorted(entries: Iterator[Entry], lang: str) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: in_order(entry.names.text(lang), lang)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the roll rests on, of any day: rows by the number of the state or body they concern."""

    memberships: tuple[Any, ...]
    states: dict[int, list[tuple[Any, ...]]]  # period, name, official name
    bodies: dict[int, list[tuple[Any, ...]]]  # period, name, acronym
    suspensions: dict[int, list[tuple[Any, ...]]]  # period, of what, mark, decided by
    exemptions: dict[int, list[tuple[Any, ...]]]  # period, marks of both ends
    groups: dict[int, list[tuple[Any, ...]]]  # period, number, key and rank of the group
    applications: tuple[Any, ...]


@lru_cache(maxsize=2)
def known(version: str) -> _Known:
    """All of it as the register stands at a version: seven queries, kept until the next act."""
    memberships = Membership.objects.known().filter(body__kind__is_organisation=True)
    suspensions = Suspension.objects.known().filter(body__kind__is_organisation=True)
    exemptions = VoteExemption.objects.known().filter(body__kind__is_organisation=True)
    applications = Application.objects.known().filter(body__kind__is_organisation=True)
    groups = Membership.objects.known().filter(body__kind__is_group=True, status="member")
    rests_on = [field.name for field in fields(Grounds)]
    rows = memberships.order_by("during").values(
        "state_id", "member_body_id", "state__key", "state__alpha3", "state__kind",
        "member_body__key", "status", "during", "founding", *rests_on,
    )  # fmt: skip
    return _Known(
        tuple(
            {**row, "grounds": Grounds(**{name: row[name] for name in rests_on})} for row in rows
        ),
        _by_first(StateName.objects.known(), "state_id", "during", "names", "official"),
        _by_first(BodyName.objects.known(), "body_id", "during", "names", "acronym"),
        _by_first(suspensions, "state_id", "during", "of", "since_mark", "decided_by"),
        _by_first(exemptions, "state_id", "during", "since_mark", "until_mark"),
        _by_first(groups, "state_id", "during", "body_id", "body__key", "body__rank"),
        tuple(applications.select_related("state", "member_body")),
    )  # fmt: skip


def _by_first(rows: Any, *columns: str) -> dict[int, list[tuple[Any, ...]]]:
    """The other columns of the rows, latest first, under the first of them."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for first, *others in rows.order_by("-during").values_list(*columns):
        found.setdefault(first, []).append(tuple(others))
    return found


class _Day:
    """What is said of the parties on one day."""

    def __init__(self, known: _Known, on: date) -> None:
        self.known, self.on = known, on

    def entry(self, row: dict[str, Any]) -> Entry:
        """One line of the roll."""
        until, state = row["during"].upper, row["state_id"]
        key = row["state__key"] or row["member_body__key"]
        names, short = self.named(state, row["member_body_id"])
        is_member = row["status"] == "member"
        held = self._suspended(state) if is_member else {}
        vote = held.get(Suspension.Of.VOTE)
        exempt = self._current(self.known.exemptions, state) if vote else None
        return Entry(
            key=key,
            code=row["state__alpha3"] or short.text("en"),
            names=names or Words(en=row["state__alpha3"] or key),
            official=short if state else Words(),
            kind=row["state__kind"] or "organisation",
            status=row["status"],
            since_mark=row["since_mark"],
            until_mark=row["until_mark"],
            founding=row["founding"],
            disputed=bool(row["conflict"]),
            certain=not (
                _in_doubt(row["since_mark"], self.on) or _in_doubt(row["until_mark"], self.on)
            ),
            left=until is not None and until <= self.on,
            group=self._group(state) if is_member else None,
            suspension=held.get(Suspension.Of.PARTICIPATION),
            vote=vote,
            exemption=Exemption(*exempt) if exempt else None,
            grounds=row["grounds"],
        )

    def _suspended(self, state: int) -> dict[str, Suspended]:
        """What of a member is suspended on the day, by what it is."""
        rows = self.known.suspensions.get(state, ())
        return {of: Suspended(*said) for during, of, *said in rows if self.on in during}

    def _current(
        self, rows: dict[int, list[tuple[Any, ...]]], number: int
    ) -> tuple[Any, ...] | None:
        """What holds on the day, without its period."""
        for during, *said in rows.get(number, ()):
            if self.on in during:
                return tuple(said)
        return None

    def named(self, state: int | None, body: int | None) -> tuple[Words, Words]:
        """The name on the day with the official or short one; else the last before it."""
        rows = self.known.states.get(state, ()) if state else self.known.bodies.get(body or 0, ())
        for during, names, short in rows:
            if during.lower is None or during.lower <= self.on:
                return names, short
        return Words(), Words()

    def _group(self, state: int) -> Group | None:
        found = self._current(self.known.groups, state)
        if found is None:
            return None
        number, key, rank = found
        return Group(key, self.named(None, number)[0] or Words(en=key), rank)


@lru_cache(maxsize=4096)
def _in_doubt(text: str, on: date) -> bool:
    """Whether the day lies within a mark that is not known to the day.

    `_in_doubt("1975", date(1975, 6, 1))` is true, for the next year it is false.
    """
    if not text:
        return False
    mark = Mark.parse(text)
    return not mark.is_exact and mark.earliest <= on <= mark.latest
