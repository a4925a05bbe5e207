"""Disputed facts: questions with every answer of a source, and records that note a doubt."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.organisation.lookups.disputes import disputed_facts, disputed_works
from amana.organisation.lookups.questions import QuestionView, question, questions
from amana.organisation.lookups.told import Told
from amana.organisation.pages.facts import KINDS, route_of
from amana.organisation.pages.listing import listing, the_day
from amana.web.sections import sections
from amana.web.tables import Column

ROUTES = {
    "body": "organisation:body",
    "office": "organisation:office",
    "rule": "organisation:rule",
    "state": "organisation:state",
    "person": "organisation:person",
}


def disputed_page(request: HttpRequest) -> HttpResponse:
    """Every question with its answers, and every record whose sources disagree."""
    asked, facts, works = questions(), disputed_facts(on=the_day(request)), disputed_works()
    once = _once(facts)
    rows = [
        *(row for view in asked for row in _answers(view)),
        *(_fact(row, kinds) for row, kinds in once),
        *map(_work, works),
    ]
    return listing(
        request, "organisation/disputed.html", str(_("Disputed facts")), _columns(), rows,
        cited=[*facts, *works],
        views=asked, facts=once, works=works, route=route_of,
        sections=sections("disputed", request, ""),
    )  # fmt: skip


def question_page(request: HttpRequest, key: str) -> HttpResponse:
    """One question: what each source says, which answer the register shows, and why."""
    view = question(key)
    about, _sep, subject = view.row.about.partition(":")
    return listing(
        request, "organisation/question.html", view.row.question.text(request.LANGUAGE_CODE),
        _columns(), _answers(view), cited=[view.row, *view.attestations],
        view=view, subject=subject, route=ROUTES.get(about, ""),
    )  # fmt: skip


def _columns() -> list[Column]:
    return [
        Column("subject", _("Subject")),
        Column("about", _("About")),
        Column("said", _("What is said")),
        Column("shown", _("Shown by the register")),
        Column("reason", _("Reason")),
        Column("sources", _("Sources")),
    ]


def _answers(view: QuestionView) -> list[dict[str, Any]]:
    return [
        {
            "subject": view.row.question, "about": view.row.about, "said": answer.value,
            "shown": _("yes") if answer.preferred else _("no"), "reason": view.row.reason,
            "sources": answer.sources,
        }
        for answer in view.attestations
    ]  # fmt: skip


def _once(facts: Iterable[Told]) -> list[tuple[Told, str]]:
    """Each disagreement once, with the kinds of fact that it touches.

    What is said of a body may be noted at its existence, its name and its place alike.
    """
    kinds: dict[tuple[str, str], tuple[Told, dict[str, None]]] = {}
    for fact in facts:
        known = kinds.setdefault((route_of(fact) + fact.key, str(fact.conflict)), (fact, {}))
        known[1][str(KINDS[fact.kind])] = None
    return [(fact, " · ".join(found)) for fact, found in kinds.values()]


def _fact(row: Told, kinds: str) -> dict[str, Any]:
    return {
        "subject": row.what, "about": kinds, "said": row.conflict, "shown": "",
        "reason": "", "sources": row.sources,
    }  # fmt: skip


def _work(row: Any) -> dict[str, Any]:
    return {
        "subject": row.short or row.title, "about": _("Texts"), "said": row.conflict, "shown": "",
        "reason": "", "sources": row.sources,
    }  # fmt: skip


urlpatterns: list[URLPattern] = [
    path("disputed/", disputed_page, name="disputed"),
    path("disputed/<str:key>/", question_page, name="question"),
]
