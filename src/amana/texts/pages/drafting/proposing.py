"""From the form of an amendment to the operation: what was typed about one provision."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from amana.kernel.dual_dates import parse
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.texts.rules.kinds import ABBREVIATIONS, Kind
from amana.texts.rules.numbering import printed
from amana.texts.rules.operations import Change, Operation, Place
from amana.texts.rules.tree import Unit, find

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
    when = {"on": _day(form), "event": form.get("event", "").strip()}
    base = Operation("", Change.SUBSTITUTE, wid, **when)  # type: ignore[arg-type]
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


def _said(form: Form, name: str) -> Words:
    return Words.of({
        lang: form.get(f"{name}_{lang}", "").replace("\r\n", "\n").strip() for lang in LANGS
    })  # fmt: skip


def _renumbered(base: Operation, form: Form, target: Unit) -> Operation:
    num = form.get("num", "").strip()
    if not num:
        raise Refusal("operation.no-number")
    return replace(base, change=Change.RENUMBER, num=num, printed=_print(target.kind, num))


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
    kind, num = Kind(form.get("kind") or target.kind), form.get("num", "").strip()
    if not num:
        raise Refusal("operation.no-number")
    text, heading = _said(form, "text"), _said(form, "heading")
    if not text and not heading:
        raise Refusal("operation.nothing-new", target=target.wid)
    within = f"{target.wid}__" if place is Place.INTO else target.wid.rpartition("__")[0]
    if place is Place.INTO and target.kind in (Kind.CHAPTER, Kind.SECTION):
        within = ""
    elif place is not Place.INTO and within:
        within = f"{within}__"
    number = "".join(c for c in num if c.isascii() and (c.isalnum() or c in ".-"))
    new = Unit(f"{within}{ABBREVIATIONS[kind]}_{number}", kind, num, heading, text,
               _print(kind, num))  # fmt: skip
    return replace(base, change=Change.INSERT, place=place, units=(new,))


def _print(kind: Kind, num: str) -> Words:
    """How a number is printed, where languages print it by rule."""
    return printed(kind, num) if kind in _PRINTED else Words()
