"""Pages of many bodies: the chart, the list, institutions, departments, seats."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from amana.organisation.lookups.bodies import BodyRow
from amana.organisation.lookups.bodies import bodies as bodies_on
from amana.organisation.lookups.bodies import institutions as institutions_on
from amana.organisation.lookups.body_lists import (
    by_kind,
    departments_on,
    kinds,
    seats_on,
    states_named,
    tree,
)
from amana.organisation.models import BodyKind
from amana.organisation.pages.body import body
from amana.organisation.pages.listing import cited_by, doubt, listing, matches, the_day
from amana.organisation.pages.organ_chart import drawn
from amana.texts.api import cite
from amana.web.tables import Column

__all__ = ["urlpatterns"]


def overview(request: HttpRequest) -> HttpResponse:
    """The chart of organs on the day, with the same as a table."""
    on = the_day(request)
    whole = request.GET.get("show") == "all"
    nodes = tree(bodies_on(on=on), whole=whole)
    cite(request, [node.body.row for node in nodes])
    rows = [
        {**_line(node.body, on), "depth": node.depth, "basis": cited_by(node.body.row)}
        for node in nodes
    ]
    return listing(
        request, "organisation/overview.html", _("The organisation"),
        _columns("names", "kind", "basis", "since"), rows,
        cited=[], nodes=nodes, whole=whole, chart=drawn(nodes, request),
    )  # fmt: skip


class Filter(forms.Form):
    """What narrows a list of bodies: a kind and a text."""

    kind = forms.ChoiceField(required=False)
    q = forms.CharField(required=False, max_length=80)

    def __init__(self, data: Any, kinds: list[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.fields["kind"].label = _("Kind")
        self.fields["kind"].choices = [("", _("All kinds")), *kinds]  # type: ignore[attr-defined]
        self.fields["q"].label = _("Name or acronym")

    def kept(self, rows: list[BodyRow]) -> list[BodyRow]:
        """The rows that the reader wants; a kind that does not exist is no filter."""
        asked = self.cleaned_data if self.is_valid() else {}
        kind, text = asked.get("kind", ""), asked.get("q", "")
        return [
            row
            for row in rows
            if (not kind or row.kind.key == kind)
            and (not text or matches(text, row.names, row.acronym))
        ]


def bodies(request: HttpRequest) -> HttpResponse:
    """Every body that existed on the day."""
    on = the_day(request)
    found = bodies_on(on=on, with_seats=True)
    form = _filter(request, kinds())
    kept = form.kept(found)
    columns = _columns("names", "acronym", "kind", "place", "since")
    return listing(
        request, "organisation/bodies.html", _("Bodies"), columns, [_line(row, on) for row in kept],
        cited=[row.row for row in kept], form=form, counts=by_kind(found),
        undated=sum(not row.row.since_mark for row in kept),
    )  # fmt: skip


def institutions(request: HttpRequest) -> HttpResponse:
    """Subsidiary, specialised, affiliated and other institutions, each kind in its own table."""
    on = the_day(request)
    found = institutions_on(on=on)
    form = _filter(request, kinds(institutions=True))
    kept = form.kept(found)
    states = states_named(on=on)
    rows = [_line(row, on) for row in kept]
    for line in rows:
        of = line["seat"].state_id if line["seat"] else None
        line["state_key"], line["state"] = states.get(of or 0, ("", None))
    columns = _columns("names", "acronym", "kind", "place", "state", "since")
    return listing(
        request, "organisation/institutions.html", _("Institutions"), columns, rows,
        cited=[row.row for row in kept], form=form, counts=by_kind(found),
        undated=sum(not row.row.since_mark for row in kept),
    )  # fmt: skip


def departments(request: HttpRequest) -> HttpResponse:
    """The departments on the day, who heads each, and what each does."""
    on = the_day(request)
    found = departments_on(on=on)
    rows = [
        {
            **_line(each.body, on),
            "office": each.head.post.title if each.head else None,
            "holder": each.head.holder if each.head and each.head.term else None,
            "holder_since": each.head.term.since_mark if each.head and each.head.term else None,
            "each": each,
        }
        for each in found
    ]
    columns = _columns("names", "office", "holder", "holder_since")
    terms = [each.head.term for each in found if each.head and each.head.term]
    return listing(
        request, "organisation/departments.html", _("Departments"), columns, rows,
        cited=[*(each.body.row for each in found), *terms], departments=found,
        undated=sum(not each.body.row.since_mark for each in found),
    )  # fmt: skip


def seats(request: HttpRequest) -> HttpResponse:
    """Where bodies sat on the day."""
    on = the_day(request)
    found = seats_on(on=on)
    rows = [
        {
            "names": each.names, "key": each.row.body.key, "kind": each.row.body.kind.names,
            "place": each.row.place, "state": each.state or None, "until": each.row.until_event,
            "since": each.row.since_mark or None, "row": each.row, "doubt": doubt(each.row, on),
            "terms": _("provisional") if each.row.provisional
            else _("itinerant") if each.row.itinerant else "",
        }
        for each in found
    ]  # fmt: skip
    columns = _columns("names", "kind", "place", "state", "terms", "until", "since")
    return listing(
        request, "organisation/seats.html", _("Seats"), columns, rows,
        cited=[each.row for each in found],
    )  # fmt: skip


def _filter(request: HttpRequest, kinds: list[BodyKind]) -> Filter:
    lang = request.LANGUAGE_CODE
    return Filter(request.GET, [(kind.key, kind.plural.text(lang)) for kind in kinds])


def _line(row: BodyRow, on: Any) -> dict[str, Any]:
    """A body as one line of a table."""
    return {
        "names": row.names, "key": row.key, "kind": row.kind.names, "acronym": row.acronym,
        "place": row.seat.place if row.seat else None, "seat": row.seat, "kind_key": row.kind.key,
        "since": row.row.since_mark or None, "row": row.row,
        "doubt": doubt(row.row, on),
    }  # fmt: skip


def _columns(*keys: str) -> list[Column]:
    """The columns of these keys, in the reader's language."""
    known = {
        "names": Column("names", _("Name")), "acronym": Column("acronym", _("Acronym")),
        "kind": Column("kind", _("Kind")), "place": Column("place", _("Seat")),
        "state": Column("state", _("State")), "terms": Column("terms", _("Terms")),
        "until": Column("until", _("Until")), "since": Column("since", _("Since"), "date"),
        "basis": Column("basis", _("Legal basis"), sortable=False),
        "office": Column("office", _("Headed by")), "holder": Column("holder", _("Holder")),
        "holder_since": Column("holder_since", _("Since"), "date"),
    }  # fmt: skip
    return [known[key] for key in keys]


urlpatterns = [
    path("organisation/", overview, name="overview"),
    path("bodies/", bodies, name="bodies"),
    path("bodies/<str:key>/", body, name="body"),
    path("institutions/", institutions, name="institutions"),
    path("departments/", departments, name="departments"),
    path("seats/", seats, name="seats"),
]
