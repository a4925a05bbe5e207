"""Terms of office: elect, appoint, end, extend. The rule in force that day says when one ends."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from amana.ground.facts import Provenance, When
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.periods import Period
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.acts.soundness import check_number, day
from amana.organisation.acts.subjects import (
    body_of,
    fact_of,
    name_of,
    office_of,
    person_of,
    state_of,
    title_of,
)
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import UNSAID, Entry, act, begins, opened
from amana.organisation.authority import ancestors, require, until_held
from amana.organisation.lookups.bodies import root
from amana.organisation.models import Office, Person, Post, Rule, State, Term
from amana.organisation.permissions import ADMINISTRATOR, HEAD, REGISTRY, power_to_appoint
from amana.organisation.rules.terms import expected_end, may_serve_again, terms_served, years_of

__all__ = ["appoint", "elect", "end_term", "expected_of", "extend_term"]


@dataclass(frozen=True, slots=True)
class _Choice:
    """Who is chosen for what, as given."""

    verb: str
    office: str
    person: str
    state: str
    since: str
    until: str
    elected: str
    elected_by: Words
    acting: bool
    seat: int
    group: str
    ordinal: int | None


@act
def elect(
    *, office: str, person: str = "", state: str = "", since: str, until: str = "",
    elected: str = "", elected_by: Words = UNSAID, acting: bool = False, seat: int = 0,
    group: str = "", ordinal: int | None = None,
    origin: Provenance, by: Authority, reason: str = "",
) -> Term:  # fmt: skip
    """A person or a state is elected to an office and holds it from `since`.

    `until` is given only where an end is already decided: otherwise the rule gives the expected
    one. `seat` 0 takes the first free seat. Charter 2008, Art. 16: from 17 November 2026 the
    holder is expected to serve until 17 November 2031.
    """
    choice = _Choice(
        "term.elect", office, person, state, since, until, elected, elected_by, acting, seat,
        group, ordinal,
    )  # fmt: skip
    return _begin(choice, origin, by, reason)


@act
def appoint(
    *, office: str, person: str = "", state: str = "", since: str, until: str = "",
    elected: str = "", elected_by: Words = UNSAID, acting: bool = False, seat: int = 0,
    group: str = "", ordinal: int | None = None,
    origin: Provenance, by: Authority, reason: str = "",
) -> Term:  # fmt: skip
    """The same by appointment; `elected` and `elected_by` say when and by whom."""
    choice = _Choice(
        "term.appoint", office, person, state, since, until, elected, elected_by, acting, seat,
        group, ordinal,
    )  # fmt: skip
    return _begin(choice, origin, by, reason)


@act
def end_term(
    *, term: "uuid.UUID | str", on: str, end_reason: Words = UNSAID,
    origin: Provenance, by: Authority, reason: str = "",
) -> Term:  # fmt: skip
    """A term ends; `on` is the first day on which the holder no longer serves."""
    row, mark = fact_of(Term, term), day(on, "on")
    entry = _opened("term.end", row.office, by, origin, reason)
    if row.during.upper and mark.earliest >= row.during.upper:
        raise Refusal("term.ended", subject=entry.named, until=row.during.upper.isoformat())
    return entry.end(row, mark, end_reason=end_reason)


@act
def extend_term(
    *, term: "uuid.UUID | str", until: str, origin: Provenance, by: Authority, reason: str = ""
) -> Term:
    """A decision moves the expected end of a running term to a later day."""
    row, mark = fact_of(Term, term), day(until, "until", exact=True)
    entry = _opened("term.extend", row.office, by, origin, reason)
    if row.during.upper:
        raise Refusal("term.ended", subject=entry.named, until=row.during.upper.isoformat())
    expected = row.expected_end or expected_of(row.office, row.during.lower)[0] or row.during.lower
    if expected and mark.earliest <= expected:
        raise Refusal("term.not-longer", subject=entry.named, until=expected.isoformat())
    basis = [*row.term_basis, *(b for b in origin.basis if b not in row.term_basis)]
    sources = [*row.sources, *(s for s in origin.sources if s not in row.sources)]
    return entry.change(row, expected_end=mark.earliest, term_basis=basis, sources=sources)


def _begin(choice: _Choice, origin: Provenance, by: Authority, reason: str) -> Term:
    office = office_of(choice.office)
    entry = _opened(choice.verb, office, by, origin, reason)
    mark = day(choice.since, "since")
    post = _post(office, mark)
    holder = _holder(choice, office)
    until = day(choice.until, "until").text if choice.until else ""
    when = When(mark.text, until, until_open=True, not_before=post.during.lower)
    values: dict[str, object] = {
        "office": office,
        "person": holder if isinstance(holder, Person) else None,
        "state": holder if isinstance(holder, State) else None,
        "seat": choice.seat or _free_seat(post, when.period),
        "acting": choice.acting,
        "elected": _elected(choice.elected, mark),
        "elected_by": choice.elected_by,
        "group": body_of(choice.group) if choice.group else None,
        "ordinal": choice.ordinal,
    }
    check_number("ordinal", choice.ordinal, least=1)
    if not 0 <= choice.seat <= post.seats:
        raise Refusal("office.no-such-seat", subject=entry.named, seats=post.seats, field="seat")
    if not choice.acting:
        values |= _expectation(post, mark, holder, entry.named)
    return entry.begin(Term, values, when)


def _expectation(
    post: Post, mark: Mark, holder: Person | State, office: Words
) -> dict[str, object]:
    """The expected end and its provision; refused where the rule allows no further term."""
    rule = _term_rule(post, begins(mark, post.during.lower))
    years = years_of(rule.value, rule.unit.en) if rule else None
    if rule is None or years is None:
        return {}
    _refuse_beyond(rule, years, post.office, holder, office)
    if not mark.is_exact:
        return {}  # of a term known to begin in 2026 no day of its end can be stored
    return {"expected_end": expected_end(mark.earliest, years), "term_basis": rule.basis}


def expected_of(office: Office, begin: date | None) -> tuple[date | None, list[str]]:
    """When a term is expected to end by the rule in force on the day it began, and its basis."""
    post = Post.objects.on(begin).filter(office=office).first() if begin else None
    rule = _term_rule(post, begin) if post and begin else None
    years = years_of(rule.value, rule.unit.en) if rule else None
    return (expected_end(begin, years), rule.basis) if begin and rule and years else (None, [])


def _term_rule(post: Post, on: date) -> Rule | None:
    if post.term_rule_id is None:
        return None
    return Rule.objects.on(on).filter(name=post.term_rule_id, body=root()).first()


def _refuse_beyond(
    rule: Rule, years: int, office: Office, holder: Person | State, title: Words
) -> None:
    if isinstance(holder, State):
        return
    rows = Term.objects.known().filter(office=office, person=holder, acting=False, seen=False)
    served = terms_served((Period(row.during.lower, row.during.upper) for row in rows), years)
    if not may_serve_again(served, rule.renewals):
        raise Refusal(
            "term.no-renewal", basis=rule.basis, person=name_of(holder), subject=title,
            served=served, rule=rule.shown or rule.value,
        )  # fmt: skip


def _post(office: Office, mark: Mark) -> Post:
    days = DateRange(mark.earliest, mark.latest, "[]")
    row = Post.objects.known().filter(office=office, during__overlap=days).order_by("during")
    found = row.select_related("office").first()
    if found is None:
        raise Refusal("office.not-on-day", office=title_of(office), on=mark.text)
    return found


def _holder(choice: _Choice, office: Office) -> Person | State:
    if bool(choice.person) == bool(choice.state):
        raise Refusal("party.one", field="person")
    if bool(choice.person) != (office.held_by == Office.HeldBy.PERSON):
        code = "office.for-persons" if choice.state else "office.for-states"
        raise Refusal(code, office=title_of(office), field="person")
    return person_of(choice.person) if choice.person else state_of(choice.state)


def _elected(text: str, since: Mark) -> str:
    if not text:
        return ""
    mark = day(text, "elected")
    if mark.earliest > since.latest:
        raise Refusal("term.elected-after", elected=mark.text, since=since.text, field="elected")
    return mark.text


def _free_seat(post: Post, period: Period) -> int:
    """The first seat that nobody holds over the period; the first of all where none is free."""
    days = DateRange(period.since, period.until)
    rows = Term.objects.known().filter(office=post.office_id, during__overlap=days)
    taken = set(rows.values_list("seat", flat=True))
    return next((seat for seat in range(1, post.seats + 1) if seat not in taken), 1)


def _opened(verb: str, office: Office, by: Authority, origin: Provenance, reason: str) -> Entry:
    within = ancestors(office.body.key, by.on)
    given = {power for post in Post.objects.known().filter(office=office) for power in post.powers}
    power = power_to_appoint(by, office.body.key, within, office=office.key, powers=given)
    power = until_held(power, by, given)
    if power == ADMINISTRATOR and verb in ("term.end", "term.extend"):
        power = ""
    allowing = (*REGISTRY, HEAD, *(() if verb in ("term.end", "term.extend") else (ADMINISTRATOR,)))
    require(power, by, VERBS[verb], *allowing, bodies=(office.body.key, *within))
    return opened(
        verb,
        f"office:{office.key}",
        title_of(office),
        by=by,
        power=power,
        origin=origin,
        reason=reason,
    )
