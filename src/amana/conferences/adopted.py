"""Works that sessions adopted: resolutions and decisions, with the session of each."""

import re
from datetime import date

from django.db.models import Q

from amana.kernel.arabic import fold
from amana.texts.models import Work, WorkRecord

__all__ = [
    "adopted_by", "body_key", "matching", "narrowed", "resolutions", "session_key",
    "session_of",
]  # fmt: skip


def adopted_by(session: str) -> list[WorkRecord]:
    """What a session adopted, in the order of its committees and numbers: one query."""
    rows = WorkRecord.objects.known().filter(work__decision__session__key=session)
    return list(
        rows.select_related("work").order_by("work__kind", "cluster", "number", "work__key")
    )


def session_of(work: str) -> str:
    """The key of the session that adopted a work, or nothing: one query."""
    rows = Work.objects.filter(key=work).values_list("decision__session__key", flat=True)
    return rows.first() or ""


def resolutions(*, on: date, where: Q | None = None) -> list[WorkRecord]:
    """Resolutions adopted by a day, latest session first: one query.

    Most are known to the year of their session only, so the day is that on which the session
    opened: a resolution of May 1979 is not there yet in April 1979.
    """
    rows = WorkRecord.objects.known().filter(
        Q(work__decision__session__sittings__during__startswith__lte=on)
        | Q(work__decision__isnull=True, during__startswith__lte=on),
        work__kind=Work.Kind.RESOLUTION,
        work__decision__session__sittings__recorded__upper_inf=True,
    )
    if where is not None:
        rows = rows.filter(where)
    return list(
        rows.select_related("work__decision__session__body").order_by(
            "-work__decision__session__sittings__during", "cluster", "number", "work__key"
        )
    )


def session_key(row: WorkRecord) -> str:
    """The key of the session that adopted it; empty where none is on record."""
    decision = getattr(row.work, "decision", None)
    return decision.session.key if decision else ""


def body_key(row: WorkRecord) -> str:
    """The key of the body whose session adopted it; empty where none is on record."""
    decision = getattr(row.work, "decision", None)
    return decision.session.body.key if decision else ""


def narrowed(
    rows: list[WorkRecord], *, q: str = "", body: str = "", session: str = "", year: str = "",
    cluster: str = "",
) -> list[WorkRecord]:  # fmt: skip
    """Those of a body, a session, a year, a subject, with the words: what is empty asks nothing."""
    found = [
        row
        for row in rows
        if session in ("", session_key(row))
        and body in ("", body_key(row))
        and year in ("", row.adopted[:4])
        and cluster in ("", row.cluster)
    ]
    return matching(found, q)


def matching(rows: list[WorkRecord], text: str) -> list[WorkRecord]:
    """Those whose symbol holds the text, or whose titles, in any language, hold all its words.

    Spaces in symbols do not count: "1 / 44 - POL" finds 1/44-POL, and only that. Letters are
    folded: "Conférence" is found by "conference", "الأمم" by "الامم".
    """
    symbol, words = _tight(text), fold(text).split()
    if not words:
        return rows
    if _SYMBOL.match(symbol):
        return [row for row in rows if _has_symbol(row, symbol)]
    return [row for row in rows if _has_symbol(row, symbol) or _has_words(row, words)]


_SYMBOL = re.compile(r"\d+/\d+")


def _tight(text: str) -> str:
    return "".join(fold(text).split())


def _has_symbol(row: WorkRecord, wanted: str) -> bool:
    """Whether a symbol holds the text; 1/44 does not stand in 11/44."""
    whole = re.compile(rf"(?<!\d){re.escape(wanted)}")
    return any(whole.search(_tight(s)) for s in (row.symbol, row.canonical, row.symbol_original))


def _has_words(row: WorkRecord, words: list[str]) -> bool:
    said = " ".join(fold(text) for _lang, text in (*row.title, *row.short))
    return all(word in said for word in words)
