"""What was known of one fact: every version, when it was known, by which act."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from amana.desk.access import for_officers, language
from amana.desk.labels import model_label
from amana.desk.lookups.directory import Directory
from amana.desk.lookups.versions import FactHistory, fact_history
from amana.desk.rehearsal import Step, said_by
from amana.desk.subjects import subject
from amana.desk.telling import tell
from amana.kernel.authority import Authority
from amana.organisation.permissions import may_correct
from amana.texts.api import attach

__all__ = ["urlpatterns"]


@for_officers
def fact(request: HttpRequest, by: Authority, fact: uuid.UUID) -> HttpResponse:
    """The versions of a fact, newest first, each with what it changed."""
    history = fact_history(fact)
    names = Directory(by.on)
    attach(history.versions, language())
    context = {
        "history": history,
        "kind": model_label(history.model._meta.label),
        "about": subject(history.versions[0].act.subject, names),
        "versions": _versions(history, names),
        "may": may_correct(by),
        "by": by,
    }
    return render(request, "desk/fact.html", context)


def _versions(history: FactHistory, names: Directory) -> list[dict[str, Any]]:
    """Each version with its sentence and what differs from the one before it."""
    rows = history.versions
    return [
        {
            "row": row,
            "told": tell(
                Step(
                    row.act, history.model,
                    said_by(rows[at + 1]) if at + 1 < len(rows) else {}, said_by(row),
                ),
                names, language(),
            ),
        }
        for at, row in enumerate(rows)
    ]  # fmt: skip


urlpatterns = [path("facts/<uuid:fact>/", fact, name="fact")]
