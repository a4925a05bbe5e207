"""The drafts a reader may see, mine first; what is asked of translators; a part of the desk."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _

from amana.accounts.api import reader
from amana.kernel.authority import Authority
from amana.texts.drafting import drafts, to_be_released
from amana.texts.models import DraftBlock, DraftRecord, Release, SetAside
from amana.texts.pages.drafting.access import language, signed_in
from amana.texts.pages.drafting.labels import DRAFTED, STAGES
from amana.texts.pages.labels import LANGUAGES
from amana.texts.permissions import power_to_draft, power_to_release
from amana.web.sections import Section
from amana.web.tables import Column

__all__ = ["at_the_desk", "section", "urlpatterns"]

_IN_SECTION = 5
Ready = DraftBlock.State.READY


@dataclass(frozen=True, slots=True)
class Line:
    """One draft of the list."""

    record: DraftRecord
    kind: Any
    stage: tuple[Any, str]
    mine: bool
    languages: tuple[tuple[str, Any, int, int, int], ...]  # code, name, texts, ready, of so many
    aside: int

    @property
    def address(self) -> str:
        """Where it is written."""
        return reverse("drafting:edit", kwargs={"key": self.record.draft.key})


def lines(by: Authority, rows: Iterable[DraftRecord]) -> list[Line]:
    """The drafts with their languages: two queries more; those of the own offices first."""
    records = list(rows)
    blocks: dict[int, list[Any]] = {}
    wanted = [record.draft_id for record in records]
    of_all = DraftBlock.objects.known().filter(draft__in=wanted)
    for draft, text, states in of_all.values_list("draft", "text", "states"):
        if text:
            blocks.setdefault(draft, []).append((text, states))
    kept = SetAside.objects.known().filter(draft__in=wanted).values_list("draft", flat=True)
    asides = Counter(kept)
    own = {held.body for held in by.offices}
    found = [
        Line(
            record, DRAFTED[record.draft.kind], STAGES[DraftRecord.Stage(record.stage)],
            record.office in own, _languages(record, blocks.get(record.draft_id, ())),
            asides[record.draft_id],
        )
        for record in records
    ]  # fmt: skip
    order = list(DraftRecord.Stage)
    return sorted(
        found, key=lambda line: (not line.mine, order.index(DraftRecord.Stage(line.record.stage)))
    )


def _languages(
    record: DraftRecord, blocks: Sequence[Any]
) -> tuple[tuple[str, Any, int, int, int], ...]:
    return tuple(
        (
            lang, LANGUAGES[lang],
            sum(bool(getattr(text, lang)) for text, _states in blocks),
            sum(states.get(lang) == Ready for _text, states in blocks),
            len(blocks),
        )
        for lang in record.languages
    )  # fmt: skip


@signed_in
def listed(request: HttpRequest, by: Authority) -> HttpResponse:
    """Every draft that this reader may see."""
    found = lines(by, drafts(by))
    context = {
        "lines": found, "may": bool(power_to_draft(by)), "columns": [
            Column("title", _("Text")), Column("stage", _("Stage")),
            Column("languages", _("Languages"), sortable=False),
            Column("aside", _("To settle"), "number"),
        ],
    }  # fmt: skip
    return render(request, "texts/drafts/list.html", context)


@signed_in
def asked(request: HttpRequest, by: Authority) -> HttpResponse:
    """What translators are asked for, the earliest day first."""
    columns = [
        Column("record", _("Text")), Column("language", _("Into")),
        Column("count", _("Blocks"), "number"), Column("until", _("By"), "date"),
    ]  # fmt: skip
    context = {"waiting": waiting(by), "columns": columns}
    return render(request, "texts/drafts/asked.html", context)


def waiting(by: Authority) -> list[dict[str, Any]]:
    """Translations awaited, by draft, language and day, the earliest first: two queries."""
    known = drafts(by).filter(stage__in=("draft", "tabled"))
    records = {record.draft_id: record for record in known}
    rows = DraftBlock.objects.known().filter(draft__in=records).exclude(wanted={})
    counted: Counter[tuple[str, int, str]] = Counter()
    first: dict[tuple[str, int, str], str] = {}
    for row in rows.order_by("place"):
        for lang, until in row.wanted.items():
            counted[(until, row.draft_id, lang)] += 1
            first.setdefault((until, row.draft_id, lang), row.block)
    return [
        {
            "until": until, "record": records[draft], "language": LANGUAGES[lang], "count": number,
            "is_late": until < by.on.isoformat(),
            "query": {"langs": _side_by_side(records[draft], lang)},
            "fragment": first[(until, draft, lang)],
        }
        for (until, draft, lang), number in sorted(counted.items())
    ]  # fmt: skip


def _side_by_side(record: DraftRecord, lang: str) -> str:
    """The reader's own language first, then that of drafting and the one that is awaited."""
    own = [each for each in (language(),) if each in record.languages]
    return "-".join(dict.fromkeys([*own, record.master, lang]))


def section(request: HttpRequest, _actor: str) -> Section | None:
    """Texts, on the desk: what is to be released, what to be translated, then my drafts."""
    by = reader(request)
    if by is None or not (power_to_draft(by) or power_to_release(by)):
        return None
    own = {held.body for held in by.offices}
    mine = drafts(by).filter(stage="draft", office__in=own)[:_IN_SECTION]
    tabled = (
        to_be_released(by) if power_to_release(by) else to_be_released(by).filter(office__in=own)
    )
    found = lines(by, [*tabled[: 2 * _IN_SECTION], *mine])
    context = {
        "releases": _unreleased(found),
        "lines": [each for each in found if not each.record.work_id],
        "waiting": waiting(by)[:_IN_SECTION], "may": bool(power_to_draft(by)),
        "may_release": bool(power_to_release(by)),
    }  # fmt: skip
    return Section(_("Texts that wait"), "texts/drafts/section.html", context)


def _unreleased(found: Iterable[Line]) -> list[tuple[Line, list[Any]]]:
    """The tabled ones with the languages that are not out yet."""
    tabled = [(line, line.record.work_id) for line in found if line.record.work_id]
    out: dict[int, set[str]] = {work: set() for _line, work in tabled if work}
    given = Release.objects.known().filter(work__in=out)
    for work, languages in given.values_list("work", "languages"):
        out[work].update(languages)
    rows = [
        (line, [each for each in line.languages if each[0] not in out[work]])
        for line, work in tabled
        if work
    ]
    return [(line, languages) for line, languages in rows if languages]


def at_the_desk(request: HttpRequest, key: str) -> Section | None:
    """What whoever drafts or releases can do with a text, on its page."""
    by = reader(request)
    if by is None or not power_to_draft(by):
        return None
    links = [
        (_("Amend this text"), reverse("drafting:amend", kwargs={"key": key})),
        (_("Release"), reverse("drafting:release", kwargs={"key": key})),
        (_("New copy"), f"{reverse('drafting:new')}?copy={key}"),
    ]
    context = {"links": links}
    return Section(_("At the desk"), "texts/drafts/at_the_desk.html", context)


urlpatterns: list[URLPattern] = [
    path("drafts/", listed, name="list"),
    path("drafts/asked/", asked, name="asked"),
]
