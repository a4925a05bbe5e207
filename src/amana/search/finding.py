"""Asking the index: hits with their two sisters, counts by kind, and what to try otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amana.ground import clock
from amana.kernel.words import LANGS
from amana.search.documents import finders
from amana.search.index import keep_true
from amana.search.marking import Part, extract, marked
from amana.search.models import Entry
from amana.search.query import Asked, ask
from amana.search.ranking import Ranked, close_titles, ranked

__all__ = ["Hit", "Met", "Results", "find", "suggest"]


class Met(StrEnum):
    """How much of the query the hits have."""

    ALL = "all"
    SOME = "some"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record, in the language in which it was met."""

    entry: Entry
    title: tuple[Part, ...]
    extract: tuple[Part, ...]
    sisters: tuple[tuple[str, str], ...]  # (language, title) of the same record and period
    current: str  # how it is called on the day, where that differs
    holds: bool  # whether it is so on the day

    @property
    def kind_name(self) -> str:
        """What one record of its kind is called, in the language of the reader."""
        return str(finders()[self.entry.kind].singular)


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of a page, how many there are in all and of each kind."""

    asked: Asked
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[str, int] | None = None
    met: Met = Met.NOTHING
    close: Sequence[tuple[str, str]] = ()  # (title, language) of what may have been meant


def find(
    query: str,
    on: date | None = None,
    *,
    held: bool = False,
    lang: str = "en",
    kind: str = "",
    limit: int = 20,
    offset: int = 0,
) -> Results:
    """Search in all three languages: at most five queries.

    With `held` only what is so on the day `on`; otherwise of any day. All words must be met, the
    last one at least by its beginning; where no record has all of them, some.
    """
    asked, day = ask(query), on or clock.today()
    if not asked:
        return Results(asked)
    keep_true()
    met, found = Met.ALL, Ranked((), {})
    for met in (Met.ALL, Met.SOME):
        found = ranked(
            asked, some=met is Met.SOME, on=day, held=held, lang=lang, kind=kind,
            limit=limit, offset=offset,
        )  # fmt: skip
        if found.counts or len(asked.chunks) == 1:
            break
    if not found.counts:
        met = Met.NOTHING
    close = () if met is Met.ALL else close_titles(asked)
    total = found.counts.get(kind, 0) if kind else sum(found.counts.values())
    counts = {each: found.counts[each] for each in finders() if each in found.counts}
    return Results(asked, tuple(_hits(found.ids, asked, day, lang)), total, counts, met, close)


def suggest(prefix: str, lang: str, on: date | None = None, limit: int = 8) -> tuple[Hit, ...]:
    """The first hits while someone is typing: three queries."""
    asked, day = ask(prefix), on or clock.today()
    if not asked:
        return ()
    keep_true()
    found = ranked(asked, some=False, on=day, held=False, lang=lang, kind="", limit=limit, offset=0)
    return tuple(_hits(found.ids, asked, day, lang))


def _hits(ids: Sequence[int], asked: Asked, on: date, lang: str) -> Iterable[Hit]:
    if not ids:
        return
    records = Entry.objects.filter(pk__in=ids).values("record")
    rows = Entry.objects.filter(record__in=records).defer("vector", "plain", "digest")
    by_record: dict[str, list[Entry]] = {}
    by_id: dict[int, Entry] = {}
    for row in rows.order_by("record", "number", "lang"):
        by_record.setdefault(row.record, []).append(row)
        by_id[row.pk] = row
    for each in ids:
        entry = by_id[each]
        yield _hit(entry, by_record[entry.record], asked, on, lang)


def _hit(entry: Entry, family: list[Entry], asked: Asked, on: date, lang: str) -> Hit:
    sisters = {
        row.lang: row.title
        for row in family
        if row.number == entry.number and row.lang != entry.lang
    }
    return Hit(
        entry,
        marked(entry.title, asked, entry.lang),
        extract(entry.text, asked, entry.lang),
        tuple((each, sisters[each]) for each in LANGS if each in sisters),
        _called_on(entry, family, on, lang),
        holds_on(entry, on),
    )


def _called_on(entry: Entry, family: list[Entry], on: date, lang: str) -> str:
    """The title of the same record on the day, for a hit of another time."""
    if holds_on(entry, on):
        return ""
    then = {row.lang: row.title for row in family if holds_on(row, on)}
    title = then.get(lang) or next(iter(then.values()), "")
    of_then = {row.title for row in family if row.number == entry.number}
    return "" if title in of_then else title


def holds_on(entry: Entry, on: date) -> bool:
    """Whether an entry is so on a day."""
    begins, ends = entry.during.lower, entry.during.upper
    return (begins is None or begins <= on) and (ends is None or on < ends)
