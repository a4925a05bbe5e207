"""One provision: what it says on the day, every wording it ever had, and how to cite it."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.accounts.api import reader
from amana.kernel.dual_dates import format_dual, format_mark
from amana.kernel.refusals import Refusal
from amana.texts.citations import citations
from amana.texts.citing.noting import cited_by
from amana.texts.instruments import labels
from amana.texts.pages.addresses import asked
from amana.texts.pages.wording import CHANGES, Line, columns, lines, named, remarks, switch
from amana.texts.rules.operations import Outcome, fold
from amana.texts.rules.tree import Unit, find
from amana.texts.standing_text import Text, text_on

__all__ = ["urlpatterns"]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a provision said from a day on (None: from the beginning), and what made it so."""

    since: date | None
    unit: Unit
    outcome: Outcome | None


def provision(request: HttpRequest, key: str, wid: str) -> HttpResponse:
    """A provision alone, with its history. Refused where the text never had it."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    wanted = asked(key, on)
    text = text_on(wanted.key, on=wanted.on, by=reader(request))
    life = history(text, wid)
    if not life:
        raise Refusal("provision.unknown", address=f"{wanted.key}#{wid}")
    langs = columns(request, text)
    address = f"{wanted.key}#{wid}"
    label = labels(wanted.key, [wid], lang)[wid]
    title = (text.record.short or text.record.title).text(lang)
    context = {
        "record": text.record, "key": wanted.key, "wid": wid, "label": label,
        "now": _lines_of(text, wid, langs), "langs": langs,
        "switch": switch(request, langs, text), "life": list(reversed(life)),
        "CHANGES": CHANGES, "named": named(lang), "remarks": remarks(text, wanted),
        "instruments": {
            each: cite.label.text(lang)
            for each, cite in citations(o.instrument for o in text.operations).items()
        },
        "cited_by": cited_by(address, on, by=reader(request)),
        "citation": _citation(text, title, label, on, lang),
        "address": request.build_absolute_uri(
            reverse("texts:provision", kwargs={"key": wanted.key, "wid": wid})
        ) + f"?on={on.isoformat()}",
        "at": address,
    }  # fmt: skip
    return render(request, "texts/provision.html", context)


def _lines_of(text: Text, wid: str, langs: tuple[str, ...]) -> list[Line]:
    """The provision of the day with what stands in it."""
    shown = lines(text, langs)
    at = next((index for index, line in enumerate(shown) if line.unit.wid == wid), None)
    if at is None:
        return []
    inner = [shown[at]]
    for line in shown[at + 1 :]:
        if line.depth <= shown[at].depth:
            break
        inner.append(line)
    return inner


def history(text: Text, wid: str) -> list[Wording]:
    """Every wording of a provision, first to last: it is looked for after each day of change."""
    found: list[Wording] = []
    if original := find(text.original, wid):
        found.append(Wording(None, original, None))
    for day in text.changes():
        standing = fold(text.original, text.operations, day)
        unit = find(standing.units, wid)
        made = next((each for each in standing.outcomes if unit and each.operation.key == unit.by
                     and each.operation.on == day), None)  # fmt: skip
        if unit and made:
            found.append(Wording(day, unit, made))
    return found


def _citation(text: Text, title: str, label: str, on: date, lang: str) -> str:
    """`OIC/…/RES.7, Title, para. 3. As it stood on …`: symbol, title, provision, body, days."""
    adopted = format_mark(text.record.adopted, lang, dual=True) if text.record.adopted else ""
    body = text.record.adopted_by.text(lang)
    known = (text.record.symbol, title, label, body, adopted)
    parts = [each for each in known if each]
    said = {"what": ("، " if lang == "ar" else ", ").join(parts), "on": format_dual(on, lang=lang)}
    return _("%(what)s, as it stood on %(on)s.") % said


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/at/<str:wid>/", provision, name="provision"),
]
