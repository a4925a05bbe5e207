"""What citations lead to, on the day on which they were made: three queries for any number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from amana.kernel.authority import Authority
from amana.kernel.basis import Basis
from amana.texts.citing.found import Found, Instrument
from amana.texts.citing.plain import plain
from amana.texts.citing.provisions import Provisions
from amana.texts.instruments import Instrument as Recorded
from amana.texts.instruments import of_the_day
from amana.texts.models import Work, WorkRecord
from amana.texts.symbols import spellings

__all__ = ["resolve", "resolve_all", "targets"]

_KINDS = {
    Instrument.CHARTER: Work.Kind.CHARTER,
    Instrument.RULES: Work.Kind.RULES,
    Instrument.REGULATIONS: Work.Kind.REGULATIONS,
    Instrument.STATUTE: Work.Kind.STATUTE,
}


def resolve(
    found: Found, on: date, *, within: str = "", by: Authority | None = None
) -> Basis | None:
    """What one citation leads to; see `resolve_all`, which is the way for more than one."""
    return resolve_all([found], on, within=within, by=by)[0]


def resolve_all(
    found: Sequence[Found],
    on: date,
    *,
    within: str = "",
    by: Authority | None = None,
    whoever: bool = False,
) -> list[Basis | None]:
    """The provision or work that each citation leads to, in three queries whatever their number.

    `on` is the day of the citing text: "the Charter" is the one that applied then. `within` is
    the key of that text: a provision of which nothing more is said is its own. A provision that
    is not on record by itself leads to the one it stands in; one that a charter does not have, a
    text that is none of ours or that `by` may not see, to nothing. `whoever` is for the index.
    """
    records = WorkRecord.objects.whoever() if whoever else WorkRecord.objects.seen_by(by)
    works = _works(found, on, records.select_related("work", "replaces").order_by("during", "pk"))
    keys = [works.get(each, within if _is_own(each) else "") for each in found]
    of_works = [(each, key) for each, key in zip(found, keys, strict=True) if key]
    cited = {f"{key}#{wid}" for each, key in of_works for wid in _candidates(each)}
    provisions = Provisions(cited, {key for _each, key in of_works}, on)
    return [
        _basis(each, key, provisions, works.charters) if key else None
        for each, key in zip(found, keys, strict=True)
    ]


def targets(found: Found, basis: Basis) -> list[Basis]:
    """Every provision that a citation names: both ends of a range and what is between them."""
    if basis.node != found.wid:
        return [basis]
    return [Basis(basis.work, wid) for wid in found.wids] if found.wid else [basis]


def _is_own(found: Found) -> bool:
    return found.kind == "provision" and found.work is Instrument.THIS


@dataclass(frozen=True, slots=True)
class _Works:
    """The keys of the works that citations name, and which of them are charters."""

    keys: Mapping[Found, str]
    charters: frozenset[str]

    def get(self, found: Found, default: str) -> str:
        return self.keys.get(found, default)


def _works(found: Iterable[Found], on: date, rows: QuerySet[WorkRecord]) -> _Works:
    """The works cited, by kind and by symbol: one query, none where nothing is named."""
    found = list(found)
    kinds = {_KINDS[each.work] for each in found if each.work in _KINDS}
    named = {name for each in found if each.symbol for name in spellings(each.symbol)}
    wanted = Q(work__kind__in=kinds) | Q(canonical__in=named)
    records = list(rows.filter(wanted)) if kinds or named else []
    keys = {}
    for each in found:
        if each.symbol:
            keys[each] = _of_symbol(each, records)
        elif each.work in _KINDS:
            keys[each] = _of_instrument(each, records, on)
    charters = {row.work.key for row in records if row.work.kind == Work.Kind.CHARTER}
    return _Works(keys, frozenset(charters))


def _of_symbol(found: Found, records: Iterable[WorkRecord]) -> str:
    names = spellings(found.symbol) if found.symbol else ()
    by_name: dict[str, str] = {}
    for row in records:
        by_name.setdefault(row.canonical, row.work.key)
    return next((by_name[name] for name in names if name in by_name), "")


def _of_instrument(found: Found, records: Sequence[WorkRecord], on: date) -> str:
    """The instrument of that kind which applied on the day; the one of a year or body if said."""
    rows = [row for row in records if row.work.kind == _KINDS[found.work]]
    if found.year:
        rows = [row for row in rows if str(found.year) in (row.adopted[:4], row.in_force[:4])]
    if found.whose:
        rows = [row for row in rows if found.whose in _titles(row)] or (
            rows if found.work is not Instrument.STATUTE else []
        )
    elif found.work is Instrument.STATUTE and len(rows) > 1:
        return ""  # every institution has one
    elif not found.year:  # of several, one whose beginning is known speaks for the organisation
        rows = [row for row in rows if row.adopted or row.in_force] or rows
    after = {row.replaces_id: row for row in records if row.replaces_id}
    instruments = [
        Recorded(row, None, after.get(row.work_id), (), (), ()) for row in rows
    ]  # fmt: skip
    standing = of_the_day(instruments, on)
    return standing.key if standing else ""


def _titles(row: WorkRecord) -> str:
    return " ".join(plain(text).text for _lang, text in (*row.title, *row.short))


def _candidates(found: Found) -> Iterator[str]:
    """A wId and those it stands in, innermost first.

    Rules are called articles in French and Arabic; a point of a resolution is a sub-paragraph.
    """
    for wid in dict.fromkeys((found.wid, _as_rule(found), _as_subparagraph(found))):
        parts = wid.split("__") if wid else []
        for count in range(len(parts), 0, -1):
            yield "__".join(parts[:count])


def _as_rule(found: Found) -> str:
    is_rule = found.work is Instrument.RULES and found.wid.startswith("art_")
    return f"rule_{found.wid.removeprefix('art_')}" if is_rule else found.wid


def _as_subparagraph(found: Found) -> str:
    return found.wid.replace("__point_", "__subpara_", 1) if found.symbol else found.wid


def _basis(
    found: Found, work: str, provisions: Provisions, charters: frozenset[str]
) -> Basis | None:
    for cited in _candidates(found):
        if wid := provisions.find(work, cited):
            return Basis(work, wid)
    if not found.wid:
        return Basis(work)
    # A charter is held whole, so what it lacks does not exist; of others we know but some parts.
    return None if work in charters or _is_own(found) else Basis(work)
