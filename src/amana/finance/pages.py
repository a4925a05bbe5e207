"""What is public about the organisation's money."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.finance.lookups import figures, year_of
from amana.finance.models import PublicFigure
from amana.finance.wording import shown, title
from amana.texts.api import cite
from amana.web.export import asked_format, export_response
from amana.web.tables import Column


def figures_page(request: HttpRequest) -> HttpResponse:
    """Every figure that a source prints, with that source."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    found = figures(on=on)
    rows = [_cells(row, lang) for row in found]
    if asked := asked_format(request):
        return export_response(
            asked, str(_("Public figures")), _columns(), rows, lang=lang, licensed=True
        )
    cite(request, found)
    return render(request, "finance/figures.html", {"rows": rows, "columns": _shown_columns()})


def _shown_columns() -> list[Column]:
    return [
        Column("kind", _("What")),
        Column("entity", _("Of whom")),
        Column("year", _("Year or day"), "date"),
        Column("shown", _("Figure"), "number"),
        Column("approved_by", _("Approved by")),
        Column("note", _("Note")),
    ]


def _columns() -> list[Column]:
    return [
        Column("kind", _("What")),
        Column("entity", _("Of whom")),
        Column("year", _("Year or day")),
        Column("shown", _("Figure")),
        Column("amount", _("Amount in minor units"), "number"),
        Column("currency", _("Currency")),
        Column("count", _("Count"), "number"),
        Column("approved_by", _("Approved by")),
        Column("note", _("Note")),
        Column("sources", _("Sources")),
    ]


def _cells(row: PublicFigure, lang: str) -> dict[str, Any]:
    return {
        "row": row, "kind": title(row), "entity": row.entity,
        "year": row.fiscal_year or row.since_mark, "is_fiscal": bool(row.fiscal_year),
        "order": year_of(row) or "", "shown": shown(row, lang), "amount": row.amount,
        "currency": row.currency, "count": row.count, "approved_by": row.approved_by,
        "note": row.note, "sources": row.sources,
    }  # fmt: skip


urlpatterns: list[URLPattern] = [path("finance/", figures_page, name="figures")]
