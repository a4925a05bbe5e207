"""Two texts compared: two days of one work, or two works, word by word in one language."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext_lazy as _

from amana.accounts.api import reader
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.force import body
from amana.texts.pages.addresses import asked
from amana.texts.pages.labels import LANGUAGES
from amana.texts.pages.numbers import number_shown
from amana.texts.pages.wording import remarks
from amana.texts.rules.diff import Fate, Row, compare
from amana.texts.standing_text import Text, text_on

__all__ = ["FATES", "Group", "grouped", "told", "urlpatterns"]

FATES = {
    Fate.SAME: _("unchanged"),
    Fate.CHANGED: _("changed"),
    Fate.NEW: _("new"),
    Fate.DROPPED: _("dropped"),
    Fate.RENUMBERED: _("renumbered"),
    Fate.MOVED: _("moved"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are shown, or a run of unchanged ones that is folded away."""

    is_folded: bool
    rows: tuple[Row, ...]


def comparison(request: HttpRequest, key: str) -> HttpResponse:
    """`from` and `to` are days, `with` another work; without them the last change of the text."""
    by, lang = reader(request), _lang(request)
    other = request.GET.get("with", "").strip()
    now = text_on(key, on=request.on, by=by)  # type: ignore[attr-defined]
    if other:
        before, after = text_on(other, on=request.on, by=by), now  # type: ignore[attr-defined]
        since, until = None, None
    else:
        since, until = _days(request, now)
        before, after = now.at(since), now.at(until)
    rows = compare(
        before.units, after.units, lang, by_likeness=bool(other), body=body if other else None
    )
    shared = [each for each in LANGS if each in before.released and each in after.released]
    context = {
        "key": key, "record": now.record, "other": before.record if other else None,
        "since": since, "until": until, "code": lang, "shared": shared, "other_key": other,
        "language_names": LANGUAGES, "remarks": remarks(now, asked(key, request.on)), **told(rows),  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "texts/compare.html", context)


def told(rows: list[Row]) -> dict[str, object]:
    """What the template of a comparison needs of its rows."""
    counts = Counter(row.fate for row in rows)
    return {
        "groups": grouped(rows), "FATES": FATES, "Fate": Fate, "number_of": number_shown,
        "counts": [(FATES[fate], counts[fate]) for fate in Fate if counts[fate]],
        "is_same": set(counts) <= {Fate.SAME},
    }  # fmt: skip


def grouped(rows: list[Row]) -> list[Group]:
    """Changed rows by themselves, runs of unchanged ones folded."""
    found: list[Group] = []
    for row in rows:
        folded = row.fate is Fate.SAME
        if found and found[-1].is_folded and folded:
            found[-1] = Group(True, (*found[-1].rows, row))
        else:
            found.append(Group(folded, (row,)))
    return found


def _lang(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    return asked if asked in LANGS else request.LANGUAGE_CODE


def _days(request: HttpRequest, text: Text) -> tuple[date | None, date]:
    """The days asked for; without them those around the last change, or the original and today."""
    until = _day(request, "to") or max(
        (day for day in text.changes() if day <= request.on),  # type: ignore[attr-defined]
        default=request.on,  # type: ignore[attr-defined]
    )
    before = [day for day in text.changes() if day < until]
    since = _day(request, "from")
    if since is None and before:
        since = until - timedelta(days=1)
    return since, until


def _day(request: HttpRequest, name: str) -> date | None:
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as none:
        raise Refusal("date.no-such-day", text=written[:24]) from none


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/compare/", comparison, name="compare"),
]
