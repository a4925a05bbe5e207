"""Taking over from an earlier session: what is chosen, what comes with it, and then the act."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.conferences import cloning
from amana.conferences.lookups import session, sessions
from amana.conferences.models import Session
from amana.conferences.pages.access import serving
from amana.kernel.authority import Authority

__all__ = ["urlpatterns"]


@serving
def clone(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Choose a session and parts of it; see what they bring along; take them over."""
    view = session(key, on=by.on, planned=True)
    same = [
        row for row in sessions(on=by.on, planned=True)
        if row.body_key == view.this.body_key and row.key != key
    ]  # fmt: skip
    said = request.POST if request.method == "POST" else request.GET
    chosen, source = said.getlist("part"), said.get("from", "")
    if request.method == "POST" and said.get("do") == "take":
        done = cloning.clone(source, key, chosen, by=by)
        for part, count in done:
            messages.success(request, _("%(part)s: %(count)s") % {
                "part": part.title, "count": count,
            })  # fmt: skip
        return HttpResponseRedirect(reverse("conference:agenda", kwargs={"key": key}))
    start = source or (view.before.key if view.before else "")
    row = Session.objects.filter(key=start).first()
    context = {
        "this": view.this, "same": same, "source": start, "chosen": chosen,
        "parts": [(part, part.count(row) if row else 0) for part in cloning.parts()],
        "titles": {part.name: part.title for part in cloning.parts()},
        "taken": cloning.chosen_parts(chosen) if chosen and source else [],
    }  # fmt: skip
    return render(request, "conferences/clone.html", context)


urlpatterns: list[URLPattern] = [
    path("<str:key>/clone/", clone, name="clone"),
]
