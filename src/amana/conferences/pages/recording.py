"""Records at the desk: corrected block by block, released, the journal published and sent."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.acts.records import (
    correct_record,
    publish_journal,
    release_record,
    send_journal,
)
from amana.conferences.models import JournalIssue, JournalPost
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.journals import day_of
from amana.conferences.pages.record_words import DOCUMENTS
from amana.conferences.pages.records import version
from amana.conferences.pages.workplace import Offer
from amana.conferences.records import (
    REPORT,
    WHOLE,
    Edited,
    Issue,
    document_of,
    issue_of,
    logs_of,
    record_of,
    released,
)
from amana.conferences.rules.record.documents import titled
from amana.conferences.rules.record.of_meetings import meeting_phrase
from amana.conferences.telling import called, told_of
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.web.links import reverse, with_query

__all__ = ["OFFER", "urlpatterns"]

EYES = {"serving": True, "signed_in": True}


class Correcting(forms.Form):
    """Other words for one block in the language of the page."""

    words = forms.CharField(
        label=gettext_lazy("What it should say"), widget=forms.Textarea(attrs={"rows": 5})
    )
    reason = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=300)


@serving
def listing(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """Every record of a session: what it is made of, whether it is released."""
    if request.method == "POST":
        release_record(
            key, request.POST.get("log", ""), _number(request.POST.get("meeting", "")), by=by
        )  # fmt: skip
        messages.success(request, _("Released: it is public from now on."))
        return HttpResponseRedirect(request.path)
    logs, days = logs_of(key), {clock.today()}
    rows: list[dict[str, Any]] = []
    for log in logs:
        shown = released(log)
        for met in told_of(log, version(request)).meetings.values():
            days |= {met.day} if met.day else set()
            rows.append({"log": log, "met": met, "name": titled(meeting_phrase(met.number).words),
                         "released": met.number in shown})  # fmt: skip
    issues = dict(JournalIssue.objects.filter(session__key=key).values_list("day", "published"))
    context = {
        "key": key, "title": called(key, version(request)).title, "rows": rows, "logs": logs,
        "reports": {log.key: REPORT in released(log) for log in logs}, "DOCUMENTS": DOCUMENTS,
        "days": [(day, day in issues) for day in sorted(days | set(issues), reverse=True)],
    }  # fmt: skip
    return render(request, "conferences/records_desk.html", context)


def _number(said: str) -> int:
    if not said.isdecimal() or len(said) > 4:
        raise Refusal("record.unknown", meeting=said[:20])
    return int(said)


# --- Correcting


@serving
def record(
    request: HttpRequest, by: Authority, key: str, log: str, meeting: int
) -> HttpResponseBase:
    """The record of a meeting, to be corrected."""
    row, shown = record_of(key, log, meeting, version(request), **EYES)
    return _correcting(request, by, key, shown, log=row.key)


@serving
def document(request: HttpRequest, by: Authority, key: str, kind: str) -> HttpResponseBase:
    """The decisions, the votes or the report, to be corrected."""
    if kind not in ("report", *WHOLE):
        raise Refusal("record.no-block", block=kind[:40])
    title = called(key, version(request)).title
    shown = document_of(key, kind, version(request), title=title, **EYES)
    return _correcting(request, by, key, shown)


def _correcting(
    request: HttpRequest, by: Authority, key: str, shown: Edited, *, log: str = "",
    issue: Issue | None = None,
) -> HttpResponseBase:  # fmt: skip
    """The document with a form at the block that was chosen; what is posted corrects it."""
    lang, chosen = language(), request.GET.get("block", "")
    block = shown.document.block(chosen)
    form = None
    if block is not None:
        initial = {"words": block.words.text(lang)}
        form = Correcting(request.POST or None, initial=initial)
        if request.method == "POST" and form.is_valid():
            said = form.cleaned_data
            correct_record(key, shown, chosen, lang, said["words"], by=by, log=log,
                           reason=said["reason"])  # fmt: skip
            messages.success(request, _("Corrected. The log's words are kept beside."))
            return HttpResponseRedirect(with_query(request.path, {}) + f"#{chosen}")
    context = {
        "key": key, "title": called(key, version(request)).title, "shown": shown,
        "chosen": block, "form": form,
        "here_path": request.path, "issue": issue, **_journal_told(issue),
    }  # fmt: skip
    return render(request, "conferences/record_correct.html", context)


def _journal_told(issue: Issue | None) -> dict[str, Any]:
    """Of a published journal, how many letters went and how many could not."""
    if issue is None or issue.published is None:
        return {"sent": 0, "failed": 0}
    faults = list(JournalPost.objects.filter(issue=issue.published).values_list("fault", flat=True))
    return {"sent": faults.count(""), "failed": len(faults) - faults.count("")}


# --- The journal


@serving
def journal(request: HttpRequest, by: Authority, key: str, day: str) -> HttpResponseBase:
    """The journal of a day: corrected, published, sent."""
    on: date = day_of(day)
    title: Words = called(key, version(request)).title
    issue = issue_of(key, on, version(request), title=title)
    do = request.POST.get("do", "")
    if request.method == "POST" and do in ("publish", "send"):
        return _published(request, by, key, on, issue, do)
    return _correcting(request, by, key, issue.now, issue=issue)


def _published(
    request: HttpRequest, by: Authority, key: str, day: date, issue: Issue, do: str
) -> HttpResponseBase:
    if do == "publish":
        publish_journal(key, day, issue, by=by)
        messages.success(request, _("Published. It can be sent now."))
    elif issue.published is not None:
        send_journal(issue.published, request.build_absolute_uri("/").rstrip("/"), by=by)
        messages.success(request, _("The letters are being sent; they stand on record one by one."))
    else:
        raise Refusal("journal.not-published", day=day.isoformat())
    return HttpResponseRedirect(
        reverse("conference:records-journal", {"key": key, "day": day.isoformat()})
    )


OFFER = Offer(
    gettext_lazy("Records and journal"), "conference:records", 90,
    gettext_lazy("Records of meetings, decisions, votes, the report, the daily journal."),
)  # fmt: skip

urlpatterns: list[URLPattern] = [
    path("<str:key>/records/", listing, name="records"),
    path("<str:key>/records/journal/<str:day>/", journal, name="records-journal"),
    path("<str:key>/records/of/<str:kind>/", document, name="records-document"),
    path("<str:key>/records/<str:log>/<int:meeting>/", record, name="records-record"),
]
