"""Which facts of this room rest on a work: rules, names, bodies, seats, offices, terms, members."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Expression,
    ExpressionWrapper,
    F,
    Func,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.kernel.basis import Basis
from amana.kernel.words import Words
from amana.organisation import models as m

__all__ = ["Resting", "resting"]


@dataclass(frozen=True, slots=True)
class Resting:
    """A fact that names a work as its basis: what it is, of whom, and where its page stands."""

    kind: str  # rule, name, body, placement, seat, office, term, membership, observer, …
    key: str  # of the page
    is_state: bool
    what: Words
    where: Words
    since_mark: str
    until_mark: str
    basis: tuple[str, ...]

    def provisions(self, work: str) -> tuple[str, ...]:
        """The provisions of that work that it names; none where it names the whole."""
        named = (Basis.parse(address) for address in self.basis)
        return tuple(dict.fromkeys(b.node for b in named if b.work == work and b.node))


def resting(work: str, *, on: date) -> list[Resting]:
    """Every fact of this room, of any time, that rests on a work: one query.

    Names are those of the day, or the last ones known where nothing bore that name then.
    """
    first, *others = (_told(spec, work, on) for spec in _specs(on))
    rows = first.union(*others, all=True)
    found = [Resting(*row[:-1], tuple(row[-1])) for row in rows]
    return sorted(found, key=lambda each: (ORDER.index(each.kind), each.since_mark, each.key))


ORDER = (
    "rule", "body", "name", "placement", "seat", "office", "term", "membership", "observer",
    "suspension", "event", "application", "question",
)  # fmt: skip

_Spec = tuple[type[Dated], str | Expression, str, str | Expression, str | Expression]


def _specs(on: date) -> Iterator[_Spec]:
    """Model, kind, path to the key of its page, what it is called, and of whom or where."""
    body, parent = _named(m.BodyName, "body", "body_id", on), _named(m.BodyName, "body", "parent_id", on)
    state = _named(m.StateName, "state", "state_id", on)
    member = Coalesce(state, _named(m.BodyName, "body", "member_body_id", on))
    holder = Coalesce(_named(m.PersonName, "person", "person_id", on), state)
    title = _named(m.Post, "office", "office_id", on, "title")
    status = Case(When(status="observer", then=Value("observer")), default=Value("membership"))
    party = Coalesce("state__key", "member_body__key")
    yield m.Rule, "rule", "name__key", "name__title", "shown"
    yield m.Establishment, "body", "body__key", body, ""
    yield m.BodyName, "name", "body__key", "names", ""
    yield m.Placement, "placement", "body__key", body, parent
    yield m.Seat, "seat", "body__key", body, "place"
    yield m.Post, "office", "office__key", "title", _named(m.BodyName, "body", "office__body_id", on)
    yield m.Term, "term", "office__key", holder, title
    yield m.Membership, status, party, member, body  # type: ignore[misc]
    yield m.Suspension, "suspension", "state__key", state, body
    yield m.StatusEvent, "event", "state__key", state, body
    yield m.Application, "application", party, member, body  # type: ignore[misc]
    yield m.Question, "question", "key", "question", ""


def _named(
    model: type[Model], of: str, outer: str, on: date, field: str = "names"
) -> Subquery:
    """The name of the day, else the latest one known."""
    now = ExpressionWrapper(Q(during__contains=on), output_field=BooleanField())
    rows: QuerySet[Dated] = model.objects.known().filter(**{of: OuterRef(outer)})  # type: ignore[attr-defined]
    return Subquery(
        rows.order_by(now.desc(), "-during").values(field)[:1], output_field=WordsField()
    )


def _told(spec: _Spec, work: str, on: date) -> "QuerySet[Dated, tuple[object, ...]]":
    model, kind, key, what, where = spec
    has_state = any(field.name == "state" for field in model._meta.fields)
    is_state = Q(state__isnull=False) if has_state and model not in (m.Seat, m.Term) else None
    text = CharField()
    return (
        model.objects.known()
        .annotate(cited=Func(F("basis"), Value(" "), function="array_to_string", output_field=text))
        .filter(cited__regex=rf"(^| ){re.escape(work)}([#@ ]|$)")
        .annotate(
            a_kind=Value(kind, output_field=text) if isinstance(kind, str) else kind,
            a_key=F(key) if isinstance(key, str) else key,
            a_state=ExpressionWrapper(is_state, output_field=BooleanField())
            if is_state
            else Value(False),
            a_what=_words(what),
            a_where=_words(where),
            a_basis=ExpressionWrapper(F("basis"), output_field=ArrayField(CharField())),
        )
        .order_by()
        .values_list(
            "a_kind", "a_key", "a_state", "a_what", "a_where", "since_mark", "until_mark", "a_basis"
        )
    )  # fmt: skip


def _words(told: str | Expression) -> Expression | F:
    if told == "":
        return Value({}, output_field=WordsField())
    if isinstance(told, str):
        return ExpressionWrapper(F(told), output_field=WordsField())
    return told
