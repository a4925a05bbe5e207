"""The annals: what began and what ended in a year, in one query.

The year is that of the mark as sourced: a fact "until December 2025" belongs to 2025, although
the day after it is the first of the next year. A mark known to the year only has no day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from amana.ground.fields import WordsField
from amana.kernel.marks import Mark
from amana.kernel.words import Words
from amana.organisation.lookups.naming import name_at
from amana.organisation.models import (
    BodyName,
    Establishment,
    Membership,
    PersonName,
    Post,
    Rule,
    Seat,
    StateName,
    Suspension,
    Term,
)

__all__ = ["Happening", "annals"]

SILENT_ENDS = ("name", "rule", "seat")  # each is followed by the next one, which says it


@dataclass(frozen=True, slots=True)
class Happening:
    """Something began or ended; `kind` is the sort of fact, `about` what it is or leads to."""

    mark: str
    kind: str  # member, observer, suspension, vote, body, name, seat, term, rule
    ends: bool
    what: Words
    about: Words
    route: str
    key: str

    @property
    def order(self) -> tuple[date, int, bool, str]:
        """By day; what is known to the year only stands before its first day."""
        mark = Mark.parse(self.mark)
        return mark.earliest, len(self.mark), self.ends, self.kind


def annals(year: int) -> list[Happening]:
    """What the register says of a year, in order of time: one query.

    1984 says that the suspension of Egypt ended, in March.
    """
    first, *others = _parts(year)
    rows = first.union(*others, all=True)
    found = [happening for row in rows for happening in _happenings(row, str(year))]
    return sorted(found, key=lambda each: each.order)


def _happenings(row: tuple[Any, ...], year: str) -> Iterator[Happening]:
    since, until, kind, what, about, route, key = row
    said = (kind, False, what or Words(), about or Words(), route, key)
    if since.startswith(year):
        yield Happening(since, *said)
    if until.startswith(year) and kind not in SILENT_ENDS:
        yield Happening(until, kind, True, *said[2:])


def _parts(year: int) -> Iterator[Any]:
    """One part of the union for each sort of fact, all with the same columns."""
    end = date(year, 12, 31)
    state, body = name_at(StateName, end, state=OuterRef("state")), _body(end, "body")
    members = Membership.objects.filter(body__kind__is_organisation=True)
    of_states, of_bodies = members.filter(state__isnull=False), members.filter(state__isnull=True)
    page_of_state = "organisation:state", F("state__key")
    page_of_body = "organisation:body", F("body__key")
    yield _part(of_states, year, F("status"), (state, body), page_of_state)
    page = "organisation:body", F("member_body__key")
    yield _part(of_bodies, year, F("status"), (_body(end, "member_body"), body), page)
    suspensions = Suspension.objects.filter(body__kind__is_organisation=True)
    of = Case(When(of=Suspension.Of.VOTE, then=Value("vote")), default=Value("suspension"))
    yield _part(suspensions, year, of, (state, body), page_of_state)
    yield _part(Establishment.objects.all(), year, "body", (body, None), page_of_body)
    yield _part(BodyName.objects.all(), year, "name", (F("names"), None), page_of_body)
    # A seat whose beginning was only taken from that of its body tells of nothing new.
    seats = Seat.objects.filter(detail__since__taken_from__isnull=True)
    yield _part(seats, year, "seat", (F("place"), body), page_of_body)
    holder = Coalesce(name_at(PersonName, end, person=OuterRef("person")), state)
    title = name_at(Post, end, "title", office=OuterRef("office"))
    page = "organisation:office", F("office__key")
    yield _part(Term.objects.filter(seen=False), year, "term", (holder, title), page)
    page = "organisation:rule", F("name__key")
    yield _part(Rule.objects.all(), year, "rule", (F("name__title"), F("shown")), page)


def _body(on: date, field: str) -> Any:
    return name_at(BodyName, on, body=OuterRef(field))


def _part(rows: Any, year: int, kind: Any, words: tuple[Any, Any], page: tuple[str, Any]) -> Any:
    """The facts of a model that began or ended in the year, as the columns of the union."""
    its_year = Q(since_mark__startswith=str(year)) | Q(until_mark__startswith=str(year))
    what, about = words
    columns = {
        "a_kind": Value(kind) if isinstance(kind, str) else kind,
        "a_what": what,
        "a_about": Value(None, output_field=WordsField()) if about is None else about,
        "a_route": Value(page[0]),
        "a_key": page[1],
    }
    known = rows.filter(its_year, recorded__upper_inf=True).annotate(**columns)
    return known.values_list("since_mark", "until_mark", *columns)
