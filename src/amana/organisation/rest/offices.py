"""Offices with their holders, and persons with their terms."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.organisation.lookups.holders import OfficeOn, Tenure, office_life, offices_on
from amana.organisation.lookups.persons import person_view
from amana.organisation.rest import schemas
from amana.organisation.rest.provenance import Origins, period
from amana.web.rest import PROBLEMS, Asked, AskedQuery, TabledQuery, names, table

__all__ = ["router"]

router = Router()


@router.get(
    "/offices", response={200: list[schemas.Office], **PROBLEMS}, summary="Offices on a day"
)
def offices(request: HttpRequest, asked: TabledQuery) -> Any:
    """Offices on the day with their holders; none is said as an empty list."""
    found = offices_on(on=asked.day)
    held = [term.row for each in found for term in each.holders]
    origins = Origins([*(each.post for each in found), *held], asked)
    return table(request, "offices", asked, [_office(each, origins, asked) for each in found])


def _office(found: OfficeOn, origins: Origins, asked: Asked) -> dict[str, Any]:
    title = found.post.title
    return {
        "id": found.office.key,
        "label": title.text(asked.lang),
        "labels": names(title),
        "organization_id": found.office.body.key,
        "seats": found.post.seats,
        "holders": [_holder(term, origins, asked) for term in found.holders],
        "provenance": origins(found.post),
    }


def _holder(term: Tenure, origins: Origins, asked: Asked) -> dict[str, Any]:
    row = term.row
    return {
        "person_id": row.person.key if row.person else None,
        "state_id": row.state.key if row.state else None,
        "name": term.holder.text(asked.lang),
        "names": names(term.holder),
        **period(row),
        "expected_end": term.expected or None,
        "acting": row.acting,
        "certain": row.is_certain_on(asked.day),
        "provenance": origins(row),
    }


@router.get("/offices/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="An office")
def office(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """An office with every term on record."""
    life = office_life(key, on=asked.day)
    origins = Origins([term.row for term in life.terms], asked)
    title = life.title(asked.day)
    return {
        "id": key,
        "label": title.text(asked.lang),
        "labels": names(title),
        "organization_id": life.office.body.key,
        "terms": [_holder(term, origins, asked) for term in life.terms],
    }


@router.get("/persons/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A person")
def person(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A person with every term on record."""
    found = person_view(key, on=asked.day)
    terms = [each.term for each in found.terms]
    origins = Origins([term.row for term in terms], asked)
    nation = found.row.person.nationality
    return {
        "id": key,
        "name": found.row.names.text(asked.lang),
        "names": names(found.row.names),
        "other_names": found.row.spellings,
        "nationality": nation.alpha3 if nation else None,
        "terms": [
            {"post_id": term.row.office.key, **_holder(term, origins, asked)} for term in terms
        ],
    }
