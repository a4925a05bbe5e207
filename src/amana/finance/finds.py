"""What search finds of this room: every public figure, on the page that lists them."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from amana.finance.lookups import year_of
from amana.finance.models import PublicFigure
from amana.finance.wording import shown, title
from amana.kernel.periods import Period
from amana.kernel.words import LANGS, Words
from amana.search.api import COMMA, Document, Finder, joined

__all__ = ["FINDERS"]


def figures(keys: Collection[str] | None = None) -> Iterable[Document]:
    """Figures by what they are, whose, of which year; from the day or year on: one query."""
    rows = PublicFigure.objects.known().order_by("during", "id")
    for row in rows if keys is None else rows.filter(key__in=keys):
        year = row.fiscal_year or row.since_mark[:4]
        yield Document(
            key=row.key, title=joined(_said(row), row.entity, _everywhere(year), by=COMMA),
            text=joined(_figure(row), row.approved_by, row.note), route="finance:figures",
            fragment=row.key, period=Period(_begins(row), None), since_mark=row.since_mark,
            until_mark=row.until_mark, weight=3,
        )  # fmt: skip


def _begins(row: PublicFigure) -> date | None:
    """Its day, else the first of the year that it is about: as the page shows it."""
    year = year_of(row)
    return row.during.lower or (date(year, 1, 1) if year else None)


def _said(row: PublicFigure) -> Words:
    return Words.of({lang: _in(lang, row) for lang in LANGS})


def _in(lang: str, row: PublicFigure) -> str:
    with translation.override(lang):
        return title(row)


def _figure(row: PublicFigure) -> Words:
    said = {}
    for lang in LANGS:
        with translation.override(lang):
            said[lang] = shown(row, lang)
    return Words.of(said)


def _everywhere(text: str) -> Words:
    return Words.of(dict.fromkeys(LANGS, text))


FINDERS = (
    Finder(
        "figure", _("Public figures"), _("Public figure"), figures,
        {"finance.PublicFigure": "key"},
    ),
)  # fmt: skip
