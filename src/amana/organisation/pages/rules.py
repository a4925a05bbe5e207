"""Rules: what was in force on the day, by subject; and the values of one rule over time."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from markupsafe import Markup

from amana.kernel.words import Words
from amana.organisation.lookups.rule_lives import RuleLife, rule_life, values_over_time
from amana.organisation.lookups.rules_in_force import RuleRow, rulebook
from amana.organisation.models import Rule, RuleName
from amana.organisation.pages.listing import doubt, listing, the_day
from amana.texts.api import cite
from amana.web.charts import Lane, Span, timeline
from amana.web.links import with_query
from amana.web.tables import Column

GROUPS: dict[str, str | Promise] = {
    "decision-making": gettext_lazy("Decision-making"),
    "sessions": gettext_lazy("Sessions"),
    "secretariat": gettext_lazy("Secretariat"),
    "membership": gettext_lazy("Membership"),
    "finance": gettext_lazy("Finance"),
    "procedure": gettext_lazy("Procedure"),
    "other": gettext_lazy("Other rules"),
}


def rules(request: HttpRequest) -> HttpResponse:
    """Every rule with its value on the day, those without one said to have none."""
    on = the_day(request)
    rows = [_cells(row, on) for row in rulebook(on=on)]
    over_time = values_over_time()
    found = [row["row"] for row in rows if row["row"]]
    cite(request, found)
    return listing(
        request, "organisation/rules.html", str(_("Rules")), _columns(), rows,
        cited=(),
        groups=_by_group(rows),
        in_force=len(found),
        picture=_picture(over_time, on, request),
        spans=[value for values in over_time.values() for value in values if _is_dated(value)],
    )  # fmt: skip


def rule(request: HttpRequest, key: str) -> HttpResponse:
    """One rule: each value with its period, text and basis; what follows from it for terms."""
    on = the_day(request)
    life = rule_life(key, on=on)
    rows = [_cells(RuleRow(life.name, value), on) for value in life.values]
    cite(request, life.values)
    return listing(
        request, "organisation/rule.html", life.name.title.text(_lang(request)), _columns(), rows,
        cited=(),
        life=life,
        current=life.on(on),
        doubt="" if (now := life.on(on)) is None else doubt(now, on),
        group=GROUPS.get(life.name.group, life.name.group),
        picture=_picture({life.name.pk: list(life.values)}, on, request),
        expectations=_expectations(life, on),
    )  # fmt: skip


def _columns() -> list[Column]:
    return [
        Column("title", _("Rule")),
        Column("group", _("Subject")),
        Column("shown", _("Value")),
        Column("state", _("On this day")),
        Column("since", _("Since"), "date"),
        Column("until", _("Until"), "date"),
        Column("text", _("In our words")),
        Column("basis", _("Basis")),
        Column("confidence", _("Confidence")),
        Column("conflict", _("Disputed")),
        Column("sources", _("Sources")),
    ]


def _cells(of: RuleRow, on: date) -> dict[str, Any]:
    row = of.row
    told: dict[str, Any] = {
        "name": of.name, "row": row, "title": of.name.title,
        "group": str(GROUPS.get(of.name.group, of.name.group)),
        "shown": shown(row) if row else Words(), "state": _state(row, on),
        "since": row.since_mark if row else "", "until": row.until_mark if row else "",
        "doubt": doubt(row, on) if row else "",
    }  # fmt: skip
    for field in ("text", "basis", "confidence", "conflict", "sources"):
        told[field] = getattr(row, field) if row else ""
    return told


def shown(row: Rule) -> Words:
    """The value in words, else as the source prints it."""
    return row.shown or Words(**dict.fromkeys(("ar", "en", "fr"), row.value))


def _state(row: Rule | None, on: date) -> str:
    """What is said of a rule on the day: a value, an unknown one, one of unsure days, none."""
    if row is None or on not in row.period:
        return str(_("no value on record for this day"))
    if row.unknown:
        return str(_("looked for, and not found in any source"))
    if not (row.since_mark or row.until_mark):
        return str(_("on record without dates"))
    return doubt(row, on) or str(_("in force"))


def _by_group(rows: list[dict[str, Any]]) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """The rules by subject, subjects in the order in which their first rule stands."""
    keys = dict.fromkeys(row["name"].group for row in rows)
    return [
        (key, str(GROUPS.get(key, key)), [row for row in rows if row["name"].group == key])
        for key in keys
    ]


def _is_dated(row: Rule) -> bool:
    return bool(row.since_mark or row.until_mark)


def _picture(over_time: dict[int, list[Rule]], on: date, request: HttpRequest) -> Markup | str:
    """Each rule as a lane of its values; values without any date cannot be drawn."""
    asked, lanes, days = request.GET.get("on", ""), [], [on]
    for values in over_time.values():
        dated = [row for row in values if _is_dated(row)]
        if not dated:
            continue
        href = _url(dated[0].name, asked)
        spans = [
            Span.of_marks(shown(row), row.since_mark, row.until_mark, kind=1 + at % 2)
            for at, row in enumerate(dated)
        ]
        lanes.append(Lane(dated[0].name.title, spans, url=href))
        days += [row.during.lower for row in dated if row.during.lower]
    if not lanes:
        return ""
    title = str(_("Rules over time"))
    begins = min(days).replace(month=1, day=1)
    return timeline(lanes, begins, max(days), on, _lang(request), title=title, ident="rules")


def _expectations(life: RuleLife, on: date) -> list[dict[str, Any]]:
    """The terms running on the day whose expected end follows from this rule."""
    return [
        {
            "office": office,
            "title": office.title(on),
            "tenure": held,
            "overdue": held.is_overdue(on),
        }
        for office in life.offices
        for held in office.holders(on)
        if held.expected and held.rule and held.rule.name_id == life.name.pk
    ]


def _url(name: RuleName, on: str) -> str:
    return with_query(reverse("organisation:rule", kwargs={"key": name.key}), {"on": on})


def _lang(request: HttpRequest) -> str:
    return str(request.LANGUAGE_CODE)


urlpatterns: list[URLPattern] = [
    path("rules/", rules, name="rules"),
    path("rules/<str:key>/", rule, name="rule"),
]
