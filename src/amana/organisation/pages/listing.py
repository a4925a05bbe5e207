"""What list pages of bodies and offices share: the file of what is shown, citations, doubts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amana.ground.dated import Dated
from amana.kernel.arabic import fold
from amana.kernel.dual_dates import format_gregorian
from amana.kernel.marks import Mark
from amana.kernel.words import Words
from amana.texts.api import cite
from amana.web.export import asked_format, export_response
from amana.web.tables import Column

__all__ = ["cited_by", "doubt", "listing", "matches", "the_day"]


def listing(
    request: HttpRequest,
    template: str,
    heading: str,
    columns: Sequence[Column],
    rows: Sequence[Any],
    *,
    cited: Iterable[Any],
    **context: Any,
) -> HttpResponse:
    """The page of a table, or the table as a file when one is asked for."""
    asked = asked_format(request)
    if asked:
        on = the_day(request)
        day = format_gregorian(on, request.LANGUAGE_CODE)
        about = _("%(title)s, as of %(day)s") % {"title": heading, "day": day}
        lang = request.LANGUAGE_CODE
        return export_response(
            asked, heading, columns, rows, lang=lang, about=about, licensed=True, on=on
        )
    cite(request, cited)
    return render(request, template, {"columns": columns, "rows": rows, **context})


def cited_by(row: Any) -> list[str]:
    """The provisions of a row as they are cited; `cite` comes first."""
    return [label for label, _href in row.basis_links]


def the_day(request: HttpRequest) -> date:
    """The day that the page answers for."""
    day: date = request.on  # type: ignore[attr-defined]
    return day


def doubt(row: Dated, on: date) -> str:
    """Why it is not sure that the row held on the day; the empty string where it is.

    A body known to begin in "1981" is shown on 1 June 1981 with "known to the year only".
    """
    marks = [Mark.parse(text) for text in (row.since_mark, row.until_mark) if text]
    unsure = [m for m in marks if not m.is_exact and m.earliest <= on <= m.latest]
    if not unsure:
        return ""
    said = {
        "year": _("known to the year only"),
        "month": _("known to the month only"),
        "interval": _("known only as falling between two dates"),
    }
    return said[unsure[0].precision]


def matches(text: str, *names: Words) -> bool:
    """Whether what was typed stands in one of the names, in any language and any spelling."""
    wanted = fold(text.strip())
    return any(wanted in fold(said) for words in names for _lang, said in words)
