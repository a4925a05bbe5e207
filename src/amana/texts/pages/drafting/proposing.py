"""From the form of an amendment to the operation: what was typed about one provision."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from amana.kernel.dual_dates import parse
from amana.kernel.numbers import digits
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.rules.kinds import ABBREVIATIONS, Kind
from amana.texts.rules.numbering import printed
from amana.texts.rules.operations import Change, Operation, Place
from amana.texts.rules.tree import Unit, bare, find

__all__ = ["WAYS", "operation_from"]

# What a drafter chooses: the kind of change, and where something new stands.
WAYS = ("substitute", "words", "before", "after", "into", "repeal", "renumber")
_PRINTED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH, Kind.PARAGRAPH)

Form = Mapping[str, str]


def operation_from(form: Form, units: tuple[Unit, ...], wid: str, way: str) -> Operation:
    """The operation that a form describes; refused where it is none, in words."""
    target = find(units, wid)
    if target is None:
        raise Refusal("provision.unknown", address=wid)
    base = Operation("", Change.SUBSTITUTE, wid, on=_day(form), event=_event(form))
    if way == "repeal":
        return replace(base, change=Change.REPEAL)
    if way == "renumber":
        return _renumbered(base, form, target)
    if way == "words":
        return _words(base, form)
    if way == "substitute":
        return _substituted(base, form, target)
    return _inserted(base, form, target, Place(way))


def _day(form: Form) -> date | None:
    if form.get("when") != "day":
        return None
    return parse(form.get("on", "")).start


def _event(form: Form) -> str:
    """The event chosen, or a key made from the name of a new one: the same for the same name."""
    if form.get("when") != "event":
        return ""
    if chosen := form.get("event", "").strip():
        return str(chosen)[:80]
    names = _said(form, "event_name")
    name = names.en or names.fr or names.ar
    if not name:
        raise Refusal("operation.no-event")
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    return slug or f"event-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _said(form: Form, name: str) -> Words:
    return Words.of({
        lang: form.get(f"{name}_{lang}", "").replace("\r\n", "\n").strip() for lang in LANGS
    })  # fmt: skip


def _renumbered(base: Operation, form: Form, target: Unit) -> Operation:
    num = _number(form)
    return replace(base, change=Change.RENUMBER, num=num, printed=_print(target.kind, num))


def _number(form: Form) -> str:
    """The number typed: the same in every language, so in the digits that all of them share."""
    num = digits(form.get("num", "").strip())
    if not num:
        raise Refusal("operation.no-number")
    if not bare(num):
        raise Refusal("operation.number-unreadable", num=num[:24])
    return num


def _words(base: Operation, form: Form) -> Operation:
    old, new = _said(form, "old"), _said(form, "new")
    if not old:
        raise Refusal("operation.no-words")
    return replace(base, old=old, new=new)


def _substituted(base: Operation, form: Form, target: Unit) -> Operation:
    """The provision with all that stands in it, as it was typed."""
    new = _typed(form, target)
    if new == target:
        raise Refusal("operation.nothing-changed")
    return replace(base, units=(new,))


def _typed(form: Form, unit: Unit) -> Unit:
    text = _said(form, f"text:{unit.wid}") if f"text:{unit.wid}_en" in form else unit.text
    heading = unit.heading
    if f"heading:{unit.wid}_en" in form:
        heading = _said(form, f"heading:{unit.wid}")
    children = tuple(_typed(form, child) for child in unit.children)
    return replace(unit, text=text, heading=heading, children=children)


def _inserted(base: Operation, form: Form, target: Unit, place: Place) -> Operation:
    kind, num = _kind(form, target), _number(form)
    text, heading = _said(form, "text"), _said(form, "heading")
    if not text and not heading:
        raise Refusal("operation.nothing-new", target=target.wid)
    within = f"{target.wid}__" if place is Place.INTO else target.wid.rpartition("__")[0]
    if place is Place.INTO and target.kind in (Kind.CHAPTER, Kind.SECTION):
        within = ""
    elif place is not Place.INTO and within:
        within = f"{within}__"
    wid = f"{within}{ABBREVIATIONS[kind]}_{bare(num)}"
    new = Unit(wid, kind, num, heading, text, _print(kind, num))
    return replace(base, change=Change.INSERT, place=place, units=(new,))


def _kind(form: Form, target: Unit) -> Kind:
    """The kind of what is inserted: that of its neighbour where none is chosen."""
    try:
        return Kind(form.get("kind") or target.kind)
    except ValueError:
        raise Refusal("draft.no-such-kind", kind=form.get("kind", "")[:40]) from None


def _print(kind: Kind, num: str) -> Words:
    """How a number is printed, where languages print it by rule."""
    return printed(kind, num) if kind in _PRINTED else Words()
