"""A delegate by hand: added, changed, withdrawn, and the account that speaks for them."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.conferences.acts import delegations as acts
from amana.conferences.acts import speaking_for
from amana.conferences.acts.credentials import kind_of
from amana.conferences.acts.delegations import Details
from amana.conferences.delegations.columns import HEADINGS
from amana.conferences.delegations.values import PROTOCOLS, RANKS
from amana.conferences.pages.access import language, serving
from amana.conferences.participants import DelegateRow, delegation_of, served
from amana.ground import files
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["urlpatterns"]

LARGEST_PHOTO = 2 << 20  # bytes


class DelegateForm(forms.Form):
    """Who a delegate is, in the words of the desk."""

    name_ar = forms.CharField(max_length=200, required=False, strip=True)
    name = forms.CharField(max_length=200, required=False, strip=True)
    rank = forms.ChoiceField()
    protocol = forms.ChoiceField()
    title_ar = forms.CharField(max_length=300, required=False, strip=True)
    title_en = forms.CharField(max_length=300, required=False, strip=True)
    title_fr = forms.CharField(max_length=300, required=False, strip=True)
    email = forms.EmailField(max_length=254, required=False)
    since = forms.DateField(
        required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    photo = forms.FileField(
        required=False, widget=forms.FileInput({"accept": "image/jpeg,image/png"})
    )

    def __init__(self, *args: Any, photo: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept_photo, lang = photo, language()
        for key, field in self.fields.items():
            if key in HEADINGS:
                field.label = HEADINGS[key].text(lang)
        for each in LANGS:
            self.fields[f"title_{each}"].widget.attrs |= {
                "lang": each, "dir": "rtl" if each == "ar" else "ltr",
            }  # fmt: skip
        self.fields["name_ar"].widget.attrs |= {"lang": "ar", "dir": "rtl"}
        self.fields["name"].widget.attrs |= {"dir": "ltr"}
        self.fields["photo"].label = _("Photograph")
        self.fields["name_ar"].help_text = _("A name in one of the two scripts is enough.")
        self.fields["since"].help_text = _("Left empty: all days of the session.")
        for key, words in (("rank", RANKS), ("protocol", PROTOCOLS)):
            self.fields[key].choices = [  # type: ignore[attr-defined]
                (value, each.text(lang)) for value, each in words.items()
            ]

    def details(self) -> Details:
        """What was filled in. Refused: `delegations.photo`."""
        said = self.cleaned_data
        return Details(
            Words(ar=said["name_ar"], en=said["name"]),
            Words(**{lang: said[f"title_{lang}"] for lang in LANGS}),
            said["rank"], said["protocol"], said["email"], said["since"], said["until"],
            _kept(said["photo"]) or self.kept_photo,
        )  # fmt: skip


def _kept(photo: "UploadedFile[bytes] | None") -> str:
    """The SHA-256 of a photograph, once it is kept; empty where none was sent."""
    if photo is None:
        return ""
    large = (photo.size or 0) > LARGEST_PHOTO
    data = b"" if large else photo.read()
    if kind_of(data) not in ("image/jpeg", "image/png"):
        raise Refusal("delegations.photo", limit=LARGEST_PHOTO >> 20)
    return files.keep(data)


@serving
def adding(request: HttpRequest, by: Authority, key: str, party: str) -> HttpResponseBase:
    """A person more."""
    form = DelegateForm(
        request.POST or None, request.FILES or None,
        initial={"rank": "delegate", "protocol": "other"},
    )  # fmt: skip
    return _answer(
        request, by, key, party, form, lambda: acts.add_delegate(key, party, form.details(), by=by)
    )


@serving
def changing(
    request: HttpRequest, by: Authority, key: str, party: str, number: int
) -> HttpResponseBase:
    """What is on record of a delegate; the account; taking the person out."""
    person = _person(key, party, number)
    form = DelegateForm(
        request.POST or None, request.FILES or None, photo=person.photo, initial=_initial(person)
    )
    return _answer(
        request, by, key, party, form,
        lambda: acts.change_delegate(number, form.details(), by=by), person,
    )  # fmt: skip


def _answer(
    request: HttpRequest, by: Authority, key: str, party: str, form: DelegateForm,
    write: Callable[[], Any], person: DelegateRow | None = None,
) -> HttpResponse:  # fmt: skip
    """The form; written and back to the delegation; or with what is wrong in it."""
    if form.is_bound and form.is_valid():
        try:
            write()
            return HttpResponseRedirect(_address(key, party))
        except Refusal as refusal:
            form.add_error(None, refusal.sentence(language()))
    context = {
        "this": served(key, on=by.on), "form": form, "person": person,
        "row": delegation_of(key, party, on=by.on, lang=language()),
    }  # fmt: skip
    return render(
        request, "conferences/delegate.html", context, status=422 if form.is_bound else 200
    )


def _initial(person: DelegateRow) -> dict[str, Any]:
    titles = {f"title_{lang}": text for lang, text in person.title}
    return {
        **titles, "name_ar": person.names.ar, "name": person.names.en or person.names.fr,
        "rank": person.rank, "protocol": person.protocol, "email": person.email,
        "since": person.since, "until": person.until,
    }  # fmt: skip


def _person(key: str, party: str, number: int) -> DelegateRow:
    """The delegate of that delegation. Refused: `delegations.no-such-delegate`."""
    for each in delegation_of(key, party).delegates:
        if each.pk == number:
            return each
    raise Refusal("delegations.no-such-delegate", number=number)


@serving
def withdrawing(
    request: HttpRequest, by: Authority, key: str, party: str, number: int
) -> HttpResponseBase:
    """Take a person out of a delegation, who left on a day or never came."""
    _person(key, party, number)
    if request.method == "POST":
        reason = " ".join(request.POST.get("reason", "").split())[:300]
        last = by.on if request.POST.get("left") else None
        acts.withdraw_delegate(number, by=by, last=last, reason=reason)
        messages.success(request, _("The delegate is withdrawn."))
    return HttpResponseRedirect(_address(key, party))


@serving
def account(
    request: HttpRequest, by: Authority, key: str, party: str, number: int
) -> HttpResponseBase:
    """Give a delegate an account, or part them from it. The link of an invitation is shown once."""
    person = _person(key, party, number)
    if request.method != "POST":
        return HttpResponseRedirect(_address(key, party))
    if request.POST.get("do") == "part":
        speaking_for.part_account(number, by=by)
        return HttpResponseRedirect(_address(key, party))
    chosen = request.POST.get("language", "ar")
    user, link = speaking_for.give_account(
        number, base_url=request.build_absolute_uri("/"), by=by,
        language=chosen if chosen in LANGS else "ar",
    )  # fmt: skip
    if not link:
        said = _("The account of %(email)s speaks for the delegate.")
        messages.success(request, said % {"email": user.email})
        return HttpResponseRedirect(_address(key, party))
    context = {
        "this": served(key, on=by.on), "person": person, "link": link,
        "row": delegation_of(key, party, on=by.on, lang=language()), "account": user,
    }  # fmt: skip
    return render(request, "conferences/delegate_invited.html", context)


@serving
def photo(
    request: HttpRequest, by: Authority, key: str, party: str, number: int
) -> HttpResponseBase:
    """The photograph of a delegate."""
    person = _person(key, party, number)
    if not person.photo:
        raise Refusal("file.unknown", digest="")
    data = files.read(person.photo)
    return HttpResponse(data, content_type=kind_of(data))


def _address(key: str, party: str) -> str:
    return reverse("conference:delegation", kwargs={"key": key, "party": party})


_OF = "<str:key>/delegations/of/<str:party>/"

urlpatterns: list[URLPattern] = [
    path(f"{_OF}new/", adding, name="add-delegate"),
    path(f"{_OF}<int:number>/", changing, name="delegate"),
    path(f"{_OF}<int:number>/withdraw/", withdrawing, name="withdraw-delegate"),
    path(f"{_OF}<int:number>/account/", account, name="delegate-account"),
    path(f"{_OF}<int:number>/photo/", photo, name="delegate-photo"),
]
