"""All that the page of one body says, in five queries.

One read of names gives the body's own, those of its parent, of its children, of the bodies among
its members and of those in which it takes part itself.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.holders import Held, held_on
from amana.organisation.lookups.naming import name_of_state
from amana.organisation.models import (
    Attestation,
    Body,
    BodyKind,
    BodyName,
    Establishment,
    Membership,
    Placement,
    Question,
    Seat,
    Suspension,
)

__all__ = ["Answer", "BodyPage", "Neighbour", "Party", "Sat", "answers_about", "body_page"]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another body, as named on the day."""

    key: str
    names: Words
    acronym: Words
    kind: BodyKind
    since: str | None  # the mark of its beginning, "" where not known, None: it did not exist

    @property
    def existed(self) -> bool:
        """Whether it existed on the day."""
        return self.since is not None


@dataclass(frozen=True, slots=True)
class Sat:
    """A seat with the name of its state."""

    row: Seat
    state: Words


@dataclass(frozen=True, slots=True)
class Party:
    """A state or a body that takes part, and whether its participation was suspended that day."""

    row: Membership
    names: Words
    route: tuple[str, str]
    suspended: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A question about the body with the preferred answer and the number of answers."""

    row: Question
    preferred: Words
    answers: int


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body on a day, with its history."""

    body: Body
    current: Establishment | None  # None where it did not exist that day
    establishments: tuple[Establishment, ...]
    name: BodyName
    names: tuple[BodyName, ...]
    seat: Sat | None
    seats: tuple[Sat, ...]
    parent: Neighbour | None
    children: tuple[Neighbour, ...]
    offices: tuple[Held, ...]
    members: tuple[Party, ...]
    takes_part_in: tuple[Party, ...]
    questions: tuple[Answer, ...]

    @property
    def last(self) -> Establishment | None:
        """What is said of it on the day, or what was last said."""
        return self.current or (self.establishments[-1] if self.establishments else None)

    @property
    def undated_children(self) -> int:
        """How many bodies under it have no known beginning."""
        return sum(not child.since for child in self.children)


def body_page(key: str, *, on: date) -> BodyPage:
    """One body with all that its page shows. Refused when unknown."""
    found, existence, seats = _itself(key, on)
    rows = list(_names_around(key, on))
    names = tuple(row for row in rows if row.body_id == found.pk)
    around = _neighbours(rows, on)
    parent = next((row.stands_under for row in names), None)  # type: ignore[attr-defined]
    below = dict.fromkeys(
        row.body.key
        for row in rows
        if row.stands_under == key and row.begun is not None  # type: ignore[attr-defined]
    )
    parties = _parties(key, on, around)
    return BodyPage(
        body=found,
        current=next((row for row in existence if on in row.period), None),
        establishments=existence,
        name=next((row for row in names if on in row.period), names[-1]),
        names=names,
        seat=next((seat for seat in seats if on in seat.row.period), None),
        seats=seats,
        parent=around.get(parent or ""),
        children=tuple(around[child] for child in below),
        offices=tuple(held_on(on, Q(body=found))),
        members=tuple(each for each in parties if each.row.body_id == found.pk),
        takes_part_in=tuple(each for each in parties if each.row.member_body_id == found.pk),
        questions=tuple(answers_about(f"body:{key}")),
    )


def _itself(key: str, on: date) -> tuple[Body, tuple[Establishment, ...], tuple[Sat, ...]]:
    """The body, its periods of existence and its seats, in one query.

    The two histories are a few rows each, so that their product is small.
    """
    rows = list(
        Body.objects.filter(key=key)
        .annotate(
            existence=FilteredRelation(
                "establishments", condition=Q(establishments__recorded__upper_inf=True)
            ),
            sat=FilteredRelation("seats", condition=Q(seats__recorded__upper_inf=True)),
            sat_in=name_of_state("sat__state", on),
        )
        .select_related("kind", "existence", "sat__state")  # type: ignore[misc]
        .order_by("existence__during", "sat__during")
    )
    if not rows:
        raise Refusal("body.unknown", key=key[:80])
    # Django sets a joined row only where there is one.
    existence = {row.existence.pk: row.existence for row in rows if hasattr(row, "existence")}
    seats = {row.sat.pk: Sat(row.sat, row.sat_in or Words()) for row in rows if hasattr(row, "sat")}
    return rows[0], tuple(existence.values()), tuple(seats.values())


def _names_around(key: str, on: date) -> "QuerySet[BodyName]":
    """Every name of the body and of those that its page names, of any time.

    With what each stood under and whether it existed on the day.
    """
    placed, members = Placement.objects.on(on), Membership.objects.on(on)
    under = placed.filter(body=OuterRef("body"))
    then = Establishment.objects.on(on).filter(body=OuterRef("body"))
    return (
        BodyName.objects.known()
        .filter(
            Q(body__key=key)
            | Q(body__in=placed.filter(parent__key=key).values("body"))
            | Q(body__in=placed.filter(body__key=key).values("parent"))
            | Q(body__in=members.filter(body__key=key).values("member_body"))
            | Q(body__in=members.filter(member_body__key=key).values("body"))
        )
        .select_related("body__kind")
        .annotate(
            stands_under=Subquery(under.values("parent__key")[:1]),
            begun=Subquery(then.values("since_mark")[:1]),
        )
        .order_by("body__kind__position", "body__rank", "body__id", "during")
    )


def _neighbours(rows: list[BodyName], on: date) -> dict[str, Neighbour]:
    """Each body by the name of the day, else the last one."""
    found: dict[str, Neighbour] = {}
    settled: set[str] = set()
    for row in rows:
        if row.body.key not in settled:
            begun = row.begun  # type: ignore[attr-defined]
            found[row.body.key] = Neighbour(
                row.body.key, row.names, row.acronym, row.body.kind, begun
            )
        if on in row.period:
            settled.add(row.body.key)
    return found


def _parties(key: str, on: date, around: dict[str, Neighbour]) -> list[Party]:
    """Who takes part in the body, and in what it takes part itself."""
    stopped = Suspension.objects.on(on).filter(
        state=OuterRef("state"), body=OuterRef("body"), of=Suspension.Of.PARTICIPATION
    )
    rows = (
        Membership.objects.on(on)
        .filter(Q(body__key=key) | Q(member_body__key=key))
        .select_related("state", "member_body", "body")
        .annotate(called=name_of_state("state", on), stopped=Exists(stopped))
        .order_by("id")
    )
    return [_party(row, key, around) for row in rows]


def _party(row: Membership, key: str, around: dict[str, Neighbour]) -> Party:
    stopped = row.stopped  # type: ignore[attr-defined]
    if row.state and row.body.key == key:
        return Party(row, row.called or Words(), ("organisation:state", row.state.key), stopped)  # type: ignore[attr-defined]
    other = row.body if row.body.key != key else row.member_body
    assert other is not None, "a membership has one party"
    return Party(row, around[other.key].names, ("organisation:body", other.key), stopped)


def answers_about(about: str) -> list[Answer]:
    """The questions about one subject, each with its preferred answer: one query."""
    said = Attestation.objects.known().filter(question_key=OuterRef("key"))
    counted = said.order_by().values("question_key").annotate(n=Count("pk")).values("n")
    rows = (
        Question.objects.known()
        .filter(about=about)
        .annotate(
            answer=Subquery(said.filter(preferred=True).values("value")[:1]),
            answers=Coalesce(Subquery(counted), 0),
        )
        .order_by("id")
    )
    return [Answer(row, row.answer or Words(), row.answers) for row in rows]
