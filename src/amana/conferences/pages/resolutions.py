"""Resolutions: what is known of each, filtered, searched and paged."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.adopted import narrowed, resolutions, session_key
from amana.conferences.clusters import clusters
from amana.conferences.lookups import SessionRow, by_key, sessions
from amana.kernel.words import Words
from amana.texts.api import cite
from amana.texts.models import WorkRecord
from amana.web.export import asked_format, export_response
from amana.web.tables import Column

ON_A_PAGE = 50
InWords = Callable[[str], Words]


class Filters(forms.Form):
    """Which resolutions: words or symbol, body, session, year, subject."""

    q = forms.CharField(
        label=gettext_lazy("Words or symbol"), required=False, max_length=120, strip=True,
        widget=forms.TextInput(attrs={"type": "search"}),
    )  # fmt: skip
    body = forms.ChoiceField(label=gettext_lazy("Body"), required=False)
    session = forms.ChoiceField(label=gettext_lazy("Session"), required=False)
    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False)
    cluster = forms.ChoiceField(label=gettext_lazy("Subject"), required=False)

    def __init__(
        self,
        request: HttpRequest,
        rows: list[WorkRecord],
        sat: dict[str, SessionRow],
        in_words: InWords,
        lang: str,
    ) -> None:
        super().__init__(request.GET, auto_id="filter-%s")
        of = list(dict.fromkeys(session_key(row) for row in rows))
        codes = sorted({row.cluster for row in rows if row.cluster})
        names = {code: f"{in_words(code).text(lang)} ({code})" for code in codes}
        latest: dict[str, str] = {}
        for key in of:
            if key in sat:
                latest.setdefault(sat[key].body_key, sat[key].body_names.text(lang))
        self._choose("body", latest)
        self._choose("session", {key: sat[key].title.text(lang) for key in of if key in sat})
        self._choose(
            "year", {year: year for year in dict.fromkeys(row.adopted[:4] for row in rows)}
        )
        self._choose("cluster", names)
        self.is_valid()

    def _choose(self, field: str, names: dict[str, str]) -> None:
        self.fields[field].choices = [("", _("All")), *names.items()]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        """What was asked; a field that cannot be read asks for nothing."""
        return {name: value for name, value in self.cleaned_data.items() if value}


def resolutions_page(request: HttpRequest) -> HttpResponse:
    """The resolutions adopted by the day, as filtered; files hold all of them, a page fifty."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    every = resolutions(on=on)
    sat, in_words = _sat(on), clusters()
    form = Filters(request, every, sat, in_words, lang)
    rows = narrowed(every, **form.asked())
    if asked := asked_format(request):
        told = [_cells(row, sat, in_words) for row in rows]
        return export_response(
            asked, str(_("Resolutions")), _columns(), told, lang=lang, licensed=True, on=on
        )
    asked_of_api = {**form.asked(), "on": on.isoformat(), "lang": lang, "format": "json"}
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    cite(request, page.object_list)
    context = {
        "form": form, "rows": rows, "page": page, "sat": sat, "columns": _shown_columns(),
        "cluster_words": in_words, "session_key": session_key,
        "asked_of_api": asked_of_api,
    }  # fmt: skip
    return render(request, "conferences/resolutions.html", context)


def _sat(on: date) -> dict[str, SessionRow]:
    return by_key(sessions(on=on, where=Q(session__decisions__isnull=False)))


def _shown_columns() -> list[Column]:
    return [
        Column("symbol", _("Symbol"), "symbol"),
        Column("title", _("Title")),
        Column("session", _("Session")),
        Column("year", _("Year"), "number"),
        Column("cluster", _("Subject")),
    ]


def _columns() -> list[Column]:
    return [
        Column("symbol", _("Symbol as printed")),
        Column("canonical", _("Canonical symbol")),
        Column("inferred", _("Number inferred")),
        Column("title_ar", _("Title in Arabic")),
        Column("title_en", _("Title in English")),
        Column("title_fr", _("Title in French")),
        Column("title_lang", _("Language of the source")),
        Column("session", _("Session")),
        Column("adopted", _("Adopted"), "date"),
        Column("cluster", _("Subject")),
        Column("document", _("Document")),
        Column("cited_only", _("Known from a citation only")),
        Column("sources", _("Sources")),
    ]


def _cells(row: WorkRecord, sat: dict[str, SessionRow], in_words: InWords) -> dict[str, object]:
    session = sat.get(session_key(row))
    return {
        "symbol": row.symbol, "canonical": row.canonical,
        "inferred": _("yes") if row.symbol_inferred else "",
        "title_ar": row.title.ar, "title_en": row.title.en, "title_fr": row.title.fr,
        "title_lang": row.title_lang, "session": session.title if session else "",
        "adopted": row.adopted, "cluster": in_words(row.cluster), "document": row.document,
        "cited_only": _("yes") if row.cited_only else "", "sources": row.sources,
    }  # fmt: skip


urlpatterns: list[URLPattern] = [path("resolutions/", resolutions_page, name="resolutions")]
