"""The charters in time, and the one of the day with its articles."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from amana.ground import clock
from amana.texts.instruments import Instrument, Standing, charters_whole, of_the_day
from amana.texts.pages.citing import cite
from amana.texts.pages.labels import STANDINGS
from amana.texts.rules.kinds import Kind
from amana.web.charts import Lane, Span, timeline
from amana.web.export import asked_format, export_response
from amana.web.links import with_query
from amana.web.tables import Column

__all__ = ["charter"]


def charter(request: HttpRequest) -> HttpResponse:
    """Which charter applied on the day, its articles, what governs what, its amendments."""
    on, lang = request.on, request.LANGUAGE_CODE  # type: ignore[attr-defined]
    asked_on = request.GET.get("on", "")
    charters = charters_whole(on=on)
    shown = of_the_day(charters, on)
    if shown and (asked := asked_format(request)):
        return export_response(
            asked, str(_("Charter")), _columns(), list(_rows(shown, lang)), lang=lang,
            about=shown.record.title.text(lang), licensed=True,
        )  # fmt: skip
    changes = [change for each in charters for change in each.modifications]
    cite(request, [*changes, *(each.record for each in charters)])
    context = {
        "charters": charters,
        "shown": shown,
        "standing": shown.standing(on) if shown else None,
        "Standing": Standing,
        "STANDINGS": STANDINGS,
        "changes": changes,
        "label": shown.labels(lang) if shown else None,
        "picture": _picture(charters, on, lang, asked_on) if charters else "",
    }
    return render(request, "texts/charter.html", context)


def _columns() -> list[Column]:
    return [
        Column("provision", _("Provision")),
        Column("chapter", _("Chapter")),
        Column("heading", _("Heading")),
        Column("summary", _("Summary in our own words")),
        Column("subjects", _("Governs")),
        Column("confidence", _("Confidence")),
        Column("sources", _("Sources")),
    ]


def _rows(shown: Instrument, lang: str) -> list[dict[str, object]]:
    label = shown.labels(lang)
    chapters = {
        each.node.pk: label(each.node.wid)
        for each in shown.provisions
        if each.node.kind == Kind.CHAPTER
    }
    return [
        {
            "provision": label(each.node.wid),
            "chapter": chapters.get(each.node.parent_id or 0, ""),
            "heading": each.text.heading,
            "summary": each.text.summary,
            "subjects": [row.subject for row in each.subjects],
            "confidence": each.evidence.confidence,
            "sources": each.evidence.sources,
        }
        for each in shown.provisions
    ]


def _picture(charters: list[Instrument], on: date, lang: str, asked_on: str) -> Markup:
    """Each charter as a lane: open while only adopted, full while it applies."""
    lanes = []
    for each in charters:
        begins, until = each.applies_from, each.applies_until
        href = with_query(reverse("texts:work", kwargs={"key": each.key}), {"on": asked_on})
        end = until.earliest if until else None
        span = Span(
            each.record.title, each.record.during.lower, end,
            begins.latest if begins else None, end, url=href,
        )  # fmt: skip
        lanes.append(Lane(each.name, (span,), url=href))
    first = min(
        (each.record.during.lower for each in charters if each.record.during.lower), default=on
    )
    return timeline(
        lanes, min(first, on).replace(month=1, day=1), max(on, clock.today()), on, lang,
        title=str(_("The charters in time")), ident="charters",
    )  # fmt: skip
