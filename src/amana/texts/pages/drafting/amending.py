"""Amending a text from its page: choose, change, see the words and the result, then act."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts, operations
from amana.texts.acts.writing import require
from amana.texts.citations import provision
from amana.texts.drafting import drafts as drafts_seen
from amana.texts.models import DraftRecord, Node, WorkEvent, WorkRecord
from amana.texts.pages.comparing import FATES, told
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.drafting.labels import BLOCKS
from amana.texts.pages.drafting.naming import of_work, provision_alone, provision_in_sentence
from amana.texts.pages.drafting.proposing import WAYS, operation_from
from amana.texts.pages.labels import LANGUAGES
from amana.texts.pages.wording import CHANGES
from amana.texts.permissions import power_to_draft, power_to_release
from amana.texts.renditions.pdf import number_of
from amana.texts.rules.amending import amending
from amana.texts.rules.diff import Fate, compare
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Fate as Outcome
from amana.texts.rules.operations import Operation, failures, fold
from amana.texts.rules.tree import Block, Unit, find, walk
from amana.texts.standing_text import Text, text_on

__all__ = ["urlpatterns"]

NAMES = {
    "substitute": gettext_lazy("replace the whole provision"),
    "words": gettext_lazy("replace some words"),
    "before": gettext_lazy("insert before it"),
    "after": gettext_lazy("insert after it"),
    "into": gettext_lazy("add at the end of it"),
    "repeal": gettext_lazy("repeal it"),
    "renumber": gettext_lazy("give it another number"),
}
Stated = WorkEvent.objects
_DECIDING = ("resolution", "decision", "declaration", "treaty")
_MOST = 60


@signed_in
def amend(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Choose a provision and a change; then its form; then what comes of it."""
    text = text_on(key, on=by.on, by=by)
    require(power_to_release(by) or power_to_draft(by), by, "amend")
    asked = request.POST if request.method == "POST" else request.GET
    wid, way = asked.get("wid", ""), asked.get("way", "")
    target = find(text.units, wid) if wid else None
    events = list(Stated.known().filter(work=text.record.work_id).order_by("key"))
    context = {
        "stands_under": "drafting:list", "name_of": _name_of, "key": key,
        "record": text.record, "wid": wid, "way": way, "target": target,
        "names": [(each, NAMES[each]) for each in WAYS], "language_names": LANGUAGES,
        "provisions": [(unit.wid, depth, _named(unit)) for unit, depth in walk(text.units)],
        "may_record": bool(power_to_release(by)), "typed": request.POST, "LANGS": LANGS,
        "may_draft": bool(power_to_draft(by)), "BLOCKS": BLOCKS, "operations": _known(text),
        "events": events, "event_names": {each.key: each.name or each.key for each in events},
        "instruments": _instruments(text, by),
        "open": list(_open_drafts(text, by)), "CHANGES": CHANGES, "Outcome": Outcome,
        "FATES": FATES, "number_of": number_of,
    }  # fmt: skip
    if target is None or way not in WAYS:
        return render(request, "texts/drafts/amend.html", context)
    context |= {"inner": [unit for unit, _depth in walk([target])], "way_name": NAMES[way]}
    if request.method != "POST":
        return render(request, "texts/drafts/amend_form.html", context)
    return _posted(request, by, text, context)


def _posted(
    request: HttpRequest, by: Authority, text: Text, context: dict[str, Any]
) -> HttpResponse:
    """Preview, draft or record; a refusal stands above the form, which keeps what was typed."""
    try:
        operation = operation_from(request.POST, text.units, context["wid"], context["way"])
        step = request.POST.get("step", "preview")
        if step == "draft":
            return _drafted(request, by, text, operation)
        if step == "record":
            return _recorded(request, by, text, operation)
        context |= _preview(text, operation, request.POST)
    except Refusal as refusal:
        if refusal.code == "text.no-power":
            raise
        context |= {"fault": refusal.sentence(language())}
        return render(request, "texts/drafts/amend_form.html", context, status=422)
    return render(request, "texts/drafts/amend_preview.html", context)


def _name_of_event(text: Text, event: str, form: Mapping[str, str]) -> str:
    """What an event is called: as it is on record, or as it was just typed."""
    row = Stated.known().filter(work=text.record.work_id, key=event).first() if event else None
    typed = Words.of({lang: form.get(f"event_name_{lang}", "") for lang in LANGS})
    return (row.name if row and row.name else typed).text(language()) or event


def _preview(text: Text, operation: Operation, form: Mapping[str, str]) -> dict[str, Any]:
    """The amending words and the text before and after, in every language."""
    tried = replace(operation, key="new")
    if code := failures(text.original, text.operations, tried):
        raise Refusal(code, work=text.record.work.key, target=operation.target,
                      on=str(operation.on or "…"))  # fmt: skip
    on = operation.on or max([text.on or operation.on, *text.changes()])  # type: ignore[type-var]
    assert on is not None
    before = fold(text.original, text.operations, on).units
    dated = replace(tried, on=on, event="", order=1_000_000)
    after = fold(text.original, [*text.operations, dated], on).units
    return {
        "sentence": _sentence(text, operation), "operation": operation,
        "event_name": _name_of_event(text, operation.event, form),
        "results": [(lang, _changed(before, after, lang)) for lang in LANGS],
        "day_before": operation.on - timedelta(days=1) if operation.on else None,
    }  # fmt: skip


def _changed(before: Sequence[Unit], after: Sequence[Unit], lang: str) -> dict[str, object]:
    """Only the provisions that change."""
    rows = [row for row in compare(before, after, lang) if row.fate is not Fate.SAME]
    return told(rows)


def _sentence(text: Text, operation: Operation) -> Words:
    record = text.record
    said = amending(
        operation, of_work(record.short or record.title, record.work.kind), provision_in_sentence
    )
    return Words.of(
        {lang: sentence.rstrip(" ;؛.") + _END[lang] for lang, sentence in said if sentence}
    )


_END = {"ar": "؛", "en": ";", "fr": "\N{NO-BREAK SPACE};"}


def _drafted(request: HttpRequest, by: Authority, text: Text, operation: Operation) -> HttpResponse:
    """The paragraph goes into an open draft that amends this text, or into a new one."""
    _preview(text, operation, request.POST)
    block = Block(Kind.OPERATIVE, _sentence(text, operation))
    wanted = request.POST.get("into", "")
    if wanted in {record.draft.key for record in _open_drafts(text, by)}:
        drafts.fill(wanted, [block], by=by)
        key = wanted
    else:
        title = _title(text)
        record = drafts.open_draft(
            "resolution", title, by=by, amends=text.record.work,
            blocks=[Block(Kind.TITLE, title), block],
        )  # fmt: skip
        key = record.draft.key
    messages.success(request, _("The amending paragraph is in the draft."))
    return HttpResponseRedirect(reverse("drafting:edit", kwargs={"key": key}))


def _title(text: Text) -> Words:
    of = of_work(text.record.short or text.record.title, text.record.work.kind)
    return Words(
        ar=f"تعديل {of.text('ar')}", en=f"Amendment of the {of.text('en')}",
        fr=f"Amendement de {of.text('fr')}",
    )  # fmt: skip


def _recorded(
    request: HttpRequest, by: Authority, text: Text, operation: Operation
) -> HttpResponse:
    """The operation itself goes on record, by the provision that decides it."""
    instrument = _instrument(request.POST)
    decided = request.POST.get("decided", "").strip()
    key = text.record.work.key
    if operation.event and not _event_known(text, operation.event):
        operations.happened(key, operation.event, by=by, name=_event_name(request))
    operations.amend(
        key, replace(operation, instrument=instrument), by=by, decided=decided,
        source=request.POST.get("source", "").strip(),
    )  # fmt: skip
    messages.success(request, _("The change is on record."))
    return HttpResponseRedirect(reverse("drafting:amend", kwargs={"key": key}))


def _instruments(text: Text, by: Authority) -> list[WorkRecord]:
    """The texts that may decide it, the latest first: those on record with their paragraphs."""
    with_text = Exists(Node.objects.filter(work=OuterRef("work")))
    rows = WorkRecord.objects.seen_by(by).filter(with_text, work__kind__in=_DECIDING)
    rows = rows.exclude(work=text.record.work_id).select_related("work")
    return list(rows.order_by("-pk")[:_MOST])


def _instrument(form: Mapping[str, str]) -> str:
    """The provision that decides it: a text that was chosen and its paragraph, or an address."""
    if address := form.get("instrument", "").strip():
        return address
    work, number = form.get("deciding", "").strip(), form.get("paragraph", "").strip()
    western = str(int(number)) if number.isdecimal() and len(number) < 5 else number
    return f"{work}#para_{western}" if western else work


def _event_known(text: Text, event: str) -> bool:
    return Stated.known().filter(work=text.record.work_id, key=event).exists()


def _event_name(request: HttpRequest) -> Words:
    return Words.of({lang: request.POST.get(f"event_name_{lang}", "") for lang in LANGS})


def _known(text: Text) -> list[Any]:
    """The operations on record, the latest first."""
    return list(reversed(text.standing.outcomes))


def _open_drafts(text: Text, by: Authority) -> Sequence[DraftRecord]:
    own = {held.body for held in by.offices}
    rows = drafts_seen(by).filter(amends=text.record.work, stage=DraftRecord.Stage.DRAFT)
    return list(rows.filter(office__in=own))


def _name_of(wid: str) -> str:
    return provision_alone(wid, language())


def _named(unit: Unit) -> str:
    """A provision in a list: what it is called, and its heading."""
    lang = language()
    name = provision(unit.wid, lang, "" if "__" in unit.wid else unit.num)
    if not unit.num and name in (unit.wid, ""):
        name = str(BLOCKS[unit.kind])
    said = unit.heading.text(lang) or unit.text.text(lang)
    return f"{name} {said[:60]}".strip()


@signed_in
def undo(request: HttpRequest, by: Authority, key: str) -> HttpResponse:
    """Remove an operation, with a reason; or say that an event happened."""
    text_on(key, on=None, by=by)
    if request.method == "POST":
        if request.POST.get("do") == "happened":
            operations.happened(
                key, request.POST.get("event", "").strip()[:80], by=by,
                on=request.POST.get("on", "").strip(), name=_event_name(request),
            )  # fmt: skip
            messages.success(request, _("The event is on record."))
        else:
            reason = request.POST.get("reason", "").strip()
            if not reason:
                raise Refusal("draft.no-reason")
            operations.undo(key, request.POST.get("operation", ""), by=by, reason=reason)
            messages.success(
                request, _("The change is undone: the text is what it was without it.")
            )
    return HttpResponseRedirect(reverse("drafting:amend", kwargs={"key": key}))


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/amend/", amend, name="amend"),
    path("texts/<str:key>/amend/done/", undo, name="undo"),
]
