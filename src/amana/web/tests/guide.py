"""The style guide: every component with sample values, as a page in three languages."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import translation
from markupsafe import Markup

from amana.kernel.words import Words
from amana.web.charts import Lane, Organ, Span, bars, org_chart, timeline, years
from amana.web.tables import column

TODAY = date(2026, 11, 24)
SAMPLES = tomllib.loads(Path(__file__).with_name("guide.toml").read_text(encoding="utf-8"))
WORDS = {"name", "status", "conflict", "note", "label"}
UNSAID = {
    "until_mark": "",
    "share": 0.5,
    "symbol": "OIC/CFM-44/2017/POL/RES.1",
    "sources": ("https://www.example.org/charter/en/2008.pdf", "general-knowledge"),
    "basis_links": (("Charter 2008, art. 3", "#"),),
    "confidence": "high",
    "note": Words(),
    "conflict": Words(),
}


def _said(record: dict[str, Any]) -> dict[str, Any]:
    return {key: Words.of(value) if key in WORDS else value for key, value in record.items()}


def _span(record: dict[str, Any]) -> Span:
    label, kind = Words.of(record["label"]), record.get("kind", 1)
    return Span.of_marks(label, record["since"], record.get("until", ""), kind=kind)


ROWS = [SimpleNamespace(**UNSAID | _said(record)) for record in SAMPLES["rows"]]
ORGANS = [Organ(**_said(record), url="#") for record in SAMPLES["organs"]]
LANES = [
    Lane(Words.of(lane["label"]), [_span(span) for span in lane["spans"]])
    for lane in SAMPLES["lanes"]
]


class Filter(forms.Form):
    kind = forms.ChoiceField(label="Status", choices=[("", "—"), ("m", "Member")], required=False)
    name = forms.CharField(label="Name", required=False)


class Change(forms.Form):
    name = forms.CharField(label="Name in Arabic", help_text="As printed in the list of members.")
    on = forms.CharField(label="Since", help_text="A day, a month or a year.", required=False)
    kind = forms.ChoiceField(
        label="Status", widget=forms.RadioSelect, choices=[("m", "Member"), ("o", "Observer")]
    )
    sure = forms.BooleanField(label="I have read the source")
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)


@dataclass
class Guide:
    lang: str
    rows: list[Any] = field(default_factory=lambda: ROWS)
    filter: forms.Form = field(default_factory=Filter)
    form: forms.Form = field(default_factory=lambda: Change({"name": ""}))
    title = Words.of(SAMPLES["title"])
    lead = Words.of(SAMPLES["lead"])
    law = tuple(SAMPLES["law"].items())
    pairs = (
        ("Seat", Words.of(SAMPLES["seat"])),
        ("Symbol", Markup('<bdi class="symbol" dir="ltr">OIC/CFM-44/2017/POL/RES.1</bdi>')),
        ("Absent", None),
    )
    moments = (
        {"when": "1969", "what": "Rabat", "note": "First Islamic Summit"},
        {"when": "2008", "what": "Dakar", "current": True, "href": "#", "row": ROWS[0]},
    )

    @property
    def columns(self) -> list[Any]:
        names = ("Name", "Period", "Share", "Status", "Decision")
        kinds = ("text", "date", "number", "text", "symbol")
        return [column(n.lower(), n, k) for n, k in zip(names, kinds, strict=True)]

    @property
    def charts(self) -> list[tuple[Markup, str, bool]]:
        first, last, on = date(1970, 1, 1), date(1990, 1, 1), date(1982, 6, 1)
        shares = [(row.name, row.share) for row in ROWS]
        counts = {1969 + n: (n * 7) % 11 for n in range(50)}
        return [
            (org_chart(ORGANS, self.lang, title="Organs"), "Organisation chart", False),
            (timeline(LANES, first, last, on, self.lang, title="Offices"), "Offices", True),
            (bars(shares, self.lang, title="Shares"), "Shares, per cent", False),
            (years(counts, self.lang, title="Resolutions", asked=1982), "Resolutions", True),
        ]


def organisation_name(day: date) -> Words:
    return ORGANS[0].label


def request_for(lang: str, path: str, on: date = TODAY) -> HttpRequest:
    request = RequestFactory().get(path)
    request.LANGUAGE_CODE, request.on = lang, on
    request.user = SimpleNamespace(is_authenticated=False)
    return request


def render(
    env: Any,
    lang: str,
    *,
    on: date = TODAY,
    path: str = "/organisation/members/",
    template: str = "web/styleguide.html",
    **context: Any,
) -> str:
    """A template of this room as a reader of `lang` gets it; the style guide unless another."""
    shared = {"request": request_for(lang, path, on), "csrf_input": "", "guide": Guide(lang)}
    with translation.override(lang):
        return env.get_template(template).render(shared | context)
