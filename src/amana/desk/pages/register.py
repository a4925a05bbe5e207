"""The register of acts: the list with its filters, one act with its proof."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from amana.desk.access import for_officers, language
from amana.desk.forms.fields import DayField
from amana.desk.labels import actor_label, field_label, subject_label, verb_label
from amana.desk.lookups import register as lookups
from amana.desk.lookups.directory import Directory
from amana.desk.rehearsal import steps_of, told_by_register
from amana.desk.subjects import learn, subject
from amana.desk.telling import Told, tell, tell_all
from amana.ground import register as chain
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.marks import Mark
from amana.kernel.order import sort_key
from amana.kernel.words import Words
from amana.organisation.authority import ADMINISTRATOR_OF_SYSTEM
from amana.organisation.permissions import ADMINISTRATOR
from amana.texts.api import citations
from amana.web.export import asked_format, export_response
from amana.web.formats import counted
from amana.web.tables import Column

__all__ = ["urlpatterns"]

PART = 2000
VERIFIER = settings.ROOT / "docs" / "verify_register.py"


class Search(forms.Form):
    """Which acts are shown."""

    actor = forms.ChoiceField(required=False)
    verb = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False)
    subject = forms.CharField(required=False, max_length=200)
    since = DayField(required=False)
    until = DayField(required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="search-%s")
        labels = {
            "actor": _("Who"), "verb": _("Act"), "kind": _("About what"),
            "subject": _("Key of what it is about"),
            "since": _("From day"), "until": _("To day"),
        }  # fmt: skip
        for name, label in labels.items():
            self.fields[name].label = label
        found = lookups.present()
        everyone = {actor: str(actor_label(actor, name)) for actor, name in found.actors.items()}
        self._choose("actor", _("everyone"), everyone)
        self._choose("verb", _("every act"), _numbered(found.verbs, verb_label))
        self._choose("kind", _("everything"), _numbered(found.kinds, subject_label))

    def _choose(self, field: str, every: str, names: dict[str, str]) -> None:
        """What can be chosen; what the address asks for and is not on record finds nothing."""
        asked = self.data.get(field, "")
        if asked and asked not in names:
            label = {"verb": verb_label, "kind": subject_label}.get(field, str)
            names |= _numbered({asked: 0}, label)
        choices = sorted(names.items(), key=lambda each: sort_key(each[1], language()))
        self.fields[field].choices = [("", every), *choices]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, Any]:
        """What to look for; a day range is of whole days."""
        if not self.is_valid():
            return {}
        said = self.cleaned_data
        since, until = said["since"], said["until"]
        return {
            "actor": said["actor"], "verb": said["verb"], "kind": said["kind"],
            "subject": said["subject"],
            "since": Mark.parse(since).earliest if since else None,
            "until": Mark.parse(until).latest if until else None,
        }  # fmt: skip


def _numbered(counts: Mapping[str, int], label: Callable[[str], Any]) -> dict[str, str]:
    """Names of what was counted, each with its number: `record a seat (63)`."""
    return {
        each: f"{_text(label(each), language())} ({counted(number)})"
        for each, number in counts.items()
    }


def _text(label: Any, lang: str) -> str:
    return label.text(lang) if isinstance(label, Words) else str(label)


@for_officers
def register(request: HttpRequest, by: Authority) -> HttpResponse:
    """Every act, newest first; fifty a page; the file holds all that the filters leave."""
    form = Search(request.GET)
    found = lookups.acts(**form.wanted())
    columns = [
        Column("seq", _("No."), "number"), Column("at", _("When")), Column("who", _("Who")),
        Column("office", _("Office")), Column("act", _("Act")), Column("about", _("About")),
        Column("said", _("What it did")),
        Column("cited", _("Basis")), Column("reason", _("Reason")),
        Column("hash", _("Hash"), "symbol"),
    ]  # fmt: skip
    names = Directory(by.on)
    if asked := asked_format(request):
        whole = [
            *columns[:6], Column("subject", _("Subject as written")), columns[6],
            Column("before", _("Before")), Column("after", _("After")), *columns[7:9],
            Column("whole_hash", _("Hash"), "symbol"),
        ]  # fmt: skip
        every = _in_parts(found, names, by)
        return export_response(asked, _("Register of acts"), whole, every, lang=language())
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    rows = _rows(page.object_list, names, by)
    shown = [each for each in columns if each.key not in ("office", "hash")]
    context = {
        "form": form, "page": page, "columns": shown, "rows": rows,
        "count": page.paginator.count, "head": chain.head(), "by": by,
        "narrowed": any(form.wanted().values()), "filters": _filters(request),
    }  # fmt: skip
    return render(request, "desk/register.html", context)


def _filters(request: HttpRequest) -> dict[str, str]:
    """Where in the list the reader is, to be carried to an act and back."""
    kept = (*Search.base_fields, "page")
    return {name: request.GET[name] for name in kept if request.GET.get(name)}


def _in_parts(found: Any, names: Directory, by: Authority) -> Iterator[dict[str, Any]]:
    """Lines for a file, so many acts at a time."""
    acts = found.iterator(PART)
    while part := list(islice(acts, PART)):
        yield from _rows(part, names, by)


def _rows(acts: Iterable[Act], names: Directory, by: Authority) -> list[dict[str, Any]]:
    """Acts as lines, with provisions as people cite them: eight queries at most for all of them."""
    acts, lang = list(acts), language()
    learn(names, [act.subject for act in acts], by)
    told = [tell(step, names, lang, cite=False, done=True) for step in told_by_register(acts)]
    cited = citations(address for act in acts for address in act.basis)
    return [
        {
            "seq": act.seq, "at": act.at, "who": str(actor_label(act.actor, act.actor_name)),
            "clock": _clock(act.at),
            "office": _office(act.office, names),
            "act": verb_label(act.verb), "about": (about := subject(act.subject, names)).names,
            "where": about, "subject": act.subject, "about_kind": subject_label(about.kind),
            "said": said.sentence, "lines": () if said.step.is_new else said.lines,
            "before": _fields(said, "before", lang), "after": _fields(said, "after", lang),
            "cited": [cited[each].label.text(lang) for each in act.basis],
            "links": [(cited[each].label.text(lang), cited[each].url()) for each in act.basis],
            "authority": "" if act.basis else act.office,
            "gives": names.knows("office", act.office),
            "reason": act.reason or None, "hash": act.hash[:12], "whole_hash": act.hash,
        }
        for act, said in zip(acts, told, strict=True)
    ]  # fmt: skip


def _clock(at: datetime) -> str:
    """The time of day at the seat and how far it is from universal time: `17:05 UTC+03:00`."""
    local = timezone.localtime(at)
    return f"{local:%H:%M} UTC{local.isoformat()[-6:]}"


def _fields(told: Told, side: str, lang: str) -> list[str]:
    """The fields before or after, as lines of text: "Until: 17 November 2026"."""
    said = ((line.label, getattr(line, side)) for line in told.lines)
    return [
        _("%(field)s: %(value)s") % {"field": field, "value": _plainly(value, lang)}
        for field, value in said if value is not None
    ]  # fmt: skip


def _plainly(value: Any, lang: str) -> str:
    if isinstance(value, Words):
        return value.text(lang)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _office(key: str, names: Directory) -> Words | None:
    """The office in which somebody acted, or that it was done as administrator of the system."""
    if key == ADMINISTRATOR:
        return ADMINISTRATOR_OF_SYSTEM
    return names.name("office", key) if key else None


@for_officers
def export(request: HttpRequest, by: Authority) -> HttpResponseBase:
    """The whole register, no filter, as `amana register export` writes it."""
    return StreamingHttpResponse(
        chain.lines(),
        content_type="application/jsonl; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="register.jsonl"'},
    )


@for_officers
def verifier(request: HttpRequest, by: Authority) -> HttpResponse:
    """The program that proves that file, to be run where no part of this product is."""
    return HttpResponse(
        VERIFIER.read_bytes(),
        content_type="text/x-python; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{VERIFIER.name}"'},
    )


@for_officers
def entry(request: HttpRequest, by: Authority, number: int) -> HttpResponse:
    """One act: what it says, the fact before and after, and whether its hash holds."""
    act = lookups.entry(number)
    names = Directory(by.on)
    steps = steps_of([act])
    (row,) = _rows([act], names, by)
    fact = act.facts.get("fact") or act.facts.get("withdrawn")
    context = {
        "act": act, "row": row, "told": tell_all(steps, names, language(), done=True)[0],
        "proof": lookups.proof(act), "fact": fact, "plain": _plain(act) if not fact else [],
        "by": by, "filters": _filters(request),
    }  # fmt: skip
    return render(request, "desk/entry.html", context)


def _plain(act: Act) -> list[tuple[str, str]]:
    """What an act says that wrote no dated fact."""
    return [
        (str(field_label(name)), counted(value) if isinstance(value, int) else str(value))
        for name, value in act.facts.items()
    ]  # fmt: skip


urlpatterns = [
    path("register/", register, name="register"),
    path("register/register.jsonl", export, name="register_export"),
    path(f"register/{VERIFIER.name}", verifier, name="verifier"),
    path("register/<int:number>/", entry, name="entry"),
]
