"""A draft is tabled: what will happen is said first, then it is done."""

import re

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.texts.acts import tabling
from amana.texts.acts.guarding import check_day
from amana.texts.acts.writing import require
from amana.texts.drafting import DraftView, draft
from amana.texts.models import Work
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.drafting.labels import DISTRIBUTIONS
from amana.texts.pages.drafting.symbols import assign_reserved
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_draft
from amana.texts.rules.tree import walk
from amana.texts.symbols import parse

__all__ = ["urlpatterns"]


class Tabled(forms.Form):
    """Under which address and symbol a draft becomes a work."""

    work = forms.RegexField(r"^[a-z0-9][a-z0-9.-]*$", max_length=120)
    symbol = forms.CharField(required=False, max_length=120)
    adopted = forms.CharField(required=False, max_length=24)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        said = {
            "work": (
                _("Address of the text"),
                _("Small Latin letters, digits, hyphens and points; it never changes."),
            ),
            "symbol": (_("Symbol"), _("As it is to be printed.")),
            "adopted": (
                _("Day of adoption"),
                _("Only where the text is adopted already: year-month-day."),
            ),
        }
        for name, (label, hint) in said.items():
            self.fields[name].label, self.fields[name].help_text = label, hint
            self.fields[name].widget.attrs["dir"] = "ltr"

    def clean_work(self) -> str:
        """The address must be free."""
        key = str(self.cleaned_data["work"])
        if Work.objects.filter(key=key).exists():
            raise forms.ValidationError(_("A text has this address already: choose another."))
        return key

    def clean_adopted(self) -> str:
        """A day, a month or a year."""
        text = str(self.cleaned_data["adopted"])
        if text:
            try:
                check_day(text)
            except Refusal as why:
                raise forms.ValidationError(why.sentence(language())) from None
        return text


@signed_in
def table(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Ask for the address, say what will happen, table."""
    view = draft(key, by=by)
    require(power_to_draft(by, view.record.office), by, "table")
    if view.record.stage != "draft":
        raise Refusal("draft.frozen", stage=view.record.stage)
    posted = request.method == "POST"
    initial = {"work": _address(view), "symbol": view.record.symbol}
    form = Tabled(request.POST if posted else None, initial=initial)
    valid = posted and form.is_valid()
    if valid and request.POST.get("step") == "confirm":
        said = form.cleaned_data
        canonical = parse(said["symbol"]).canonical if said["symbol"] else ""
        tabling.table(
            key, work=said["work"], by=by, symbol=said["symbol"], canonical=canonical,
            adopted=said["adopted"],
        )  # fmt: skip
        assign_reserved(key, said["work"], canonical, by)
        messages.success(request, _("The text is tabled. Its numbers are frozen."))
        return HttpResponseRedirect(reverse("drafting:release", kwargs={"key": said["work"]}))
    context = {
        "form": form, "key": key, "view": view, "record": view.record, "previewed": valid,
        "numbers": sum(bool(unit.num) for unit, _depth in walk(view.units)),
        "DISTRIBUTIONS": DISTRIBUTIONS, "language_names": LANGUAGES,
    }  # fmt: skip
    return render(
        request, "texts/drafts/table.html", context, status=422 if posted and not valid else 200
    )


def _address(view: DraftView) -> str:
    """A free address from the symbol, from the English title, or from the kind and the year."""
    text = view.record.symbol or view.record.title.en
    slug = re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-.")[:80].strip("-.")
    slug = slug or f"{view.record.draft.kind}-{clock.today().year}"
    taken = set(Work.objects.filter(key__startswith=slug).values_list("key", flat=True))
    numbers = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (slug, *numbers) if each not in taken)


urlpatterns: list[URLPattern] = [
    path("drafts/<str:key>/table/", table, name="table"),
]
