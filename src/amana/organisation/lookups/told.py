"""Facts of every kind of this room in one shape, in one query: what, of whom, since when, why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Expression,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from amana.ground.dated import Dated
from amana.ground.fields import WordsField
from amana.kernel.marks import Mark
from amana.kernel.periods import Period, period_of
from amana.kernel.words import Words
from amana.organisation import models as m
from amana.organisation.lookups.naming import name_known

__all__ = ["KINDS", "Told", "told"]

KINDS = (
    "rule", "body", "name", "placement", "seat", "office", "term", "membership", "observer",
    "suspension", "exemption", "event", "application", "state", "person", "question",
)  # fmt: skip

TEXT = CharField()


@dataclass
class Told:
    """A fact with the page it belongs to; `key` is that of a rule, office, person, state, body."""

    kind: str
    key: str
    is_state: bool
    what: Words
    where: Words
    since_mark: str
    until_mark: str
    basis: list[str]
    sources: list[str]
    confidence: str
    note: Words
    conflict: Words
    act_id: int
    # Set by texts.api.attach, as on rows of models.
    basis_links: list[tuple[str, str]] = field(default_factory=list)
    basis_by_work: list[tuple[str, str, list[tuple[str, str]]]] = field(default_factory=list)

    @property
    def period(self) -> Period:
        """The days on which it held, as far as its marks tell."""
        since, until = (Mark.parse(m) if m else None for m in (self.since_mark, self.until_mark))
        return period_of(since, until)


_Said = str | Expression
_Spec = tuple[type[Dated], _Said, _Said, _Said, _Said]


def told(wanted: Callable[[Any], Any], *, on: date) -> list[Told]:
    """The facts that `wanted` (a filter of a queryset) keeps, of any time: one query.

    Names are those of the day, or the last ones known where nothing bore that name then.
    """
    first, *others = (_select(spec, wanted) for spec in _specs(on))
    found = [Told(*row) for row in first.union(*others, all=True)]
    return sorted(found, key=lambda each: (KINDS.index(each.kind), each.since_mark, each.key))


def _specs(on: date) -> Iterator[_Spec]:
    """Model, kind, key of its page, what it is called, and of whom or where."""
    body, parent = _name(m.BodyName, "body", "body", on), _name(m.BodyName, "body", "parent", on)
    state = _name(m.StateName, "state", "state", on)
    member = Coalesce(state, _name(m.BodyName, "body", "member_body", on))
    holder = Coalesce(_name(m.PersonName, "person", "person", on), state)
    title = _name(m.Post, "office", "office", on, "title")
    status = Case(When(status="observer", then=Value("observer")), default=Value("membership"))
    party = Coalesce("state__key", "member_body__key")
    yield m.Rule, "rule", "name__key", "name__title", "shown"
    yield m.Establishment, "body", "body__key", body, ""
    yield m.BodyName, "name", "body__key", "names", ""
    yield m.Placement, "placement", "body__key", body, parent
    yield m.Seat, "seat", "body__key", body, "place"
    yield m.Post, "office", "office__key", "title", _name(m.BodyName, "body", "office__body", on)
    yield m.Term, "term", "office__key", holder, title
    yield m.Membership, status, party, member, body
    yield m.Suspension, "suspension", "state__key", state, body
    yield m.VoteExemption, "exemption", "state__key", state, body
    yield m.StatusEvent, "event", "state__key", state, body
    yield m.Application, "application", party, member, body
    yield m.StateName, "state", "state__key", "names", ""
    yield m.PersonName, "person", "person__key", "names", ""
    yield m.Question, "question", "key", "question", ""


def _name(model: Any, of: str, outer: str, on: date, field: str = "names") -> Coalesce:
    return name_known(model, on, field, **{of: OuterRef(outer)})


OF_A_STATE = (
    m.Membership, m.Suspension, m.VoteExemption, m.StatusEvent, m.Application, m.StateName,
)  # fmt: skip


def _select(spec: _Spec, wanted: Callable[[Any], Any]) -> Any:
    model, kind, key, what, where = spec
    of_a_state = Q(state__isnull=False) if model in OF_A_STATE else None
    return (
        wanted(model.objects.known())
        .order_by()
        .annotate(
            told_kind=Value(kind, output_field=TEXT) if isinstance(kind, str) else kind,
            told_key=F(key) if isinstance(key, str) else key,
            told_state=ExpressionWrapper(of_a_state, output_field=BooleanField())
            if of_a_state
            else Value(False),
            told_what=_words(what),
            told_where=_words(where),
            told_basis=ExpressionWrapper(F("basis"), output_field=ArrayField(TextField())),
            told_sources=ExpressionWrapper(F("sources"), output_field=ArrayField(TextField())),
            told_note=_words("note"),
            told_conflict=_words("conflict"),
        )
        .values_list(
            "told_kind", "told_key", "told_state", "told_what", "told_where", "since_mark",
            "until_mark", "told_basis", "told_sources", "confidence", "told_note", "told_conflict",
            "act_id",
        )
    )  # fmt: skip


def _words(said: _Said) -> Any:
    if said == "":
        return Value({}, output_field=WordsField())
    if isinstance(said, str):
        return ExpressionWrapper(F(said), output_field=WordsField())
    return said
