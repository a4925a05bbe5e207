"""One act in three steps: its form, a preview in words, the confirmation that writes it."""

import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from amana.accounts.api import User, invitation_link, proved_lately
from amana.desk.access import language, refused, signed_in
from amana.desk.forms.asks import Act, Ask
from amana.desk.forms.building import ActForm, build, refuse, values
from amana.desk.forms.catalogue import act_of, title_of
from amana.desk.forms.choices import Choices
from amana.desk.forms.corrections import asks_of, current
from amana.desk.forms.fields import raw_of
from amana.desk.lookups.directory import Directory
from amana.desk.lookups.powers import Givers
from amana.desk.lookups.versions import latest
from amana.desk.pages.keeping import NOT_TYPED, forget, kept, prove_first
from amana.desk.pages.preview import previewed
from amana.desk.rehearsal import Outcome, confirm, fingerprint, rehearse
from amana.ground.dated import Dated
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.api import citations

__all__ = ["urlpatterns"]

FORBIDDEN = ("authority.missing", "account.no-authority")


@dataclass(frozen=True, slots=True)
class Setting:
    """What one request to the page of an act is about."""

    request: HttpRequest
    act: Act
    by: Authority
    choices: Choices
    row: Dated | None  # the fact, where the act is about one
    typed: QueryDict  # what was sent, now or before a proof of who sends it

    @property
    def names(self) -> Directory:
        """What everything is called today."""
        return self.choices.names

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The fields of the act, or of the fact that it corrects."""
        corrects = self.act.verb == "record.correct" and self.row is not None
        return asks_of(self.row) if corrects and self.row else self.act.asks

    def form(self, data: Any = None, initial: Any = None) -> ActForm:
        """The form with what was typed, or with what the address asks for."""
        return build(self.act, self.asks, self.choices, data, initial)


@signed_in
def act(request: HttpRequest, by: Authority, verb: str) -> HttpResponse:
    """The page of an act; refused, naming the rule, to whoever may not do it anywhere."""
    wanted = act_of(verb)
    if not wanted.reach(by):
        return refused(request, Givers(by.on).refusal(title_of(wanted), wanted.powers, by), 403)
    back = kept(request, verb) if request.method != "POST" else None
    typed = request.POST if back is None else back
    fact = typed.get("fact") or request.GET.get("fact", "")
    if wanted.of_a_fact and not fact:
        return render(request, "desk/act_of_fact.html", {"act": wanted, "title": title_of(wanted)})
    row = _fact(fact) if wanted.of_a_fact else None
    setting = Setting(request, wanted, by, Choices(Directory(by.on), by, language()), row, typed)
    if back is not None:
        return _judged(setting, _("You have confirmed that it is you. Nothing is written yet."))
    if request.method != "POST":
        return _form(setting, setting.form(initial=_prefilled(setting)))
    if typed.get("step") == "edit":
        return _form(setting, setting.form(initial=raw_of(setting.form(), typed)))
    return _judged(setting)


def _fact(fact: str) -> Dated:
    try:
        return latest(uuid.UUID(fact))
    except ValueError as none:
        raise Refusal("fact.unknown") from none


def _prefilled(setting: Setting) -> dict[str, Any]:
    """What the address names, over what is known of the fact."""
    asked = setting.request.GET
    form = setting.form()
    initial = current(setting.row) if setting.row else {}
    for name in form.fields:
        if name in asked:
            initial[name] = asked[name]
        texts = {lang: asked.get(f"{name}_{lang}", "") for lang in ("ar", "en", "fr")}
        if any(texts.values()):
            initial[name] = Words.of(texts)
    return initial


def _judged(setting: Setting, notice: str = "") -> HttpResponse:
    """Preview what was typed, or confirm what was previewed; else show the faults."""
    form = setting.form(setting.typed)
    if not form.is_valid():
        return _form(setting, form, 422)
    try:
        said = values(setting.act, form)
        doing = partial(setting.act.perform, **said, by=setting.by)
        if setting.typed.get("step") == "confirm":
            return _confirmed(setting, form, doing)
        return _preview(setting, form, doing, notice)
    except Refusal as refusal:
        rules = ", ".join(cite.label.text(language()) for cite in citations(refusal.basis).values())
        refuse(form, refusal, language(), rules)
        return _form(setting, form, 403 if refusal.code in FORBIDDEN else 422)


def _preview(
    setting: Setting, form: ActForm, doing: Any, notice: str = "", status: int = 200
) -> HttpResponse:
    steps = rehearse(doing)
    context = {
        **_context(setting),
        **previewed(setting.act, form, steps, setting.names, language()),
        "hidden": [
            (name, each)
            for name, said in setting.typed.lists() if name not in NOT_TYPED for each in said
        ],
        "must_prove": setting.act.is_proved and not proved_lately(setting.request),
        "token": uuid.uuid4(),
        "seen_as": fingerprint(steps),
        "notice": notice,
    }  # fmt: skip
    return render(setting.request, "desk/preview.html", context, status=status)


def _confirmed(setting: Setting, form: ActForm, doing: Any) -> HttpResponse:
    try:
        token = uuid.UUID(setting.typed.get("token", ""))
    except ValueError:
        return _preview(setting, form, doing)
    if setting.act.is_proved and not proved_lately(setting.request):
        return prove_first(setting.request, setting.act.verb)
    try:
        outcome = confirm(doing, setting.by, token, setting.typed.get("seen_as", ""))
    except Refusal as refusal:
        if refusal.code != "preview.changed":
            raise
        return _preview(setting, form, doing, refusal.sentence(language()), 422)
    forget(setting.request, setting.act.verb)
    return _recorded(setting, outcome)


def _recorded(setting: Setting, outcome: Outcome) -> HttpResponse:
    request = setting.request
    if isinstance(outcome.result, User):
        link = invitation_link(outcome.result, request.build_absolute_uri("/"))
        context = {**_context(setting), "link": link, "account": outcome.result, "outcome": outcome}
        return render(request, "desk/invitation.html", context)
    numbers = {"first": outcome.first, "last": outcome.last}
    if outcome.repeated:
        messages.info(request, _("This was recorded already, as act no. %(last)s.") % numbers)
    elif outcome.first == outcome.last:
        messages.success(request, _("Recorded as act no. %(last)s of the register.") % numbers)
    else:
        messages.success(
            request, _("Recorded as acts no. %(first)s to %(last)s of the register.") % numbers
        )
    return redirect("desk:entry", number=outcome.last)


def _form(setting: Setting, form: ActForm, status: int = 200) -> HttpResponse:
    own = [form[ask.name] for ask in setting.asks if not ask.rare]
    rare = [form[ask.name] for ask in setting.asks if ask.rare]
    shown = {bound.name for bound in (*own, *rare)}
    context = {
        **_context(setting), "form": form, "own": own, "rare": rare,
        "rest": [bound for bound in form if bound.name not in shown],
        "missing": {
            ask.name: ask.missing for ask in setting.asks
            if ask.missing and act_of(ask.missing[0]).reach(setting.by)
        },
        "more": any(bound.value() or (form.is_bound and bound.errors) for bound in rare),
    }  # fmt: skip
    return render(setting.request, "desk/act.html", context, status=status)


def _context(setting: Setting) -> dict[str, Any]:
    return {
        "act": setting.act,
        "title": title_of(setting.act),
        "by": setting.by,
        "within": setting.act.reach(setting.by) == "within",
        "row": setting.row,
    }


urlpatterns = [path("acts/<str:verb>/", act, name="act")]
