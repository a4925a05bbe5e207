"""Exercises: opened by who serves sessions; the addresses of their seats; simulated delegations."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amana.accounts.qr import picture
from amana.conferences.exercise import REHEARSED, open_exercise, rehearse, seats_of_exercise
from amana.conferences.floor.folding import log_of
from amana.conferences.floor.naming import names_of, title_of
from amana.conferences.floor.seats import SERVED, exercise_ticket, seat_of
from amana.conferences.models import Log
from amana.conferences.pages.access import language, serving
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.web.links import reverse

__all__ = ["addresses", "of_floors", "of_serving"]

ROLES = {
    "chair": gettext_lazy("The chair"),
    "secretary": gettext_lazy("The secretary's desk"),
    "delegate": gettext_lazy("A delegation"),
    "interpreter": gettext_lazy("The interpreters"),
    "hall": gettext_lazy("The hall"),
}
DOINGS = {
    "come": gettext_lazy("Let them come in"),
    "ask": gettext_lazy("Let five ask for the floor"),
    "vote": gettext_lazy("Let them vote"),
    "leave": gettext_lazy("Let them leave"),
}


def addresses(log: Log, lang: str) -> list[tuple[str, str]]:
    """Of each seat of an exercise its title and its address, in a language; the hall last."""
    names, found = names_of(log), []
    with override(lang):
        for role, key, ticket in seats_of_exercise(log).seats:
            title = names[key].text(lang) if key else str(ROLES[role])
            found.append(
                (title, f"{reverse('conferences:floor', kwargs={'key': log.key})}?as={ticket}")
            )
        hall = reverse("conferences:hall", kwargs={"key": log.key, "door": log.door})
        found.append((str(ROLES["hall"]), hall))
    return found


@serving
def opening(request: HttpRequest, by: Authority) -> HttpResponseBase:
    """Open an exercise of a body, and go to its seats."""
    if request.method == "POST":
        made = open_exercise(by=by, body=request.POST.get("body", "cfm"), language=language())
        ticket = exercise_ticket(made.log, "secretary")
        there = reverse("conferences:exercise", kwargs={"key": made.log.key})
        return HttpResponseRedirect(f"{there}?as={ticket}")
    return render(request, "conferences/exercise_new.html", {})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def seats(request: HttpRequest, key: str) -> HttpResponseBase:
    """The seats of an exercise, for who has its chair or its desk; what the simulated do."""
    log = log_of(key)
    if not log.exercise:
        raise Refusal("floor.no-seat")
    seat_of(request, log, *SERVED)
    if request.method == "POST":
        _rehearsed(request, log)
        return HttpResponseRedirect(request.get_full_path())
    told: list[dict[str, Any]] = [
        {"title": title, "path": path, "address": request.build_absolute_uri(path)}
        for title, path in addresses(log, language())
    ]
    for each in told:
        each["qr"] = picture(each["address"], each["title"])
    context = {"log": log, "title": title_of(log), "seats": told, "doings": DOINGS.items()}
    return render(request, "conferences/exercise.html", context)


def _rehearsed(request: HttpRequest, log: Log) -> None:
    what = request.POST.get("what", "")
    outcomes = rehearse(log.key, what if what in REHEARSED else "")
    done = sum(1 for outcome in outcomes if outcome.n)
    said = ngettext("%(num)d act was in order.", "%(num)d acts were in order.", done)
    messages.success(request, said % {"num": done})
    refused = next((outcome.refusal for outcome in outcomes if outcome.refusal), None)
    if refused is not None:
        messages.warning(request, _("Refused: %(why)s") % {"why": refused.sentence(language())})


of_serving: list[URLPattern] = [path("exercise/", opening, name="exercise")]
of_floors: list[URLPattern] = [path("floor/<str:key>/exercise/", seats, name="exercise")]
