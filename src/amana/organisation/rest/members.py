"""Members and observers on a day; one state over time."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.organisation.lookups.bodies import root
from amana.organisation.lookups.roll import Entry, Roll, roll
from amana.organisation.lookups.state_history import state_history
from amana.organisation.rest.provenance import Origins, period
from amana.organisation.rest.schemas import Member
from amana.web.etag import version_of
from amana.web.rest import PROBLEMS, Asked, AskedQuery, TabledQuery, names, table

__all__ = ["router"]

router = Router()


@router.get("/members", response={200: list[Member], **PROBLEMS}, summary="Members on a day")
def members(request: HttpRequest, asked: TabledQuery) -> Any:
    """The member states on a day; a suspended member is a member, and says so."""
    found = _roll(request, asked)
    return table(request, "members", asked, _entries(found.members, asked))


@router.get("/observers", response={200: list[Member], **PROBLEMS}, summary="Observers on a day")
def observers(request: HttpRequest, asked: TabledQuery) -> Any:
    """States and organisations that observe."""
    found = _roll(request, asked)
    return table(request, "observers", asked, _entries(found.observers, asked))


def _roll(request: HttpRequest, asked: Asked) -> Roll:
    return roll(on=asked.day, lang=asked.lang, version=version_of(request))


def _entries(entries: tuple[Entry, ...], asked: Asked) -> list[dict[str, Any]]:
    origins = Origins([entry.grounds for entry in entries], asked)
    organisation = root().key
    return [
        {
            "id": entry.key,
            "code": entry.code,
            "name": entry.names.text(asked.lang),
            "names": names(entry.names),
            "official_names": names(entry.official),
            "organization_id": organisation,
            "role": entry.status,
            **period(entry.grounds),
            "certain": entry.certain,
            "founding": entry.founding,
            "suspended": entry.suspension is not None,
            "vote_suspended": entry.vote is not None,
            "vote_exempt": entry.exemption is not None,
            "area_group": entry.group.key if entry.group else None,
            "provenance": origins(entry.grounds),
        }
        for entry in entries
    ]


@router.get("/states/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A state")
def state(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A state with its names, memberships, suspensions and events over time."""
    found = state_history(key, on=asked.day)
    memberships = [*found.memberships, *found.elsewhere]
    stopped = [*found.suspensions, *found.exemptions]
    origins = Origins([*memberships, *stopped, *found.events], asked)
    called = found.current.names
    return {
        "id": found.state.key,
        "code": found.state.alpha3,
        "name": called.text(asked.lang),
        "names": names(called),
        "other_names": [{"names": names(row.names), **period(row)} for row in found.names],
        "memberships": [
            {"organization_id": row.body.key, "role": row.status, **period(row),
             "provenance": origins(row)}
            for row in memberships
        ],
        "suspensions": [
            {"organization_id": row.body.key, "of": row.of, **period(row),
             "why": names(row.why), "decided_by": names(row.decided_by),
             "lifted_by": names(row.lifted_by), "provenance": origins(row)}
            for row in found.suspensions
        ],
        "vote_exemptions": [
            {"organization_id": row.body.key, **period(row), "decided_by": names(row.decided_by),
             "provenance": origins(row)}
            for row in found.exemptions
        ],
        "events": [
            {"kind": row.kind, "date": row.on, "provenance": origins(row)} for row in found.events
        ],
    }  # fmt: skip
