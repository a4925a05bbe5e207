"""Recommendations of bodies and of the Secretariat: where each travels, and how it ended."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.acts import recommendations as acts
from amana.conferences.models import Recommendation
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.asking import Asking, attempt, body_choices
from amana.conferences.pages.before_words import RECOMMENDED
from amana.kernel.authority import Authority
from amana.texts.drafting import drafts

__all__ = ["urlpatterns"]

_ON_A_PAGE = 50
_SHOWN_DRAFTS = 100


class New(Asking):
    """Who recommends what to whom."""

    THREE = {
        "title": (gettext_lazy("Title"), False), "text": (gettext_lazy("Recommendation"), True),
    }  # fmt: skip
    field_order = ("made_by", "made_to", "title", "text", "draft", "basis")

    made_by = forms.ChoiceField(label=gettext_lazy("Recommended by"))
    made_to = forms.ChoiceField(label=gettext_lazy("To"))
    draft = forms.ChoiceField(label=gettext_lazy("Draft"), required=False)
    basis = forms.CharField(
        label=gettext_lazy("Rests on"), required=False, max_length=400,
        widget=forms.TextInput({"dir": "ltr"}),
        help_text=gettext_lazy("Addresses of provisions, with spaces between: charter-2008#art_10"),
    )  # fmt: skip

    def __init__(self, by: Authority, named: list[tuple[str, str]], *args: Any) -> None:
        super().__init__(*args)
        lang = language()
        texts = [(row.draft.key, row.title.text(lang)) for row in drafts(by)[:_SHOWN_DRAFTS]]
        for name, choices in {
            "made_by": named, "made_to": named, "draft": [("", _("none yet")), *texts],
        }.items():  # fmt: skip
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class Filters(forms.Form):
    """To whom, and how they ended."""

    made_to = forms.ChoiceField(label=gettext_lazy("To"), required=False)
    fate = forms.ChoiceField(label=gettext_lazy("How it ended"), required=False)

    def __init__(self, named: list[tuple[str, str]], data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        fates = [(key, said[0]) for key, said in RECOMMENDED.items()]
        self.fields["made_to"].choices = [("", _("All")), *named]  # type: ignore[attr-defined]
        self.fields["fate"].choices = [("", _("All")), *fates]  # type: ignore[attr-defined]


@serving
def recommendations(request: HttpRequest, by: Authority) -> HttpResponse:
    """Every recommendation, the latest first; a new one; the end of one without an item."""
    named = body_choices(by.on)
    do = request.POST.get("do", "")
    form = New(by, named, request.POST if do == "add" else None)
    if (do == "add" and _added(form, by)) or (do == "end" and _ended(request, by)):
        messages.success(request, _("It is on record."))
        return HttpResponseRedirect(reverse("conference:recommendations"))
    filters = Filters(named, request.GET)
    page = Paginator(_rows(filters), _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "form": form, "filters": filters, "RECOMMENDED": RECOMMENDED,
        "called": dict(named),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "conferences/recommendations.html", context, status=status)


def _rows(filters: Filters) -> Any:
    rows = Recommendation.objects.known().select_related("made_by", "made_to", "item__session")
    if filters.is_valid():
        if to := filters.cleaned_data["made_to"]:
            rows = rows.filter(made_to__key=to)
        if fate := filters.cleaned_data["fate"]:
            rows = rows.filter(fate=fate)
    return rows.order_by("-pk")


def _added(form: New, by: Authority) -> Any:
    def act() -> Recommendation:
        said = form.cleaned_data
        return acts.recommend(
            said["made_by"], said["made_to"], form.words("title"), by=by, text=form.words("text"),
            draft=said["draft"], basis=said["basis"].split(),
        )  # fmt: skip

    return attempt(form, act)


def _ended(request: HttpRequest, by: Authority) -> Recommendation:
    said = request.POST
    return acts.conclude(
        said.get("key", ""), said.get("fate", ""), by=by, decision=said.get("decision", "")[:240]
    )


urlpatterns: list[URLPattern] = [
    path("recommendations/", recommendations, name="recommendations"),
]
