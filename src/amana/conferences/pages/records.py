"""Records for everybody: of a meeting, the decisions, the votes, the report of a session."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from amana.accounts.api import reader
from amana.conferences.models import RecordRelease
from amana.conferences.pages.record_words import DOCUMENTS
from amana.conferences.permissions import power_to_serve
from amana.conferences.record_files import FORMS, file_of, paper_of_document
from amana.conferences.records import (
    REPORT,
    Edited,
    document_of,
    record_of,
    released,
)
from amana.conferences.rules.record.documents import titled
from amana.conferences.rules.record.of_meetings import meeting_phrase
from amana.conferences.rules.record.saying import said
from amana.conferences.telling import called
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.web.etag import version_of
from amana.web.identity import name_for
from amana.web.sections import Section

__all__ = [
    "Eyes",
    "answered",
    "eyes_of",
    "section",
    "urlpatterns",
    "version",
]


@dataclass(frozen=True, slots=True)
class Eyes:
    """What a reader is: who serves sessions sees records before they are released."""

    serving: bool
    signed_in: bool

    @property
    def both(self) -> dict[str, bool]:
        """As the look-ups ask for it."""
        return {"serving": self.serving, "signed_in": self.signed_in}


def eyes_of(request: HttpRequest) -> Eyes:
    """Whose eyes a page is read with."""
    by = reader(request)
    return Eyes(by is not None and bool(power_to_serve(by)), by is not None)


def version(request: HttpRequest) -> str:
    """The head of the register, asked for once a request."""
    found = version_of(request)
    request.data_version = found  # type: ignore[attr-defined]
    return found


# --- Documents


def record(request: HttpRequest, key: str, log: str, meeting: int) -> HttpResponse:
    """The record of one meeting."""
    eyes = eyes_of(request)
    row, shown = record_of(key, log, meeting, version(request), **eyes.both)
    context = {
        "log": row, "meeting": meeting,
        "file": ("conferences:record-file", {"key": key, "log": log, "meeting": meeting}),
        "released": meeting in released(row),
    }  # fmt: skip
    return answered(request, key, shown, **context)


def record_file(
    request: HttpRequest, key: str, log: str, meeting: int, langs: str, ending: str
) -> HttpResponse:
    """The record of one meeting as a file."""
    _row, shown = record_of(key, log, meeting, version(request), **eyes_of(request).both)
    return _file(request, key, shown, langs, ending, f"{log}-{meeting}")


def document(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """The decisions or the report of a session."""
    shown = _of_session(request, key, kind)
    file = ("conferences:records-file", {"key": key, "kind": kind})
    return answered(request, key, shown, file=file, kind=kind)


def document_file(
    request: HttpRequest, key: str, kind: str, langs: str, ending: str
) -> HttpResponse:
    """The decisions, the annex of votes or the report as a file."""
    shown = _of_session(request, key, kind)
    return _file(request, key, shown, langs, ending, f"{key}-{kind}")


def _of_session(request: HttpRequest, key: str, kind: str) -> Edited:
    head = version(request)
    title = called(key, head).title
    return document_of(key, kind, head, title=title, **eyes_of(request).both)


def answered(request: HttpRequest, key: str, shown: Edited, **more: Any) -> HttpResponse:
    """A document as a page, with its corrections beside what the log had said."""
    title = called(key, version(request)).title
    context = {"key": key, "shown": shown, "title": title, "DOCUMENTS": DOCUMENTS, "FORMS": FORMS,
               "LANGS": LANGS, **more}  # fmt: skip
    return render(request, more.get("template", "conferences/record.html"), context)


def _file(
    request: HttpRequest, key: str, shown: Edited, langs: str, ending: str, name: str
) -> HttpResponse:
    asked = tuple(dict.fromkeys(langs.split("-")))
    if ending not in FORMS or not set(asked) <= set(LANGS):
        raise Refusal("lang.unknown", language=langs[:20])
    of = called(key, version(request))
    notice = said("note.exercise") if shown.exercise else Words()
    paper = paper_of_document(
        shown.document, asked, name_for(request), of.body, _day_of(shown, of.opens), notice
    )  # fmt: skip
    response = HttpResponse(file_of(ending, paper), content_type=FORMS[ending])
    response.headers["Content-Disposition"] = (
        content_disposition_header(ending != "pdf", f"{name}-{langs}.{ending}") or ""
    )
    return response


def _day_of(shown: Edited, opens: date) -> date:
    """The day in the file's own properties: of the last correction, else of the session."""
    return max([opens, *(one.day for one in shown.corrections.values())])


def section(request: HttpRequest, key: str) -> Section | None:
    """What is released of a session, on its page: one query."""
    rows = RecordRelease.objects.filter(log__session__key=key).select_related("log")
    if reader(request) is None:
        rows = rows.exclude(log__exercise=True)
    found = list(rows.order_by("log__position", "meeting"))
    if not found:
        return None
    records = [
        {"log": row.log.key, "of": row.log.names, "meeting": row.meeting,
         "name": titled(meeting_phrase(row.meeting).words)} for row in found if row.meeting
    ]  # fmt: skip
    context = {"key": key, "records": records, "DOCUMENTS": DOCUMENTS,
               "report": any(row.meeting == REPORT for row in found)}  # fmt: skip
    return Section(_("Records"), "conferences/records_section.html", context)


urlpatterns: list[URLPattern] = [
    path("sessions/<str:key>/record/<str:log>/<int:meeting>/", record, name="record"),
    path("sessions/<str:key>/record/<str:log>/<int:meeting>/<str:langs>.<str:ending>", record_file,
         name="record-file"),
    path("sessions/<str:key>/decisions/", document, {"kind": "decisions"}, name="decisions"),
    path("sessions/<str:key>/report/", document, {"kind": "report"}, name="report"),
    path("sessions/<str:key>/records/<str:kind>/<str:langs>.<str:ending>", document_file,
         name="records-file"),
]  # fmt: skip
