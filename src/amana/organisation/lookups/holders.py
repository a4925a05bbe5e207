"""Offices with every term on record: who held each, and where nobody is on record.

`office_lives` answers for the whole life of offices, and so for any day of it, in three queries
whatever their number; `held_on` answers for the holders of a day in one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import F, FilteredRelation, OuterRef, Q
from django.db.models.functions import Coalesce

from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.naming import name_known, name_of_state
from amana.organisation.models import Office, PersonName, Post, Rule, Term
from amana.organisation.rules.terms import expected_mark, years_of

__all__ = [
    "Gap", "Held", "OfficeLife", "OfficeOn", "Tenure", "held_on", "office_life", "office_lives",
    "offices_on",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tenure:
    """A term with its holder's name and the rule of its length, in force on its first day."""

    row: Term
    holder: Words
    rule: Rule | None

    @property
    def holder_route(self) -> tuple[str, str]:
        """Route name and key of the holder's page."""
        return _route(self.row)

    @property
    def expected(self) -> str:
        """The expected end as a mark, no more exact than the beginning.

        A term begun "1979" under a rule of two years was expected to end in "1981", of no
        known day.
        """
        if self.row.expected_end:
            return self.row.expected_end.isoformat()
        if self.rule is None:
            return ""
        return expected_mark(self.row.since_mark, years_of(self.rule.value, self.rule.unit.en))

    def is_overdue(self, on: date) -> bool:
        """Whether the expected end has surely passed, with no end and no successor on record."""
        is_open = self.row.during.upper is None
        return bool(self.expected and is_open and Mark.parse(self.expected).latest < on)

    @property
    def lasted_longer(self) -> bool:
        """Whether it surely ended after the end that the rule of its first day gave it."""
        ended = self.row.until_mark
        return bool(
            self.expected
            and ended
            and Mark.parse(ended).earliest > Mark.parse(self.expected).latest
        )


def _route(term: Term | None) -> tuple[str, str]:
    if term and term.person:
        return "organisation:person", term.person.key
    if term and term.state:
        return "organisation:state", term.state.key
    return "", ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a holder on record, after one term and before the next, if there is one."""

    after: Tenure
    before: Tenure | None


@dataclass(frozen=True, slots=True)
class OfficeLife:
    """An office with its titles and its terms, first to last."""

    office: Office
    posts: tuple[Post, ...]
    terms: tuple[Tenure, ...]

    def post(self, on: date) -> Post | None:
        """Its title, number of seats and rule on a day, where it existed."""
        return next((post for post in self.posts if on in post.period), None)

    def title(self, on: date) -> Words:
        """Its title on the day, or the last one known."""
        found: Words = (self.post(on) or self.posts[-1]).title
        return found

    def holders(self, on: date) -> list[Tenure]:
        """Who held it on a day."""
        return [term for term in self.terms if on in term.row.period]

    def gaps(self, on: date) -> Iterator[Gap]:
        """The times without a holder on record, up to a day; before the first term nothing is said.

        A chair until June 2026 and no later term on record: on 1 September 2026 that is a gap.
        """
        for seat in sorted({term.row.seat for term in self.terms}):
            held = [term for term in self.terms if term.row.seat == seat]
            for one, following in pairwise(held):
                ended, began = one.row.during.upper, following.row.during.lower
                if ended and began and ended < began:
                    yield Gap(one, following)
            last = held[-1].row.during.upper
            if last and last <= on:
                yield Gap(held[-1], None)


def office_lives(where: Q, *, on: date) -> list[OfficeLife]:
    """The offices that `where` (a condition on Office) selects, in protocol order."""
    posts = list(
        Post.objects.known()
        .filter(office__in=Office.objects.filter(where))
        .select_related("office__body__kind", "term_rule")
        .order_by(*PROTOCOL, "during")
    )
    terms = _terms(posts, on)
    by_office: dict[int, list[Post]] = {}
    for post in posts:
        by_office.setdefault(post.office_id, []).append(post)
    return [
        OfficeLife(each[0].office, tuple(each), tuple(terms.get(key, ())))
        for key, each in by_office.items()
    ]


PROTOCOL = (
    "office__body__kind__position", "office__body__rank", "office__body_id", "office__position",
    "office_id",
)  # fmt: skip


def office_life(key: str, *, on: date) -> OfficeLife:
    """One office. Refused when unknown."""
    found = office_lives(Q(key=key), on=on)
    if not found:
        raise Refusal("office.unknown", key=key[:80])
    return found[0]


@dataclass(frozen=True, slots=True)
class OfficeOn:
    """An office that existed on a day, as it was then, with its holders on record."""

    office: Office
    post: Post
    holders: tuple[Tenure, ...]


def offices_on(*, on: date) -> list[OfficeOn]:
    """The offices of a day with their holders, by the rank of the office: three queries."""
    lives = office_lives(Q(), on=on)
    lives.sort(key=lambda life: (life.office.position, life.office.pk))
    found = [(life, life.post(on)) for life in lives]
    return [OfficeOn(life.office, post, tuple(life.holders(on))) for life, post in found if post]


def _terms(posts: Iterable[Post], on: date) -> dict[int, list[Tenure]]:
    """Every term of the offices of these posts: one query, and one for the rules of length."""
    rule_of = {post.office_id: post.term_rule_id for post in posts}
    rows = (
        Term.objects.known()
        .filter(office__in=rule_of)
        .select_related("office__body", "person__nationality", "state", "group")
        .annotate(holder=_holder(on))
        .order_by(F("during__startswith").asc(nulls_first=True), "seat")
    )
    values: dict[int, list[Rule]] = {}
    names = {rule for rule in rule_of.values() if rule}
    if names:
        of_the_house = Q(name__in=names, body__kind__is_organisation=True)
        for rule in Rule.objects.known().filter(of_the_house).select_related("name"):
            values.setdefault(rule.name_id, []).append(rule)
    found: dict[int, list[Tenure]] = {}
    for row in rows:
        rules = values.get(rule_of[row.office_id] or 0, [])
        found.setdefault(row.office_id, []).append(_tenure(row, rules))
    return found


def _holder(on: date, person: str = "person", state: str = "state") -> Coalesce:
    """The name of the person, or of the state as it was called that day."""
    return Coalesce(
        name_known(PersonName, on, person=OuterRef(person)),
        name_of_state(state, on),
    )


def _tenure(row: Term, rules: Iterable[Rule]) -> Tenure:
    """A term whose length is not meant to be that of the rule has none: acting, or only seen."""
    begin = row.during.lower
    counts = begin is not None and not row.acting and not row.seen
    rule = next((each for each in rules if counts and begin in each.period), None)
    return Tenure(row, row.holder or Words(), rule)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Held:
    """An office on a day and one of its holders, if there is one on record."""

    office: Office
    post: Post
    term: Term | None
    holder: Words

    @property
    def holder_route(self) -> tuple[str, str]:
        """Route name and key of the holder's page; empty where there is no holder."""
        return _route(self.term)


def held_on(on: date, where: Q) -> list[Held]:
    """The offices that existed on a day with their holders: one query, a row for each holder."""
    rows = (
        Office.objects.filter(where)
        .annotate(
            post=FilteredRelation("posts", condition=_valid("posts", on)),
            held=FilteredRelation("terms", condition=_valid("terms", on)),
            holder=_holder(on, "held__person", "held__state"),
        )
        .filter(post__isnull=False)
        .select_related("body", "post", "held__person", "held__state")  # type: ignore[misc]
        .order_by("body__kind__position", "body__rank", "-post__chief", "position", "id")
    )
    # Django sets `held` only where the join found a row.
    return [Held(row, row.post, getattr(row, "held", None), row.holder or Words()) for row in rows]


def _valid(relation: str, on: date) -> Q:
    return Q(**{f"{relation}__during__contains": on, f"{relation}__recorded__upper_inf": True})
