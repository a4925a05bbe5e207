"""Jobs: long work that goes on beside the pages, how far it is, and what to do where it failed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.accounts.api import User
from amana.desk.access import refused, signed_in
from amana.desk.labels import actor_label
from amana.desk.lookups.powers import Givers
from amana.ground import jobs as work
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import FALLBACK, Words
from amana.organisation.permissions import ADMINISTRATOR
from amana.texts.permissions import KEEPERS, RELEASER, power_to_release
from amana.texts.renditions.job_of_all import KIND
from amana.web.tables import Column

__all__ = ["may_run", "urlpatterns"]

KINDS = {KIND: gettext_lazy("All files of all released texts, made again")}
POWERS = (RELEASER, *KEEPERS, ADMINISTRATOR)
RUNNING = Words(en="run jobs", fr="lancer des travaux", ar="تشغيل الأعمال")


def may_run(by: Authority) -> bool:
    """Whoever may release a text, and the administrator, who keeps the machine."""
    return bool(power_to_release(by)) or by.has(ADMINISTRATOR)


@signed_in
def jobs(request: HttpRequest, by: Authority) -> HttpResponse:
    """The jobs; pressed, one more is asked for or one that failed goes on.

    Making files again ends nothing and changes no text: no proof of who presses is asked for.
    """
    if not may_run(by):
        return refused(request, Givers(by.on).refusal(RUNNING, POWERS, by), 403)
    if request.method == "POST":
        return _pressed(request, by)
    seen = work.seen(KINDS)
    columns = [
        Column("number", _("No."), "number"), Column("kind", _("Job")),
        Column("state", _("How it stands")), Column("asked", _("Asked for")),
        Column("began", _("Begun")), Column("ended", _("Job ended")),
        Column("outcome", _("What came of it, and what to do")),
    ]  # fmt: skip
    context = {
        "rows": _rows(seen), "columns": columns, "by": by,
        "open": any(each.is_open for each in seen),
    }  # fmt: skip
    return render(request, "desk/jobs.html", context)


def _pressed(request: HttpRequest, by: Authority) -> HttpResponse:
    number = request.POST.get("go_on", "")
    try:
        if number:
            job = work.go_on(int(number) if number.isdecimal() and len(number) < 10 else 0)
        else:
            job = work.ask(KIND, by=by, address=_proofs(request), prefix="")
    except Refusal as refusal:
        return refused(request, refusal, 422)
    said = _("Job no. %(number)s is on its way; this page shows how far it is.")
    messages.success(request, said % {"number": job.pk})
    return redirect("desk:jobs")


def _proofs(request: HttpRequest) -> str:
    """Where proofs stand; written alike in every language of the page, so that it is one job."""
    with translation.override(FALLBACK[0]):
        return request.build_absolute_uri(reverse("texts:verify"))


def _rows(seen: Iterable[work.Seen]) -> list[dict[str, Any]]:
    seen = list(seen)
    names = _names(each.job.actor for each in seen)
    return [
        {
            "seen": each, "job": each.job, "kind": KINDS[each.job.kind],
            "who": str(actor_label(each.job.actor, names.get(each.job.actor, ""))),
            "asked": _moment(each.job.asked_at), "began": _moment(each.job.began_at),
            "ended": _moment(each.job.ended_at),
        }
        for each in seen
    ]  # fmt: skip


def _moment(at: datetime | None) -> tuple[datetime, str] | None:
    """A moment with the time of day at the seat."""
    return (at, f"{timezone.localtime(at):%H:%M}") if at else None


def _names(actors: Iterable[str]) -> dict[str, str]:
    """The names of the accounts that asked: one query."""
    numbers = [key.partition(":")[2] for key in actors if key.startswith("account:")]
    if not numbers:
        return {}
    return {user.key: user.name for user in User.objects.filter(pk__in=numbers)}


urlpatterns = [path("jobs/", jobs, name="jobs")]
