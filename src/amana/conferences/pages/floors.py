"""The floors of a session at the desk: opened, given their duties, with the address of the hall."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.accounts.api import User
from amana.accounts.qr import picture
from amana.conferences.acts.opening import end_duty, give_duty, open_floor
from amana.conferences.floor.folding import folded
from amana.conferences.floor.naming import title_of
from amana.conferences.lookups import session
from amana.conferences.models import Duty, Log
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.workplace import Offer
from amana.conferences.rules.rulebook import rulebook, rulebook_names
from amana.conferences.screens.labels import label
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["OFFER", "urlpatterns"]

OFFER = Offer(
    gettext_lazy("Floor"), "conference:floors", 65,
    gettext_lazy("Open it, give its duties, reach its screens."),
)  # fmt: skip


class OpeningForm(forms.Form):
    """A floor: of the plenary, or of a committee by its own name."""

    book = forms.ChoiceField(label=gettext_lazy("Rules of procedure"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the roll"),
        help_text=gettext_lazy("States are called in its alphabetical order."),
    )
    ar = forms.CharField(
        label=gettext_lazy("Committee, in Arabic"), required=False,
        help_text=gettext_lazy("Leave the names empty for the plenary."),
    )  # fmt: skip
    en = forms.CharField(label=gettext_lazy("Committee, in English"), required=False)
    fr = forms.CharField(label=gettext_lazy("Committee, in French"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        lang = language()
        self.fields["book"].choices = [  # type: ignore[attr-defined]
            (key, rulebook(key).names.text(lang)) for key in rulebook_names()
        ]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, label("langs", code, lang)) for code in LANGS
        ]


class DutyForm(forms.Form):
    """Who has a duty: an account by its e-mail address."""

    role = forms.ChoiceField(label=gettext_lazy("Duty"))
    email = forms.EmailField(
        label=gettext_lazy("E-mail address of the account"),
        help_text=gettext_lazy("The duty begins today and ends when it is taken back."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role, label("roles", role, language())) for role in Duty.Role.values
        ]

    def clean_email(self) -> User:
        """The account. Refused as a fault of the field where there is none."""
        found = User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True)
        if (user := found.first()) is None:
            raise forms.ValidationError(_("There is no account under this address."))
        return user


@serving
def floors(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """The floors of a session, each with its state, duties and screens; and a new one."""
    found = session(key, on=by.on, planned=True).this
    opening = OpeningForm(request.POST if request.POST.get("do") == "open" else None)
    if opening.is_bound and opening.is_valid():
        said = opening.cleaned_data
        committee = Words(**{lang: said[lang] for lang in LANGS if said[lang]})
        try:
            open_floor(key, by=by, book=said["book"], language=said["language"],
                       committee=committee)  # fmt: skip
            return HttpResponseRedirect(reverse("conference:floors", kwargs={"key": key}))
        except Refusal as refusal:
            opening.add_error(None, refusal.sentence(language()))
    giving, of = _given(request, by, key)
    if isinstance(giving, HttpResponse):
        return giving
    rows = Log.objects.filter(session__key=key).select_related("session__body").order_by("position")
    context = {
        "this": found, "floors": [_told(request, row, giving if row.key == of else None)
                                  for row in rows],
        "opening": opening,
    }  # fmt: skip
    bound = opening.is_bound or (giving is not None and giving.is_bound)
    return render(request, "conferences/floor/floors.html", context, status=422 if bound else 200)


def _given(
    request: HttpRequest, by: Authority, key: str
) -> tuple[DutyForm | HttpResponse | None, str]:
    """A duty given or ended: the way back, or the form with its faults and its floor."""
    do, of = request.POST.get("do", ""), request.POST.get("log", "")
    if do not in ("give", "end") or not Log.objects.filter(key=of, session__key=key).exists():
        return None, ""
    form, back = DutyForm(request.POST), HttpResponseRedirect(request.get_full_path())
    if not form.is_valid():
        return form, of
    role, user = form.cleaned_data["role"], form.cleaned_data["email"]
    try:
        if do == "give":
            give_duty(of, role, user, by=by)
        else:
            end_duty(of, role, user, by=by)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence(language()))
        return form, of
    messages.success(request, _("Done."))
    return back, of


def _told(request: HttpRequest, log: Log, form: DutyForm | None) -> dict[str, Any]:
    lang = language()
    hall = reverse("conferences:hall", kwargs={"key": log.key, "door": log.door})
    address = request.build_absolute_uri(hall)
    duties = Duty.objects.on(clock.today()).filter(log=log).select_related("user")
    with folded(log) as floor:
        status, number = label("status", floor.meeting.status, lang), floor.meeting.number
        book = floor.rules.names.text(lang)
    return {
        "log": log, "title": title_of(log), "status": status, "number": number, "book": book,
        "duties": [(label("roles", row.role, lang), row) for row in duties], "address": address,
        "qr": picture(address, str(_("Hall"))),
        "form": form or DutyForm(auto_id=f"{log.position}-%s"),
    }  # fmt: skip


urlpatterns: list[URLPattern] = [path("<str:key>/floor/", floors, name="floors")]
