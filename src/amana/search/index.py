"""Keeping the index true: it follows the register, act by act, before it answers.

Every write is an act, and acts are numbered in the order in which they commit. So the index
needs no signal from any room: it keeps the number of the last act it knows and, when the
register has gone on, compares what the touched finders say now with what it holds. Nothing that
was acknowledged can be missing, and what no longer holds goes. A record that the index cannot
hold (a number of a thousand digits) is left out and logged: no record takes the search from all.
"""

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange, errors

from amana.kernel import arabic
from amana.kernel.words import LANGS
from amana.search.documents import Document, Finder, finders
from amana.search.models import Entry, Position
from amana.search.touching import EVERYTHING, touched_since
from amana.search.vectors import called, plain, vector

__all__ = ["keep_true", "rebuild", "reindex"]

_LOCK = 0x66696E64  # "find": one hand at a time writes the index
BATCH = 500  # rows written at once
SLICE = 2000  # records compared at once, where a finder can name its keys


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the register stands, and where the index."""

    head: int
    act: int
    made_by: str

    @property
    def is_true(self) -> bool:
        """Whether the index knows every act, in the words of this version of the code."""
        return self.head == self.act and self.made_by == analyser()


def keep_true() -> None:
    """Bring the index up to the head of the register: one query when nothing happened."""
    if _where().is_true:
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        where = _where()
        if where.made_by != analyser():
            Entry.objects.all().delete()
        every = dict.fromkeys(finders(), EVERYTHING)
        is_anew = where.made_by != analyser() or where.head < where.act
        for kind, keys in (every if is_anew else touched_since(where.act)).items():
            _refresh(finders()[kind], keys)
        _forget_strange_kinds()
        Position.objects.update_or_create(pk=1, defaults={"act": where.head, "made_by": analyser()})


def reindex(kind: str | None = None, keys: Collection[str] | None = None) -> None:
    """Compare some or all records with the index now; only the changed are written."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        for finder in finders().values():
            if kind in (None, finder.kind):
                _refresh(finder, keys)


def rebuild() -> None:
    """Make the whole index anew."""
    with transaction.atomic():
        Position.objects.all().delete()
        keep_true()


@cache
def analyser() -> str:
    """A hash of the code that makes entries: after an upgrade the index is made anew."""
    here, kernel = Path(__file__), Path(arabic.__file__).with_name("analyser")
    made_by = [here, here.with_name("vectors.py"), here.with_name("documents.py")]
    made_by += [*sorted(kernel.glob("*.py")), *sorted(kernel.glob("*.toml"))]
    made_by += sorted(here.parents[1].glob("*/finds.py"))
    return sha256(b"\0".join(path.read_bytes() for path in made_by)).hexdigest()


def _where() -> _Where:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((SELECT max(seq) FROM ground_act), 0), p.act, p.made_by"
            " FROM (SELECT 1) one LEFT JOIN search_position p ON true"
        )
        head, act, made_by = cursor.fetchone()
    return _Where(head, act or 0, made_by or "")


def _refresh(finder: Finder, keys: Collection[str] | None) -> None:
    """Write the records of a kind that are new or changed, and drop those that are gone."""
    if keys is EVERYTHING and finder.keys is not None:
        keys = set(finder.keys()) | _held_keys(finder)
    if keys is EVERYTHING:
        _compare(finder, EVERYTHING)
        return
    ordered = sorted(keys)
    for at in range(0, len(ordered), SLICE):
        _compare(finder, ordered[at : at + SLICE])


def _held_keys(finder: Finder) -> set[str]:
    return set(Entry.objects.filter(kind=finder.kind).order_by().values_list("key", flat=True))


def _compare(finder: Finder, keys: Collection[str] | None) -> None:
    found = _by_record(finder, keys)
    digests = {record: _digest(documents) for record, documents in found.items()}
    entries = Entry.objects.filter(kind=finder.kind)
    if keys is not EVERYTHING:
        entries = Entry.objects.filter(record__in=[f"{finder.kind}:{key}" for key in keys])
    held = dict(entries.order_by().values_list("record", "digest").distinct())
    changed = [record for record, digest in digests.items() if held.get(record) != digest]
    gone = [record for record in held if held[record] != digests.get(record)]
    if gone:
        Entry.objects.filter(record__in=gone).delete()
    if not _written(finder, found, changed):
        for record in changed:
            if not _written(finder, found, [record]):
                logging.getLogger(__name__).error("the index cannot hold %s", record)


def _written(finder: Finder, found: Mapping[str, list[Document]], records: list[str]) -> bool:
    """Write some records, all or none: whether the index can hold them."""
    if not records:
        return True
    rows = (row for record in records for row in _rows(finder, record, found[record]))
    try:
        with transaction.atomic():
            Entry.objects.bulk_create(rows, batch_size=BATCH)
    except DatabaseError as fault:
        if isinstance(fault.__cause__, errors.DataError | errors.ProgramLimitExceeded):
            return False
        raise
    return True


def _by_record(finder: Finder, keys: Collection[str] | None) -> Mapping[str, list[Document]]:
    documents = sorted(finder.documents(keys), key=lambda document: document.key)
    return {
        f"{finder.kind}:{key}": list(group)
        for key, group in groupby(documents, key=lambda document: document.key)
    }


def _digest(documents: Iterable[Document]) -> str:
    return sha256(repr(list(documents)).encode()).hexdigest()


def _rows(finder: Finder, record: str, documents: list[Document]) -> Iterable[Entry]:
    digest = _digest(documents)
    for number, document in enumerate(documents):
        for lang in LANGS:
            if getattr(document.title, lang):
                entry = _entry(document, lang)
                entry.kind, entry.record, entry.number = finder.kind, record, number
                entry.digest = digest
                yield entry


def _entry(document: Document, lang: str) -> Entry:
    title = getattr(document.title, lang)
    return Entry(
        lang=lang, key=document.key, title=title, plain=plain(title, lang),
        text=getattr(document.text, lang),
        names=[called(name) for name in (title, *document.also)],
        symbols=list(document.symbols), readers=list(document.readers),
        proposed=document.proposed, route=document.route, route_key=document.route_key,
        fragment=document.fragment, weight=document.weight,
        during=DateRange(document.period.since, document.period.until),
        since_mark=document.since_mark, until_mark=document.until_mark,
        vector=vector(document, lang),
    )  # fmt: skip


def _forget_strange_kinds() -> None:
    """Entries of a kind that no room registers any longer; the kinds are read off their index."""
    with connection.cursor() as cursor:
        cursor.execute(_KINDS)
        strange = [kind for (kind,) in cursor.fetchall() if kind not in finders()]
    if strange:
        Entry.objects.filter(kind__in=strange).delete()


_KINDS = """
WITH RECURSIVE kinds AS (
  (SELECT kind FROM search_entry ORDER BY kind LIMIT 1)
  UNION ALL
  SELECT (SELECT kind FROM search_entry e WHERE e.kind > k.kind ORDER BY kind LIMIT 1)
  FROM kinds k WHERE k.kind IS NOT NULL
) SELECT kind FROM kinds WHERE kind IS NOT NULL
"""
