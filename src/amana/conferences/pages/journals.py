"""The daily journal for everybody: as published, with what was corrected since; by e-mail."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amana.accounts.api import reader
from amana.conferences.models import JournalIssue
from amana.conferences.pages.records import version
from amana.conferences.posting import ask_for, confirm, leave
from amana.conferences.record_files import FORMS, file_of, paper_of_document
from amana.conferences.records import Edited, corrections_of, journals, published_days
from amana.conferences.rules.record.kept import read
from amana.conferences.telling import called
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.web.identity import name_for
from amana.web.links import reverse

__all__ = ["day_of", "since_published", "urlpatterns"]


def day_of(said: str) -> date:
    """The day in an address. Refused: `journal.not-published`."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refusal("journal.not-published", day=said[:20]) from None


def since_published(issue: JournalIssue) -> Edited:
    """The journal as it was published, with the corrections made since beside it: one query."""
    document = read(issue.content)
    held = corrections_of(issue.session, document.key)
    later = {place: one for place, one in held.items() if one.at > issue.published}
    said = {place: one.corrected or one.generated for place, one in later.items()}
    return Edited(document.corrected(said), later)


def index(request: HttpRequest) -> HttpResponse:
    """The days on which a journal was published, the latest first."""
    days = published_days(signed_in=reader(request) is not None)
    return render(request, "conferences/journals.html", {"days": days})


def journal(request: HttpRequest, day: str) -> HttpResponse:
    """The journals of a day, one for each session that sat."""
    rows = _of_day(request, day)
    issues: list[dict[str, Any]] = [
        {"issue": issue, "shown": since_published(issue), "key": issue.session.key,
         "whole": issue.session.body.key} for issue in rows
    ]  # fmt: skip
    return render(request, "conferences/journal.html", {"day": day_of(day), "issues": issues,
                                                        "FORMS": FORMS})  # fmt: skip


def _of_day(request: HttpRequest, day: str) -> list[JournalIssue]:
    rows = journals(day_of(day), signed_in=reader(request) is not None)
    if not rows:
        raise Refusal("journal.not-published", day=day)
    return rows


def journal_file(request: HttpRequest, day: str, key: str, langs: str, ending: str) -> HttpResponse:
    """The journal of a session and a day as a file."""
    issue = next((one for one in _of_day(request, day) if one.session.key == key), None)
    asked = tuple(dict.fromkeys(langs.split("-")))
    if issue is None:
        raise Refusal("journal.not-published", day=day)
    if ending not in FORMS or not set(asked) <= set(LANGS):
        raise Refusal("lang.unknown", language=langs[:20])
    document = since_published(issue).document
    body = called(key, version(request)).body
    paper = paper_of_document(document, asked, name_for(request), body, issue.day)
    response = HttpResponse(file_of(ending, paper), content_type=FORMS[ending])
    name = f"journal-{day}-{key}-{langs}.{ending}"
    response.headers["Content-Disposition"] = (
        content_disposition_header(ending != "pdf", name) or ""
    )
    return response


# --- By e-mail


@require_POST
def subscribe(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for the journal of a session, or of all sessions of its body, by e-mail."""
    ask_for(
        request.POST.get("email", "").strip(), get_language() or "en", key,
        request.build_absolute_uri("/").rstrip("/"), whole=request.POST.get("of") == "body",
    )  # fmt: skip
    said = _("A letter with a link is on its way. The journal is sent once you have opened it.")
    messages.success(request, said)
    return HttpResponseRedirect(reverse("conferences:journals"))


def confirming(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm an address: the link of a letter opens a page with one button."""
    if request.method != "POST":
        return render(request, "conferences/journal_reader.html", {"leaving": False})
    confirm(token)
    messages.success(request, _("Confirmed. You get the next journal by e-mail."))
    return HttpResponseRedirect(reverse("conferences:journals"))


def leaving(request: HttpRequest, token: str) -> HttpResponse:
    """Get no more journals: the link of a letter opens a page with one button."""
    if request.method != "POST":
        return render(request, "conferences/journal_reader.html", {"leaving": True})
    leave(token)
    messages.success(request, _("Done. No more journals are sent to you."))
    return HttpResponseRedirect(reverse("conferences:journals"))


urlpatterns: list[URLPattern] = [
    path("journal/", index, name="journals"),
    path("journal/confirm/<str:token>/", confirming, name="journal-confirm"),
    path("journal/leave/<str:token>/", leaving, name="journal-leave"),
    path("journal/of/<str:key>/", subscribe, name="journal-subscribe"),
    path("journal/<str:day>/", journal, name="journal-day"),
    path("journal/<str:day>/<str:key>/<str:langs>.<str:ending>", journal_file,
         name="journal-file"),
]  # fmt: skip
