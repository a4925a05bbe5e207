"""One item of an agenda at the desk, its documents, and one document."""

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
from django.utils.translation import gettext_lazy

from amana.conferences.acts import agenda as agenda_acts
from amana.conferences.acts import documents as acts
from amana.conferences.agendas import DocumentRow, ItemRow, item
from amana.conferences.clusters import clusters_by_key
from amana.conferences.dues import Due, deadlines_for, due_day, opens_on, standing_of_document
from amana.conferences.lookups import SessionRow, session
from amana.conferences.models import ItemRecord, Recommendation
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.agenda import party_choices
from amana.conferences.pages.asking import Asking, attempt, cited, day_field, three_of
from amana.conferences.pages.before_words import (
    FATES,
    ORIGINS_OF_ITEMS,
    RECOMMENDED,
    ROLES,
    STAGES,
    TONES,
    due_said,
)
from amana.conferences.rules.forecast import pages
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.drafting import draft as draft_view
from amana.texts.drafting import drafts
from amana.texts.models import Milestone, Series
from amana.texts.pages.drafting.labels import DISTRIBUTIONS
from amana.texts.pages.labels import LANGUAGES
from amana.texts.rules.tree import flatten
from amana.texts.standing_text import text_on
from amana.texts.symbols import explain, parse

__all__ = ["Told", "explained", "told_of", "urlpatterns"]

_SHOWN_DRAFTS = 100


class About(Asking):
    """What an item is about, and who asked for it."""

    THREE = {
        "title": (gettext_lazy("Title"), False),
        "explanation": (gettext_lazy("Explanatory note"), True),
    }  # fmt: skip
    field_order = ("title", "asked_by", "basis", "explanation")

    asked_by = forms.ChoiceField(label=gettext_lazy("Asked for by"), required=False)
    basis = forms.CharField(
        label=gettext_lazy("Rests on"), required=False, max_length=400,
        widget=forms.TextInput({"dir": "ltr"}),
        help_text=gettext_lazy("Addresses of provisions, with spaces between: charter-2008#art_10"),
    )  # fmt: skip

    def __init__(self, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_by"].choices = [  # type: ignore[attr-defined]
            ("", _("nobody: proposed by the Secretariat")), *party_choices(on),
        ]  # fmt: skip


class Slot(Asking):
    """A document to be slotted: what it is, its symbol or its text, its languages and length."""

    THREE = {"title": (gettext_lazy("Title"), False)}
    field_order = (
        "role", "title", "series", "cluster", "draft", "languages", "words_count", "due",
        "distribution",
    )  # fmt: skip

    role = forms.ChoiceField(label=gettext_lazy("Kind of document"), choices=list(ROLES.items()))
    series = forms.ChoiceField(label=gettext_lazy("Reserve the next symbol of"), required=False)
    cluster = forms.ChoiceField(label=gettext_lazy("Subject"), required=False)
    draft = forms.ChoiceField(label=gettext_lazy("Draft"), required=False)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), choices=list(LANGUAGES.items()), initial=list(LANGS),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    words_count = forms.IntegerField(
        label=gettext_lazy("Words, as far as they are known"), required=False, min_value=0,
        max_value=1_000_000,
    )  # fmt: skip
    due = day_field(label=gettext_lazy("Due on another day than the deadline"), required=False)
    distribution = forms.ChoiceField(
        label=gettext_lazy("Who sees the symbol before its text"), initial="limited",
        choices=[(key, DISTRIBUTIONS[key]) for key in ("limited", "general")],
    )  # fmt: skip

    def __init__(self, body: str, by: Authority, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lang = language()
        series = Series.objects.filter(body=body).order_by("key")
        choose = {
            "series": [("", _("none")), *((row.key, row.names.text(lang)) for row in series)],
            "cluster": [("", "—"), *clusters_by_key(lang)],
            "draft": [("", _("none yet")), *((row.draft.key, row.title.text(lang))
                                             for row in drafts(by)[:_SHOWN_DRAFTS])],
        }  # fmt: skip
        for name, choices in choose.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the act takes."""
        plain = ("series", "cluster", "draft", "languages", "due", "distribution")
        said = {name: self.cleaned_data[name] for name in plain}
        return said | {"words": self.cleaned_data["words_count"] or 0}


class Ending(forms.Form):
    """How an item ended."""

    fate = forms.ChoiceField(
        label=gettext_lazy("How it ended"), choices=[(key, said[0]) for key, said in FATES.items()]
    )
    decision = forms.CharField(
        label=gettext_lazy("Address of the decision"), required=False, max_length=240,
        widget=forms.TextInput({"dir": "ltr"}),
    )  # fmt: skip


class Told:
    """A document with when it is due, how it stands, and how many pages it will make."""

    def __init__(self, of: DocumentRow, dues: list[Due], on: date) -> None:
        self.of, self.row = of, of.row
        self.due, self.rule = due_day(of.row, dues)
        self.standing = standing_of_document(of.row, self.due, on=on)
        self.said = due_said(self.standing) if self.standing else ""
        self.tone = TONES[self.standing.state] if self.standing else "plain"
        self.pages = pages(of.row.words, of.row.languages)

    @property
    def number(self) -> str:
        """The number of the document on its item, as in its address."""
        return self.of.key.rpartition("-")[2]


def explained(symbol: str) -> list[tuple[str, str]]:
    """What each part of a symbol means, in the reader's language."""
    parts = explain(parse(symbol), language())
    return [(value, meaning) for _name, value, meaning in parts if meaning]


def told_of(rows: list[ItemRow], this: SessionRow, on: date) -> list[tuple[ItemRow, Told]]:
    """Every document of an agenda with its due day: three queries."""
    dues = deadlines_for(this.row.session, opens_on(this.row), on=on)
    return [(row, Told(each, dues, on)) for row in rows for each in row.documents]


@serving
def item_page(request: HttpRequest, by: Authority, key: str, number: int) -> HttpResponse:
    """What is known of an item; its documents, and a slot for another; how it ends."""
    this = session(key, on=by.on, planned=True).this
    found = item(key, number, eyes=by, serving=True)
    do = request.POST.get("do", "")
    row = found.row
    first = three_of("title", row.title) | three_of("explanation", row.explanation)
    first |= {"asked_by": row.asked_by, "basis": " ".join(row.basis)}
    bound: dict[str, Any] = {name: request.POST if do == name else None
                             for name in ("describe", "slot", "end")}  # fmt: skip
    about = About(by.on, bound["describe"], initial=first)
    slot = Slot(this.body_key, by, bound["slot"])
    ending = Ending(bound["end"])
    acting: dict[str, Callable[[], Any]] = {
        "describe": lambda: _described(about, found, by),
        "slot": lambda: _slotted(request, slot, found, by),
        "end": lambda: attempt(ending, lambda: agenda_acts.conclude_item(
            found.key, ending.cleaned_data["fate"], by=by,
            decision=ending.cleaned_data["decision"],
        )),
        "leave": lambda: agenda_acts.leave_out(
            found.key, by=by, reason=request.POST.get("reason", ""),
            later=request.POST.get("later") == "yes",
        ),
    }  # fmt: skip
    if do in acting and acting[do]():
        address = reverse("conference:item", kwargs={"key": key, "number": number})
        return HttpResponseRedirect(address)
    context = {
        "this": this, "item": found, "about": about, "slot": slot, "ending": ending,
        "told": [told for _row, told in told_of([found], this, by.on)],
        "ORIGINS": ORIGINS_OF_ITEMS, "STAGES": STAGES, "FATES": FATES, "ROLES": ROLES,
        "RECOMMENDED": RECOMMENDED, "language_names": LANGUAGES,
        "cited": cited(row.basis, by.on), "explained": explained,
        "recommended": Recommendation.objects.known().filter(item=row.item).first(),
        "adopted": row.stage == ItemRecord.Stage.ADOPTED, "open_form": do,
    }  # fmt: skip
    return render(request, "conferences/item.html", context, status=422 if do else 200)


def _described(form: About, found: ItemRow, by: Authority) -> Any:
    def act() -> ItemRecord:
        return agenda_acts.describe_item(
            found.key, by=by, title=form.words("title"), explanation=form.words("explanation"),
            asked_by=form.cleaned_data["asked_by"], basis=form.cleaned_data["basis"].split(),
        )  # fmt: skip

    return attempt(form, act)


def _slotted(request: HttpRequest, form: Slot, found: ItemRow, by: Authority) -> Any:
    made = attempt(form, lambda: acts.slot(
        found.key, form.cleaned_data["role"], form.words("title"), by=by, **form.values()
    ))  # fmt: skip
    if made and made.symbol:
        messages.success(request, _("Reserved: %(symbol)s.") % {"symbol": made.symbol})
    return made


@serving
def document_page(
    request: HttpRequest, by: Authority, key: str, number: int, document: str
) -> HttpResponse:
    """One document: what was considered, as it was; submitted, pinned, attached, taken off."""
    this = session(key, on=by.on, planned=True).this
    found = item(key, number, eyes=by, serving=True)
    told = next(
        (told for _row, told in told_of([found], this, by.on) if told.number == document), None
    )
    if told is None:
        raise Refusal("agenda.no-such-document")
    if request.method == "POST":
        back = _changed(request, told, by)
        where = {"key": key, "number": number}
        route = "conference:item" if back else "conference:document"
        address = reverse(route, kwargs=where if back else {**where, "document": document})
        return HttpResponseRedirect(address)
    context = {
        "this": this, "item": found, "told": told, "ROLES": ROLES, "language_names": LANGUAGES,
        "text": _considered(told, by), "today": by.on,
        "milestones": list(
            Milestone.objects.known().filter(draft=told.row.draft_id).order_by("number")
        ) if told.row.draft_id else [],
        "drafts": [(row.draft.key, row.title) for row in drafts(by)[:_SHOWN_DRAFTS]],
    }  # fmt: skip
    return render(request, "conferences/item_document.html", context)


def _changed(request: HttpRequest, told: Told, by: Authority) -> bool:
    """Do what was asked of a document; whether it is no longer on the item."""
    key, said = told.of.key, request.POST
    do = said.get("do", "")
    if do == "submit":
        acts.submit(key, date.fromisoformat(said.get("day") or by.on.isoformat()), by=by)
    elif do == "pin":
        version = said.get("milestone", "")
        acts.pin(key, by=by, milestone=int(version) if version.isdigit() else None)
    elif do == "attach":
        acts.attach(key, by=by, draft=said.get("draft", ""))
    elif do == "withdraw":
        acts.withdraw(key, by=by, reason=said.get("reason", ""))
        return True
    return False


def _considered(told: Told, by: Authority) -> list[Any]:
    """The words that were on the table, or those of now: blocks with a text."""
    row = told.row
    if told.of.draft:
        view = draft_view(told.of.draft, by=by, at=row.pinned)
        return [block for block in view.blocks if block.text or block.heading]
    if told.of.work:
        text = text_on(told.of.work, on=row.day or by.on, by=by)
        return [block for block in flatten(text.units) if block.text or block.heading]
    return []


urlpatterns: list[URLPattern] = [
    path("<str:key>/items/<int:number>/", item_page, name="item"),
    path("<str:key>/items/<int:number>/documents/<str:document>/", document_page, name="document"),
]
