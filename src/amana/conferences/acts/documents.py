"""Acts on documents of an agenda: slotted with the next symbol, submitted, pinned, withdrawn."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.dues import opening_of
from amana.conferences.models import ItemDocument, ItemRecord
from amana.conferences.permissions import SERVING
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts import symbols
from amana.texts.drafting import draft
from amana.texts.models import Milestone, Series
from amana.texts.permissions import DRAFTER
from amana.texts.standing_text import text_on

__all__ = ["attach", "describe", "pin", "scope_of", "slot", "submit", "withdraw"]


@act
def slot(
    item: str, role: str, title: Words, *, by: Authority, series: str = "", cluster: str = "",
    draft: str = "", work: str = "", words: int = 0, languages: Sequence[str] = LANGS,
    due: date | None = None, distribution: str = "limited", sensitivity: str = "open",
    readers: Sequence[str] = (),
) -> ItemDocument:  # fmt: skip
    """Put a document on an item: a draft, a text on record, or the next symbol of a series alone.

    Whoever serves a session numbers its documents. Distribution, sensitivity and readers are those
    of a symbol that waits for its text; a text has its own.
    """
    power = serving("document.slot", by)
    row = _item(item)
    if role not in ItemDocument.Role.values:
        raise Refusal("document.no-such-role", role=role[:20])
    if not set(languages) <= set(LANGS) or not languages:
        raise Refusal("document.languages", languages=list(languages))
    found = _text(draft, work, by)
    if not (title or found):
        raise Refusal("document.no-title")
    made = _reserved(series, row, cluster, draft, by) if series else ""
    number = ItemDocument.objects.filter(item=row.item).values("fact").distinct().count() + 1
    key = f"{row.item.key}.doc-{number}"
    values: dict[str, Any] = {
        "key": key, "item": row.item, "role": role, "words": words, "due": due,
        "languages": [lang for lang in LANGS if lang in languages],
        "distribution": distribution, "sensitivity": sensitivity, "readers": list(readers),
        **found,
    }  # fmt: skip
    values["title"] = title or found["title"]
    values["symbol"] = made or found.get("symbol", "")
    return Written("document.slot", f"document:{key}", by, power).begin(ItemDocument, **values)


def _reserved(series: str, item: ItemRecord, cluster: str, draft: str, by: Authority) -> str:
    scope = scope_of(series, item, cluster)
    return symbols.reserve(series, scope, by=_numbering(by), draft=draft).canonical


def scope_of(series: str, item: ItemRecord, cluster: str) -> dict[str, str]:
    """The parts of a symbol that follow from the session of an item: its number and its year."""
    found = Series.objects.filter(key=series).first()
    if found is None:
        raise Refusal("series.unknown", key=series[:60])
    session = item.item.session
    opens = opening_of(session.key)
    parts = {
        "session": str(session.ordinal or ""), "year": str(opens.year) if opens else "",
        "cluster": cluster,
    }  # fmt: skip
    return {part: parts.get(part, "") for part in found.scope}


@act
def describe(key: str, *, by: Authority, **changes: Any) -> ItemDocument:
    """Change title, role, length, languages, due day, or who sees the symbol."""
    power = serving("document.describe", by)
    strange = set(changes) - {
        "title", "role", "words", "languages", "due", "distribution", "sensitivity", "readers",
    }  # fmt: skip
    if strange:
        raise Refusal("agenda.no-such-field", fields=sorted(strange))
    return Written("document.describe", f"document:{key}", by, power).change(_row(key), **changes)


@act
def attach(key: str, *, by: Authority, draft: str = "", work: str = "") -> ItemDocument:
    """Say which draft or text a slot was waiting for; what was pinned of another is no longer."""
    power = serving("document.describe", by)
    found = _text(draft, work, by)
    if not found:
        raise Refusal("document.which-text")
    row = _row(key)
    changes = {"draft": None, "work": None, "milestone": None, "pinned": None, "day": None}
    changes |= {name: found[name] for name in ("draft", "work") if name in found}
    if not row.symbol and found.get("symbol"):
        changes["symbol"] = found["symbol"]
    return Written("document.describe", f"document:{key}", by, power).change(row, **changes)


@act
def submit(key: str, day: date, *, by: Authority) -> ItemDocument:
    """Record the day on which a document came in; after its due day it came late."""
    power = serving("document.submit", by)
    if day > by.on:
        raise Refusal("convening.day-to-come", day=day.isoformat())
    return Written("document.submit", f"document:{key}", by, power).change(_row(key), submitted=day)


@act
def pin(
    key: str, *, by: Authority, milestone: int | None = None, day: date | None = None
) -> ItemDocument:
    """Pin what was considered: a version of the draft, or the words of this instant or day.

    What is pinned can be read as it was whatever becomes of the draft.
    """
    power = serving("document.pin", by)
    row = _row(key)
    if row.draft_id:
        changes: dict[str, Any] = {
            "milestone": milestone, "pinned": _instant(row, milestone), "day": None,
        }  # fmt: skip
    elif row.work_id:
        changes = {"milestone": None, "pinned": None, "day": day or by.on}
    else:
        raise Refusal("document.nothing-to-pin")
    return Written("document.pin", f"document:{key}", by, power).change(row, **changes)


@act
def withdraw(key: str, *, by: Authority, reason: str) -> None:
    """Take a document off its item. Its symbol stays given; `void` gives it back."""
    power = serving("document.withdraw", by)
    if not reason.strip():
        raise Refusal("agenda.no-reason")
    Written("document.withdraw", f"document:{key}", by, power, reason.strip()).withdraw(_row(key))


def _instant(row: ItemDocument, milestone: int | None) -> datetime:
    if milestone is None:
        return clock.now()
    found = Milestone.objects.known().filter(draft=row.draft_id, number=milestone).first()
    if found is None:
        raise Refusal("draft-version.unknown", name=str(milestone)[:20])
    return found.at


def _text(draft_key: str, work_key: str, by: Authority) -> dict[str, Any]:
    """The draft or text that is slotted, as its reader knows it. Refused when unknown to them."""
    if draft_key:
        record = draft(draft_key, by=by).record
        return {"draft": record.draft, "title": record.title, "symbol": record.symbol}
    if work_key:
        of = text_on(work_key, on=by.on, by=by).record
        return {"work": of.work, "title": of.short or of.title, "symbol": of.canonical or of.symbol}
    return {}


def _numbering(by: Authority) -> Authority:
    """Who serves sessions gives their documents symbols, by the office that lets them serve."""
    offices = tuple(
        replace(held, powers=held.powers | {DRAFTER}) if held.powers & set(SERVING) else held
        for held in by.offices
    )
    return replace(by, offices=offices)


def _item(key: str) -> ItemRecord:
    rows = ItemRecord.objects.known().select_related("item__session")
    row = rows.filter(item__key=key).first()
    if row is None:
        raise Refusal("agenda.no-such-item", item=key[:80])
    return row


def _row(key: str) -> ItemDocument:
    row = ItemDocument.objects.known().select_related("item").filter(key=key).first()
    if row is None:
        raise Refusal("agenda.no-such-document")
    return row
