"""Routes of the API: works and their provisions."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.texts import lookups
from amana.texts.models import WorkRecord
from amana.web.rest import PROBLEMS, AskedQuery, names

__all__ = ["router"]

router = Router(tags=["Texts"])


@router.get("/works/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A work on a day")
def work(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A work with its provisions, in headings and summaries of our own words."""
    found = lookups.work(key, on=asked.day)
    return {
        **_record(found.record, asked.lang),
        "provisions": [
            {
                "id": each.node.key,
                "wid": each.node.wid,
                "kind": each.node.kind,
                "num": each.node.num,
                "heading": names(each.text.heading) if each.text else {},
                "summary": names(each.text.summary) if each.text else {},
            }
            for each in found.provisions
        ],
    }


def _record(record: WorkRecord, lang: str) -> dict[str, Any]:
    return {
        "id": record.work.key,
        "kind": record.work.kind,
        "title": record.title.text(lang),
        "titles": names(record.title),
        "symbol": record.symbol or None,
        "canonical": record.canonical or None,
        "adopted": record.adopted or None,
        "in_force": record.in_force or None,
        "replaces": record.replaces.key if record.replaces else None,
        "sources": record.sources,
        "confidence": record.confidence or None,
    }
