"""A new draft: from nothing, from pasted text, from files, or as a new copy of an earlier text."""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts
from amana.texts.acts.writing import require
from amana.texts.drafting import draft
from amana.texts.models import DraftBlock, DraftRecord, Series
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.drafting.intake import read, texts_of_file
from amana.texts.pages.drafting.labels import BLOCKS, DISTRIBUTIONS, DRAFTED, SENSITIVITIES
from amana.texts.pages.drafting.symbols import reserved
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_draft
from amana.texts.readers import read_readers
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Block, flatten
from amana.texts.standing_text import text_on

__all__ = ["About", "New", "urlpatterns"]


class About(forms.Form):
    """What is known of a draft: its title, symbol and readers."""

    title_ar = forms.CharField(required=False, max_length=500)
    title_en = forms.CharField(required=False, max_length=500)
    title_fr = forms.CharField(required=False, max_length=500)
    symbol = forms.CharField(required=False, max_length=120)
    distribution = forms.ChoiceField(choices=DISTRIBUTIONS.items(), initial="limited")
    sensitivity = forms.ChoiceField(choices=SENSITIVITIES.items(), initial="open")
    readers = forms.CharField(required=False, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for lang in LANGS:
            field = self.fields[f"title_{lang}"]
            field.label = _("Title in %(language)s") % {"language": LANGUAGES[lang]}
            field.widget.attrs |= {"lang": lang, "dir": "rtl" if lang == "ar" else "ltr"}
        labels = {
            "symbol": _("Symbol"), "distribution": _("Distribution"),
            "sensitivity": _("Sensitivity"), "readers": _("Readers of a restricted text"),
        }  # fmt: skip
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["readers"].help_text = _(
            "Offices and bodies by the last word of the address of their page, with spaces between."
            " For an office: secretary-general; for everybody in a body: body:cfm."
        )
        for name in ("symbol", "readers"):
            self.fields[name].widget.attrs["dir"] = "ltr"

    def clean_readers(self) -> list[str]:
        """Keys that name somebody."""
        try:
            return read_readers(str(self.cleaned_data["readers"]))
        except Refusal as why:
            raise forms.ValidationError(why.sentence(language())) from None

    def values(self) -> dict[str, Any]:
        """What the acts take."""
        said = self.cleaned_data
        return {
            "title": Words.of({lang: said[f"title_{lang}"] for lang in LANGS}),
            "symbol": said["symbol"], "distribution": said["distribution"],
            "sensitivity": said["sensitivity"],
            "readers": said["readers"],
        }  # fmt: skip


class New(About):
    """A draft that is begun."""

    kind = forms.ChoiceField(choices=DRAFTED.items())
    master = forms.ChoiceField(choices=LANGUAGES.items())
    languages = forms.MultipleChoiceField(
        choices=LANGUAGES.items(), widget=forms.CheckboxSelectMultiple, initial=list(LANGS)
    )
    office = forms.ChoiceField(required=False)

    field_order = ("kind", "title_ar", "title_en", "title_fr", "master", "languages", "office")

    def __init__(self, by: Authority, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "kind": _("Kind of text"), "master": _("Drafted in"),
            "languages": _("Languages of the text"), "office": _("In the office of"),
        }  # fmt: skip
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["master"].initial = language()
        may = [held for held in by.offices if power_to_draft(by, held.body)]
        bodies = {held.body: held.title.text(language()) for held in may}
        self.fields["office"].choices = list(bodies.items())  # type: ignore[attr-defined]
        if len(bodies) < 2:
            del self.fields["office"]

    def values(self) -> dict[str, Any]:
        """What the act that opens a draft takes."""
        said = self.cleaned_data
        return super().values() | {
            "kind": said["kind"], "master": said["master"], "languages": said["languages"],
            "office": said.get("office", ""),
        }  # fmt: skip


@signed_in
def new(request: HttpRequest, by: Authority) -> HttpResponse:
    """The form; the review of what was read; the draft once it is confirmed."""
    require(power_to_draft(by), by, "draft")
    if request.method != "POST":
        return _page(request, New(by, initial=_initial(request, by)), _copied(request, by), 200)
    form = New(by, request.POST)
    texts, said = _texts(request)
    copied = request.POST.get("copy", "")
    if not form.is_valid():
        return _page(request, form, copied, 422, texts)
    given = form.values()
    blocks, doubts = read(texts)
    if request.POST.get("step") == "review" and (blocks or said):
        return _review(request, form, texts, said, blocks, doubts)
    if copied and not blocks:
        blocks = list(_blocks_of(copied, by))
    given["title"] = given["title"] or _title(blocks)
    if not given["title"]:
        form.add_error("title_en", _("Give the text a title, in one language at least."))
        return _page(request, form, copied, 422, texts)
    try:
        key = _opened(request, given, blocks or list(_empty(given["title"])), by)
    except Refusal as why:
        if why.code != "release.not-yourself":
            raise
        form.add_error("readers", why.sentence(language()))
        return _page(request, form, copied, 422, texts)
    _keep_states(key, copied, by)
    return HttpResponseRedirect(reverse("drafting:edit", kwargs={"key": key}))


def _opened(
    request: HttpRequest, given: dict[str, Any], blocks: Sequence[Block], by: Authority
) -> str:
    """Open the draft; the same form sent twice opens one."""
    token = f"new:{request.POST.get('token', '')}"
    done: dict[str, str] = request.session.get("drafting", {})
    if token not in done:
        done[token] = drafts.open_draft(by=by, blocks=blocks, **given).draft.key
        request.session["drafting"] = dict([*done.items()][-40:])
    return done[token]


def _page(
    request: HttpRequest, form: New, copied: str, status: int, texts: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "token": request.POST.get("token") or uuid.uuid4().hex, "form": form, "copied": copied,
        "texts": texts or {}, "language_names": LANGUAGES, "LANGS": LANGS,
    }  # fmt: skip
    return render(request, "texts/drafts/new.html", context, status=status)


def _review(
    request: HttpRequest, form: New, texts: dict[str, str], said: list[str],
    blocks: Sequence[Block], doubts: Sequence[Any],
) -> HttpResponse:  # fmt: skip
    """Every block with its kind and number, each doubt with its line: nothing is written yet."""
    lang = language()
    context = {
        "token": request.POST.get("token", ""), "copied": request.POST.get("copy", ""),
        "form": form, "texts": texts, "said": said, "blocks": blocks, "BLOCKS": BLOCKS,
        "doubts": [(LANGUAGES.get(of, ""), doubt.line, doubt.sentence(lang))
                   for of, doubt in doubts],
        "given": [each for each in LANGS if texts.get(each, "").strip()],
        "language_names": LANGUAGES,
    }  # fmt: skip
    return render(request, "texts/drafts/review.html", context)


def _texts(request: HttpRequest) -> tuple[dict[str, str], list[str]]:
    """What was pasted in each language, or what a file of that language says."""
    texts = {lang: request.POST.get(f"text_{lang}", "") for lang in LANGS}
    said: list[str] = []
    for lang in LANGS:
        if upload := request.FILES.get(f"file_{lang}"):
            found, doubts = texts_of_file(upload, lang)
            texts |= {each: text for each, text in found.items() if each == lang or not texts[each]}
            said += [f"{upload.name}: {doubt.sentence(language())}" for doubt in doubts]
    return texts, said


def _title(blocks: Sequence[Block]) -> Words:
    return next((block.text for block in blocks if block.kind is Kind.TITLE), Words())


def _empty(title: Words) -> Iterator[Block]:
    yield Block(Kind.TITLE, title)


def _initial(request: HttpRequest, by: Authority) -> dict[str, Any]:
    """What a copy takes over from its model."""
    key = _copied(request, by)
    if not key:
        return {}
    if key.startswith("draft-"):
        record = draft(key, by=by).record
        title, kind, langs, master = (
            record.title, record.draft.kind, record.languages, record.master,
        )  # fmt: skip
    else:
        of = text_on(key, on=None, by=by).record
        title, kind, langs, master = of.title, of.work.kind, of.languages, of.title_lang
    known = [lang for lang in langs if lang in LANGS] or list(LANGS)
    return {
        **{f"title_{lang}": text for lang, text in title}, "kind": kind, "languages": known,
        "master": master if master in known else known[0],
    }  # fmt: skip


def _copied(request: HttpRequest, by: Authority) -> str:
    key = request.GET.get("copy", "").strip()
    if key:
        list(_blocks_of(key, by))  # refused if unknown to this reader
    return key


def _blocks_of(key: str, by: Authority) -> Iterator[Block]:
    """The blocks of a draft, or of a text as it stands on the day of the act."""
    if key.startswith("draft-"):
        yield from draft(key, by=by).blocks
        return
    text = text_on(key, on=by.on, by=by)
    yield from (block for block in flatten(text.units) if block.text or block.heading)


def _keep_states(key: str, copied: str, by: Authority) -> None:
    """Unchanged paragraphs keep how far their translations were."""
    if not copied:
        return
    states = _states_of(copied, by)
    new = draft(key, by=by)
    wanted: dict[tuple[str, str], list[str]] = {}
    for row in new.rows:
        for lang, state in states.get(row.text, {}).items():
            if getattr(row.text, lang) and row.states.get(lang) != state:
                wanted.setdefault((lang, state), []).append(row.block)
    for (lang, state), blocks in wanted.items():
        drafts.set_state(key, lang, state, by=by, blocks=blocks)


def _states_of(key: str, by: Authority) -> dict[Words, dict[str, str]]:
    """States by the words: of a draft its own; the languages of a text given out are ready."""
    of_draft = DraftRecord.objects.known().filter(work__key=key).values_list("draft", flat=True)
    rows = DraftBlock.objects.known().filter(draft__in=of_draft)
    if key.startswith("draft-"):
        rows = DraftBlock.objects.known().filter(draft__key=key)
    if states := {row.text: row.states for row in rows if row.text}:
        return states
    text = text_on(key, on=by.on, by=by)
    return {
        block.text: dict.fromkeys(text.released, "ready")
        for block in flatten(text.units)
        if block.text
    }


@signed_in
def describe(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Title, symbol, readers; or its end without being tabled."""
    record = draft(key, by=by).record
    require(power_to_draft(by, record.office), by, "draft")
    if request.method == "POST" and request.POST.get("do") == "withdraw":
        reason = request.POST.get("reason", "").strip()
        if not reason:
            raise Refusal("draft.no-reason")
        drafts.withdraw_draft(key, by=by, reason=reason)
        return HttpResponseRedirect(reverse("drafting:list"))
    initial = {
        **{f"title_{lang}": text for lang, text in record.title}, "symbol": record.symbol,
        "distribution": record.distribution, "sensitivity": record.sensitivity,
        "readers": " ".join(record.readers),
    }  # fmt: skip
    form = About(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            drafts.describe_draft(key, by=by, **form.values())
            return HttpResponseRedirect(reverse("drafting:edit", kwargs={"key": key}))
        except Refusal as why:
            if why.code != "release.not-yourself":
                raise
            form.add_error("readers", why.sentence(language()))
    context = {
        "form": form, "key": key, "record": record, "reserved": reserved(key),
        "series": list(Series.objects.order_by("key")),
    }  # fmt: skip
    return render(
        request, "texts/drafts/describe.html", context, status=422 if form.is_bound else 200
    )


urlpatterns: list[URLPattern] = [
    path("drafts/new/", new, name="new"),
    path("drafts/<str:key>/describe/", describe, name="describe"),
]
