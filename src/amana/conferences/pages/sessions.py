"""Sessions: the list with its filters, one session, the calendar feed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.adopted import adopted_by
from amana.conferences.clusters import clusters
from amana.conferences.lookups import (
    SessionRow,
    bodies_that_sat,
    hosts,
    session,
    sessions,
    versions_of_sittings,
    without_days,
)
from amana.conferences.meeting_words import WORDING
from amana.conferences.models import Session
from amana.conferences.pages.citing import citation_of_session
from amana.conferences.pages.meetings import answer
from amana.conferences.pages.months import months_of
from amana.conferences.pages.words import KINDS, ORIGINS, PHASES, difference
from amana.conferences.phases import Phase
from amana.conferences.programme import lately, meetings, of_the_house
from amana.ground import clock
from amana.kernel.order import sort_key
from amana.kernel.words import Words
from amana.texts.api import cite
from amana.web.charts import years
from amana.web.export import asked_format, export_response
from amana.web.identity import name_for
from amana.web.links import lasting, reverse, with_query
from amana.web.sections import sections
from amana.web.tables import Column

FIRST_YEAR = 1900
_YEAR = 366  # days for which past meetings stay in the feed


class Filters(forms.Form):
    """Which sessions: body, kind, years, host."""

    body = forms.ChoiceField(label=gettext_lazy("Body"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    since = forms.IntegerField(
        label=gettext_lazy("From the year"), required=False, min_value=FIRST_YEAR, max_value=9998
    )
    until = forms.IntegerField(
        label=gettext_lazy("To the year"), required=False, min_value=FIRST_YEAR, max_value=9998
    )
    country = forms.ChoiceField(label=gettext_lazy("Host"), required=False)

    def __init__(self, request: HttpRequest, on: date, lang: str) -> None:
        super().__init__(request.GET, auto_id="filter-%s")
        states = sorted(hosts(on=on), key=lambda pair: sort_key(pair[1].text(lang), lang))
        self._choose("body", bodies_that_sat(on=on), lang)
        self._choose("country", states, lang)
        self.fields["kind"].choices = [("", _("All")), *KINDS.items()]  # type: ignore[attr-defined]

    def _choose(self, field: str, pairs: list[tuple[str, Words]], lang: str) -> None:
        choices = [("", _("All")), *((key, words.text(lang)) for key, words in pairs)]
        self.fields[field].choices = choices  # type: ignore[attr-defined]

    def where(self) -> Q:
        """What was asked; a field that cannot be read asks for nothing."""
        self.is_valid()
        asked = self.cleaned_data
        found = Q()
        if asked.get("body"):
            found &= Q(session__body__key=asked["body"])
        if asked.get("kind"):
            found &= Q(session__kind=asked["kind"])
        if asked.get("since"):
            found &= Q(during__endswith__gt=date(asked["since"], 1, 1))
        if asked.get("until"):
            found &= Q(during__startswith__lt=date(asked["until"] + 1, 1, 1))
        if asked.get("country"):
            found &= Q(state__key=asked["country"])
        return found


def sessions_page(request: HttpRequest) -> HttpResponse:
    """The sessions that had opened by the day; today the planned ones too."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    form = Filters(request, on, lang)
    rows = sessions(on=on, planned=on == clock.today(), where=form.where())
    if asked := asked_format(request):
        told = [_cells(row, lang) for row in rows]
        return export_response(
            asked, str(_("Sessions")), _columns(), told, lang=lang, licensed=True, on=on
        )
    cite(request, [row.row for row in rows])
    context = {
        "form": form,
        "rows": rows,
        "columns": _shown_columns(),
        "counts": _by_year(rows),
        "picture": _picture(rows, on, lang),
        "months": months_of(request, rows, on, lang),
        "feed": _feed(request, form.cleaned_data.get("body", "")),
        "coming": sum(row.phase == Phase.PLANNED for row in rows),
        **_said(),
    }
    return render(request, "conferences/sessions.html", context)


def session_page(request: HttpRequest, key: str) -> HttpResponse:
    """One session: where and when, what it adopted, what came before and after."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    view = session(key, on=on, planned=on == clock.today())
    works = adopted_by(key) if view.this.decided else []
    in_words = clusters(getattr(request, "data_version", "")) if works else None
    if asked := asked_format(request):
        columns = [
            Column("symbol", _("Symbol")),
            Column("title", _("Title")),
            Column("cluster", _("Subject")),
        ]
        told = [
            {"symbol": row.symbol, "title": row.title, "cluster": in_words(row.cluster)}
            for row in works
            if in_words
        ]
        return export_response(
            asked, view.this.title.text(lang), columns, told, lang=lang, licensed=True, on=on
        )
    cite(request, [view.this.row, *works])
    context = {
        "view": view,
        "this": view.this,
        "works": works,
        "cluster_words": in_words,
        "citation": citation_of_session(view.this, on, lang),
        "address": lasting(request),
        "feed": _feed(request, view.this.body_key, view.without_days),
        "sections": sections("session", request, key),
        "has_programme": view.has_programme,
        **_said(),
    }
    return render(request, "conferences/session.html", context)


def feed(request: HttpRequest) -> HttpResponse:
    """The sessions and their meetings as a calendar, of all bodies or of one: `?body=cfm`.

    Meetings that are past for more than a year are left out.
    """
    lang = request.LANGUAGE_CODE
    body = request.GET.get("body", "")
    where = Q(session__body__key=body) if body else None
    today, absolute = clock.today(), request.build_absolute_uri
    rows = sessions(on=today, planned=True, where=where)
    held = meetings(of_the_house(body) & lately(today, _YEAR))
    # Their library takes long to import.
    from amana.conferences.calendar import session_events
    from amana.conferences.calendar_meetings import meeting_events

    name = f"{name_for(request).text(lang)} · {_('Sessions')}"
    sat = session_events(rows, versions_of_sittings(), lang, absolute)
    return answer(name, [*sat, *meeting_events(held, lang, absolute)], "sessions.ics")


@dataclass(frozen=True, slots=True)
class Feed:
    """The calendar of a body or of all: its file, its two addresses, and what it leaves out.

    `subscribe` is the address that calendars open and keep asking; `address` the same to be copied
    into one that does not.
    """

    file: str
    address: str
    without: int  # sessions that have no exact days
    count: int

    @property
    def subscribe(self) -> str:
        """The address by which a calendar program is started."""
        return "webcal://" + self.address.partition("://")[2]


def _feed(request: HttpRequest, body: str, counted: tuple[int, int] | None = None) -> Feed:
    """The calendar of a body; `counted` where the page knows already what it leaves out."""
    path = with_query(reverse("conferences:feed"), {"body": body})
    without, count = counted or without_days(body)
    return Feed(path, request.build_absolute_uri(path), without, count)


def _said() -> dict[str, Any]:
    words = {"KINDS": KINDS, "ORIGINS": ORIGINS, "PHASES": PHASES, "difference": difference}
    return {**words, **WORDING}


def _shown_columns() -> list[Column]:
    return [
        Column("title", _("Session")),
        Column("hijri", _("Hijri days")),
        Column("opens", _("Days"), "date"),
        Column("place", _("Place")),
        Column("theme", _("Theme")),
        Column("decided", _("Texts"), "number"),
    ]


def _columns() -> list[Column]:
    return [
        Column("title", _("Session")),
        Column("body", _("Body")),
        Column("kind", _("Kind")),
        Column("ordinal", _("Number"), "number"),
        Column("opens", _("Opened"), "date"),
        Column("closes", _("Closed"), "date"),
        Column("days", _("Days")),
        Column("hijri", _("Hijri days")),
        Column("origin", _("Hijri days are")),
        Column("printed", _("Hijri days as printed")),
        Column("difference", _("Difference")),
        Column("place", _("Place")),
        Column("theme", _("Theme")),
        Column("phase", _("On this day")),
        Column("decided", _("Texts on record"), "number"),
        Column("sources", _("Sources")),
    ]


def _cells(row: SessionRow, lang: str) -> dict[str, object]:
    sitting, days = row.row, row.days
    return {
        "title": row.title, "body": row.body_names,
        "kind": str(KINDS[Session.Kind(sitting.session.kind)]),
        "ordinal": sitting.session.ordinal,
        "opens": sitting.since_mark, "closes": sitting.until_mark,
        "days": days.gregorian_in(lang), "hijri": days.hijri_in(lang),
        "origin": str(ORIGINS.get(days.origin, "")), "printed": days.printed,
        "difference": difference(days), "place": row.place, "theme": sitting.theme,
        "phase": str(PHASES[row.phase][0]), "decided": row.decided, "sources": sitting.sources,
    }  # fmt: skip


def _by_year(rows: list[SessionRow]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for row in rows:
        year = row.days.opens.earliest.year
        counts[year] = counts.get(year, 0) + 1
    return dict(sorted(counts.items()))


def _picture(rows: list[SessionRow], on: date, lang: str) -> str:
    if not rows:
        return ""
    title = str(_("Sessions opened in each year"))
    return years(_by_year(rows), lang, title=title, ident="sessions-by-year", asked=on.year)


urlpatterns: list[URLPattern] = [
    path("sessions/", sessions_page, name="sessions"),
    path("sessions/sessions.ics", feed, name="feed"),
    path("sessions/<str:key>/", session_page, name="session"),
]
