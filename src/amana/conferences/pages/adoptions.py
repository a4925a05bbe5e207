"""What the floors of a session adopted: frozen, numbered and announced; what is said of it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.conferences.acts.adopting import adopt, attach_statement, withdraw_statement
from amana.conferences.clusters import clusters_by_key
from amana.conferences.decided import Settled, settled
from amana.conferences.floor.naming import names_of, title_of
from amana.conferences.lookups import session
from amana.conferences.models import Decision, Log, Statement
from amana.conferences.pages.access import language, serving
from amana.conferences.pages.sections import sessions_that_adopted
from amana.conferences.pages.words import OUTCOMES, STATEMENTS
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.texts.drafting import drafts
from amana.texts.models import Series
from amana.web.sections import Section

__all__ = ["adopted_how", "urlpatterns"]


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal that a floor decided on, and what it became."""

    log: Log
    settled: Settled
    decision: Decision | None

    @property
    def is_adopted(self) -> bool:
        """Whether there is a text to be frozen."""
        return str(self.settled.how["outcome"]).startswith("adopted")


def _lines(key: str) -> list[Line]:
    """Every proposal decided on the floors of a session: two queries and one for each log."""
    logs = list(Log.objects.filter(session__key=key).select_related("session__body"))
    rows = Decision.objects.filter(log__in=logs).select_related("work")
    made = {(row.log_id, row.proposal): row for row in rows}
    return [
        Line(log, each, made.get((log.pk, each.proposal))) for log in logs for each in settled(log)
    ]


class Numbered(forms.Form):
    """The draft that holds the adopted words, and the series that numbers it."""

    draft = forms.ChoiceField(label=gettext_lazy("The draft that holds the adopted words"))
    series = forms.ChoiceField(label=gettext_lazy("Series of symbols"))
    cluster = forms.ChoiceField(label=gettext_lazy("Subject"), required=False)
    as_amended = forms.BooleanField(
        label=gettext_lazy("The draft holds the words as amended"), required=False
    )

    def __init__(self, line: Line, by: Authority, lang: str, data: Any = None) -> None:
        settled = line.settled
        super().__init__(data, initial={"draft": settled.draft, "series": _series_for(line)})
        rows = [row for row in drafts(by) if row.stage == "draft"]
        named = [(row.draft.key, row.title.text(lang) or row.draft.key) for row in rows]
        self._choose("draft", named)
        known = Series.objects.order_by("key")
        self._choose("series", [(row.key, row.names.text(lang)) for row in known])
        self._choose("cluster", [("", "—"), *clusters_by_key(lang)])
        if not settled.amended_by:
            del self.fields["as_amended"]

    def _choose(self, field: str, choices: list[tuple[str, str]]) -> None:
        self.fields[field].choices = choices  # type: ignore[attr-defined]


def _series_for(line: Line) -> str:
    """The series that numbers the resolutions of the body."""
    rows = Series.objects.filter(body=line.log.session.body.key, kind="resolution")
    return rows.order_by("key").values_list("key", flat=True).first() or ""


@serving
def adoptions(request: HttpRequest, by: Authority, key: str) -> HttpResponseBase:
    """What was decided, and what of it waits for its symbol."""
    view, lines = session(key, on=by.on, planned=True), _lines(key)
    context = {"this": view.this, "lines": lines, "OUTCOMES": OUTCOMES, "title_of": title_of}
    return render(request, "conferences/adoptions.html", context)


@serving
def adoption(
    request: HttpRequest, by: Authority, key: str, log: str, proposal: str
) -> HttpResponseBase:
    """One proposal: freeze its text, give it a symbol, announce it."""
    lang, view = language(), session(key, on=by.on, planned=True)
    line = _line(key, log, proposal)
    if line.decision is not None:
        return _statements(request, by, view.this, line.decision)
    form = Numbered(line, by, lang, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        row = adopt(
            log, proposal, by=by, draft=said["draft"], series=said["series"],
            scope=_scope(said, line), as_amended=bool(said.get("as_amended")),
        )  # fmt: skip
        messages.success(request, _("Adopted and frozen as %(key)s.") % {"key": row.work.key})
        return HttpResponseRedirect(request.path)
    context = {"this": view.this, "line": line, "form": form, "OUTCOMES": OUTCOMES}
    status = 422 if form.is_bound else 200
    return render(request, "conferences/adoption.html", context, status=status)


def _line(key: str, log: str, proposal: str) -> Line:
    for line in _lines(key):
        if (line.log.key, line.settled.proposal) == (log, proposal):
            return line
    raise Refusal("adoption.not-adopted", proposal=proposal[:80], outcome="")


def _scope(said: dict[str, Any], line: Line) -> dict[str, str]:
    series = Series.objects.get(key=said["series"])
    of = line.log.session
    known = {
        "session": str(of.ordinal or ""), "cluster": said.get("cluster", ""),
        "year": str(line.settled.at.year),
    }  # fmt: skip
    return {part: known.get(part, "") for part in series.scope}


class Stated(forms.Form):
    """A reservation or statement, in the language in which it was made."""

    party = forms.ChoiceField(label=gettext_lazy("Of whom"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=list(STATEMENTS.items()))
    lang = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=[("ar", "العربية"), ("en", "English"),
                                                 ("fr", "Français")],
    )  # fmt: skip
    text = forms.CharField(
        label=gettext_lazy("Its words"), required=False, max_length=8000, widget=forms.Textarea
    )


def _statements(
    request: HttpRequest, by: Authority, this: Any, row: Decision
) -> HttpResponse | HttpResponseRedirect:
    """A decision on record: who made which reservation, and a new one."""
    names, lang = _names(row), language()
    form = Stated(request.POST if request.method == "POST" else None, initial={"lang": lang})
    parties = [(key, name.text(lang)) for key, name in names.items()]
    form.fields["party"].choices = sorted(parties, key=lambda pair: pair[1])  # type: ignore[attr-defined]
    if request.method == "POST" and (gone := request.POST.get("withdraw")):
        party, _sign, kind = gone.partition("|")
        withdraw_statement(row.key, party, kind, by=by)
        return HttpResponseRedirect(request.path)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        words = Words.of({said["lang"]: said["text"]})
        attach_statement(row.key, party=said["party"], kind=said["kind"], text=words, by=by)
        return HttpResponseRedirect(request.path)
    context = {
        "this": this, "row": row, "form": form, "OUTCOMES": OUTCOMES, "STATEMENTS": STATEMENTS,
        "names": names, "statements": _of(row),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "conferences/statements.html", context, status=status)


def _names(row: Decision) -> dict[str, Words]:
    return dict(names_of(row.log)) if row.log else {}


def _of(row: Decision) -> list[Statement]:
    return list(Statement.objects.known().filter(decision=row).order_by("during", "party"))


def adopted_how(request: HttpRequest, key: str) -> Section | None:
    """On the page of a text: how it was adopted on a floor of ours, and who said what of it."""
    if not sessions_that_adopted(request, key):
        return None
    rows = Decision.objects.filter(work__key=key, log__isnull=False)
    row = rows.select_related("log__session__body", "work").first()
    if row is None:
        return None
    context = {
        "row": row, "names": _names(row), "statements": _of(row), "OUTCOMES": OUTCOMES,
        "STATEMENTS": STATEMENTS,
    }  # fmt: skip
    return Section(str(_("How it was adopted")), "conferences/adopted_how.html", context)


urlpatterns: list[URLPattern] = [
    path("<str:key>/adoptions/", adoptions, name="adoptions"),
    path("<str:key>/adoptions/<str:log>/<str:proposal>/", adoption, name="adoption"),
]
