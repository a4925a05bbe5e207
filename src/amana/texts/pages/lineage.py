"""A subject across the sessions: the texts on it in their order, and what each made of the last."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.accounts.api import reader
from amana.kernel.arabic import fold
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS
from amana.texts.force import body, force
from amana.texts.models import NodeText, WorkRecord
from amana.texts.pages.wording import named
from amana.texts.rules.diff import words_between
from amana.texts.rules.lineage import Step, Turn, turns
from amana.texts.rules.tree import Unit
from amana.texts.standing_text import as_adopted
from amana.web.charts import Lane, Span, timeline
from amana.web.links import with_query

__all__ = ["urlpatterns"]

TURNS = {
    Turn.NEW: gettext_lazy("new"),
    Turn.REAFFIRMED: gettext_lazy("reaffirmed"),
    Turn.REWORDED: gettext_lazy("reworded"),
    Turn.STRENGTHENED: gettext_lazy("strengthened"),
    Turn.WEAKENED: gettext_lazy("weakened"),
    Turn.DROPPED: gettext_lazy("dropped"),
}
MEANINGS = {
    Turn.NEW: gettext_lazy("the text before did not have this paragraph"),
    Turn.REAFFIRMED: gettext_lazy("said again in the same words, but for numbers and dates"),
    Turn.REWORDED: gettext_lazy("in other words, its verb as binding as before"),
    Turn.STRENGTHENED: gettext_lazy("its verb binds more than before"),
    Turn.WEAKENED: gettext_lazy("its verb binds less than before"),
    Turn.DROPPED: gettext_lazy("the text before had it, this one does not"),
}
ALIKE = 0.6  # of the words of two titles, for two texts to be on one subject
MOST = 12  # the latest texts are compared paragraph by paragraph
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Stage:
    """One text of the line: its record, and what it made of the paragraphs of the one before."""

    record: WorkRecord
    steps: tuple[Step, ...] = ()
    units: tuple[Unit, ...] = ()

    @property
    def changed(self) -> list[Step]:
        """The paragraphs that are not just said again."""
        return [step for step in self.steps if step.turn is not Turn.REAFFIRMED]

    @property
    def same(self) -> list[Step]:
        """The paragraphs that are said again."""
        return [step for step in self.steps if step.turn is Turn.REAFFIRMED]

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many paragraphs are new, reaffirmed, …, in words."""
        counted = Counter(step.turn for step in self.steps)
        return [(str(TURNS[turn]), counted[turn]) for turn in Turn if counted[turn]]


def lineage_page(request: HttpRequest, key: str) -> HttpResponse:
    """The texts on the subject of one, by the likeness of their titles, first to last."""
    by, lang = reader(request), request.LANGUAGE_CODE
    rows = WorkRecord.objects.seen_by(by).select_related("work")
    own = rows.filter(work__key=key).first()
    if own is None:
        raise Refusal("work.unknown", key=key)
    same = [row for row in rows.filter(work__kind=own.work.kind) if _is_alike(row, own)]
    line = sorted(same, key=lambda row: (row.during.lower is not None, row.during.lower, row.pk))
    stages = _stages(line, request, lang)
    context = {
        "chosen": _chosen(stages, own, request.GET.get("with", ""), lang),
        "record": own, "key": key, "stages": list(reversed(stages)), "TURNS": TURNS,
        "MEANINGS": MEANINGS, "code": lang, "named": named(lang),
        "words_between": words_between,
        "picture": _picture(stages, request, lang) if len(stages) > 1 else "",
    }  # fmt: skip
    return render(request, "texts/lineage.html", context)


def _chosen(
    stages: Sequence[Stage], own: WorkRecord, key: str, lang: str
) -> tuple[WorkRecord, Stage] | None:
    """An earlier text that was chosen, and what the text of the page made of it."""
    by_key = {stage.record.work.key: stage for stage in stages}
    before, after = by_key.get(key), by_key[own.work.key]
    if before is None or not (before.units and after.units):
        return None
    steps = tuple(turns(before.units, after.units, lang, force, body))
    return before.record, Stage(own, steps, after.units)


def _is_alike(row: WorkRecord, own: WorkRecord) -> bool:
    """Whether two titles share most of their words, in any language that both have."""
    if row.pk == own.pk:
        return True
    return any(
        _share(getattr(row.title, lang), getattr(own.title, lang)) >= ALIKE for lang in LANGS
    )


def _share(one: str, other: str) -> float:
    first, second = set(_WORD.findall(fold(one))), set(_WORD.findall(fold(other)))
    return len(first & second) / len(first | second) if first and second else 0.0


def _stages(line: Sequence[WorkRecord], request: HttpRequest, lang: str) -> list[Stage]:
    """Each text with its steps, where both it and the one before are on record with their words.

    The texts are taken as their sessions adopted them.
    """
    by = reader(request)
    latest = {row.work_id: row for row in line[-MOST:]}
    texts: dict[int, tuple[Unit, ...]] = {}
    for work, rows in _worded(latest).items():
        row = latest[work]
        units = as_adopted(row, rows, by=by)
        if any(unit.text for unit in units):
            texts[row.pk] = units
    stages: list[Stage] = []
    last: tuple[Unit, ...] = ()
    for row in line:
        units = texts.get(row.pk, ())
        steps = tuple(turns(last, units, lang, force, body)) if last and units else ()
        stages.append(Stage(row, steps, units))
        last = units or last
    return stages


def _worded(works: Iterable[int]) -> dict[int, list[NodeText]]:
    """The texts of the provisions of some works, of those that have any: one query."""
    rows = NodeText.objects.known().filter(node__work__in=list(works)).select_related("node")
    found: dict[int, list[NodeText]] = {}
    for row in rows.order_by("node__work", "node__position", "during"):
        found.setdefault(row.node.work_id, []).append(row)
    return found


def _picture(stages: Sequence[Stage], request: HttpRequest, lang: str) -> str:
    """One lane a text, from its adoption to the next."""
    on = request.on  # type: ignore[attr-defined]
    lanes, begun = [], [stage.record.during.lower for stage in stages]
    for number, stage in enumerate(stages):
        since = begun[number]
        if since is None or since > on:
            continue
        until = next((day for day in begun[number + 1 :] if day and day > since), None)
        href = with_query(
            reverse("texts:work", kwargs={"key": stage.record.work.key}),
            {"on": request.GET.get("on", "")},
        )
        label = stage.record.symbol or stage.record.title
        span = Span(stage.record.title, since, until, since, until, url=href)
        lanes.append(Lane(label, (span,), url=href))
    first = min((day for day in begun if day), default=on)
    return timeline(
        lanes, min(first, on).replace(month=1, day=1), on, on, lang,
        title=str(_("The texts on this subject")), ident="lineage",
    )  # fmt: skip


urlpatterns: list[URLPattern] = [
    path("texts/<str:key>/lineage/", lineage_page, name="lineage"),
]
