"""What list pages of bodies and offices share: the file of what is shown, citations, doubts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amana.ground.dated import Dated
from amana.kernel.arabic import fold
from amana.kernel.basis import Basis
from amana.kernel.dual_dates import format_gregorian
from amana.kernel.marks import Mark
from amana.kernel.words import Words
from amana.texts.api import citations
from amana.web.export import asked_format, export_response
from amana.web.tables import Column

__all__ = ["cite", "cited_by", "doubt", "listing", "matches", "the_day"]


def listing(
    request: HttpRequest,
    template: str,
    heading: str,
    columns: Sequence[Column],
    rows: Sequence[Any],
    *,
    cited: Iterable[Dated],
    **context: Any,
) -> HttpResponse:
    """The page of a table, or the table as a file when one is asked for."""
    asked = asked_format(request)
    if asked:
        day = format_gregorian(the_day(request), request.LANGUAGE_CODE)
        about = _("%(title)s, as of %(day)s") % {"title": heading, "day": day}
        lang = request.LANGUAGE_CODE
        return export_response(asked, heading, columns, rows, lang=lang, about=about)
    cite(request, cited)
    return render(request, template, {"columns": columns, "rows": rows, **context})


def cite(request: HttpRequest, rows: Iterable[Dated]) -> None:
    """Give the rows their links to provisions, for the day that was asked.

    `basis_links` is what a source mark opens; `basis_by_work` says the same in the room of a
    cell: `[("Charter 2008", "/en/texts/charter-2008/", [("Art. 5", "…#art_5"), …]), …]`.
    """
    rows = list(rows)
    lang, on = request.LANGUAGE_CODE, request.GET.get("on", "")
    addresses = {address for row in rows for address in row.basis}
    cited = citations(addresses | {Basis.parse(address).work for address in addresses})
    for row in rows:
        links = [(each, cited[each].label.text(lang), cited[each].url(on)) for each in row.basis]
        works: dict[str, list[tuple[str, str]]] = {}
        for address, label, href in links:
            work = Basis.parse(address).work
            within = label.removeprefix(cited[work].label.text(lang)).lstrip(",، ")
            works.setdefault(work, []).extend([(within, href)] if within else [])
        row.basis_links = [(label, href) for _address, label, href in links]  # type: ignore[attr-defined]
        row.basis_by_work = [  # type: ignore[attr-defined]
            (cited[work].label.text(lang), cited[work].url(on), provisions)
            for work, provisions in works.items()
        ]


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
