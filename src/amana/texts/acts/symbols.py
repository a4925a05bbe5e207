"""Giving out symbols: reserve the next number of a series, assign it, declare it void.

Numbers are taken while the row of their counter is locked, in the transaction that puts the act
into the register: two hands never get one number, and a number is gone only with a reason.
"""

import re
from collections.abc import Mapping
from typing import Any

from amana.ground import clock, register
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.acts.writing import act, require
from amana.texts.models import Counter, Draft, IssuedSymbol, Series, Work, WorkRecord
from amana.texts.permissions import power_to_draft, power_to_release
from amana.texts.symbols import Symbol, filled, letter_for, parse, spellings
from amana.texts.symbols.grammar import Grammar
from amana.texts.symbols.patterns import coded
from amana.texts.symbols.writing import grammar_by_key

__all__ = ["STATES", "assign", "reserve", "void"]

State = IssuedSymbol.State
STATES = {
    State.RESERVED: Words(en="reserved", fr="réservée", ar="محجوز"),
    State.ASSIGNED: Words(en="assigned", fr="attribuée", ar="مسند"),
    State.VOID: Words(en="void", fr="annulée", ar="ملغى"),
}
_ANY = 999_999  # a number that no series reaches, in whose place any number is looked for


@act
def reserve(
    series: str, scope: Mapping[str, str], *, by: Authority, draft: str = ""
) -> IssuedSymbol:
    """Take the next number: one that was given back, else the one after the last.

    `scope` has the parts after which the series counts anew: `{"session": "50", "cluster":
    "POL"}`; a subject may be given by any of its codes. `draft` is the key of what will bear it.
    A number that a text on record bears already is passed over.
    """
    power = require(power_to_draft(by), by, "number")
    found = Series.objects.filter(key=series).first()
    if found is None:
        raise Refusal("series.unknown", key=series)
    grammar = grammar_by_key(found.grammar)
    if grammar is None:
        raise Refusal("series.no-grammar", key=series, grammar=found.grammar)
    parts = _scope(found, grammar, scope)
    bearer = _draft(draft)
    taken = _take(found, parts)
    return _write(
        taken, "symbol.reserve", by, power,
        state=State.RESERVED, free=False, reason="", draft=bearer,
        printed=_printed(found, grammar, parts, taken),
    )  # fmt: skip


@act
def assign(symbol: str, *, by: Authority, work: str) -> IssuedSymbol:
    """Say which work bears a reserved symbol; `symbol` however it is printed."""
    power = require(power_to_release(by), by, "number")
    row = _issued(symbol)
    if row.state != State.RESERVED:
        raise Refusal("symbol.not-reserved", symbol=row.canonical, state=STATES[State(row.state)])
    bearer = Work.objects.filter(key=work).first()
    if bearer is None:
        raise Refusal("work.unknown", key=work)
    return _write(row, "symbol.assign", by, power, state=State.ASSIGNED, work=bearer)


@act
def void(symbol: str, *, by: Authority, reason: str, again: bool = False) -> IssuedSymbol:
    """Take a symbol back, with a reason.

    With `again` the next reservation of its scope gets it; that is refused once a work has borne
    it. Without, its number stays empty for good and the reason explains the gap.
    """
    power = require(power_to_release(by), by, "number")
    row = _issued(symbol)
    if row.state == State.VOID:
        raise Refusal("symbol.void", symbol=row.canonical, reason=row.reason)
    if not reason.strip():
        raise Refusal("symbol.no-reason", symbol=row.canonical)
    if again and row.state == State.ASSIGNED:
        raise Refusal("symbol.was-borne", symbol=row.canonical)
    return _write(
        row, "symbol.void", by, power, state=State.VOID, free=again, reason=reason.strip()
    )


def _scope(series: Series, grammar: Grammar, given: Mapping[str, str]) -> dict[str, str]:
    """The parts of a scope in their one form; refused where one lacks, is strange or unreadable."""
    if set(given) != set(series.scope):
        raise Refusal("series.scope", key=series.key, parts=series.scope, given=sorted(given))
    parts = {name: str(given[name]).strip() for name in series.scope}
    for name, value in parts.items():
        if name == "cluster":
            parts[name] = coded(grammar.clusters, value.upper())
        elif not (value.isascii() and value.isdigit() and 0 < int(value) < 10_000):
            parts[name] = ""
        else:
            parts[name] = str(int(value))
        if not parts[name]:
            raise Refusal("series.part", key=series.key, part=name, value=value[:40])
    return parts


def _take(series: Series, parts: Mapping[str, str]) -> IssuedSymbol:
    """The row of the number to be given out, new or given back; its counter stays locked."""
    scope = "/".join(parts[name] for name in series.scope)
    rows = Counter.objects.filter(series=series, scope=scope)
    if not rows.exists():
        begin = 1 + _last_on_record(series, parts)
        Counter.objects.get_or_create(series=series, scope=scope, defaults={"next": begin})
    counter = rows.select_for_update().get()
    given_back = IssuedSymbol.objects.filter(series=series, scope=scope, free=True)
    if back := given_back.order_by("number").first():
        return back
    number = counter.next
    while _is_borne(read := _symbol(series, parts, number)):
        number += 1
    counter.next = number + 1
    counter.save(update_fields=["next"])
    return IssuedSymbol(series=series, scope=scope, number=number, canonical=read.canonical)


def _symbol(series: Series, parts: Mapping[str, str], number: int) -> Symbol:
    """The symbol of a number, as its grammar reads it; refused where template and grammar differ.

    So is a year in which that session did not meet.
    """
    read = parse(filled(series.canonical, {**parts, "number": str(number)}))
    if read.number != str(number) or read.grammar != series.grammar:
        raise Refusal("series.not-read", key=series.key, symbol=read.printed)
    for remark in read.remarks:  # the year is not that of the session
        facts: dict[str, Any] = dict(remark.facts)
        raise Refusal(remark.code, **facts)
    return read


def _is_borne(read: Symbol) -> bool:
    names = spellings(read)
    records = WorkRecord.objects.whoever().filter(canonical__in=names)
    return records.exists() or IssuedSymbol.objects.filter(canonical__in=names).exists()


def _last_on_record(series: Series, parts: Mapping[str, str]) -> int:
    """The highest number of a scope that texts on record bear, in any spelling; 0 for none."""
    forms = [
        re.escape(name).replace(str(_ANY), r"\d+")
        for name in spellings(_symbol(series, parts, _ANY))
    ]
    borne = WorkRecord.objects.whoever().filter(canonical__regex=f"^({'|'.join(forms)})$")
    numbers = (parse(text).number for text in borne.values_list("canonical", flat=True))
    return max((int(number) for number in numbers if number.isdigit()), default=0)


def _printed(
    series: Series, grammar: Grammar, parts: Mapping[str, str], row: IssuedSymbol
) -> Words:
    """What each language prints."""
    read = parse(row.canonical)
    body = read.codes.get("body", "")
    latin = letter_for(grammar, read.cluster, body, read.session)
    said = {**parts, "number": str(row.number), "cluster": latin}
    return Words.of({
        lang: filled(
            series.printed.text(lang),
            said | {"letter": letter_for(grammar, read.cluster, body, read.session, lang)},
        )
        for lang in LANGS
    })  # fmt: skip


def _issued(text: str) -> IssuedSymbol:
    """The row of a symbol, locked, however the symbol is printed."""
    rows = IssuedSymbol.objects.select_for_update(of=("self",))
    row = rows.filter(canonical__in=(text.strip(), *spellings(parse(text)))).first()
    if row is None:
        raise Refusal("symbol.not-issued", symbol=text[:60])
    return row


def _draft(key: str) -> Draft | None:
    if not key:
        return None
    found = Draft.objects.filter(key=key).first()
    if found is None:
        raise Refusal("draft.unknown", key=key)
    return found


def _write(row: IssuedSymbol, verb: str, by: Authority, power: str, **now: Any) -> IssuedSymbol:
    """Write what became of a symbol and its act."""
    for name, value in now.items():
        setattr(row, name, value)
    row.who, row.at = by.name, clock.now()
    row.act = register.record(
        verb, f"symbol:{row.canonical}", by=by, power=power, reason=row.reason,
        facts={
            "series": row.series.key, "scope": row.scope, "number": row.number,
            "state": str(row.state), "free": row.free,
            "work": row.work.key if row.work else "",
        },
    )  # fmt: skip
    row.save()
    return row
