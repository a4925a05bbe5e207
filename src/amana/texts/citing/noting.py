"""What cites what, kept as an index: made anew for a work whenever its words change.

It is no fact of its own: a lost index is made again from the texts (`note_all`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

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
from amana.texts.rules.tree import Unit, walk
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
    """Read a work anew and keep what it cites; how many citations that is. Ten queries.

    To be called at the end of every act that changes its words: tabling, recording a text,
    an operation or its undoing, an event, a release; inside the transaction of that act.
    """
    record = WorkRecord.objects.whoever().filter(work__key=work).select_related("work").first()
    if record is None:
        return 0
    units = fold(
        original_of(record.work_id), operations_on(record.work_id), clock.today()
    ).units  # fmt: skip
    on = Mark.parse(record.adopted).earliest if record.adopted else clock.today()
    cited = [(unit.wid, lang, each, text) for unit, lang, text in _texts(units)
             for each in find_citations(text, lang)]  # fmt: skip
    bases = resolve_all([each for _w, _l, each, _t in cited], on, within=work, whoever=True)
    rows = [
        TextCitation(
            work=record.work, wid=wid, lang=lang, start=each.start, end=each.end, on=on,
            printed=text[each.start : each.end][:200], target=str(target), target_work=target.work,
        )
        for (wid, lang, each, text), basis in zip(cited, bases, strict=True)
        for target in _targets(each, basis)
        if str(target) != str(Basis(work, wid))
    ]  # fmt: skip
    with transaction.atomic():
        TextCitation.objects.filter(work=record.work).delete()
        TextCitation.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return len(rows)


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
