"""Members, observers and applicants on a day, and the history of a state."""

from dataclasses import dataclass, field
from datetime import date

from amana.kernel.order import sort_key
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.bodies import named
from amana.organisation.lookups.bodies import root as organisation
from amana.organisation.models import (
    Application,
    Body,
    Membership,
    State,
    StateName,
    StatusEvent,
    Suspension,
    Term,
)

__all__ = ["MemberRow", "StateView", "applications", "groups", "members", "observers", "state",
           "suspended"]  # fmt: skip


@dataclass(slots=True)
class MemberRow:
    """A member or observer on a day. `certain` is false where the day itself is in doubt."""

    key: str
    code: str  # alpha-3 of a state, acronym of a body
    names: Words
    official: Words
    row: Membership
    state: State | None
    suspension: Suspension | None
    certain: bool
    group: str = ""
    group_names: Words = field(default_factory=Words)

    @property
    def is_suspended(self) -> bool:
        """Whether its participation was suspended that day."""
        return self.suspension is not None


def members(
    *, on: date, body: Body | None = None, lang: str = "en", status: str = "member"
) -> list[MemberRow]:
    """Who took part in a body on a day, in the order of the reader's language: four queries.

    A suspended member is still a member; `suspension` says so.
    """
    body = body or organisation()
    rows = Membership.objects.on(on).filter(body=body, status=status)
    rows = rows.select_related("state", "member_body")
    names = {
        name.state_id: name
        for name in StateName.objects.on(on).filter(state__memberships__body=body)
    }
    suspensions = {
        row.state_id: row
        for row in Suspension.objects.on(on).filter(body=body, of=Suspension.Of.PARTICIPATION)
    }
    found = [_member(row, names, suspensions, on) for row in rows]
    _group(found, on)
    if any(row.state is None for row in found):
        _name_bodies(found, on)
    return sorted(found, key=lambda row: sort_key(row.names.text(lang), lang))


def _member(
    row: Membership, names: dict[int, StateName], suspensions: dict[int, Suspension], on: date
) -> MemberRow:
    state = row.state
    name = names.get(state.pk) if state else None
    return MemberRow(
        key=state.key if state else row.member_body.key,  # type: ignore[union-attr]
        code=state.alpha3 if state else "",
        names=name.names if name else Words(en=state.alpha3 if state else ""),
        official=name.official if name else Words(),
        row=row,
        state=state,
        suspension=suspensions.get(state.pk) if state else None,
        certain=row.is_certain_on(on),
    )


def _group(found: list[MemberRow], on: date) -> None:
    """The regional group of each state on the day: one query."""
    memberships = Membership.objects.on(on).filter(
        body__kind__is_group=True, state__in=[row.state for row in found if row.state]
    )
    names = None
    groups = dict(memberships.values_list("state__key", "body__key"))
    for row in found:
        row.group = groups.get(row.key, "")
        if row.group:
            names = names or named(on=on)
            row.group_names = names.get(row.group, (Words(en=row.group), Words()))[0]


def _name_bodies(found: list[MemberRow], on: date) -> None:
    names = named(on=on)
    for row in found:
        if row.state is None:
            row.names, acronym = names.get(row.key, (Words(en=row.key), Words()))
            row.code = acronym.text("en")


def observers(*, on: date, lang: str = "en") -> list[MemberRow]:
    """States and organisations that observe."""
    return members(on=on, lang=lang, status="observer")


def suspended(*, on: date) -> list[Suspension]:
    """Suspensions of participation in the organisation in force that day."""
    rows = Suspension.objects.on(on).filter(body=organisation(), of=Suspension.Of.PARTICIPATION)
    return list(rows.select_related("state").order_by("state__alpha3"))


def applications(*, on: date) -> list[Application]:
    """Requests on record that day."""
    rows = Application.objects.on(on).filter(body=organisation())
    return list(rows.select_related("state", "member_body").order_by("during", "id"))


def groups(*, on: date) -> list[tuple[str, Words, int]]:
    """The regional groups and how many states each counts that day."""
    names = named(on=on)
    counted: dict[str, int] = {}
    rows = Membership.objects.on(on).filter(body__kind__is_group=True, status="member")
    for key in rows.order_by("body__rank", "body__id").values_list("body__key", flat=True):
        counted[key] = counted.get(key, 0) + 1
    return [(key, names.get(key, (Words(en=key), Words()))[0], n) for key, n in counted.items()]


@dataclass(frozen=True, slots=True)
class StateView:
    """A state with all that is on record of it, of any day."""

    state: State
    title: Words
    official: Words
    names: tuple[StateName, ...]
    memberships: tuple[Membership, ...]
    suspensions: tuple[Suspension, ...]
    events: tuple[StatusEvent, ...]
    applications: tuple[Application, ...]
    terms: tuple[Term, ...]  # held by the state itself, or by its nationals
    body_names: dict[str, Words]


def state(key: str, *, on: date) -> StateView:
    """One state, by key or alpha-3. Refused when unknown. Nine queries."""
    found = State.objects.filter(key=key.lower()).first()
    if found is None:
        raise Refusal("state.unknown", key=key)
    names = tuple(StateName.objects.known().filter(state=found).order_by("during"))
    current = next((name for name in names if on in name.period), names[-1] if names else None)
    return StateView(
        found,
        current.names if current else Words(en=found.alpha3),
        current.official if current else Words(),
        names,
        tuple(
            Membership.objects.known().filter(state=found)
            .select_related("body__kind").order_by("body__rank", "during")
        ),
        tuple(Suspension.objects.known().filter(state=found)
              .select_related("body").order_by("during")),
        tuple(StatusEvent.objects.known().filter(state=found).order_by("during")),
        tuple(Application.objects.known().filter(state=found).order_by("during")),
        tuple(
            (Term.objects.known().filter(state=found)
             | Term.objects.known().filter(person__nationality=found))
            .select_related("office__body", "person").order_by("during")
        ),
        {key: names for key, (names, _acronym) in named(on=on).items()},
    )  # fmt: skip
