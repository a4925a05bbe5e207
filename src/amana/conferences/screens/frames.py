"""What the hub sends: for each kind of screen the regions of its page, drawn once a language.

The same regions stand in the page when it is first opened, so nothing depends on the hub.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from typing import Any

import jinja2
from django.template.loader import get_template

from amana.conferences.floor.folding import folded, log_of
from amana.conferences.models import Entry as Row
from amana.conferences.models import Log
from amana.conferences.rules.floor.state import Floor
from amana.conferences.screens.acting import Entry, context_of_acts
from amana.conferences.screens.labels import answers, label
from amana.conferences.screens.naming import Names, names_for
from amana.conferences.screens.said import last_said
from amana.conferences.screens.state import scene
from amana.kernel.words import LANGS
from amana.web.charts import Side, hemicycle

__all__ = ["BARE", "COLUMNS", "REGIONS", "act_html", "drawn", "frame", "frames", "shown_on"]

_SERVED = (
    ("state",), ("speaker", "list", "order", "contests"),
    ("question", "vote", "decision", "texts"), ("acts",),
)  # fmt: skip
COLUMNS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "chair": _SERVED,
    "desk": (*_SERVED, ("said",)),
    "delegate": (
        ("voting", "state", "question", "speaker", "list", "acts", "contests", "decision", "texts"),
    ),
    "hall": (("hall",),),
    "interpreter": (("state",), ("speaker", "list", "order"), ("question", "languages", "texts")),
}
"""The regions of each kind of screen, column by column."""

REGIONS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(name for column in columns for name in column) for kind, columns in COLUMNS.items()
}
"""The same in their order on the page: each is `conferences/floor/regions/NAME.html`."""


_SHAPES = {"yes": "round", "no": "square", "abstain": "ring"}


def shown_on(kind: str, log: Log, floor: Floor, names: Names, lang: str) -> dict[str, Any]:
    """What the regions of a kind of screen need."""
    context = scene(log, floor, names, lang) | _words(floor, lang) | {"kind": kind}
    if kind in ("chair", "desk", "delegate"):
        context |= context_of_acts(floor, names, lang, kind != "delegate")
        context["act_html"] = partial(act_html, lang=lang)
    if kind == "desk":
        rows = Row.objects.filter(log=log).order_by("-n")[:40]
        context["said"] = last_said(rows, floor, names, lang)
    if kind == "interpreter":
        context["in_languages"] = _in_languages(context["question"], floor, names)
    if kind == "hall":
        context["half_circle"] = _half_circle(context["decision"], lang)
    return context


def _in_languages(
    question: Mapping[str, Any] | None, floor: Floor, names: Names
) -> list[tuple[str, str, str, str]]:
    """What is before the meeting as each language calls it, and where its text is."""
    if question is None:
        return []
    found, href = question["id"], question["href"]
    return [
        (code, names.question(floor, found, code), names.text(floor, found, code),
         re.sub(r"^/\w\w/", f"/{code}/", href))
        for code in LANGS
    ]  # fmt: skip


def _words(floor: Floor, lang: str) -> dict[str, Any]:
    return {
        "ANSWERS": _table("tally", answers(), lang), "borrowed_mark": floor.rules.mark.text(lang),
        "ANSWERS_MINE": _table("answers", answers(), lang),
        "ROLL_ANSWERS": _table("answers", (*answers(), "pass"), lang),
    }  # fmt: skip


def _table(kind: str, names: tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    return [(name, label(kind, name, lang)) for name in names]


def _half_circle(decision: Mapping[str, Any] | None, lang: str) -> str:
    counted = decision["count"] if decision else None
    if decision is None or counted is None:
        return ""
    tally = counted["tally"]
    sides = [
        Side(word, _SHAPES[name], tally[name], counts=name != "abstain" or counted["all"])
        for name, word in _table("tally", answers(), lang)
    ]  # fmt: skip
    return hemicycle(
        sides, lang, required=counted["required"], line=str(counted["required"]),
        title=decision["name"],
    )  # fmt: skip


def drawn(kind: str, context: Mapping[str, Any]) -> dict[str, str]:
    """The regions as HTML."""
    return {name: _template(name).render(context) for name in REGIONS[kind]}


@cache
def _template(name: str) -> jinja2.Template:
    found: jinja2.Template = get_template(f"conferences/floor/regions/{name}.html").template  # type: ignore[attr-defined]
    return found


def act_html(
    entry: Entry, carried: str, action: str, typed: object | None = None, *, lang: str
) -> str:
    """A button or a form. That of a frame is nobody's own, and mostly what it was before."""
    if carried or action or typed:
        return _part().act(entry, carried, action, typed)  # type: ignore[no-any-return]
    return _kept(entry, lang)


@lru_cache(maxsize=2048)
def _kept(entry: Entry, lang: str) -> str:
    return _part().act(entry, "", "", None)  # type: ignore[no-any-return]


@cache
def _part() -> Any:
    return get_template("conferences/floor/parts.html").template.module  # type: ignore[attr-defined]


def frame(kind: str, topic: str, lang: str) -> str:
    """The whole state for all screens of a kind and language: `{"n", "html": {region: text}}`."""
    log = log_of(topic)
    names = names_for(log)
    with folded(log) as floor:
        context = shown_on(kind, log, floor, names, lang)
    html = drawn(kind, {**context, **BARE})
    return json.dumps({"n": log.length, "html": html}, ensure_ascii=False)


BARE: Mapping[str, Any] = {
    "carried": "", "typed": None, "mine": None, "action": "", "seat_query": "",
}  # fmt: skip
"""What only the page of one reader has: hidden fields, what was typed, what is the reader's own."""


def frames() -> dict[str, Callable[[str, str], str]]:
    """The drawing of each kind, as the hub calls it."""
    return {kind: partial(frame, kind) for kind in REGIONS}
