"""What can be recorded: every act in its group, with who may do it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from amana.desk.access import language, signed_in
from amana.desk.forms.asks import Act
from amana.desk.forms.catalogue import GROUPS, title_of
from amana.desk.lookups.powers import Givers
from amana.kernel.authority import Authority

__all__ = ["urlpatterns"]


@signed_in
def changes(request: HttpRequest, by: Authority) -> HttpResponse:
    """The acts, grouped; those that this person may not do say who may."""
    givers = Givers(by.on)
    groups = [(title, [_line(act, by, givers) for act in acts]) for title, acts in GROUPS]
    allowed = sum(line["reach"] != "" for _title, lines in groups for line in lines)
    context = {"groups": groups, "allowed": allowed, "by": by}
    return render(request, "desk/changes.html", context)


def _line(act: Act, by: Authority, givers: Givers) -> dict[str, Any]:
    reach = act.reach(by)
    return {
        "act": act,
        "title": title_of(act),
        "reach": reach,
        "who": givers.who(act.powers),
        "refused": "" if reach else givers.refusal(title_of(act), act.powers, by).what(language()),
    }


urlpatterns = [path("changes/", changes, name="changes")]
