"""Routes of the API: sessions and resolutions."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from amana.conferences import adopted, lookups
from amana.conferences.adopted import narrowed, session_key
from amana.texts.models import WorkRecord
from amana.web.rest import PROBLEMS, AskedQuery, Names, Tabled, TabledQuery, names, table

__all__ = ["router"]

router = Router(tags=["Conferences"])


class Session(Schema):
    """A session (Popolo: event)."""

    id: str
    name: str
    names: Names
    organization_id: str
    classification: str
    ordinal: int | None
    start_date: str | None
    end_date: str | None
    hijri_as_printed: str | None
    location: str | None
    state: str | None
    theme: Names
    documents: list[str]
    sources: list[str]
    confidence: str | None
    conflict: Names


class Resolution(Schema):
    """What is known of a resolution."""

    id: str
    symbol: str
    canonical: str | None
    title: str
    titles: Names
    title_language: str | None
    session_id: str | None
    cluster: str | None
    number: int | None
    adopted: str | None
    document: str | None
    sources: list[str]


class Wanted(Tabled):
    """The reads of resolutions can be narrowed, as their page is."""

    q: str = Field("", max_length=120, description="Words of a title, or a symbol or its part.")
    body: str = ""
    session: str = ""
    year: str = ""
    cluster: str = ""


WantedQuery = Annotated[Wanted, Query()]


@router.get("/sessions", response={200: list[Session], **PROBLEMS}, summary="Sessions by a day")
def sessions(request: HttpRequest, asked: TabledQuery) -> Any:
    """Sessions that had opened by the day, latest first."""
    rows = lookups.sessions(on=asked.day)
    return table(request, "sessions", asked, [_session(row, asked.lang) for row in rows])


@router.get("/sessions/{key}", response={200: Session, **PROBLEMS}, summary="A session")
def session(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """One session."""
    return _session(lookups.session(key, on=asked.day).this, asked.lang)


def _session(found: lookups.SessionRow, lang: str) -> dict[str, Any]:
    row = found.row
    return {
        "id": found.key,
        "name": found.title.text(lang),
        "names": names(found.title),
        "organization_id": found.body_key,
        "classification": row.session.kind,
        "ordinal": row.session.ordinal,
        "start_date": row.since_mark or None,
        "end_date": row.until_mark or None,
        "hijri_as_printed": row.hijri or None,
        "location": found.place.text(lang) or None,
        "state": row.state.alpha3 if row.state else None,
        "theme": names(row.theme),
        "documents": row.documents,
        "sources": row.sources,
        "confidence": row.confidence or None,
        "conflict": names(row.conflict),
    }


@router.get("/resolutions", response={200: list[Resolution], **PROBLEMS}, summary="Resolutions")
def resolutions(request: HttpRequest, asked: WantedQuery) -> Any:
    """Metadata of the resolutions adopted by the day, latest first, narrowed where asked."""
    rows = narrowed(
        adopted.resolutions(on=asked.day), q=asked.q, body=asked.body, session=asked.session,
        year=asked.year, cluster=asked.cluster.upper(),
    )  # fmt: skip
    return table(request, "resolutions", asked, [_resolution(row, asked.lang) for row in rows])


def _resolution(row: WorkRecord, lang: str) -> dict[str, Any]:
    return {
        "id": row.work.key,
        "symbol": row.symbol,
        "canonical": row.canonical or None,
        "title": row.title.text(lang),
        "titles": names(row.title),
        "title_language": row.title_lang or None,
        "session_id": session_key(row) or None,
        "cluster": row.cluster or None,
        "number": row.number,
        "adopted": row.adopted or None,
        "document": row.document or None,
        "sources": row.sources,
    }
