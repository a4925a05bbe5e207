"""What search finds of this room: texts, and the provisions of those whose provisions we hold."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words
from amana.search.api import Document, Finder, joined
from amana.texts.citations import provision
from amana.texts.models import Governs, NodeText, Work, WorkRecord

__all__ = ["FINDERS", "OF_SESSIONS", "described"]

# What sessions adopt is found where sessions are known.
OF_SESSIONS = (Work.Kind.RESOLUTION, Work.Kind.DECISION, Work.Kind.DECLARATION)
WEIGHTS = {Work.Kind.CHARTER: 8, Work.Kind.RULES: 6, Work.Kind.STATUTE: 5}


def works(keys: Collection[str] | None = None) -> Iterable[Document]:
    """Charters, rules, statutes, regulations, practice: two queries."""
    rows = WorkRecord.objects.known().exclude(work__kind__in=OF_SESSIONS).select_related("work")
    successors = _successors()
    for row in rows.filter(work__key__in=keys) if keys is not None else rows:
        text = joined(row.adopted_by, row.registration)
        found = described(row, text, WEIGHTS.get(Work.Kind(row.work.kind), 4))
        yield _until_replaced(found, successors.get(row.work_id))


def _successors() -> dict[int, WorkRecord]:
    rows = WorkRecord.objects.known().filter(replaces__isnull=False)
    return {row.replaces_id: row for row in rows if row.replaces_id}


def _until_replaced(document: Document, successor: WorkRecord | None) -> Document:
    """A charter lasts until the next one was adopted, though nobody ended it by name."""
    if successor is None or successor.during.lower is None:
        return document
    period = Period(document.period.since, successor.during.lower)
    return replace(document, period=period, until_mark=successor.since_mark)


def described(row: WorkRecord, text: Words, weight: int) -> Document:
    """A text by its title, its short title and its symbols, from its adoption on."""
    symbols = dict.fromkeys(
        each for each in (row.symbol, row.canonical, row.symbol_original) if each
    )
    return Document(
        key=row.work.key, title=row.title, text=text, also=tuple(row.short.as_dict().values()),
        symbols=tuple(symbols), route="texts:work", route_key=row.work.key, period=row.period,
        since_mark=row.since_mark, until_mark=row.until_mark, weight=weight,
    )  # fmt: skip


def provisions(keys: Collection[str] | None = None) -> Iterable[Document]:
    """Articles, rules and their paragraphs, with the subjects they govern: four queries."""
    rows = NodeText.objects.known().select_related("node__work").order_by("node", "during")
    rows = rows.filter(node__key__in=keys) if keys is not None else rows
    titles = {row.work_id: row for row in WorkRecord.objects.known().order_by("during")}
    governed, successors = _governed(), _successors()
    for row in rows:
        if record := titles.get(row.node.work_id):
            subjects = governed.get((row.node.work_id, row.node.wid), [])
            found = _provision(row, record, subjects)
            yield _until_replaced(found, successors.get(row.node.work_id))


def _governed() -> dict[tuple[int, str], list[Words]]:
    found: dict[tuple[int, str], list[Words]] = {}
    for row in Governs.objects.known().order_by("id"):
        for wid in row.wids:
            found.setdefault((row.work_id, wid), []).append(row.subject)
    return found


def _provision(row: NodeText, record: WorkRecord, subjects: list[Words]) -> Document:
    """`Charter 2008, Art. 21: Headquarters`, as long as both the text and its wording last."""
    node, own = row.node, row.since_mark or row.until_mark
    period = row.period if own else record.period
    marks: Any = row if own else record
    return Document(
        key=node.key,
        title=Words.of({lang: _title(row, record, lang) for lang in LANGS}),
        text=joined(row.summary, *subjects),
        also=_written_out(node.wid),
        route="texts:work", route_key=node.work.key, fragment=node.wid, period=period,
        since_mark=marks.since_mark, until_mark=marks.until_mark, weight=4,
    )  # fmt: skip


def _written_out(wid: str) -> tuple[str, ...]:
    """`Article 16` for Art. 16, `Article 6` for Art. VI: how people ask for it."""
    kind, _sep, number = wid.partition("__")[0].partition("_")
    return (f"Article {number}",) if kind == "art" else ()


def _title(row: NodeText, record: WorkRecord, lang: str) -> str:
    """Empty in a language that has no heading."""
    heading, title = getattr(row.heading, lang), record.short or record.title
    place = f"{title.text(lang)}{'،' if lang == 'ar' else ','} "
    place += provision(row.node.wid, lang, row.node.num)
    space = "\N{NO-BREAK SPACE}" if lang == "fr" else ""
    return f"{place}{space}: {heading}" if heading else ""


FINDERS = (
    Finder(
        "work", _("Charters and rules"), _("Text"), works,
        {"texts.WorkRecord": "work"},
    ),
    Finder(
        "provision", _("Provisions"), _("Provision"), provisions,
        {"texts.NodeText": "node", "texts.Governs": "", "texts.WorkRecord": ""},
    ),
)  # fmt: skip
