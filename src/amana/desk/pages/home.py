"""The desk: who I am, what I may do, and first of all what needs attention."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from amana.desk.access import language, may_read_register, signed_in
from amana.desk.forms.catalogue import act_of, title_of
from amana.desk.labels import LISTED, field_label, model_label
from amana.desk.lookups.attention import LISTS, Item, attention
from amana.desk.lookups.directory import Directory
from amana.desk.lookups.powers import own_bodies, posts_of
from amana.desk.pages.jobs import may_run
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.organisation.permissions import HEAD
from amana.texts.api import attach
from amana.web.export import asked_format, export_response
from amana.web.sections import sections
from amana.web.tables import Column

__all__ = ["urlpatterns"]

FIRST = 5
# By which acts a line of a list can be settled.
SETTLING = {
    "overdue": ("term.elect", "term.extend", "term.end"),
    "ending": ("term.elect", "term.extend"),
    "ended": ("term.elect", "term.appoint"),
    "vacant": ("term.appoint", "term.elect"),
    "unsettled": ("attestation.add",),
    "disputed": ("record.correct", "question.open"),
    "unsure": ("record.correct",),
    "unsourced": ("record.correct",),
    "untranslated": ("record.correct",),
}


@signed_in
def home(request: HttpRequest, by: Authority) -> HttpResponse:
    """What needs attention on the day asked, the most urgent first; then who I am."""
    on = request.on  # type: ignore[attr-defined]
    names = Directory(on)
    found, posts, own = attention(names), posts_of(by), own_bodies(by)
    attach(posts, language())
    context = {
        "by": by,
        "lists": sorted(
            (_list(name, found[name], by, own) for name in LISTS), key=lambda each: not each["may"]
        ),  # what I can settle before what others do
        "posts": posts,
        "names": names,
        "register": may_read_register(by),
        "jobs": may_run(by),
        "POWERS": _powers(),
        "sections": sections("desk", request, by.actor),
    }
    return render(request, "desk/home.html", context)


def _list(name: str, items: Sequence[Item], by: Authority, own: frozenset[str]) -> dict[str, Any]:
    title, about = LISTED[name]
    lines = [_line(item, by, own) for item in items]
    # What this person can settle stands first.
    lines.sort(key=lambda line: not line["acts"])
    return {
        "name": name, "title": title, "about": about, "count": len(lines),
        "lines": lines[:FIRST], "may": any(line["acts"] for line in lines),
    }  # fmt: skip


def _line(item: Item, by: Authority, own: frozenset[str]) -> dict[str, Any]:
    """One line with the acts by which this person can settle it."""
    return {
        "item": item,
        "about": item.about,
        "subject": item.about.names,
        "written": item.about.written,
        "who": item.who,
        "mark": item.mark or None,
        "conflict": item.conflict or None,
        "kind": model_label(item.model) if item.model else "",
        "missing": [_missing(each) for each in item.missing],
        "acts": [
            (title_of(act_of(verb)), _address(verb, item))
            for verb in SETTLING[item.list]
            if _may(verb, item, by, own)
        ],
    }


def _may(verb: str, item: Item, by: Authority, own: frozenset[str]) -> bool:
    reach = act_of(verb).reach(by)
    held = {office.key for office in by.offices if HEAD in office.powers}
    is_own_office = item.about.key in held and item.about.written.startswith("office:")
    return reach == "all" or (reach == "within" and item.body in own and not is_own_office)


def _address(verb: str, item: Item) -> str:
    """The form of an act, filled in with what the line is about."""
    said = {
        "term": str(item.term or "") if verb in ("term.end", "term.extend") else "",
        "office": item.about.key if verb in ("term.elect", "term.appoint") else "",
        "fact": str(item.fact or "") if verb == "record.correct" else "",
        "question": item.about.key if verb == "attestation.add" else "",
        "about": item.about.written if verb == "question.open" else "",
    }
    query = urlencode({name: value for name, value in said.items() if value})
    return f"{reverse('desk:act', kwargs={'verb': verb})}?{query}"


def _missing(field: str) -> str:
    name, _dot, lang = field.partition(".")
    languages = {"ar": _("Arabic"), "en": _("English"), "fr": _("French")}
    return _("%(field)s in %(language)s") % {
        "field": field_label(name), "language": languages.get(lang, lang),
    }  # fmt: skip


def _powers() -> dict[str, str]:
    """What each power lets one do."""
    return {
        "registrar": _("every act of the registry"),
        "secretary-general": _("every act of the registry"),
        "head-of-department": _(
            "names, seats, offices and terms within the own department, and new persons"
        ),
        "administrator": _("accounts, persons, offices and their first holders"),
        "conference-officer": _("convening sessions, serving them and their floors"),
        "drafter": _("drafting, translating and tabling texts of the own body"),
        "releaser": _("drafting; release of texts, their readers and their changes"),
    }


class Narrow(forms.Form):
    """Which lines of a list are shown."""

    q = forms.CharField(required=False, max_length=120)
    kind = forms.ChoiceField(required=False)
    mine = forms.BooleanField(required=False)

    def __init__(self, data: Any, kinds: Sequence[tuple[str, Any]]) -> None:
        super().__init__(data, auto_id="narrow-%s")
        self.fields["q"].label = _("Containing")
        self.fields["kind"].label = _("Kind of record")
        self.fields["mine"].label = _("Only what I can settle")
        self.fields["kind"].choices = [("", _("all")), *kinds]  # type: ignore[attr-defined]
        if len(kinds) < 2:
            del self.fields["kind"]


@signed_in
def listed(request: HttpRequest, by: Authority, which: str) -> HttpResponse:
    """One list whole, with filters; as a file too."""
    if which not in LISTS:
        raise Refusal("act.unknown", verb=which[:60])
    on = request.on  # type: ignore[attr-defined]
    items = attention(Directory(on))[which]
    kinds = dict.fromkeys((item.model, model_label(item.model)) for item in items if item.model)
    form = Narrow(request.GET, list(kinds))
    wanted = form.cleaned_data if form.is_valid() else {}
    own = own_bodies(by)
    lines = [line for item in items if _fits(line := _line(item, by, own), wanted)]
    columns = _columns(which)
    if asked := asked_format(request):
        return export_response(asked, str(LISTED[which][0]), columns, lines, lang=language())
    page = Paginator(lines, 50).get_page(request.GET.get("page"))
    context = {
        "title": LISTED[which][0], "about": LISTED[which][1], "form": form,
        "columns": [*columns, Column("acts", _("To settle it"), sortable=False)], "page": page,
        "count": len(lines), "register": may_read_register(by),
    }  # fmt: skip
    return render(request, "desk/list.html", context)


def _fits(line: dict[str, Any], wanted: dict[str, Any]) -> bool:
    text, kind = wanted.get("q", "").casefold(), wanted.get("kind", "")
    said = " ".join(
        each for words in (line["subject"], line["who"]) for _lang, each in words
    ).casefold()  # fmt: skip
    return (
        (not text or text in said or text in line["written"])
        and (not kind or line["item"].model == kind)
        and (not wanted.get("mine") or bool(line["acts"]))
    )


def _columns(name: str) -> list[Column]:
    """The columns that a list has."""
    columns = [Column("subject", _("About"))]
    if name in ("overdue", "ended", "ending"):
        columns.append(Column("who", _("Holder")))
    if name not in ("vacant", "overdue", "ended", "ending"):
        columns.append(Column("kind", _("Kind of record")))
    if name == "disputed":
        columns.append(Column("conflict", _("In what")))
    if name == "untranslated":
        columns.append(Column("missing", _("Missing")))
    labels = {"overdue": _("Expected end"), "ended": _("Ended"), "ending": _("Ends")}
    if name != "vacant":
        columns.append(Column("mark", labels.get(name, _("Since")), "date"))
    return columns


urlpatterns = [
    path("", home, name="home"),
    path("attention/<str:which>/", listed, name="attention"),
]
