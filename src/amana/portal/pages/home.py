"""The front page: the organisation on the day, in one screen."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from amana.ground import clock
from amana.kernel.marks import Mark
from amana.organisation.api import (
    BodyRow,
    Happening,
    Node,
    Tenure,
    annals,
    begins,
    by_kind,
    counts,
    main_seat,
    office_lives,
    tree,
)
from amana.organisation.api import bodies as bodies_on
from amana.web.charts import Organ, org_chart
from amana.web.links import with_query
from amana.web.sections import sections

__all__ = ["home"]


def home(request: HttpRequest) -> HttpResponse:
    """The organisation on the day: counts, organs, chief offices, seat, what the year brought."""
    on = request.on  # type: ignore[attr-defined]
    bodies = bodies_on(on=on)
    root = next((row for row in bodies if row.kind.is_organisation), None)
    if root is None:
        return render(request, "portal/home_before.html", {"first": begins()})
    institutions = [row for row in bodies if row.kind.is_institution]
    context = {
        "root": root,
        "counts": counts(on=on),
        "chart": _chart(request, bodies),
        "institutions": by_kind(institutions),
        "offices": _chief_offices(request, {row.key for row in bodies}),
        "seat": main_seat(on=on),
        "year": _by_mark(annals(on.year)),
        "first_year": root.row.during.lower.year if root.row.during.lower else on.year,
        "this_year": clock.today().year,
        "sections": sections("home", request, root.key),
    }
    return render(request, "portal/home.html", context)


def _chart(request: HttpRequest, bodies: list[BodyRow]) -> Any:
    """The organisation and its organs; what stands under groups of organs is counted instead."""
    day = {"on": request.GET.get("on", "")}
    nodes = tree(bodies, whole=False)
    return org_chart(
        [_organ(node, day) for node in nodes],
        request.LANGUAGE_CODE,
        title=_("Organs of the organisation on the day"),
    )


def _organ(node: Node, day: dict[str, str]) -> Organ:
    row = node.body
    page = with_query(reverse("organisation:body", kwargs={"key": row.key}), day)
    kind = "root" if row.kind.is_organisation else "organ" if row.kind.has_sessions else ""
    return Organ(row.key, row.names, node.parent, page, kind)


def _chief_offices(request: HttpRequest, bodies: set[str]) -> list[dict[str, Any]]:
    """The chief offices of organs that existed on the day, with those who held them."""
    on = request.on  # type: ignore[attr-defined]
    lives = office_lives(Q(posts__chief=True, body__kind__is_organ=True), on=on)
    return [
        {
            "key": life.office.key,
            "title": life.title(on),
            "holders": [_held(term, on) for term in life.holders(on)],
        }
        for life in lives
        if life.post(on) and life.office.body.key in bodies
    ]


def _held(term: Tenure, on: date) -> dict[str, Any]:
    """A holder, and whether the expected end has passed on the day."""
    has_passed = bool(term.expected) and Mark.parse(term.expected).latest < on
    return {
        "term": term,
        "overdue": term.is_overdue(on),
        "outlasted": has_passed and term.lasted_longer,
    }


def _by_mark(happenings: Iterable[Happening]) -> list[tuple[str, list[Happening]]]:
    """What happened, under the day, month or year to which it is known."""
    return [(mark, list(each)) for mark, each in groupby(happenings, lambda one: one.mark)]
