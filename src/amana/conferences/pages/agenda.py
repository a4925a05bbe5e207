"""The agenda of a session at the desk: build it, add to it, number it, issue it, adopt it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amana.conferences.acts import agenda as acts
from amana.conferences.agendas import agenda_of
from amana.conferences.candidates import candidates_for
from amana.conferences.lookups import session
from amana.conferences.models import ItemRecord
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.asking import (
    Asking,
    attempt,
    body_choices,
    state_choices,
)
from amana.conferences.pages.before_words import FATES, ORIGINS_OF_ITEMS, STAGES
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["party_choices", "urlpatterns"]

Origin, Stage = ItemRecord.Origin, ItemRecord.Stage


class NewItem(Asking):
    """An item that a state or body asks for, or that the Secretariat proposes."""

    THREE = {
        "title": (gettext_lazy("Title"), False),
        "explanation": (gettext_lazy("Explanatory note"), True),
    }  # fmt: skip
    field_order = ("title", "asked_by", "explanation")

    asked_by = forms.ChoiceField(label=gettext_lazy("Asked for by"), required=False)

    def __init__(self, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_by"].choices = [  # type: ignore[attr-defined]
            ("", _("proposed by the Secretariat")), *party_choices(on),
        ]  # fmt: skip


def party_choices(on: date) -> list[Any]:
    """Members and bodies, each under its own heading."""
    return [(_("Member states"), state_choices(on)), (_("Bodies"), body_choices(on))]


@serving
def agenda(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """The agenda as it stands, with everything that can be done to it as a whole."""
    form = NewItem(by.on, request.POST if request.POST.get("do") == "add" else None)
    fault = ""
    if request.method == "POST":
        try:
            said = _done(request, by, key, form)
        except Refusal as why:
            if why.code.endswith(".no-power"):
                raise
            said, fault = "", why.sentence(language())
        if said:
            messages.success(request, said)
            return HttpResponseRedirect(reverse("conference:agenda", kwargs={"key": key}))
    this = session(key, on=by.on, planned=True).this
    rows = agenda_of(key, eyes=by, serving=True)
    taken = {row.row.came_from for row in rows}
    candidates = candidates_for(this.row.session, on=by.on, taken=taken)
    context = {
        "this": this, "rows": [row for row in rows if row.numbers], "form": form, "fault": fault,
        "gone": [row for row in rows if not row.numbers],
        "open": [each for each in candidates if not each.taken],
        "to_issue": sum(row.row.stage == Stage.PROPOSED for row in rows),
        "to_adopt": sum(row.row.stage == Stage.PROVISIONAL for row in rows),
        "ORIGINS": ORIGINS_OF_ITEMS, "STAGES": STAGES, "FATES": FATES,
        "typed": request.POST if fault else {},
    }  # fmt: skip
    status = 422 if fault or form.is_bound else 200
    return render(request, "conferences/agenda.html", context, status=status)


def _done(request: HttpRequest, by: Authority, key: str, form: NewItem) -> str:
    """What was done, in words; nothing where the form has something to say first."""
    do = _ACTS.get(request.POST.get("do", ""))
    return do(request, by, key, form) if do else ""


def _build(request: HttpRequest, by: Authority, key: str, form: NewItem) -> str:
    made = acts.build_agenda(key, by=by, chosen=request.POST.getlist("chosen"))
    return ngettext("%(num)d item was added.", "%(num)d items were added.", len(made)) % {
        "num": len(made)
    }


def _add(request: HttpRequest, by: Authority, key: str, form: NewItem) -> str:
    def act() -> ItemRecord:
        asked_by = form.cleaned_data["asked_by"]
        return acts.add_item(
            key, form.words("title"), by=by, asked_by=asked_by,
            origin=Origin.REQUEST if asked_by else Origin.PROPOSAL,
            explanation=form.words("explanation"),
        )  # fmt: skip

    return _("The item was added.") if attempt(form, act) else ""


def _order(request: HttpRequest, by: Authority, key: str, form: NewItem) -> str:
    typed = {
        name.removeprefix("n-"): str(text)
        for name, text in request.POST.items()
        if name.startswith("n-")
    }
    acts.order_agenda(key, typed, by=by)
    return _("The agenda is numbered anew.")


def _issue(request: HttpRequest, by: Authority, key: str, form: NewItem) -> str:
    acts.issue_agenda(key, by=by)
    return _("The provisional agenda is issued and can be read by everybody.")


def _adopt(request: HttpRequest, by: Authority, key: str, form: NewItem) -> str:
    deleted = [name[2:] for name, said in request.POST.items() if said == "deleted"]
    deferred = [name[2:] for name, said in request.POST.items() if said == "deferred"]
    acts.adopt_agenda(key, by=by, deleted=deleted, deferred=deferred)
    return _("The adoption of the agenda is on record.")


_ACTS: dict[str, Callable[[HttpRequest, Authority, str, NewItem], str]] = {
    "build": _build, "add": _add, "order": _order, "issue": _issue, "adopt": _adopt,
}  # fmt: skip

urlpatterns: list[URLPattern] = [
    path("<str:key>/agenda/", agenda, name="agenda"),
]
