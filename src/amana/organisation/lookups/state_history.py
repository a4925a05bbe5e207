"""All that is on record of one state, and what it was in the organisation on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from amana.ground.dated import Dated
from amana.kernel.refusals import Refusal
from amana.organisation.lookups.naming import name_at
from amana.organisation.models import (
    Application,
    BodyName,
    Membership,
    PersonName,
    Post,
    State,
    StateName,
    StatusEvent,
    Suspension,
    Term,
    VoteExemption,
)

__all__ = ["Standing", "StateHistory", "state_history"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a state was on a day, and the fact that says so.

    `kind` is member, suspended, observer, former, coming (it joined later), applicant or none.
    """

    kind: str
    row: Any = None
    suspension: Suspension | None = None
    certain: bool = True
    vote: Suspension | None = None  # where its vote was suspended
    exemption: VoteExemption | None = None  # where it voted all the same


@dataclass(frozen=True, slots=True)
class StateHistory:
    """A state with every fact of it, oldest first. Rows carry the names of what they concern."""

    state: State
    current: StateName
    names: tuple[StateName, ...]
    memberships: tuple[Membership, ...]  # in the organisation
    elsewhere: tuple[Membership, ...]  # in regional groups and other bodies
    suspensions: tuple[Suspension, ...]
    exemptions: tuple[VoteExemption, ...]
    events: tuple[StatusEvent, ...]
    applications: tuple[Application, ...]
    terms: tuple[Term, ...]  # of the state itself, or of its nationals

    @property
    def rows(self) -> Iterator[Dated]:
        """Every fact that the page shows with a source mark."""
        for part in (self.names, self.memberships, self.elsewhere, self.suspensions,
                     self.exemptions, self.events, self.applications, self.terms):  # fmt: skip
            yield from part

    def standing(self, on: date) -> Standing:
        """What it was on the day: Egypt on 1982-06-01 is suspended, Zanzibar in 1994 former."""
        for row in self.memberships:
            if on in row.period:
                return self._present(row, on)
        if past := [row for row in self.memberships if row.during.upper and row.during.upper <= on]:
            return Standing("former", past[-1])
        if asked := [row for row in self.applications if on in row.period]:
            return Standing("applicant", asked[-1], certain=asked[-1].is_certain_on(on))
        if self.memberships:
            return Standing("coming", self.memberships[0])
        return Standing("none")

    def _present(self, row: Membership, on: date) -> Standing:
        certain = row.is_certain_on(on)
        held = {each.of: each for each in _whole(self.suspensions, on)}
        vote = held.get(Suspension.Of.VOTE)
        exempt = next(_whole(self.exemptions, on), None) if vote else None
        if suspension := held.get(Suspension.Of.PARTICIPATION):
            sure = certain and suspension.is_certain_on(on)
            return Standing("suspended", row, suspension, sure, vote, exempt)
        sure = certain and (vote is None or vote.is_certain_on(on))
        return Standing(row.status, row, None, sure, vote, exempt)


def _whole(rows: Any, on: date) -> Iterator[Any]:
    """Those that hold on the day in the organisation as a whole."""
    return (row for row in rows if on in row.period and row.body.kind.is_organisation)


def state_history(key: str, *, on: date) -> StateHistory:
    """One state with its history: six queries, and one where its vote was ever suspended.

    Refused by `state.unknown` when not on record.
    """
    names = tuple(
        StateName.objects.known().filter(state__key=key.lower()).select_related("state")
        .order_by("during")
    )  # fmt: skip
    if not names:
        raise Refusal("state.unknown", key=key)
    found = names[0].state
    memberships = tuple(_memberships(found, on))
    suspensions = _named(Suspension, found, on)
    votes = any(row.of == Suspension.Of.VOTE for row in suspensions)
    return StateHistory(
        found,
        _last_begun(names, on),
        names,
        tuple(row for row in memberships if row.body.kind.is_organisation),
        tuple(row for row in memberships if not row.body.kind.is_organisation),
        suspensions,
        _named(VoteExemption, found, on) if votes else (),
        tuple(_of(StatusEvent, found).order_by("during")),
        tuple(_of(Application, found).order_by("during")),
        tuple(_terms(found, on)),
    )


def _last_begun(names: tuple[StateName, ...], on: date) -> StateName:
    begun = [row for row in names if row.during.lower is None or row.during.lower <= on]
    return (begun or list(names))[-1]


def _of(model: Any, found: State) -> Any:
    return model.objects.known().filter(state=found)


def _named(model: Any, found: State, on: date) -> tuple[Any, ...]:
    """The rows in their order in time, each with the body in which it holds."""
    rows = _of(model, found).select_related("body__kind").order_by("during")
    return tuple(rows.annotate(body_names=name_at(BodyName, on, body=OuterRef("body"))))


def _memberships(found: State, on: date) -> QuerySet[Any]:
    rows = _of(Membership, found).select_related("body__kind")
    named = rows.annotate(body_names=name_at(BodyName, on, body=OuterRef("body")))
    return named.order_by("body__kind__position", "body__rank", "during")  # type: ignore[no-any-return]


def _terms(found: State, on: date) -> QuerySet[Any]:
    rows = Term.objects.known().filter(Q(state=found) | Q(person__nationality=found))
    return rows.select_related("office__body", "person").annotate(
        title=name_at(Post, on, "title", office=OuterRef("office")),
        body_names=name_at(BodyName, on, body=OuterRef("office__body")),
        holder=name_at(PersonName, on, person=OuterRef("person")),
    ).order_by("during", "pk")  # fmt: skip
