"""A list of delegates is chosen, read, reviewed and taken in; or its faults are named."""

import hashlib
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.acts.listing import take_in, with_record
from amana.conferences.delegations.columns import HEADINGS
from amana.conferences.delegations.comparing import Comparison, Person
from amana.conferences.delegations.grid import LARGEST
from amana.conferences.delegations.values import PROTOCOLS, RANKS
from amana.conferences.delegations.writing import faulty_rows, row_of
from amana.conferences.list_intake import ListRead, forget, keep, read_list, waiting
from amana.conferences.models import UploadedList
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.delegations import columns_of_list
from amana.conferences.participants import delegations_of, served
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.web.export import asked_format, export_response, plain
from amana.web.tables import Column

__all__ = ["urlpatterns"]

SHOWN = 200  # faults, or new delegates, on a page; files and acts hold all


class Choosing(forms.Form):
    """A file from the computer."""

    file = forms.FileField(
        label=gettext_lazy("List of delegates, XLSX or CSV"),
        widget=forms.FileInput({"accept": ".xlsx,.csv"}), allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a file.")},
    )  # fmt: skip


@serving
def choosing(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """Choose a file; it is read at once, and waits for the review."""
    this = served(key, on=by.on)
    form = Choosing(request.POST, request.FILES) if request.method == "POST" else Choosing()
    if form.is_bound and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            if (upload.size or 0) > LARGEST:
                raise Refusal("delegations.file-too-large", limit=LARGEST >> 20)
            data = upload.read()
            read_list(key, data, upload.name)
            keep(this.row.session, by.actor, upload.name or "", data)
            return HttpResponseRedirect(_review(key))
        except Refusal as refusal:
            form.add_error("file", refusal.sentence(language()))
    opened = this.row.session.delegations.exists()
    context = {"this": this, "form": form, "opened": opened}
    status = 422 if form.is_bound else 200
    return render(request, "conferences/list_choose.html", context, status=status)


@serving
def reviewing(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """The list that waits: its faults, each named; or what it would change; and taking it in."""
    upload = waiting(key, by.actor)
    read = read_list(key, bytes(upload.data), upload.name)
    if request.method == "POST":
        return _taken_in(request, by, key, upload, read)
    if read.faults:
        if asked := asked_format(request):
            return _exported(asked, upload.name, read)
        return _faulty(request, by, key, upload, read)
    return _review_page(request, by, key, upload, read)


def _taken_in(
    request: HttpRequest, by: Authority, key: str, upload: UploadedList, read: ListRead
) -> HttpResponse:
    if read.faults:
        raise Refusal("delegations.faulty", count=len(read.faults))
    found = with_record(key, read.entries)
    if request.POST.get("seen", "") != _seen(found):
        return _review_page(request, by, key, upload, read, changed=True)
    chosen = {int(each) for each in request.POST.getlist("withdraw") if each.isdecimal()}
    try:
        take_in(key, read.entries, read.digest, by=by, withdraw=chosen)
    except Refusal as refusal:
        said = refusal.sentence(language())
        return _review_page(request, by, key, upload, read, fault=said, chosen=chosen)
    forget(upload)
    said = _("The list is taken in: %(new)d new, %(changed)d changed, %(same)d as before.")
    counts = {"new": len(found.new), "changed": len(found.changed), "same": len(found.same)}
    messages.success(request, said % counts)
    return HttpResponseRedirect(reverse("conference:delegations", kwargs={"key": key}))


def _review_page(
    request: HttpRequest, by: Authority, key: str, upload: UploadedList, read: ListRead,
    *, changed: bool = False, fault: str = "", chosen: "set[int] | frozenset[int]" = frozenset(),
) -> HttpResponse:  # fmt: skip
    """What the list would change. `changed`: the record did, since the page was shown."""
    found = with_record(key, read.entries)
    lang = language()
    names = {row.party: row.names for row in delegations_of(key, on=by.on, lang=lang)}
    context = {
        **_told(by, key, upload, read), "found": found, "names": names, "seen": _seen(found),
        "RANKS": RANKS, "PROTOCOLS": PROTOCOLS, "HEADINGS": HEADINGS, "changed": changed,
        "fault": fault, "chosen": chosen, "SHOWN": SHOWN, "said": _said,
        "heads": sum(person.rank == "head" for person in _listed(found)),
    }  # fmt: skip
    status = 422 if changed or fault else 200
    return render(request, "conferences/list_review.html", context, status=status)


def _said(person: Person, column: str) -> str:
    """What a delegate has in a column, in words."""
    return str(plain(row_of(person, Words(), language())[column], language()))


def _listed(found: Comparison) -> list[Person]:
    return [*found.new, *found.same, *(change.after for change in found.changed)]


def _faulty(
    request: HttpRequest, by: Authority, key: str, upload: UploadedList, read: ListRead
) -> HttpResponse:
    context = {
        **_told(by, key, upload, read), "faults": read.faults[:SHOWN], "SHOWN": SHOWN,
        "columns": _columns_of_faults(read), "count": len(read.faults),
        "rows": len({(fault.sheet, fault.row) for fault in read.faults}),
        "several": _several(read),
    }  # fmt: skip
    return render(request, "conferences/list_faults.html", context)


def _columns_of_faults(read: ListRead) -> list[Column]:
    sheet = [Column("sheet", _("Sheet"))] if _several(read) else []
    return [
        *sheet, Column("row", _("Row"), "number"), Column("column", _("Column")),
        Column("value", _("What stands there")), Column("fault", _("What is wrong")),
    ]  # fmt: skip


def _several(read: ListRead) -> bool:
    return len({line.sheet for line in read.lines.lines}) > 1


def _told(by: Authority, key: str, upload: UploadedList, read: ListRead) -> dict[str, Any]:
    """What both pages say of the file."""
    lang = language()
    return {
        "this": served(key, on=by.on), "upload": upload,
        "total": len(read.lines.lines), "lines": read.lines,
        "doubts": [doubt.sentence(lang) for doubt in read.doubts],
    }  # fmt: skip


def _exported(asked: str, name: str, read: ListRead) -> HttpResponse:
    """The list with its faults beside every row: it is corrected there and imported again."""
    lang = language()
    extra = [Column("faults", _("Faults"))]
    before = [Column("sheet", _("Sheet"))] if _several(read) else []
    columns = [*before, Column("row", _("Row"), "number"), *columns_of_list(lang), *extra]
    rows = faulty_rows(read.lines.lines, read.faults, lang)
    plain_name = name.rpartition(".")[0] or name
    return export_response(asked, f"{plain_name} {_('faults')}", columns, rows, lang=lang)


def _seen(found: Comparison) -> str:
    """What stands for the comparison that was shown."""
    return hashlib.sha256(repr(found).encode()).hexdigest()[:24]


def _review(key: str) -> str:
    return reverse("conference:review-list", kwargs={"key": key})


urlpatterns: list[URLPattern] = [
    path("<str:key>/delegations/import/", choosing, name="import-list"),
    path("<str:key>/delegations/import/review/", reviewing, name="review-list"),
]
