"""What search finds of this room: sessions, and the resolutions and decisions they adopted."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amana.conferences.agendas import ISSUED
from amana.conferences.clusters import clusters
from amana.conferences.lookups import SessionRow, by_key, sessions
from amana.conferences.models import ItemRecord
from amana.ground import clock
from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words
from amana.organisation.api import names_over_time
from amana.search.api import Document, Finder, joined
from amana.texts.finds import OF_SESSIONS, described
from amana.texts.models import WorkRecord

__all__ = ["FINDERS"]

Keys = Collection[str] | None


def found_sessions(keys: Keys = None) -> Iterable[Document]:
    """Sessions by number, body, city and year, from the day they opened: two queries."""
    where = None if keys is None else Q(session__key__in=keys)
    called = names_over_time()
    for row in sessions(on=clock.today(), planned=True, where=where):
        sitting = row.row
        yield Document(
            key=row.key, title=_title(row), text=joined(sitting.theme, row.place),
            also=_told(called.get(sitting.session.body_id, [])), codes=(row.key.upper(),),
            route="conferences:session", route_key=row.key,
            period=Period(sitting.during.lower, None), since_mark=sitting.since_mark,
            until_mark=sitting.until_mark, weight=6,
        )  # fmt: skip


def _title(row: SessionRow) -> Words:
    """`Islamic Summit, 15th session, Banjul, 2024`; an unnumbered one names its year itself."""
    year = row.row.since_mark[:4] if row.row.session.ordinal else ""
    said = {}
    for lang in LANGS:
        parts = (row.title.text(lang), row.row.city.text(lang), year)
        said[lang] = ("، " if lang == "ar" else ", ").join(part for part in parts if part)
    return Words.of(said)


def _told(names: Iterable[tuple[Words, Words]]) -> tuple[str, ...]:
    """Every name and acronym that a body bore: a session is asked for by any of them."""
    return tuple(sorted({said for pair in names for words in pair for _lang, said in words}))


def adopted(keys: Keys = None) -> Iterable[Document]:
    """Resolutions and decisions with their subject and their session: three queries."""
    rows = WorkRecord.objects.known().filter(work__kind__in=OF_SESSIONS)
    rows = rows.select_related("work__decision__session").order_by("id")
    sat = by_key(sessions(on=clock.today(), planned=True))
    in_words = clusters()
    for row in rows if keys is None else rows.filter(work__key__in=keys):
        decision = getattr(row.work, "decision", None)
        session = sat.get(decision.session.key) if decision else None
        cluster = in_words(row.cluster) if row.cluster else Words()
        title = _title(session) if session else Words()
        found = described(row, joined(cluster, title, row.adopted_by), 2)
        # Adopting is of one day, though what was adopted stands: "2006" and not "since 2006".
        yield replace(found, until_mark=found.since_mark)


def found_items(keys: Keys = None) -> Iterable[Document]:
    """Items of agendas that were issued, on the page of their session: one query."""
    rows = ItemRecord.objects.known().filter(stage__in=ISSUED, item__session__exercise=False)
    rows = rows.select_related("item__session").order_by("item")
    for row in rows if keys is None else rows.filter(item__key__in=keys):
        session = row.item.session.key
        yield Document(
            key=row.item.key, title=row.title, text=row.explanation, codes=(session.upper(),),
            route="conferences:session", route_key=session, fragment=f"item-{row.item.number}",
            period=Period(row.during.lower, None), since_mark=row.since_mark, weight=2,
        )  # fmt: skip


_READ = {
    "conferences.Sitting": "", "conferences.Session": "", "conferences.Decision": "",
    "conferences.Cluster": "", "organisation.BodyName": "", "organisation.StateName": "",
}  # fmt: skip
FINDERS = (
    Finder(
        "session", _("Sessions"), pgettext_lazy("one record", "Session"), found_sessions,
        {**_READ, "conferences.Sitting": "session", "conferences.Session": "key"},
    ),
    Finder(
        "resolution", _("Resolutions and decisions"), _("Resolution or decision"), adopted,
        {**_READ, "texts.WorkRecord": "work", "texts.Release": "work"},
    ),
    Finder(
        "item", _("Items of agendas"), pgettext_lazy("one record", "Item of an agenda"),
        found_items, {"conferences.ItemRecord": "item"},
    ),
)  # fmt: skip
