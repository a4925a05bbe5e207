"""The programme of a session on the desk: rooms by half days; plan, change, cancel, restore."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amana.conferences.acts import programme as acts
from amana.conferences.lookups import SessionRow, session
from amana.conferences.meeting_words import WORDING, when_of
from amana.conferences.models import MeetingTime
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.grid import days_of, days_of_session, starts_in
from amana.conferences.pages.programme_forms import Cancelling, Planning, initial_of
from amana.conferences.pages.words import HALVES
from amana.conferences.pages.workplace import Offer
from amana.conferences.programme import (
    EVERYTHING,
    MeetingRow,
    meeting,
    meetings_of,
    rooms,
    title_of,
)
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.web.links import reverse

__all__ = ["OFFER", "urlpatterns"]


@serving
def programme(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Rooms by half days, with what is held in them and how many interpreters that needs."""
    this = session(key, on=by.on, planned=True).this
    rows = meetings_of(key, eyes=EVERYTHING)
    known = rooms()
    context = {
        "this": this, "rows": rows, "rooms": known,
        "days": days_of(rows, known, days_of_session(this)), **_said(),
    }  # fmt: skip
    return render(request, "conferences/programme.html", context)


@serving
def plan(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """A new meeting; a clash is named beside the room and nothing is saved."""
    this = session(key, on=by.on, planned=True).this
    form = Planning(key, request.POST or None, initial=_asked(request, this))
    if form.is_bound and form.is_valid():
        answer = _tried(request, form, key, lambda: acts.plan_meeting(key, form.plan(), by=by))
        if answer is not None:
            return answer
    return _form(request, form, this, None)


@serving
def change(request: HttpRequest, by: Authority, key: str, number: int) -> HttpResponse:
    """Move a meeting, or change how it is held; its earlier times stay below."""
    this, row = session(key, on=by.on, planned=True).this, _row(key, number)
    form = Planning(key, request.POST or None, initial=initial_of(row), but=row)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        answer = _tried(
            request, form, key,
            lambda: acts.change_meeting(row.key, form.plan(), by=by, reason=reason),
        )  # fmt: skip
        if answer is not None:
            return answer
    return _form(request, form, this, row)


@serving
def cancel(request: HttpRequest, by: Authority, key: str, number: int) -> HttpResponse:
    """Cancel a meeting with a reason, or restore one that was cancelled."""
    this, row = session(key, on=by.on, planned=True).this, _row(key, number)
    if request.method == "POST" and row.this.cancelled:
        return _done(request, key, acts.restore_meeting(row.key, by=by))
    form = Cancelling(request.POST or None)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        return _done(request, key, acts.cancel_meeting(row.key, by=by, reason=reason))
    context = {"this": this, "row": row, "form": form, **_said()}
    status = 422 if form.is_bound else 200
    return render(request, "conferences/meeting_cancel.html", context, status=status)


def _tried(request: HttpRequest, form: Planning, key: str, write: Any) -> HttpResponse | None:
    """The meeting written, or none: then the form says why, or what to look at first."""
    try:
        said = form.plan()
        acts.check_room(said.room, said.slot, but=form.but.this.meeting if form.but else None)
        form.doubts = acts.doubts(key, said, but=form.but.key if form.but else "")
        seen = request.POST.get("seen", "")
        if form.doubts and seen != form.seen():
            return None
        return _done(request, key, write())
    except Refusal as why:
        form.add_error(_FIELDS.get(why.code), why.sentence(language()))
        return None


_FIELDS = {
    "room.taken": "room", "room.closed": "room", "room.unknown": "room",
    "meeting.backwards": "ends", "meeting.no-such-time": "starts",
}  # fmt: skip


def _done(request: HttpRequest, key: str, row: MeetingTime) -> HttpResponse:
    said = _("Saved: %(meeting)s, %(when)s.")
    lang = language()
    told = {"meeting": title_of(row).text(lang), "when": when_of(row, lang)}
    if row.cancelled:
        said = _("Cancelled: %(meeting)s, %(when)s.")
    messages.success(request, said % told)
    address = reverse("conference:programme", {"key": key})
    return HttpResponseRedirect(f"{address}#m{row.meeting.number}")


def _form(
    request: HttpRequest, form: Planning, this: SessionRow, row: MeetingRow | None
) -> HttpResponse:
    context = {"this": this, "row": row, "form": form, **_said()}
    status = 422 if form.is_bound else 200
    return render(request, "conferences/meeting_form.html", context, status=status)


def _row(key: str, number: int) -> MeetingRow:
    found = meeting(f"{key}.m{number}", eyes=EVERYTHING)
    if found is None:
        raise Http404
    return found


def _asked(request: HttpRequest, this: SessionRow) -> dict[str, Any]:
    """What the cell says from which the form was opened; the first day of the session without."""
    asked = {name: request.GET.get(name, "") for name in ("room", "day", "starts", "ends")}
    try:
        date.fromisoformat(asked["day"])
    except ValueError:
        first = days_of_session(this)
        asked["day"] = first[0].isoformat() if first else ""
    said = {name: text for name, text in asked.items() if text}
    return {**said, "languages": list(LANGS)}


def _said() -> dict[str, Any]:
    return {"HALVES": HALVES, "starts_in": starts_in, "title_of": title_of, **WORDING}


def _told(key: str) -> str:
    count = len([row for row in meetings_of(key, eyes=EVERYTHING) if not row.this.cancelled])
    if not count:
        return ""
    return ngettext("%(num)d meeting", "%(num)d meetings", count) % {"num": count}


OFFER = Offer(
    gettext_lazy("Rooms and programme"), "conference:programme", 40,
    gettext_lazy("Meetings, their rooms, their times and their interpreters."), _told,
)  # fmt: skip

urlpatterns: list[URLPattern] = [
    path("<str:key>/programme/", programme, name="programme"),
    path("<str:key>/programme/new/", plan, name="plan"),
    path("<str:key>/programme/<int:number>/", change, name="meeting"),
    path("<str:key>/programme/<int:number>/cancel/", cancel, name="cancel-meeting"),
]
