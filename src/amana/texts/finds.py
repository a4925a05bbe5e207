"""What search finds of this room: texts, and the provisions of those whose provisions we hold."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words
from amana.search.api import Document, Finder, joined
from amana.texts.citations import provision
from amana.texts.given import eyes_of, only
from amana.texts.models import Governs, Node, NodeText, Operation, Work, WorkRecord
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import walk
from amana.texts.standing_text import unit_of
from amana.texts.wordings import Wording, wordings, works_with_wording

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
    titles = {row.work_id: row for row in WorkRecord.objects.seen_by(None).order_by("during")}
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
    """Empty in a language that has no heading, or in which the text was not given out."""
    heading = getattr(only(row.heading, eyes_of(record, None).headings), lang)
    title = record.short or record.title
    place = f"{title.text(lang)}{'،' if lang == 'ar' else ','} "
    place += provision(row.node.wid, lang, row.node.num)
    space = "\N{NO-BREAK SPACE}" if lang == "fr" else ""
    return f"{place}{space}: {heading}" if heading else ""


def paragraphs(keys: Collection[str] | None = None) -> Iterable[Document]:
    """The wording of provisions over each period in which they had it; keys as `work#wid`."""
    works = works_with_wording()
    if keys is not None:
        named = {key.partition("#")[0] for key in keys}
        works &= set(Work.objects.filter(key__in=named).values_list("pk", flat=True))
    found = (_paragraph(said) for said in wordings(works) if not _told_by_work(said))
    return found if keys is None else (each for each in found if each.key in keys)


def _told_by_work(said: Wording) -> bool:
    """Whether the work itself is found by these words: its symbol, its title, who speaks.

    What is not for everybody is found by its paragraphs alone, its title among them.
    """
    return not said.readers and said.unit.kind in OPENING


def _all_paragraphs() -> Iterable[str]:
    """The key of every provision of every work whose wording is on record."""
    keys = Work.objects.filter(pk__in=works_with_wording()).values_list("key", flat=True)
    return (key for work in keys for key in _of_work({"work": work}))


def _of_work(facts: Mapping[str, Any]) -> Iterable[str]:
    """Every provision of the work that a fact is of, as the keys of its documents."""
    work = facts["work"]
    wids = set(Node.objects.filter(work__key=work).values_list("wid", flat=True))
    for units in Operation.objects.filter(work__key=work).values_list("units", flat=True):
        wids |= {unit.wid for unit, _depth in walk(map(unit_of, units))}
    return (f"{work}#{wid}" for wid in wids)


def _paragraph(said: Wording) -> Document:
    """`Resolution on archives, para. 3`: its words in the languages that its readers may see.

    It does not bear the symbol: who looks for that wants the text, not each of its paragraphs.
    """
    record, work = said.record, said.record.work
    title = record.short or record.title
    named = {
        lang: f"{title.text(lang)}{'،' if lang == 'ar' else ','} "
        f"{provision(said.unit.wid, lang, said.unit.num if said.unit.kind in CALLED else '')}"
        for lang in LANGS
        if getattr(said.words, lang)
    }
    return Document(
        key=f"{work.key}#{said.unit.wid}", title=Words.of(named), text=said.words,
        route="texts:work", route_key=work.key, fragment=said.unit.wid, period=said.period,
        since_mark=str(said.period.since or ""), until_mark=str(said.period.until or ""),
        readers=said.readers, proposed=False, weight=3,
    )  # fmt: skip


CALLED = frozenset({Kind.CHAPTER, Kind.ARTICLE, Kind.RULE})
OPENING = frozenset({Kind.SYMBOL, Kind.TITLE, Kind.FORMULA})

FINDERS = (
    Finder(
        "work", _("Charters and rules"), pgettext_lazy("one record", "Text"), works,
        {"texts.WorkRecord": "work", "texts.Release": "work"},
    ),
    Finder(
        "provision", _("Provisions"), pgettext_lazy("one record", "Provision"), provisions,
        {"texts.NodeText": "node", "texts.Governs": "", "texts.WorkRecord": "work__nodes",
         "texts.Release": "work__nodes"},
    ),
    Finder(
        "paragraph", _("Paragraphs"), pgettext_lazy("one record", "Paragraph"), paragraphs,
        {"texts.WorkRecord": _of_work, "texts.Release": _of_work, "texts.Operation": _of_work,
         "texts.WorkEvent": _of_work, "texts.NodeText": "node"},
        keys=_all_paragraphs, beside="langs",
    ),
)  # fmt: skip
