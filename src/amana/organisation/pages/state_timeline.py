"""The picture of a state's history: one lane each for its place, suspensions, groups, offices."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from amana.ground import clock
from amana.organisation.lookups.state_history import StateHistory
from amana.web.charts import Lane, Span, timeline

__all__ = ["picture_of"]

MEMBER, SUSPENDED, OBSERVER, OTHER = 1, 2, 3, 4
FIRST = date(1969, 1, 1)
MOST_OFFICES = 12  # more lanes than that are a table, not a picture


def picture_of(history: StateHistory, on: date, lang: str) -> Markup:
    """The history as lanes of time with the asked day marked; nothing where no period is known."""
    lanes = list(_lanes(history))
    if not any(lane.spans for lane in lanes):
        return Markup("")
    days = [span.since for lane in lanes for span in lane.spans if span.since]
    return timeline(
        lanes,
        min([FIRST, *days]),
        date(max(on, clock.today()).year + 1, 1, 1),
        on,
        lang,
        title=_("History of %(name)s in the organisation")
        % {"name": history.current.names.text(lang)},
        ident="history",
    )


def _lanes(history: StateHistory) -> Iterator[Lane]:
    words = {"member": _("Member"), "observer": _("Observer")}
    kinds = {"member": MEMBER, "observer": OBSERVER}
    yield Lane(
        _("Organisation"),
        [_span(row, words[row.status], kinds[row.status]) for row in history.memberships],
    )
    yield from _suspended(history)
    for row in history.elsewhere:
        yield Lane(row.body_names or row.body.key, [_span(row, words[row.status], OTHER)])  # type: ignore[attr-defined]
    yield from _offices(history)


def _suspended(history: StateHistory) -> Iterator[Lane]:
    """Participation, vote and exemptions apart: they can hold on the same days."""
    whole = [row for row in history.suspensions if row.body.kind.is_organisation]
    for title, of in ((_("Suspension"), "participation"), (_("Vote suspended"), "vote")):
        if rows := [row for row in whole if row.of == of]:
            yield Lane(title, [_span(row, row.decided_by or row.why, SUSPENDED) for row in rows])
    if exempt := [row for row in history.exemptions if row.body.kind.is_organisation]:
        yield Lane(_("Exemption"), [_span(row, row.decided_by, OTHER) for row in exempt])


def _offices(history: StateHistory) -> Iterator[Lane]:
    offices: dict[str, list[Any]] = {}
    for row in history.terms:
        if row.since_mark:
            offices.setdefault(row.office.key, []).append(row)
    for key, rows in list(offices.items())[:MOST_OFFICES]:
        spans = [_span(row, row.holder or history.current.names, OTHER) for row in rows]
        yield Lane(rows[0].title or key, spans)


def _span(row: Any, label: Any, kind: int) -> Span:
    return Span.of_marks(label, row.since_mark, row.until_mark, kind=kind)
