"""What changed between two days: beginnings and ends of dated facts, in order of day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amana.ground.dated import Dated
from amana.kernel.words import Words
from amana.organisation.lookups.bodies import named
from amana.organisation.models import (
    BodyName,
    Establishment,
    Membership,
    PersonName,
    Rule,
    Seat,
    StateName,
    Suspension,
    Term,
)

__all__ = ["Change", "changes"]


@dataclass(frozen=True, slots=True)
class Change:
    """Something began or ended: `kind` is the sort of fact, `ends` which of the two."""

    day: date
    mark: str
    kind: str  # membership, observer, suspension, body, name, seat, term, rule
    ends: bool
    what: Words  # the state, body, person or rule concerned
    where: Words  # the body or office it concerns, where there is one
    route: tuple[str, str]  # route name and key of its page
    row: Dated


_Named = Callable[[Dated], tuple[str, Words, Words, tuple[str, str]] | None]


def changes(*, since: date, until: date) -> list[Change]:
    """Everything that began or ended from `since` to before `until`: ten queries at most."""
    bodies = {key: words for key, (words, _acronym) in named(on=until).items()}
    states = dict(StateName.objects.known().values_list("state_id", "names"))
    people = dict(PersonName.objects.known().values_list("person_id", "names"))

    def body(key: str) -> Words:
        return bodies.get(key, Words(en=key))

    describe: dict[type[Dated], tuple[tuple[str, ...], _Named]] = {
        Membership: (
            ("state", "member_body", "body__kind"),
            lambda r: None if r.body.kind.is_group else (  # type: ignore[attr-defined]
                "observer" if r.status == "observer" else "membership",
                states.get(r.state_id) or body(r.member_body.key if r.member_body else ""),
                body(r.body.key),
                ("organisation:state", r.state.key) if r.state
                else ("organisation:body", r.member_body.key),
            ),
        ),
        Suspension: (
            ("state", "body"),
            lambda r: ("suspension", states.get(r.state_id, Words()), body(r.body.key),
                       ("organisation:state", r.state.key)),
        ),
        Establishment: (
            ("body",),
            lambda r: ("body", body(r.body.key), Words(), ("organisation:body", r.body.key)),
        ),
        BodyName: (
            ("body",),
            lambda r: ("name", r.names, Words(), ("organisation:body", r.body.key))
            if r.since_mark else None,
        ),
        Seat: (
            ("body",),
            lambda r: ("seat", r.place, body(r.body.key), ("organisation:body", r.body.key)),
        ),
        Term: (
            ("office__body", "person", "state"),
            lambda r: None if r.seen else (
                "term", people.get(r.person_id) or states.get(r.state_id, Words()),
                body(r.office.body.key), ("organisation:office", r.office.key),
            ),
        ),
        Rule: (
            ("name",),
            lambda r: ("rule", r.name.title, r.shown or Words(en=r.value),
                       ("organisation:rule", r.name.key)),
        ),
    }  # fmt: skip
    found = [
        change
        for model, (relations, said) in describe.items()
        for change in _of(model, relations, said, since, until)
    ]
    return sorted(found, key=lambda change: (change.day, change.ends, change.kind))


def _of(
    model: type[Dated], relations: tuple[str, ...], said: _Named, since: date, until: date
) -> Iterator[Change]:
    rows = model.objects.known().filter(
        Q(during__startswith__gte=since, during__startswith__lt=until)
        | Q(during__endswith__gt=since, during__endswith__lte=until)
    )
    for row in rows.select_related(*relations):
        described = said(row)
        if described is None:
            continue
        kind, what, where, route = described
        begin, end = row.during.lower, row.during.upper
        if begin and since <= begin < until and row.since_mark:
            yield Change(begin, row.since_mark, kind, False, what, where, route, row)
        if end and since < end <= until and row.until_mark and kind != "rule":
            yield Change(end, row.until_mark, kind, True, what, where, route, row)
