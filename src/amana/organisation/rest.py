"""Routes of the API: who, on any day. Field names are Popolo's where it has one."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from amana.ground.dated import Dated
from amana.kernel.words import Words
from amana.organisation import lookups
from amana.organisation.summary import rule_on, summary
from amana.texts.api import applying, citations
from amana.web.rest import PROBLEMS, Asked, AskedQuery, Names, TabledQuery, names, table

__all__ = ["router"]

router = Router(tags=["Organisation"])


class Provenance(Schema):
    """Under which provision, by which source, how sure."""

    basis: list[str]
    basis_ids: list[str]
    sources: list[str]
    confidence: str | None
    note: Names
    conflict: Names


class Member(Schema):
    """A membership (Popolo) of a state or an organisation."""

    id: str
    code: str
    name: str
    names: Names
    official_names: Names
    organization_id: str
    role: str
    start_date: str | None
    end_date: str | None
    certain: bool
    founding: bool
    suspended: bool
    area_group: str | None
    provenance: Provenance


class Body(Schema):
    """A body (Popolo: organization)."""

    id: str
    name: str
    names: Names
    acronym: str | None
    classification: str
    parent_id: str | None
    founding_date: str | None
    dissolution_date: str | None
    provenance: Provenance


class Office(Schema):
    """An office (Popolo: post) with its holders (memberships) on the day."""

    id: str
    label: str
    labels: Names
    organization_id: str
    seats: int
    holders: list["Holder"]
    provenance: Provenance


class Holder(Schema):
    """Who holds an office, since and until when."""

    person_id: str | None
    state_id: str | None
    name: str
    names: Names
    start_date: str | None
    end_date: str | None
    expected_end: str | None
    acting: bool
    certain: bool
    provenance: Provenance


class Seat(Schema):
    """Where a body sits (Popolo: area)."""

    organization_id: str
    place: str
    places: Names
    state: str | None
    provisional: bool
    itinerant: bool
    until_event: Names
    start_date: str | None
    end_date: str | None
    provenance: Provenance


class Rule(Schema):
    """A rule in force on the day."""

    name: str
    title: str
    value: str | None
    unit: str | None
    shown: str
    text: str
    since: str | None
    until: str | None
    renewals: int | None
    basis: str
    basis_ids: list[str]
    sources: list[str]
    confidence: str | None
    conflict: str | None
    on: str


class Attested(Schema):
    """One source's answer."""

    value: Names
    source: str
    preferred: bool


class Question(Schema):
    """A fact with what each source says of it."""

    id: str
    question: Names
    reason: Names
    about: str | None
    attestations: list[Attested]


class _Cited:
    """The provenance of many rows, resolved at once."""

    def __init__(self, rows: list[Dated], asked: Asked) -> None:
        self.cited = citations(address for row in rows for address in row.basis)
        self.lang, self.day = asked.lang, asked.day

    def __call__(self, row: Dated) -> dict[str, Any]:
        found = applying([self.cited[address] for address in row.basis], self.day)
        return {
            "basis": [cite.label.text(self.lang) for cite in found],
            "basis_ids": [cite.address for cite in found],
            "sources": row.sources,
            "confidence": row.confidence or None,
            "note": names(row.note),
            "conflict": names(row.conflict),
        }


def _period(row: Dated) -> dict[str, str | None]:
    return {"start_date": row.since_mark or None, "end_date": row.until_mark or None}




@router.get("/organisation", response={200: dict[str, Any], **PROBLEMS}, summary="All, on a day")
def organisation(request: HttpRequest, asked: AskedQuery) -> Any:
    """Members, suspended members, bodies, offices and seats on a day: what `amana at` prints."""
    return summary(on=asked.day, lang=asked.lang)


@router.get("/members", response={200: list[Member], **PROBLEMS}, summary="Members on a day")
def members(request: HttpRequest, asked: TabledQuery) -> Any:
    """The member states on a day; a suspended member is a member, and says so."""
    return table(request, "members", asked, _members("member", asked))


@router.get("/observers", response={200: list[Member], **PROBLEMS}, summary="Observers on a day")
def observers(request: HttpRequest, asked: TabledQuery) -> Any:
    """States and organisations that observe."""
    return table(request, "observers", asked, _members("observer", asked))


def _members(status: str, asked: Asked) -> list[dict[str, Any]]:
    rows = lookups.members(on=asked.day, lang=asked.lang, status=status)
    cited = _Cited([row.row for row in rows], asked)
    root = lookups.root().key
    return [
        {
            "id": row.key,
            "code": row.code,
            "name": row.names.text(asked.lang),
            "names": names(row.names),
            "official_names": names(row.official),
            "organization_id": root,
            "role": status,
            **_period(row.row),
            "certain": row.certain,
            "founding": row.row.founding,
            "suspended": row.is_suspended,
            "area_group": row.group or None,
            "provenance": cited(row.row),
        }
        for row in rows
    ]


@router.get("/states/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A state")
def state(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A state with its names, memberships, suspensions and events over time."""
    found = lookups.state(key, on=asked.day)
    rows: list[Dated] = [*found.memberships, *found.suspensions, *found.events]
    cited = _Cited(rows, asked)
    return {
        "id": found.state.key,
        "code": found.state.alpha3,
        "name": found.title.text(asked.lang),
        "names": names(found.title),
        "other_names": [{"names": names(row.names), **_period(row)} for row in found.names],
        "memberships": [
            {"organization_id": row.body.key, "role": row.status, **_period(row),
             "provenance": cited(row)}
            for row in found.memberships
        ],
        "suspensions": [
            {"organization_id": row.body.key, "of": row.of, **_period(row),
             "decided_by": names(row.decided_by), "lifted_by": names(row.lifted_by),
             "provenance": cited(row)}
            for row in found.suspensions
        ],
        "events": [
            {"kind": row.kind, "date": row.on, "provenance": cited(row)} for row in found.events
        ],
    }  # fmt: skip


@router.get("/bodies", response={200: list[Body], **PROBLEMS}, summary="Bodies on a day")
def bodies(request: HttpRequest, asked: TabledQuery) -> Any:
    """Organs, institutions, departments and groups that existed on the day."""
    rows = lookups.bodies(on=asked.day)
    cited = _Cited([row.row for row in rows], asked)
    return table(request, "bodies", asked, [_body(row, cited, asked.lang) for row in rows])


@router.get("/bodies/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A body")
def body(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A body with its names, places in the house and seats over time."""
    found = lookups.body(key, on=asked.day)
    cited = _Cited([*found.establishments, *found.seats], asked)
    return {
        "id": key,
        "name": found.title.text(asked.lang),
        "names": names(found.title),
        "classification": found.body.kind.key,
        "exists": found.current is not None,
        "parent_id": found.parent.key if found.parent else None,
        "children": [row.key for row in found.children],
        "other_names": [
            {"names": names(row.names), "acronym": names(row.acronym), **_period(row)}
            for row in found.names
        ],
        "existence": [{**_period(row), "provenance": cited(row)} for row in found.establishments],
        "seats": [_seat(row, cited, asked.lang) for row in found.seats],
    }


def _body(row: lookups.BodyRow, cited: _Cited, lang: str) -> dict[str, Any]:
    return {
        "id": row.key,
        "name": row.names.text(lang),
        "names": names(row.names),
        "acronym": row.acronym.text(lang) or None,
        "classification": row.kind.key,
        "parent_id": row.parent or None,
        "founding_date": row.row.since_mark or None,
        "dissolution_date": row.row.until_mark or None,
        "provenance": cited(row.row),
    }


@router.get("/offices", response={200: list[Office], **PROBLEMS}, summary="Offices on a day")
def offices(request: HttpRequest, asked: TabledQuery) -> Any:
    """Offices on the day with their holders; none is said as an empty list."""
    rows = lookups.offices(on=asked.day)
    held = [term.row for row in rows for term in row.holders]
    cited = _Cited([*(row.post for row in rows), *held], asked)
    return table(request, "offices", asked, [_office(row, cited, asked.lang) for row in rows])


def _office(row: lookups.OfficeRow, cited: _Cited, lang: str) -> dict[str, Any]:
    return {
        "id": row.office.key,
        "label": row.title.text(lang),
        "labels": names(row.title),
        "organization_id": row.office.body.key,
        "seats": row.post.seats,
        "holders": [_holder(term, cited, lang) for term in row.holders],
        "provenance": cited(row.post),
    }


def _holder(term: lookups.TermRow, cited: _Cited, lang: str) -> dict[str, Any]:
    return {
        "person_id": None if term.is_state else term.holder_key,
        "state_id": term.holder_key if term.is_state else None,
        "name": term.holder.text(lang),
        "names": names(term.holder),
        **_period(term.row),
        "expected_end": term.expected_mark or None,
        "acting": term.row.acting,
        "certain": term.certain,
        "provenance": cited(term.row),
    }


@router.get("/offices/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="An office")
def office(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """An office with every term on record."""
    found = lookups.office(key, on=asked.day)
    cited = _Cited([term.row for term in found.terms], asked)
    return {
        "id": key,
        "label": found.title.text(asked.lang),
        "labels": names(found.title),
        "organization_id": found.office.body.key,
        "terms": [_holder(term, cited, asked.lang) for term in found.terms],
    }


@router.get("/persons/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A person")
def person(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A person with every term on record."""
    found = lookups.person(key)
    held = lookups.held_by(key)
    cited = _Cited([term.row for term in held], asked)
    return {
        "id": key,
        "name": found.names.text(asked.lang),
        "names": names(found.names),
        "other_names": found.spellings,
        "nationality": found.person.nationality.alpha3 if found.person.nationality else None,
        "terms": [
            {"post_id": term.row.office.key, **_holder(term, cited, asked.lang)} for term in held
        ],
    }


@router.get("/seats", response={200: list[Seat], **PROBLEMS}, summary="Seats on a day")
def seats(request: HttpRequest, asked: TabledQuery) -> Any:
    """Where bodies sat on the day."""
    rows = lookups.seats(on=asked.day)
    cited = _Cited(list(rows), asked)
    return table(request, "seats", asked, [_seat(row, cited, asked.lang) for row in rows])


def _seat(row: Any, cited: _Cited, lang: str) -> dict[str, Any]:
    return {
        "organization_id": row.body.key,
        "place": row.place.text(lang),
        "places": names(row.place),
        "state": row.state.alpha3 if row.state else None,
        "provisional": row.provisional,
        "itinerant": row.itinerant,
        "until_event": names(row.until_event),
        **_period(row),
        "provenance": cited(row),
    }


@router.get("/rules", response={200: list[Rule], **PROBLEMS}, summary="Rules in force on a day")
def rules(request: HttpRequest, asked: TabledQuery) -> Any:
    """Every rule with its value on the day; those without one are left out."""
    on: date = asked.day
    rows = [row for row in lookups.rulebook(on=on) if row.row]
    cited = _Cited([row.row for row in rows if row.row], asked)
    return table(request, "rules", asked, [_rule(row, cited, asked) for row in rows])


def _rule(found: lookups.RuleRow, cited: _Cited, asked: Asked) -> dict[str, Any]:
    row = found.row
    assert row is not None
    origin = cited(row)

    def said(words: Words) -> str:
        return words.text(asked.lang)

    return {
        "name": found.name.key,
        "title": said(found.name.title),
        "value": None if row.unknown else row.value,
        "unit": said(row.unit) or None,
        "shown": said(row.shown),
        "text": said(row.text),
        "since": row.since_mark or None,
        "until": row.until_mark or None,
        "renewals": row.renewals,
        "basis": "; ".join(origin["basis"]),
        "basis_ids": origin["basis_ids"],
        "sources": row.sources,
        "confidence": row.confidence or None,
        "conflict": said(row.conflict) or None,
        "on": asked.day.isoformat(),
    }


@router.get("/rules/{name}", response={200: Rule, **PROBLEMS}, summary="A rule on a day")
def rule(request: HttpRequest, name: str, asked: AskedQuery) -> Any:
    """One rule by its name or one of its other names."""
    return rule_on(name, on=asked.day, lang=asked.lang)


@router.get("/questions", response={200: list[Question], **PROBLEMS}, summary="Attested facts")
def questions(request: HttpRequest, asked: TabledQuery) -> Any:
    """Facts with what each source says, the preferred answer marked, and why."""
    return table(
        request, "questions", asked,
        [
            {
                "id": found.row.key,
                "question": names(found.row.question),
                "reason": names(found.row.reason),
                "about": found.row.about or None,
                "attestations": [
                    {"value": names(a.value), "source": "; ".join(a.sources),
                     "preferred": a.preferred}
                    for a in found.attestations
                ],
            }
            for found in lookups.questions()
        ],
    )  # fmt: skip
