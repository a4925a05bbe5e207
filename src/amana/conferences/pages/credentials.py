"""Credentials: how every delegation stands, the papers, the rulings, the figures of the report."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amana.conferences.acts.credentials import (
    LARGEST,
    Paper,
    kind_of,
    receive_credential,
    rule_on_credentials,
)
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.delegation_words import (
    FORMS,
    ORGANS,
    RULINGS,
    SIGNATORIES,
    STATUSES,
)
from amana.conferences.participants import DelegationRow, delegation_of, delegations_of, served
from amana.ground import files
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.web.export import asked_format, export_response
from amana.web.tables import Column

__all__ = ["urlpatterns"]


WHOM = {
    "marked": gettext_lazy("the delegations marked above"),
    "original": gettext_lazy("every delegation with a signed original and no ruling"),
    "open": gettext_lazy("every delegation without a ruling"),
}  # fmt: skip


def _day(**more: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **more)


class PaperForm(forms.Form):
    """A letter of credentials."""

    form = forms.ChoiceField(label=gettext_lazy("Form of the paper"), choices=FORMS.items())
    signatory = forms.ChoiceField(label=gettext_lazy("Signed by"), choices=SIGNATORIES.items())
    signed = _day(label=gettext_lazy("Signed on"), required=False)
    received = _day(label=gettext_lazy("Received on"))
    scan = forms.FileField(
        label=gettext_lazy("Scan, as PDF, PNG or JPEG"), required=False,
        widget=forms.FileInput({"accept": "application/pdf,image/png,image/jpeg"}),
    )  # fmt: skip

    def paper(self) -> Paper:
        """What was filled in. Refused: `credentials.too-large`."""
        said = self.cleaned_data
        scan = said["scan"]
        if scan and (scan.size or 0) > LARGEST:
            raise Refusal("credentials.too-large", limit=LARGEST >> 20)
        return Paper(
            said["form"], said["signatory"], said["received"], said["signed"],
            scan.read() if scan else b"",
        )  # fmt: skip


class RulingForm(forms.Form):
    """What an organ ruled, and of which delegations: as a report names them, or those marked."""

    whom = forms.ChoiceField(label=gettext_lazy("Of whom"), choices=WHOM.items())
    kind = forms.ChoiceField(
        label=gettext_lazy("Ruling"), choices=[(key, said[0]) for key, said in RULINGS.items()]
    )
    organ = forms.ChoiceField(label=gettext_lazy("Ruled by"), choices=ORGANS.items())
    on = _day(label=gettext_lazy("Ruled on"))
    source = forms.CharField(
        label=gettext_lazy("Report or decision"), max_length=200, required=False, strip=True
    )


# --- All of them


@serving
def table(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """Every delegation before the committee, and its ruling on those that are marked."""
    form = RulingForm(request.POST or None, initial={"on": by.on})
    marked = request.POST.getlist("party")
    if form.is_bound and form.is_valid():
        try:
            return _ruled(request, by, key, marked, form)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence(language()))
    rows = delegations_of(key, on=by.on, lang=language())
    if asked := asked_format(request):
        told = [_cells(row) for row in rows]
        name = f"{_('Credentials')} {key}"
        return export_response(asked, name, _columns(), told, lang=language(), on=by.on)
    context = {
        "this": served(key, on=by.on), "rows": rows, "form": form,
        "marked": marked, "figures": _figures(rows), "STATUSES": STATUSES, "FORMS": FORMS,
        "SIGNATORIES": SIGNATORIES, "RULINGS": RULINGS, "ORGANS": ORGANS,
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "conferences/credentials.html", context, status=status)


def _ruled(
    request: HttpRequest, by: Authority, key: str, marked: list[str], form: RulingForm
) -> HttpResponse:
    said = form.cleaned_data
    changed = rule_on_credentials(
        key, _whom(by, key, marked, said["whom"]), said["kind"],
        organ=said["organ"], on=said["on"], source=said["source"], by=by,
    )  # fmt: skip
    told = ngettext(
        "The ruling is recorded for %(num)d delegation.",
        "The ruling is recorded for %(num)d delegations.", changed,
    )  # fmt: skip
    nothing = _("All of them stand so already.")
    messages.success(request, told % {"num": changed} if changed else nothing)
    return HttpResponseRedirect(reverse("conference:credentials", kwargs={"key": key}))


def _whom(by: Authority, key: str, marked: list[str], whom: str) -> set[str]:
    """Those marked; or those without a ruling, all of them or with a signed original."""
    if whom == "marked":
        return set(marked)
    rows = delegations_of(key, on=by.on)
    return {
        row.party for row in rows
        if not row.ruling and (whom == "open" or _best(row) == "original")
    }  # fmt: skip


def _figures(rows: Iterable[DelegationRow]) -> dict[str, int]:
    """The figures of the committee's report: members by their papers and by the ruling."""
    members = [row for row in rows if row.status == "member"]
    forms_held = Counter(_best(row) for row in members)
    ruled = Counter(row.ruling.kind for row in members if row.ruling)
    return {
        "members": len(members), "original": forms_held["original"],
        "other": forms_held["copy"] + forms_held["letter"], "none": forms_held[""],
        **{kind: ruled[kind] for kind in RULINGS},
    }  # fmt: skip


def _best(row: DelegationRow) -> str:
    """The strongest form that a delegation has handed in."""
    held = {paper.form for paper in row.papers}
    return next((form for form in FORMS if form in held), "")


def _columns() -> list[Column]:
    return [
        Column("name", _("Delegation")), Column("status", _("Status")),
        Column("form", _("Form of the paper")),
        Column("signatory", _("Signed by")), Column("signed", _("Signed on"), "date"),
        Column("received", _("Received on"), "date"), Column("ruling", _("Ruling")),
        Column("organ", _("Ruled by")), Column("on", _("Ruled on"), "date"),
        Column("source", _("Report or decision")),
    ]  # fmt: skip


def _cells(row: DelegationRow) -> dict[str, Any]:
    papers = sorted(row.papers, key=lambda paper: list(FORMS).index(paper.form))
    best, ruling = papers[0] if papers else None, row.ruling
    return {
        "name": row.names, "status": STATUSES[row.status],
        "form": "; ".join(str(FORMS[paper.form]) for paper in papers),
        "signatory": SIGNATORIES[best.signatory] if best else "",
        "signed": best.signed if best else None,
        "received": best.during.lower if best else None,
        "ruling": RULINGS[ruling.kind][0] if ruling else "",
        "organ": ORGANS[ruling.organ] if ruling else "",
        "on": ruling.during.lower if ruling else None,
        "source": "; ".join(ruling.sources) if ruling else "",
    }  # fmt: skip


# --- One


@serving
def receiving(request: HttpRequest, by: Authority, key: str, party: str) -> HttpResponseBase:
    """Record a letter of credentials."""
    form = PaperForm(request.POST or None, request.FILES or None, initial={"received": by.on})
    if form.is_bound and form.is_valid():
        try:
            receive_credential(key, party, form.paper(), by=by)
            address = reverse("conference:delegation", kwargs={"key": key, "party": party})
            return HttpResponseRedirect(address)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence(language()))
    row = delegation_of(key, party, on=by.on, lang=language())
    context = {"this": served(key, on=by.on), "row": row, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "conferences/credential.html", context, status=status)


@serving
def scan(
    request: HttpRequest, by: Authority, key: str, party: str, number: int
) -> HttpResponseBase:
    """The scan of a paper, as a file."""
    row = delegation_of(key, party, on=by.on)
    paper = next((each for each in row.papers if each.pk == number and each.file), None)
    if paper is None:
        raise Refusal("file.unknown", digest="")
    data = files.read(paper.file)
    kind = kind_of(data)
    response = HttpResponse(data, content_type=kind)
    name = f"credentials-{key}-{party}.{kind.rpartition('/')[2]}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


urlpatterns: list[URLPattern] = [
    path("<str:key>/delegations/credentials/", table, name="credentials"),
    path("<str:key>/delegations/of/<str:party>/credentials/", receiving, name="add-credential"),
    path("<str:key>/delegations/of/<str:party>/credentials/<int:number>/", scan, name="credential"),
]
