"""Routes of the API: works and their provisions."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from amana.kernel.words import Words
from amana.texts.instruments import Instrument, whole
from amana.texts.rules.operations import Fate
from amana.texts.rules.tree import walk
from amana.texts.standing_text import text_of
from amana.web.rest import PROBLEMS, AskedQuery, names

__all__ = ["router"]

router = Router(tags=["Texts"])


@router.get("/works/{key}", response={200: dict[str, Any], **PROBLEMS}, summary="A work on a day")
def work(request: HttpRequest, key: str, asked: AskedQuery) -> Any:
    """A work with its provisions as they stand on the day: what was released of their wording.

    `summary` is in our own words. `versions` are the days on which the text changed,
    `not_in_force` counts the changes that are not in it.
    """
    found = whole(key, on=asked.day)
    text = text_of(found.record, on=asked.day, texts=found.texts)
    summaries = {each.node.wid: each.text.summary for each in found.provisions}
    return {
        **_record(found, asked.lang),
        "released": list(text.released),
        "versions": [day.isoformat() for day in text.changes()],
        "not_in_force": len(text.standing.with_fate(Fate.LATER, Fate.WAITING)),
        "provisions": [
            {
                "id": f"{key}#{unit.wid}",
                "wid": unit.wid,
                "eid": unit.eid,
                "kind": unit.kind.value,
                "num": unit.num,
                "heading": names(unit.heading),
                "summary": names(summaries.get(unit.wid, Words())),
                "text": names(unit.text),
                "repealed": unit.repealed,
            }
            for unit, _depth in walk(text.units)
        ],
    }


def _record(found: Instrument, lang: str) -> dict[str, Any]:
    record = found.record
    return {
        "id": record.work.key,
        "kind": record.work.kind,
        "title": record.title.text(lang),
        "titles": names(record.title),
        "symbol": record.symbol or None,
        "canonical": record.canonical or None,
        "adopted": record.adopted or None,
        "in_force": record.in_force or None,
        "replaces": found.replaces.work.key if found.replaces else None,
        "sources": record.sources,
        "confidence": record.confidence or None,
    }
