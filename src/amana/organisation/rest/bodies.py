"""Bodies and their seats, on a day and over time."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.organisation.lookups.bodies import OWN, BodyRow
from amana.organisation.lookups.bodies import bodies as bodies_on
from amana.organisation.lookups.bodies import seats as seats_on
from amana.organisation.lookups.body_page import body_page
from amana.organisation.models import Seat
from amana.organisation.rest import schemas
from amana.organisation.rest.provenance import Origins, period
from amana.web.rest import PROBLEMS, AskedQuery, TabledQuery, names, table

__all__ = ["router"]

router = Router()


@router.get("/bodies", response={200: list[schemas.Body], **PROBLEMS}, summary="Bodies on a day")
def bodies(request: HttpRequest, asked: TabledQuery) -> Any:
    """Organs, institutions, departments and groups that existed on the day."""
    rows = bodies_on(on=asked.day, where=OWN, part=asked.part)
    origins = Origins([row.row for row in rows], asked)
    shown = [_body(row, origins, asked.lang) for row in rows]
    return table(request, "bodies", asked, shown, whole=False)


def _body(row: BodyRow, origins: Origins, lang: str) -> dict[str, Any]:
    return {
        "id": row.key,
        "name": row.names.text(lang),
        "names": names(row.names),
        "acronym": row.acronym.text(lang) or None,
        "classification": row.kind.key,
        "parent_id": row.parent or None,
        "founding_date": row.row.since_mark or None,
        "dissolution_date": row.row.until_mark or None,
        "provenance": origins(row.row),
    }


@router.get("/bodies/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A body")
def body(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A body with its names, places in the house and seats over time."""
    found = body_page(key, on=asked.day)
    seats = [seat.row for seat in found.seats]
    origins = Origins([*found.establishments, *seats], asked)
    return {
        "id": key,
        "name": found.name.names.text(asked.lang),
        "names": names(found.name.names),
        "classification": found.body.kind.key,
        "exists": found.current is not None,
        "parent_id": found.parent.key if found.parent and found.parent.existed else None,
        "children": [child.key for child in found.children],
        "other_names": [
            {"names": names(row.names), "acronym": names(row.acronym), **period(row)}
            for row in found.names
        ],
        "existence": [{**period(row), "provenance": origins(row)} for row in found.establishments],
        "seats": [_seat(row, origins, asked.lang) for row in seats],
    }


@router.get("/seats", response={200: list[schemas.Seat], **PROBLEMS}, summary="Seats on a day")
def seats(request: HttpRequest, asked: TabledQuery) -> Any:
    """Where bodies sat on the day."""
    rows = seats_on(on=asked.day)
    origins = Origins(rows, asked)
    return table(request, "seats", asked, [_seat(row, origins, asked.lang) for row in rows])


def _seat(row: Seat, origins: Origins, lang: str) -> dict[str, Any]:
    return {
        "organization_id": row.body.key,
        "place": row.place.text(lang),
        "places": names(row.place),
        "state": row.state.alpha3 if row.state else None,
        "provisional": row.provisional,
        "itinerant": row.itinerant,
        "until_event": names(row.until_event),
        **period(row),
        "provenance": origins(row),
    }
