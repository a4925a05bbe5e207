"""Reading a symbol: which system's grammar fits, and what each part says. Never refuses.

Everything that is printed otherwise than the series prints it is read all the same and remarked
on; what no grammar reads is a symbol with empty parts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from amana.texts.symbols.calendar import remark_on_year
from amana.texts.symbols.cleaning import cleaned
from amana.texts.symbols.grammar import REMARKS, Form, Grammar
from amana.texts.symbols.leading import Led, led
from amana.texts.symbols.parts import Parts
from amana.texts.symbols.patterns import compiled, rendered
from amana.texts.symbols.sources import grammars as configured
from amana.texts.symbols.symbol import Remark, Symbol

__all__ = ["LONGEST", "parse"]

LONGEST = 200
"""Characters of a symbol with the words around it; what is longer is a text and not a symbol."""

_ZEROTH = re.compile(r"\.0+(?!\d)")
_MISPRINT = re.compile(r"//+|/ ?\.+|\. ?/|\.\.+")
_ABBREVIATED = re.compile(r"(?<=[A-Z])\. ?/")  # RES./FINAL, FC./FINAL: a full stop, no misprint


@dataclass(frozen=True, slots=True)
class _Reading:
    """One form that fits a text, up to where."""

    grammar: Grammar
    form: Form
    found: re.Match[str]
    rest: str

    @property
    def is_whole(self) -> bool:
        """Whether everything but punctuation was understood."""
        return not (self.rest.strip(" .*,;:)") or self.found.groupdict().get("rest"))

    @property
    def not_understood(self) -> int:
        """How many characters are left over, or were only taken along."""
        return len(self.rest) + len(self.found.groupdict().get("rest") or "")


def parse(text: str, grammars: Sequence[Grammar] | None = None) -> Symbol:
    """What a symbol says, however it is printed.

    Spaces, dashes of any kind, stray dots, doubled slashes, Arabic letters and digits, controls
    of direction, and words before it (`Resolution No.`, `القرار الرقم`) are no obstacle. The
    grammars are those of this installation unless others are given.

        parse("OIC/. CFM-44/2017/ORG/DR RES.3").canonical   "OIC/CFM-44/2017/ORG/DR.RES.3"
        parse("القرار الرقم 6/39 – أت").cluster              "ORG"
        parse("no symbol at all").system                    ""
    """
    printed = text.strip()
    if len(printed) > LONGEST:
        return Symbol(printed, remarks=(Remark("symbol.too-long", {"limit": LONGEST}),))
    return _parsed(printed, configured() if grammars is None else tuple(grammars))


@lru_cache(maxsize=8192)
def _parsed(printed: str, known: tuple[Grammar, ...]) -> Symbol:
    """The same text says the same: a page shows its symbols again at every request."""
    whole = cleaned(printed)
    best: tuple[Led, _Reading] | None = None
    for before in dict.fromkeys((Led(whole), led(whole, known))):
        for reading in _readings(before, known):
            if reading.is_whole:
                return _symbol(printed, before, reading)
            if best is None or reading.not_understood < best[1].not_understood:
                best = (before, reading)
    if best is None:
        return Symbol(printed, remarks=(Remark("symbol.unknown", {"text": printed[:60]}),))
    return _symbol(printed, *best)


def _readings(before: Led, grammars: Sequence[Grammar]) -> Iterator[_Reading]:
    """Every form that fits the beginning of the text, in the order of grammars and forms."""
    named = [g for g in grammars if not before.grammar or g.key == before.grammar] or grammars
    for grammar in (*named, *(g for g in grammars if g not in named)):
        for form, pattern in ((m.form, m.pattern) for m in compiled(grammar)):
            if not _is_allowed(form, before, grammar):
                continue
            found = pattern.match(before.text)
            if found and _ends_well(before.text[found.end() :], form) and _within(form, found):
                yield _Reading(grammar, form, found, before.text[found.end() :])


def _is_allowed(form: Form, before: Led, grammar: Grammar) -> bool:
    """Whether the words before a bare number allow this form to read it."""
    if form.word and form.word != before.kind:
        return False
    if form.hint:
        return before.grammar == grammar.key and before.body == form.hint
    return not (form.bare and before.grammar and before.grammar != grammar.key)


def _ends_well(rest: str, form: Form) -> bool:
    """Whether a reading ends where a word does; a bare number also where no segment follows."""
    if form.bare and re.match(r" ?/|-", rest):
        return False
    return not rest or not (rest[0].isalnum() or rest[0] == "&")


def _within(form: Form, found: re.Match[str]) -> bool:
    given = found.groupdict()
    return all(
        not limits or limits[0] <= int(given[part]) <= limits[-1]
        for part, limits in (("session", form.sessions), ("number", form.numbers))
        if given.get(part)
    )


def _symbol(printed: str, before: Led, reading: _Reading) -> Symbol:
    grammar, form = reading.grammar, reading.form
    parts = Parts(grammar, form, reading.found)
    kind = _kind(form, parts, before)
    canonical = rendered(form.canonical or form.pattern, parts.written)
    more, remarks = _left_over(reading)
    body = grammar.body(parts.body)
    read = Symbol(
        printed,
        canonical=canonical + (f"/{more}" if more else ""),
        system=grammar.system,
        kind=kind,
        body=body.names.text("en") if body else "",
        session=parts.session,
        year=parts.year,
        cluster=parts.cluster,
        number=parts.number,
        modifier=grammar.joint.join(filter(None, (parts.modifier, more))),
        remarks=(*_remarks(before, reading, parts), *remarks),
        grammar=grammar.key,
        codes={"body": parts.body, "type": parts.type},
    )
    return replace(read, remarks=(*read.remarks, *remark_on_year(read, body)))


def _kind(form: Form, parts: Parts, before: Led) -> str:
    """What it is: by its nature, by its form; a word before a bare number knows better."""
    kind = parts.kind or (parts.is_final and form.final) or form.kind
    if form.bare and before.kind and before.kind != "resolution" and kind == "resolution":
        return before.kind
    return kind


def _left_over(reading: _Reading) -> tuple[str, tuple[Remark, ...]]:
    """What follows the part that was understood: more segments, or other words."""
    rest = reading.rest.strip(" .*,;:")
    if not rest.strip(")"):
        return "", ()
    if reading.rest.lstrip().startswith("/") and not reading.form.bare:
        segment, _space, words = rest.lstrip("/ ").partition(" ")
        more = (Remark("symbol.rest", {"rest": words}),) if words else ()
        return segment, (Remark("symbol.segment", {"segment": segment}), *more)
    return "", (Remark("symbol.rest", {"rest": rest[:60]}),)


def _remarks(before: Led, reading: _Reading, parts: Parts) -> Iterator[Remark]:
    if found := _MISPRINT.search(_ABBREVIATED.sub("/", before.text)):
        yield Remark("symbol.misprint", {"found": found[0]})
    if parts.is_strange_cluster:
        yield Remark("symbol.cluster-unknown", {"cluster": parts.cluster})
    if segment := parts.given("rest"):
        yield Remark("symbol.segment", {"segment": segment})
    if "0" in (parts.number, parts.session) or _ZEROTH.search(parts.modifier):
        yield Remark("symbol.zero", {})
    if reading.form.remark:
        yield Remark(REMARKS[reading.form.remark], {"system": reading.grammar.system})
    elif reading.form.bare and not (before.kind or before.body) and not reading.form.letters:
        yield Remark("symbol.read-as", {"system": reading.grammar.system})
