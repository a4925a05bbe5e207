"""Asking the index: hits with their two sisters, counts by kind, and what to try otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Case, TextField, When
from django.db.models.functions import Left

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.words import LANGS
from amana.search.documents import finders
from amana.search.index import keep_true
from amana.search.marking import BEGINNING, Part, beginning, extract, marked
from amana.search.models import Entry, reader_keys
from amana.search.query import Asked, ask
from amana.search.ranking import Narrowed, Ranked, begun, close_titles, ranked

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
    texts: tuple[tuple[str, str], ...] = ()  # (language, beginning) of a paragraph's two sisters

    @property
    def kind_name(self) -> str:
        """What one record of its kind is called, in the language of the reader."""
        return str(finders()[self.entry.kind].singular)


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of a page, how many there are in all and of each kind.

    Where the words are so common that not all records were counted, `total` and `counts` are the
    least that there are, and `is_capped` says so.
    """

    asked: Asked
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    met: Met = Met.NOTHING
    close: Sequence[tuple[str, str]] = ()  # (title, language) of what may have been meant
    is_capped: bool = False


def find(
    query: str,
    on: date | None = None,
    *,
    held: bool = False,
    lang: str = "en",
    kind: str = "",
    limit: int = 20,
    offset: int = 0,
    by: Authority | None = None,
) -> Results:
    """Search in all three languages: at most six queries.

    With `held` only what is so on the day `on`; otherwise of any day. All words must be met;
    where few records have them, the last one also by its beginning; where no record has all of
    them, some. `by` is who asks: what is not for everybody is found only by its readers.
    """
    asked, day = ask(query), on or clock.today()
    if not asked:
        return Results(asked)
    keep_true()
    to = Narrowed(day, lang, held, kind, reader_keys(by))
    met, found = Met.ALL, ranked(asked, to, limit=limit, offset=offset)
    if not found.counts and len(asked.chunks) > 1:
        met, found = Met.SOME, ranked(asked, to, some=True, limit=limit, offset=offset)
    if not found.counts:
        met = Met.NOTHING
    close = () if met is Met.ALL else close_titles(asked, to.readers)
    return _results(asked, to, found, met, close)


def _results(
    asked: Asked, to: Narrowed, found: Ranked, met: Met, close: Sequence[tuple[str, str]]
) -> Results:
    counts = {each: found.counts[each] for each in finders() if each in found.counts}
    total = counts.get(to.kind, 0) if to.kind else sum(counts.values())
    hits = tuple(_hits(found.ids, asked, to))
    return Results(asked, hits, total, counts, met, close, found.is_capped)


def suggest(
    prefix: str, lang: str, on: date | None = None, limit: int = 8, by: Authority | None = None
) -> tuple[Hit, ...]:
    """The first titles and names that begin so, while someone is typing: four queries.

    A symbol, which no title begins with, is looked for as on the page of results.
    """
    asked, day = ask(prefix), on or clock.today()
    if not asked:
        return ()
    keep_true()
    to = Narrowed(day, lang, readers=reader_keys(by))
    found = ranked(asked, to, limit=limit) if asked.has_symbol else begun(asked, to, limit)
    return tuple(_hits(found.ids, asked, to))


def _hits(ids: Sequence[int], asked: Asked, to: Narrowed) -> Iterable[Hit]:
    if not ids:
        return
    records = Entry.objects.filter(pk__in=ids).values("record")
    rows = Entry.objects.filter(record__in=records).visible_to_readers(to.readers)
    # Of the sisters only the beginning is shown: to read four hundred words of each takes longer.
    shown = Case(
        When(pk__in=ids, then="text"),
        default=Left("text", BEGINNING + 1),
        output_field=TextField(),
    )
    by_record: dict[str, list[_Shown]] = {}
    by_id: dict[int, _Shown] = {}
    for row in rows.defer(*_UNREAD).annotate(shown=shown).order_by("record", "number", "lang"):
        by_record.setdefault(row.record, []).append(row)
        by_id[row.pk] = row
    for each in ids:
        if entry := by_id.get(each):  # gone when the index was written meanwhile
            yield _hit(entry, by_record[entry.record], asked, to.on, to.lang)


_Shown = Any  # an Entry with what is shown of its text
_UNREAD = ("text", "vector", "plain", "names", "digest")


def _hit(entry: _Shown, family: list[_Shown], asked: Asked, on: date, lang: str) -> Hit:
    twins = {
        row.lang: row for row in family if row.number == entry.number and row.lang != entry.lang
    }
    ordered = [twins[each] for each in LANGS if each in twins]
    return Hit(
        entry,
        marked(entry.title, asked, entry.lang),
        extract(entry.shown, asked, entry.lang),
        tuple((row.lang, row.title) for row in ordered),
        _called_on(entry, family, on, lang),
        holds_on(entry, on),
        () if entry.proposed else tuple((row.lang, beginning(row.shown)) for row in ordered),
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
