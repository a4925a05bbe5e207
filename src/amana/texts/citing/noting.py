"""What cites what, kept as an index: made anew for a work whenever its words change.

It is no fact of its own: a lost index is made again from the texts (`note_all`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from amana.ground import clock
from amana.kernel.authority import Authority
from amana.kernel.basis import Basis
from amana.kernel.marks import Mark
from amana.kernel.words import LANGS, Words
from amana.texts.citing.finding import find_citations
from amana.texts.citing.found import Found
from amana.texts.citing.resolving import resolve_all, targets
from amana.texts.models import Release, TextCitation, WorkRecord
from amana.texts.rules.operations import fold
from amana.texts.rules.tree import Unit, find, walk
from amana.texts.standing_text import operations_on, original_of

__all__ = ["Citing", "cited_by", "note_all", "note_citations"]


@dataclass(frozen=True, slots=True)
class Citing:
    """A provision that cites another: its work, its wId, the languages in which it does so."""

    work: str
    title: Words
    wid: str
    langs: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the citing provision."""
        return str(Basis(self.work, self.wid))


def note_citations(work: str) -> int:
    """Read a work anew and keep what it cites; how many citations that is. Ten queries, and three
    for each day from which changes brought citations.

    To be called at the end of every act that changes its words: tabling, recording a text,
    an operation or its undoing, an event, a release; inside the transaction of that act.
    """
    record = WorkRecord.objects.whoever().filter(work__key=work).select_related("work").first()
    if record is None:
        return 0
    original, operations = original_of(record.work_id), tuple(operations_on(record.work_id))
    units = fold(original, operations, clock.today()).units
    adopted = Mark.parse(record.adopted).earliest if record.adopted else clock.today()
    since = _Since(original, {each.key: each.on or adopted for each in operations}, adopted)
    cited = [
        _Cited(unit.wid, lang, each, text, since.day(unit, lang, text[each.start : each.end]))
        for unit, lang, text in _texts(units) for each in find_citations(text, lang)
    ]  # fmt: skip
    rows = [
        TextCitation(
            work=record.work, wid=each.wid, lang=each.lang, start=each.found.start,
            end=each.found.end, on=each.on, printed=each.printed[:200], target=str(target),
            target_work=target.work,
        )
        for each, basis in _resolved(cited, work)
        for target in _targets(each.found, basis)
        if str(target) != str(Basis(work, each.wid))
    ]  # fmt: skip
    with transaction.atomic():
        TextCitation.objects.filter(work=record.work).delete()
        TextCitation.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return len(rows)


class _Cited(NamedTuple):
    """A citation in a provision, and since when it stands there."""

    wid: str
    lang: str
    found: Found
    text: str
    on: date

    @property
    def printed(self) -> str:
        return self.text[self.found.start : self.found.end]


@dataclass(frozen=True, slots=True)
class _Since:
    """Since when words stand in a text: its own day, or that of the change that brought them."""

    original: tuple[Unit, ...]
    operations: Mapping[str, date]
    adopted: date

    def day(self, unit: Unit, lang: str, words: str) -> date:
        if not unit.by:
            return self.adopted
        first = find(self.original, unit.wid)
        stood = first is not None and words in getattr(first.text, lang)
        return self.adopted if stood else self.operations.get(unit.by, self.adopted)


def _resolved(cited: Sequence[_Cited], work: str) -> Iterator[tuple[_Cited, Basis | None]]:
    """What each leads to on its day: three queries for each day on which the text changed."""
    for on in sorted({each.on for each in cited}):
        here = [each for each in cited if each.on == on]
        bases = resolve_all([each.found for each in here], on, within=work, whoever=True)
        yield from zip(here, bases, strict=True)


def _texts(units: Sequence[Unit]) -> Iterator[tuple[Unit, str, str]]:
    for unit, _depth in walk(units):
        for lang in LANGS:
            if text := getattr(unit.text, lang):
                yield unit, lang, text


def _targets(found: Found, basis: Basis | None) -> list[Basis]:
    return targets(found, basis) if basis else []


def note_all() -> int:
    """Make the whole index anew; how many citations it holds."""
    keys = WorkRecord.objects.whoever().order_by().values_list("work__key", flat=True)
    return sum(note_citations(key) for key in keys.filter(work__nodes__isnull=False).distinct())


def cited_by(address: str, on: date, *, by: Authority | None = None) -> list[Citing]:
    """What cites a provision or a work, in the texts there were on a day: three queries.

    Of an article also what cites its paragraphs, of a work what cites any of its provisions.
    Texts that `by` may not see are not among them, nor languages that were not given out.
    """
    basis = Basis.parse(address)
    cited = list(
        TextCitation.objects.filter(_leads_to(basis), on__lte=on)
        .select_related("work")
        .order_by("on", "work__key", "wid", "start")
    )
    wanted = Q(work__in={row.work_id for row in cited}) | Q(work__key=basis.work)
    seen = WorkRecord.objects.seen_by(by).filter(wanted).select_related("work")
    records = {row.work.key: row for row in seen}
    if basis.work not in records:
        return []
    given = None if by and by.offices else _given(cited)
    places: dict[tuple[str, str], list[TextCitation]] = {}
    for row in cited:
        if row.work.key in records and (given is None or (row.work_id, row.lang) in given):
            places.setdefault((row.work.key, row.wid), []).append(row)
    return [
        Citing(
            work, records[work].short or records[work].title, wid,
            tuple(lang for lang in LANGS if any(row.lang == lang for row in rows)),
            tuple(dict.fromkeys(row.target for row in rows)),
        )
        for (work, wid), rows in places.items()
    ]  # fmt: skip


def _leads_to(basis: Basis) -> Q:
    if not basis.node:
        return Q(target_work=basis.work)
    inner = f"{basis.work}#{basis.node}__"
    return Q(target=f"{basis.work}#{basis.node}") | Q(target__startswith=inner)


def _given(cited: Sequence[TextCitation]) -> set[tuple[int, str]]:
    """The languages of the citing works that were given out: one query."""
    works = {row.work_id for row in cited}
    rows = Release.objects.known().filter(work__in=works).values_list("work", "languages")
    return {(work, lang) for work, langs in rows for lang in langs}
