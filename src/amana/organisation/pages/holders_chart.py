"""The holders of an office as a picture: a line for each, in order of their first day."""

from datetime import date, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from amana.kernel.marks import Mark
from amana.organisation.lookups.holders import OfficeLife, Tenure
from amana.organisation.pages.listing import the_day
from amana.web.charts import Lane, Span, timeline
from amana.web.formats import years
from amana.web.links import with_query

__all__ = ["drawn"]

MARGIN = timedelta(days=400)


def drawn(life: OfficeLife, request: HttpRequest) -> Markup:
    """Each holder's terms on a line of their own; beginnings known to the year are drawn open."""
    on, lang = the_day(request), request.LANGUAGE_CODE
    by_holder: dict[str, list[Tenure]] = {}
    for term in life.terms:
        by_holder.setdefault(term.holder_route[1], []).append(term)
    lanes = [_lane(terms, request) for terms in by_holder.values()]
    title = _("Holders of the office: %(title)s") % {"title": life.title(on).text(lang)}
    return timeline(
        lanes, *_bounds(life, on), on, lang, title=title, ident=f"holders-{life.office.key}"
    )


def _lane(terms: list[Tenure], request: HttpRequest) -> Lane:
    route, key = terms[0].holder_route
    page = with_query(reverse(route, kwargs={"key": key}), {"on": request.GET.get("on", "")})
    return Lane(terms[0].holder, [_span(term, request.LANGUAGE_CODE) for term in terms], page)


def _span(term: Tenure, lang: str) -> Span:
    row = term.row
    return Span.of_marks(
        _years(row.since_mark, row.until_mark, lang), row.since_mark, row.until_mark,
        kind=2 if row.acting else 3 if row.seen else 1,
    )  # fmt: skip


def _years(since: str, until: str, lang: str) -> str:
    """The years of a term, as short as a bar needs: "1979–1984", "2021–"."""
    first, last = since[:4], until[-10:][:4] if ".." in until else until[:4]
    return years(first, last, lang) or "…"


def _bounds(life: OfficeLife, on: date) -> tuple[date, date]:
    """From a year before the first beginning to a year after the last day of interest.

    The last holder's years are written after the first day, so that room for them is kept.
    """
    sure = [term.row.since_mark for term in life.terms if term.row.since_mark]
    begun = [Mark.parse(mark).earliest for mark in sure] or [on]
    ended = [Mark.parse(term.row.until_mark).latest for term in life.terms if term.row.until_mark]
    first, last = min([*begun, on]) - MARGIN, max([*begun, *ended, on]) + MARGIN
    return first, max(last, max(begun) + (last - first) / 10)
