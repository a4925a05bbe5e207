"""Convening a session at the desk: the rule first, then who asks, who agrees, when and where."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences import calling
from amana.conferences.acts import convening as acts
from amana.conferences.days import days_of
from amana.conferences.lookups import bodies_that_sat, session, sessions
from amana.conferences.models import Initiative, Session
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.asking import (
    Asking,
    attempt,
    body_choices,
    cited,
    day_field,
    state_choices,
)
from amana.conferences.pages.before_words import ASKED, INITIATIVES
from amana.conferences.pages.words import KINDS, PHASES
from amana.conferences.rules.convening import support_needed
from amana.kernel.authority import Authority

__all__ = ["urlpatterns"]

Choices = list[tuple[str, str]]


class What(forms.Form):
    """Which body is to meet, in which kind of session."""

    body = forms.ChoiceField(label=gettext_lazy("Body"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=list(KINDS.items()))

    def __init__(self, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lang = language()
        self.fields["body"].choices = [  # type: ignore[attr-defined]
            (key, names.text(lang)) for key, names in bodies_that_sat(on=on)
        ]


class Call(Asking):
    """When and where a session opens, on whose initiative; or why against the rule."""

    THREE = {
        "city": (gettext_lazy("City"), False), "venue": (gettext_lazy("Venue"), False),
        "theme": (gettext_lazy("Theme"), False),
    }  # fmt: skip
    field_order = (
        "initiative", "parent", "opens", "closes", "hijri", "city", "host", "venue", "theme",
        "otherwise",
    )  # fmt: skip

    initiative = forms.ChoiceField(label=gettext_lazy("On the initiative of"))
    parent = forms.ChoiceField(label=gettext_lazy("The session that is resumed"))
    opens = day_field(label=gettext_lazy("Opens on"))
    closes = day_field(label=gettext_lazy("Closes on"))
    hijri = forms.CharField(
        label=gettext_lazy("Hijri days as the host prints them"), required=False, max_length=80,
        help_text=gettext_lazy("Left empty, they are computed by the Umm al-Qura calendar."),
    )  # fmt: skip
    host = forms.ChoiceField(label=gettext_lazy("Host"), required=False)
    otherwise = forms.CharField(
        label=gettext_lazy("The Chair or the organ decided otherwise, because"), required=False,
        max_length=1000, widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Only where the rule is not met; the reason stays on record."),
    )  # fmt: skip

    def __init__(
        self, body: str, kind: str, by: Authority, states: Choices, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        on = by.on
        hosts = [("", _("not known yet")), *states]
        self.fields["host"].choices = hosts  # type: ignore[attr-defined]
        self.fields["initiative"].choices = list(INITIATIVES.items())  # type: ignore[attr-defined]
        if kind == Session.Kind.RESUMED:
            own = [row for row in sessions(on=on, planned=True) if row.body_key == body]
            self.fields["parent"].choices = [  # type: ignore[attr-defined]
                (row.key, row.title.text(language())) for row in own
                if row.row.session.kind != Session.Kind.RESUMED
            ]  # fmt: skip
        else:
            del self.fields["parent"]

    def values(self) -> dict[str, Any]:
        """What the act takes."""
        plain = ("initiative", "opens", "closes", "hijri", "host", "otherwise", "parent")
        said = {name: self.cleaned_data[name] for name in plain if name in self.cleaned_data}
        return said | {name: self.words(name) for name in self.THREE}


class Request(Asking):
    """Who asks for an extraordinary session, and for what."""

    THREE = {"purpose": (gettext_lazy("Purpose"), False)}
    field_order = ("initiative", "state", "asked_on", "purpose")

    initiative = forms.ChoiceField(
        label=gettext_lazy("Asked for by"),
        choices=[(each, INITIATIVES[each]) for each in (
            Initiative.STATE, Initiative.SECRETARY_GENERAL, Initiative.COUNCIL,
        )],
    )  # fmt: skip
    state = forms.ChoiceField(label=gettext_lazy("Member state"), required=False)
    asked_on = day_field(label=gettext_lazy("Received on"), required=False)

    def __init__(self, states: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", "—"), *states]  # type: ignore[attr-defined]


class Support(forms.Form):
    """Members that agree, and the day on which they said so."""

    on = day_field(label=gettext_lazy("Received on"), required=False)
    states = forms.MultipleChoiceField(
        label=gettext_lazy("Members that agree"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, rest: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["states"].choices = rest  # type: ignore[attr-defined]


class Moving(Asking):
    """Other days of a session, another place, and why."""

    THREE = {"city": (gettext_lazy("City"), False)}
    field_order = ("opens", "closes", "city", "host", "reason")

    opens = day_field(label=gettext_lazy("Opens on"))
    closes = day_field(label=gettext_lazy("Closes on"))
    host = forms.ChoiceField(label=gettext_lazy("Host"), required=False)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500)

    def __init__(self, states: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hosts = [("", _("not known yet")), *states]
        self.fields["host"].choices = hosts  # type: ignore[attr-defined]


@serving
def convene(request: HttpRequest, by: Authority) -> HttpResponse:
    """Choose body and kind; see the rule; convene, or record that a session is asked for."""
    what = What(by.on, request.GET if "body" in request.GET else None)
    if not what.is_valid():
        context = {"what": what, "asked": calling.asked_for(), "names": _names(by.on)}
        return render(request, "conferences/convene.html", context)
    body, kind = what.cleaned_data["body"], what.cleaned_data["kind"]
    if request.POST.get("do") == "ask":
        return _ask(request, by, body)
    key = request.GET.get("request", "")
    asked = calling.asked_session(key) if key else None
    first = {"initiative": asked.initiative} if asked else {}
    states = state_choices(by.on)
    form = Call(body, kind, by, states, request.POST or None, initial=first)
    if form.is_bound:
        made = attempt(
            form, lambda: acts.convene(body, kind, by=by, request=key, **form.values())
        )  # fmt: skip
        if made:
            messages.success(request, _("The session is convened."))
            address = reverse("conference:workplace", kwargs={"key": made.key})
            return HttpResponseRedirect(address)
    return _form(request, by, what, form, Request(states), asked)


def _ask(request: HttpRequest, by: Authority, body: str) -> HttpResponse:
    states = state_choices(by.on)
    form = Request(states, request.POST)

    def act() -> Any:
        said = form.cleaned_data
        day = said["asked_on"].isoformat() if said["asked_on"] else ""
        return acts.ask(
            body, said["initiative"], by=by, state=said["state"], asked_on=day,
            purpose=form.words("purpose"),
        )  # fmt: skip

    if made := attempt(form, act):
        return HttpResponseRedirect(reverse("conference:asked", kwargs={"key": made.key}))
    kind = Session.Kind.EXTRAORDINARY
    what = What(by.on, {"body": body, "kind": kind})
    return _form(request, by, what, Call(body, kind, by, states), form, None)


def _form(
    request: HttpRequest, by: Authority, what: What, form: Call, asking: Request, asked: Any
) -> HttpResponse:
    what.is_valid()
    body, kind = what.cleaned_data["body"], what.cleaned_data["kind"]
    call = calling.terms_of(body, kind, on=by.on)
    extraordinary = kind == Session.Kind.EXTRAORDINARY
    members = len(asking.fields["state"].choices) - 1  # type: ignore[attr-defined]
    context = {
        "what": what, "form": form, "asking": asking, "asked": asked, "body": body, "kind": kind,
        "call": call, "cited": cited(call.terms.basis, by.on), "INITIATIVES": INITIATIVES,
        "needed": support_needed(call.terms, Initiative.STATE, members), "members": members,
        "number": calling.next_ordinal(body, kind), "KINDS": KINDS,
        "regular": calling.regularity(body, call, on=by.on)
        if kind == Session.Kind.ORDINARY else None,
        "requests": [row for row in calling.asked_for() if row.body.key == body]
        if extraordinary else [],
        "extraordinary": extraordinary,
        "names": dict(what.fields["body"].choices),  # type: ignore[attr-defined]
    }  # fmt: skip
    faulty = form.is_bound or asking.is_bound
    return render(request, "conferences/convene_form.html", context, status=422 if faulty else 200)


@serving
def asked(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """A session that is asked for: who agrees, how many are needed, what is left to do."""
    row = calling.asked_session(key)
    states = state_choices(by.on)
    have = {each["state"] for each in row.requests}
    form = Support([pair for pair in states if pair[0] not in have], request.POST or None)
    if form.is_bound:
        said = attempt(form, lambda: acts.support(
            key, form.cleaned_data["states"], by=by,
            on=form.cleaned_data["on"].isoformat() if form.cleaned_data["on"] else "",
        ))  # fmt: skip
        if said:
            return HttpResponseRedirect(reverse("conference:asked", kwargs={"key": key}))
    call, members = calling.terms_of(row.body.key, row.kind, on=by.on), len(states)
    context = {
        "row": row, "form": form, "call": call, "cited": cited(call.terms.basis, by.on),
        "members": members, "needed": support_needed(call.terms, row.initiative, members),
        "called": dict(states), "INITIATIVES": INITIATIVES, "names": _names(by.on),
    }  # fmt: skip
    return render(
        request, "conferences/convene_asked.html", context, status=422 if form.is_bound else 200
    )


@serving
def convened(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """How a session was convened; notice of it; moving it, with the days it had before."""
    this = session(key, on=by.on, planned=True).this
    sitting = this.row
    first = {
        "opens": sitting.during.lower, "closes": this.days.closes.latest,
        "host": sitting.state.key if sitting.state else "",
        **{f"city_{lang}": text for lang, text in sitting.city},
    }  # fmt: skip
    do = request.POST.get("do", "")
    states = state_choices(by.on)
    form = Moving(states, request.POST if do == "move" else None, initial=first)
    if do == "move" and _moved(form, key, by):
        messages.success(request, _("The session is moved. Its earlier days stay on record."))
        return HttpResponseRedirect(reverse("conference:convening", kwargs={"key": key}))
    notice = forms.Form(request.POST if do == "notify" else None)
    notice.fields["day"] = day_field(label=_("Notice was sent on"))
    if do == "notify" and _notified(notice, key, by):
        return HttpResponseRedirect(reverse("conference:convening", kwargs={"key": key}))
    row = calling.convening_of(key)
    context = {
        "this": this, "row": row, "form": form, "notice": notice, "KINDS": KINDS,
        "PHASES": PHASES, "INITIATIVES": INITIATIVES, "ASKED": ASKED,
        "cited": cited(row.basis if row else [], by.on), "called": dict(states),
        "earlier": [
            (row, days_of(row.since_mark, row.until_mark, row.hijri, row.hijri_reported))
            for row in calling.earlier_days(key)
        ],
    }  # fmt: skip
    return render(request, "conferences/convening.html", context, status=422 if do else 200)


def _notified(form: forms.Form, key: str, by: Authority) -> Any:
    return attempt(form, lambda: acts.notify(key, form.cleaned_data["day"], by=by))


def _moved(form: Moving, key: str, by: Authority) -> Any:
    def act() -> Any:
        said = form.cleaned_data
        return acts.move(
            key, said["opens"], said["closes"], by=by, reason=said["reason"],
            city=form.words("city"), host=said["host"],
        )  # fmt: skip

    return attempt(form, act)


def _names(on: date) -> dict[str, str]:
    return dict(body_choices(on))


urlpatterns: list[URLPattern] = [
    path("convene/", convene, name="convene"),
    path("convene/<str:key>/", asked, name="asked"),
    path("<str:key>/convening/", convened, name="convening"),
]
