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
from amana.texts.citations import provision as provision_name
from amana.texts.citing.noting import cited_by
from amana.texts.models import WorkRecord
from amana.texts.pages.addresses import asked
from amana.texts.pages.adoption import Adopting, adopting_session
from amana.texts.pages.instruments import Instrument, instruments_of
from amana.texts.pages.wording import CHANGES, Line, columns, lines, named, remarks, switch
from amana.texts.rules.operations import Outcome
from amana.texts.rules.tree import Unit, find
from amana.texts.standing_text import Text, text_on
from amana.web.sections import sections

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
    on = wanted.on or text.record.during.lower or on
    life = history(text, wid)
    if not life:
        raise Refusal("provision.unknown", address=f"{wanted.key}#{wid}")
    langs = columns(request, text)
    address = f"{wanted.key}#{wid}"
    label = _called(text, wid, lang)
    title = text.record.title.text(lang)
    session = adopting_session(sections("work", request, wanted.key))
    context = {
        "record": text.record, "key": wanted.key, "wid": wid, "label": label,
        "now": _lines_of(text, wid, langs), "langs": langs,
        "switch": switch(request, langs, text), "life": list(reversed(life)),
        "CHANGES": CHANGES, "named": named(lang), "remarks": remarks(text, wanted),
        "instruments": _instruments(request, text),
        "cited_by": cited_by(address, on, by=reader(request)),
        "citation": _citation(text, title, label, session, on, lang),
        "address": request.build_absolute_uri(
            reverse("texts:provision", kwargs={"key": wanted.key, "wid": wid})
        ) + f"?on={on.isoformat()}",
        "at": address,
    }  # fmt: skip
    return render(request, "texts/provision.html", context)


def _instruments(request: HttpRequest, text: Text) -> dict[str, Instrument]:
    """What changed the text, by its title: one query."""
    keys = {each.instrument.partition("#")[0] for each in text.operations}
    seen = WorkRecord.objects.seen_by(reader(request)).select_related("work")
    rows = seen.filter(work__key__in=keys) if keys else ()
    on = request.GET.get("on", "")
    return instruments_of(text.operations, request.LANGUAGE_CODE, on, rows)


def _called(text: Text, wid: str, lang: str) -> str:
    """How it is cited on its own page: by the number of the article that it stands in."""
    outer = wid.partition("__")[0]
    unit = find(text.standing.units, outer) or find(text.original, outer)
    return provision_name(wid, lang, unit.num if unit else "")


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
        standing = text.at(day).standing
        unit = find(standing.units, wid)
        made = next((each for each in standing.outcomes if unit and each.operation.key == unit.by
                     and each.operation.on == day), None)  # fmt: skip
        if unit and made:
            found.append(Wording(day, unit, made))
    return found


def _citation(
    text: Text, title: str, label: str, session: Adopting | None, on: date, lang: str
) -> str:
    """`OIC/…/RES.7, Title, para. 3, session or body, its days, as it stood on …`."""
    adopted = format_mark(text.record.adopted, lang, dual=True) if text.record.adopted else ""
    made = [text.record.adopted_by.text(lang), adopted]
    if session:
        made = [session.title, session.place, adopted or session.days]
    parts = [each for each in (text.record.symbol, title, label, *made) if each]
    said = {"what": ("، " if lang == "ar" else ", ").join(parts), "on": format_dual(on, lang=lang)}
    return _("%(what)s, as it stood on %(on)s.") % said


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/at/<str:wid>/", provision, name="provision"),
]
