"""Offices and terms: who held what on a day, until when that is expected to last."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.bodies import named, root
from amana.organisation.models import Office, PersonName, Post, Rule, StateName, Term
from amana.organisation.rules.terms import expected_end, expected_mark, years_of

__all__ = ["OfficeRow", "TermRow", "held_by", "office", "offices", "terms"]


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term with the holder's name, and its expected end with the rule it follows from."""

    row: Term
    holder: Words
    holder_key: str
    is_state: bool
    expected_end: date | None
    expected_mark: str  # the same to the precision of the beginning: "2028" for a term from "2023"
    rule: Rule | None
    certain: bool

    @property
    def has_expired(self) -> bool:
        """Whether no end is on record although the expected one is there."""
        return self.row.during.upper is None and self.expected_end is not None


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office on a day: title, body, and its holders (none where none is on record)."""

    office: Office
    post: Post
    body_names: Words
    holders: tuple[TermRow, ...]

    @property
    def title(self) -> Words:
        """Its title on the day."""
        return self.post.title


def offices(
    *, on: date, where: Q | None = None, chief: bool | None = None
) -> list[OfficeRow]:
    """The offices that existed on a day with their holders: six queries whatever their number."""
    posts = Post.objects.on(on).select_related("office__body", "term_rule")
    if where is not None:
        posts = posts.filter(where)
    if chief is not None:
        posts = posts.filter(chief=chief)
    posts = posts.order_by("office__position", "office__id")
    held: dict[int, list[TermRow]] = {}
    for term in terms(on=on, where=Q(office__posts__in=posts.values("pk"))):
        held.setdefault(term.row.office_id, []).append(term)
    names = named(on=on)
    return [
        OfficeRow(
            post.office, post,
            names.get(post.office.body.key, (Words(en=post.office.body.key), Words()))[0],
            tuple(held.get(post.office_id, ())),
        )
        for post in posts
    ]  # fmt: skip


def terms(*, on: date | None = None, where: Q | None = None, as_of: date | None = None) -> list[TermRow]:
    """Terms that ran on a day, or ever, with names and expected ends: four queries."""
    rows = Term.objects.on(on) if on else Term.objects.known()
    if where is not None:
        rows = rows.filter(where)
    rows = rows.select_related("office__body", "person__nationality", "state", "group").distinct()
    found = list(rows.order_by("during", "seat"))
    day = on or as_of
    people = {
        name.person_id: name.names
        for name in PersonName.objects.known().filter(person__in={t.person_id for t in found})
    }
    states = _state_names({t.state_id for t in found if t.state_id}, day)
    rules = _term_rules({t.office_id for t in found})
    return [_term(term, people, states, rules, day) for term in found]


def _state_names(ids: set[int], day: date | None) -> dict[int, Words]:
    if not ids:
        return {}
    rows = StateName.objects.on(day) if day else StateName.objects.known().order_by("during")
    return {row.state_id: row.names for row in rows.filter(state__in=ids)}


def _term_rules(office_ids: set[int]) -> dict[int, list[Rule]]:
    """The values, over time, of the rule on which the term of each office depends."""
    posts = Post.objects.known().filter(office__in=office_ids, term_rule__isnull=False)
    by_office = dict(posts.values_list("office_id", "term_rule_id"))
    if not by_office:
        return {}
    values: dict[int, list[Rule]] = {}
    for row in Rule.objects.known().filter(name__in=set(by_office.values()), body=root()):
        values.setdefault(row.name_id, []).append(row)
    return {office: values.get(name, []) for office, name in by_office.items()}


def _term(
    term: Term,
    people: dict[int, Words],
    states: dict[int, Words],
    rules: dict[int, list[Rule]],
    day: date | None,
) -> TermRow:
    begin = term.during.lower
    rule = next((r for r in rules.get(term.office_id, ()) if begin and begin in r.period), None)
    years = (
        years_of(rule.value, rule.unit.en)
        if begin and rule and not term.acting and not term.seen
        else None
    )
    decided = term.expected_end
    return TermRow(
        term,
        people.get(term.person_id or 0) or states.get(term.state_id or 0) or Words(),
        term.person.key if term.person else term.state.key if term.state else "",
        term.state_id is not None,
        decided or (expected_end(begin, years) if begin else None),
        decided.isoformat() if decided else expected_mark(term.since_mark, years),
        rule,
        term.is_certain_on(day) if day else True,
    )


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office with every term on record."""

    office: Office
    current: Post | None
    posts: tuple[Post, ...]
    body_names: Words
    terms: tuple[TermRow, ...]

    @property
    def title(self) -> Words:
        """Its title on the day, or the last one known."""
        return (self.current or self.posts[-1]).title


def office(key: str, *, on: date) -> OfficeView:
    """One office with its history. Refused when unknown."""
    found = Office.objects.select_related("body").filter(key=key).first()
    if found is None:
        raise Refusal("office.unknown", key=key)
    posts = tuple(
        Post.objects.known().filter(office=found).select_related("term_rule").order_by("during")
    )
    return OfficeView(
        found,
        next((post for post in posts if on in post.period), None),
        posts,
        named(on=on).get(found.body.key, (Words(en=found.body.key), Words()))[0],
        tuple(terms(where=Q(office=found), as_of=on)),
    )


def held_by(person_key: str) -> list[TermRow]:
    """Every term of one person."""
    return terms(where=Q(person__key=person_key))
