"""Pages of offices: who holds what on a day, one office through time, one person."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from amana.organisation.lookups.bodies import named
from amana.organisation.lookups.body_page import answers_about
from amana.organisation.lookups.holders import OfficeLife, Tenure, office_life, office_lives
from amana.organisation.lookups.persons import person_view
from amana.organisation.pages.holders_chart import drawn
from amana.organisation.pages.listing import doubt, listing, the_day
from amana.organisation.pages.term_lines import expected_words, term_lines
from amana.texts.api import cite
from amana.web.tables import Column

__all__ = ["urlpatterns"]


class Choice(forms.Form):
    """The office whose holders are drawn."""

    office = forms.ChoiceField(required=False)

    def __init__(self, chosen: str, offices: list[tuple[str, str]]) -> None:
        super().__init__(initial={"office": chosen}, auto_id="choice-%s")
        self.fields["office"].label = _("Holders of")
        self.fields["office"].choices = offices  # type: ignore[attr-defined]


def offices(request: HttpRequest) -> HttpResponse:
    """The offices on the day with their holders, and the holders of one of them through time."""
    on, lang = the_day(request), request.LANGUAGE_CODE
    lives = office_lives(Q(), on=on)
    bodies = {key: names for key, (names, _acronym) in named(on=on).items()}
    rows = [
        _line(life, holder, bodies, request)
        for life in lives
        if life.post(on)
        for holder in _holders_or_none(life, on)
    ]
    drawable = [life for life in lives if life.terms]
    chosen = _chosen(drawable, request.GET.get("office", ""))
    form = Choice(
        chosen.office.key if chosen else "",
        [(life.office.key, life.title(on).text(lang)) for life in drawable],
    )
    rules = [row["term"].rule for row in rows if row["term"] and row["term"].rule]
    columns = [
        Column("title", _("Office")), Column("body", _("Body")), Column("holder", _("Holder")),
        Column("since", _("Since"), "date"), Column("expected", _("Expected end"), "date"),
        Column("rule", _("Term by the rule")),
    ]  # fmt: skip
    return listing(
        request, "organisation/offices.html", _("Offices"), columns, rows,
        cited=[*(row["row"] for row in rows), *rules], form=form, chosen=chosen,
        chart=drawn(chosen, request) if chosen else "",
        lines=term_lines(chosen, on) if chosen else [],
        held=sum(row["term"] is not None for row in rows),
    )  # fmt: skip


def _holders_or_none(life: OfficeLife, on: date) -> list[Tenure] | list[None]:
    """An office without a holder on record has a line as well."""
    return life.holders(on) or [None]


def _chosen(lives: list[OfficeLife], asked: str) -> OfficeLife | None:
    """The office asked for, else the one that most have held: the chief office."""
    found = next((life for life in lives if life.office.key == asked), None)
    return found or max(lives, key=lambda life: len(life.terms), default=None)


def _line(
    life: OfficeLife, term: Tenure | None, bodies: dict[str, Any], request: HttpRequest
) -> dict[str, Any]:
    """An office and one holder as a line of the table; `row` is what its source mark opens."""
    on = the_day(request)
    key = life.office.body.key
    return {
        "title": life.title(on), "key": life.office.key, "body": bodies.get(key, key),
        "body_key": key, "term": term, "holder": term.holder if term else None,
        "since": term.row.since_mark or None if term else None,
        "expected": term.expected or None if term else None,
        "rule": expected_words(term.rule) if term and term.rule else None,
        "row": term.row if term else life.post(on),
        "doubt": doubt(term.row, on) if term else "",
        "overdue": term.is_overdue(on) if term else False,
        "chief": life.posts[-1].chief,
    }  # fmt: skip


def office(request: HttpRequest, key: str) -> HttpResponse:
    """One office: every term on record, and the times without one."""
    on = the_day(request)
    life = office_life(key, on=on)
    bodies = {each: names for each, (names, _acronym) in named(on=on).items()}
    lines = term_lines(life, on, bodies)
    columns = [
        Column("ordinal", _("No."), "number"), Column("holder", _("Holder")),
        Column("since", _("Since"), "date"), Column("until", _("Until"), "date"),
        Column("elected_by", _("Elected by")), Column("group", _("Group")),
        Column("expected", _("Expected end"), "date"), Column("rule", _("Term by the rule")),
        Column("remark", _("Remark")),
    ]  # fmt: skip
    rules = [term.rule for term in life.terms if term.rule]
    return listing(
        request, "organisation/office.html", life.title(on).text(request.LANGUAGE_CODE),
        columns, lines, cited=[*(term.row for term in life.terms), *rules, *life.posts],
        life=life, title=life.title(on), post=life.post(on), body=bodies.get(life.office.body.key),
        holders=life.holders(on), chart=drawn(life, request) if life.terms else "",
        questions=answers_about(f"office:{key}"),
    )  # fmt: skip


def person(request: HttpRequest, key: str) -> HttpResponse:
    """One person: how the name is written, and every term on record."""
    on = the_day(request)
    view = person_view(key, on=on)
    cite(request, [view.row, *(each.term.row for each in view.terms)])
    bodies = {each: names for each, (names, _acronym) in named(on=on).items()}
    columns = [
        Column("title", _("Office")), Column("body", _("Body")),
        Column("since", _("Since"), "date"), Column("until", _("Until"), "date"),
        Column("elected_by", _("Elected by")), Column("group", _("Group")),
        Column("remark", _("Remark")),
    ]  # fmt: skip
    rows = [
        {
            **line, "title": each.title, "key": each.life.office.key,
            "body": bodies.get(each.life.office.body.key), "body_key": each.life.office.body.key,
        }
        for each in view.terms
        for line in term_lines(each.life, on, bodies)
        if line["term"] is each.term
    ]  # fmt: skip
    return listing(
        request, "organisation/person.html", view.row.names.text(request.LANGUAGE_CODE),
        columns, rows, cited=[], view=view,
    )  # fmt: skip


urlpatterns = [
    path("offices/", offices, name="offices"),
    path("offices/<str:key>/", office, name="office"),
    path("persons/<str:key>/", person, name="person"),
]
