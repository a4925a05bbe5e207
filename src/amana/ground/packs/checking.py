"""Checking a pack as a whole: references, bases, overlaps. Pure, over what was read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from amana.ground.packs.reading import Fault, Pack, Record, read
from amana.ground.packs.schema import Claim, Field, Identity, fields_of, tables
from amana.kernel.basis import Basis
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS

__all__ = ["Built", "build", "check"]

Built = dict[tuple[str, str], list[Identity | Claim]]


def check(path: Path, known: Iterable[tuple[str, str]] = ()) -> Pack:
    """Read a pack and find every fault. `known` are records that a database already holds."""
    pack = read(path)
    pack.faults.extend(_unresolved(pack, set(known)))
    if not pack.faults:
        _, overlaps = build(pack)
        pack.faults.extend(overlaps)
    return pack


def _unresolved(pack: Pack, known: set[tuple[str, str]]) -> Iterator[Fault]:
    for record in pack.all():
        table = tables()[record.table]
        for each in fields_of(table) if not table.source else ():
            value = record.get(each.name)
            if each.name in record.values:
                for refusal in _dangling(pack, known, each, value):
                    yield Fault(record.file, record.table, record.key, each.name, refusal)


def _dangling(
    pack: Pack, known: set[tuple[str, str]], each: Field, value: object
) -> Iterator[Refusal]:
    if each.kind in ("ref", "refs"):
        for key in [value] if isinstance(value, str) else value if isinstance(value, list) else []:
            if key not in pack.records.get(each.of, {}) and (each.of, key) not in known:
                yield Refusal("pack.unknown-record", table=each.of, key=str(key)[:60])
    elif each.kind == "basis" and isinstance(value, list):
        for address in value:
            try:
                basis = Basis.parse(str(address))
            except Refusal:
                continue
            yield from _unknown_basis(pack, known, basis)
    elif each.kind == "records" and isinstance(value, list):
        for row in value:
            for inner in each.fields:
                if isinstance(row, dict) and inner.name in row:
                    yield from _dangling(pack, known, inner, row[inner.name])


def _unknown_basis(pack: Pack, known: set[tuple[str, str]], basis: Basis) -> Iterator[Refusal]:
    if basis.work not in pack.records.get("work", {}) and ("work", basis.work) not in known:
        yield Refusal("basis.unknown-work", address=str(basis))
    elif basis.node and ("node", f"{basis.work}#{basis.node}") not in known | _nodes(pack):
        yield Refusal("basis.unknown-node", address=str(basis))


def _nodes(pack: Pack) -> set[tuple[str, str]]:
    nodes = pack.records.get("node", {}).values()
    return {("node", f"{node.get('work')}#{node.get('wid')}") for node in nodes}


def build(pack: Pack) -> tuple[Built, list[Fault]]:
    """Every record's identities and claims, successions ended, and the overlaps that remain."""
    built: Built = {}
    faults: list[Fault] = []
    for record in pack.all():
        try:
            built[record.table, record.key] = list(tables()[record.table].build(record))
        except Refusal as refusal:
            faults.append(Fault(record.file, record.table, record.key, "", refusal))
    faults.extend(_within_bodies(built, pack))
    faults.extend(_successions(built, pack))
    return built, faults


def _claims(built: Built) -> Iterator[tuple[tuple[str, str], int, Claim]]:
    for where, items in built.items():
        for index, item in enumerate(items):
            if isinstance(item, Claim):
                yield where, index, item


def _within_bodies(built: Built, pack: Pack) -> Iterator[Fault]:
    """What belongs to a body cannot begin before it: "joined 1969" begins with the body."""
    opens: dict[str, date | None] = {}
    claims = list(_claims(built))
    claims.sort(key=lambda each: (not each[2].begins, bool(each[2].within)))  # bodies first
    for where, index, claim in claims:
        first = next((opens[key] for key in claim.within if opens.get(key)), None)
        since = Mark.parse(claim.when.since) if claim.when.since else None
        if first and since and since.latest < first:
            yield _fault(pack, where, Refusal("pack.before-body", since=since, body=first))
        elif first and (since is None or since.earliest < first):
            built[where][index] = _with_when(claim, not_before=first)
        if claim.begins:
            now = built[where][index]
            assert isinstance(now, Claim)
            opens[claim.begins] = now.when.period.since


def _with_when(claim: Claim, **changes: object) -> Claim:
    return replace(claim, when=replace(claim.when, **changes))  # type: ignore[arg-type]


def _successions(built: Built, pack: Pack) -> Iterator[Fault]:
    groups: dict[tuple[str, ...], list[tuple[tuple[str, str], int]]] = defaultdict(list)
    for where, index, claim in _claims(built):
        if claim.exclusive:
            groups[claim.exclusive].append((where, index))
    for members in groups.values():
        if len(members) > 1:
            yield from _in_turn(built, pack, members)


def _in_turn(
    built: Built, pack: Pack, members: list[tuple[tuple[str, str], int]]
) -> Iterator[Fault]:
    def at(place: tuple[tuple[str, str], int]) -> Claim:
        claim = built[place[0]][place[1]]
        assert isinstance(claim, Claim)
        return claim

    members.sort(key=lambda place: str(at(place).when.period.since or ""))
    for earlier, later in pairwise(members):
        first, second = at(earlier), at(later)
        if not first.when.period.overlaps(second.when.period):
            continue
        begins = second.when.period.since
        opens = first.when.period.since
        if first.succeeds and begins and begins != opens and _may_end(first, begins):
            built[earlier[0]][earlier[1]] = _with_when(first, clip=begins)
            continue
        ended = first.when.period.until
        if second.succeeds and ended and _may_begin(second, ended):
            built[later[0]][later[1]] = _with_when(second, not_before=ended)
            continue
        yield _fault(
            pack, later[0],
            Refusal("pack.overlap", other=earlier[0][1], since=second.when.since or "…",
                    until=first.when.until or "…"),
        )  # fmt: skip


def _may_end(claim: Claim, begins: object) -> bool:
    """Whether the sourced end allows the successor's beginning: same day, or an imprecise end."""
    if not claim.when.until:
        return False
    until = Mark.parse(claim.when.until)
    return until.earliest <= begins <= until.latest or until.earliest == begins  # type: ignore[operator]


def _may_begin(claim: Claim, ended: object) -> bool:
    """Whether a beginning known only to a year or month may lie after the predecessor's end."""
    since = Mark.parse(claim.when.since) if claim.when.since else None
    return bool(since and not since.is_exact and since.earliest <= ended <= since.latest)  # type: ignore[operator]


def _fault(pack: Pack, where: tuple[str, str], refusal: Refusal) -> Fault:
    record: Record = pack.records[where[0]][where[1]]
    return Fault(record.file, record.table, record.key, "since", refusal)


def missing_languages(pack: Pack) -> Iterator[tuple[Record, str, tuple[str, ...]]]:
    """Texts that lack a language: no fault, but the desk will list them."""
    for record in pack.all():
        for each in tables()[record.table].fields:
            value = record.get(each.name)
            if each.kind == "words" and isinstance(value, dict) and value:
                lacking = tuple(lang for lang in LANGS if not value.get(lang))
                if lacking:
                    yield record, each.name, lacking
