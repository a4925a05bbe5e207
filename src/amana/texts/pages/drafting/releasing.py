"""The release gate: languages and states at a glance, who may read, and all at one second."""

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts, releases, tabling
from amana.texts.models import DraftRecord, Release, WorkRecord
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.drafting.labels import DISTRIBUTIONS, SENSITIVITIES
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_draft, power_to_release
from amana.texts.readers import read_readers
from amana.texts.readiness import Readiness, readiness

__all__ = ["urlpatterns"]


class Readers(forms.Form):
    """How far a document goes."""

    distribution = forms.ChoiceField(choices=DISTRIBUTIONS.items())
    sensitivity = forms.ChoiceField(choices=SENSITIVITIES.items())
    readers = forms.CharField(required=False, max_length=1000)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["distribution"].label = _("Distribution")
        self.fields["sensitivity"].label = _("Sensitivity")
        self.fields["readers"].label = _("Readers of a restricted text")
        self.fields["readers"].widget.attrs["dir"] = "ltr"
        self.fields["readers"].help_text = _(
            "Offices and bodies by the last word of the address of their page, with spaces between."
            " For an office: secretary-general; for everybody in a body: body:cfm."
        )


@signed_in
def release(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Show how far each language is; release what was asked, or say why not."""
    found = WorkRecord.objects.seen_by(by).select_related("work").filter(work__key=key).first()
    if found is None or not (power_to_release(by) or power_to_draft(by)):
        raise Refusal("work.unknown", key=key)
    record, refusal = found, None
    if request.method == "POST":
        try:
            act = _ACTS.get(request.POST.get("do", ""), _release)
            messages.success(request, act(request, by, key))
            return HttpResponseRedirect(reverse("drafting:release", kwargs={"key": key}))
        except Refusal as why:
            if why.code == "text.no-power":
                raise
            refusal = why
    return _page(request, by, record, refusal)


def _release(request: HttpRequest, by: Authority, key: str) -> str:
    languages = [lang for lang in LANGS if lang in request.POST.getlist("languages")]
    if not languages:
        raise Refusal("release.nothing-chosen")
    reason = {lang: request.POST.get(f"reason_{lang}", "") for lang in LANGS}
    made = releases.release(key, by=by, languages=languages, reason=Words.of(reason))
    names = [str(LANGUAGES[lang]) for lang in made.languages]
    said = _("Released at one second: %(languages)s.") % {
        "languages": ("، " if language() == "ar" else ", ").join(names)
    }
    if WorkRecord.objects.known().filter(work__key=key).exists():
        return said
    return f"{said} " + _("The public still cannot see it: its readers are limited.")


def _readers(request: HttpRequest, by: Authority, key: str) -> str:
    form = Readers(request.POST)
    if not form.is_valid():
        raise Refusal("release.readers")
    said = form.cleaned_data
    tabling.set_distribution(
        key, by=by, distribution=said["distribution"], sensitivity=said["sensitivity"],
        readers=read_readers(said["readers"]),
    )  # fmt: skip
    return _("It is on record who may read this text.")


def _declared(request: HttpRequest, by: Authority, key: str) -> str:
    """Every paragraph of one language is declared ready: that is no release yet."""
    lang = request.POST.get("lang", "")
    draft = DraftRecord.objects.known().filter(work__key=key).values_list("draft__key", flat=True)
    if lang not in LANGS or not draft:
        raise Refusal("release.nothing-chosen")
    drafts.set_state(draft[0], lang, "ready", by=by)
    return _("Declared ready: %(language)s.") % {"language": LANGUAGES[lang]}


_ACTS = {"readers": _readers, "ready": _declared}


def _page(
    request: HttpRequest, by: Authority, record: WorkRecord, refusal: Refusal | None
) -> HttpResponse:
    given = list(Release.objects.known().filter(work=record.work).order_by("at"))
    out = {lang for each in given for lang in each.languages}
    acts = Act.objects.in_bulk([each.act_id for each in given])
    states = readiness(record.work, [lang for lang in record.languages if lang in LANGS])
    left = [state for state in states if state.lang not in out]
    draft = DraftRecord.objects.known().select_related("draft").filter(work=record.work).first()
    context = {
        "stands_under": "drafting:list", "key": record.work.key,
        "record": record, "states": states, "out": out,
        "history": [(each, acts[each.act_id]) for each in reversed(given)],
        "left": left, "chosen": _chosen(request, left, refusal),
        "is_partial": refusal is not None
        and refusal.code in ("release.not-ready", "release.parity")
        and any(state.is_ready for state in left),
        "reasons": sorted(LANGS, key=lambda lang: lang != language()),
        "draft": draft.draft.key if draft else "", "master": draft.master if draft else "",
        "may_declare": bool(draft and power_to_draft(by, draft.office)),
        "may": bool(power_to_release(by)), "language_names": LANGUAGES,
        "refusal": refusal.what(language()) if refusal else "",
        "remedy": refusal.remedy(language()) if refusal else "",
        "typed": request.POST, "DISTRIBUTIONS": DISTRIBUTIONS, "SENSITIVITIES": SENSITIVITIES,
        "form": Readers(initial={
            "distribution": record.distribution, "sensitivity": record.sensitivity,
            "readers": " ".join(record.readers),
        }),
    }  # fmt: skip
    return render(request, "texts/drafts/release.html", context, status=422 if refusal else 200)


def _chosen(request: HttpRequest, left: Sequence[Readiness], refusal: Refusal | None) -> list[str]:
    """The languages that are ticked: all; after a refusal those that can go, else what was sent."""
    ready = [state.lang for state in left if state.is_ready]
    if refusal and refusal.code == "release.not-ready" and ready:
        return ready
    sent = request.POST.getlist("languages")
    return sent or [state.lang for state in left]


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/release/", release, name="release"),
]
