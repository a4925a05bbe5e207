"""The wording of a text on its page: one, two or three languages side by side, by provision."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from amana.kernel.dual_dates import format_dual
from amana.kernel.words import LANGS
from amana.texts.citations import provision
from amana.texts.models import TextCitation
from amana.texts.pages.addresses import Asked, Look
from amana.texts.pages.labels import LANGUAGES
from amana.texts.pages.links import Links, Piece, pieces
from amana.texts.pages.numbers import number_shown
from amana.texts.rules.operations import Change, Fate, Outcome
from amana.texts.rules.tree import Unit, walk
from amana.texts.standing_text import Text
from amana.web.links import with_query

__all__ = [
    "CHANGES", "Line", "columns", "downloads", "lines", "named", "remarks", "switch", "versions",
]  # fmt: skip

FORMS = (("pdf", "PDF"), ("docx", "DOCX"), ("html", "HTML"), ("xml", "Akoma Ntoso"))
CHANGES = {
    Change.INSERT: gettext_lazy("insertion"),
    Change.SUBSTITUTE: gettext_lazy("replacement"),
    Change.REPEAL: gettext_lazy("repeal"),
    Change.RENUMBER: gettext_lazy("renumbering"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One provision as the page shows it."""

    unit: Unit
    depth: int
    cells: dict[str, "Cell"]
    inserted: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A provision in one language: number, heading, words, or why there are none."""

    number: str
    heading: str
    paragraphs: list[list[Piece]] = field(default_factory=list)


def columns(request: HttpRequest, text: Text) -> tuple[str, ...]:
    """The languages asked for (`langs=ar-fr`), of those that there are; else the reader's own."""
    wanted = [each for each in request.GET.get("langs", "").split("-") if each in LANGS]
    given = [lang for lang in dict.fromkeys(wanted) if lang in text.released]
    own = request.LANGUAGE_CODE
    if not given and own in text.released:
        given = [own]
    return tuple(given or text.released[:1])


def lines(text: Text, langs: Sequence[str], links: Links | None = None, on: str = "") -> list[Line]:
    """Every provision of the day in its order, its citations linked; `on` is kept in the links."""
    first = {unit.wid for unit, _depth in walk(text.original)}
    known = links or {}
    return [
        Line(
            unit, depth,
            {lang: _cell(unit, lang, known.get((unit.wid, lang), ()), on) for lang in langs},
            inserted=unit.wid not in first,
        )
        for unit, depth in walk(text.units)
    ]  # fmt: skip


def _cell(unit: Unit, lang: str, cited: Sequence[TextCitation], on: str) -> Cell:
    said = pieces(getattr(unit.text, lang), cited, lang, on)
    return Cell(number_shown(unit, lang), getattr(unit.heading, lang), said)


def switch(request: HttpRequest, langs: Sequence[str], text: Text) -> list[tuple[str, str, bool]]:
    """Which columns can be shown: label, address, whether they are shown now."""
    own = [lang for lang in (request.LANGUAGE_CODE, *LANGS) if lang in text.released]
    own = list(dict.fromkeys(own))
    choices: list[tuple[str, ...]] = [(lang,) for lang in own]
    choices += [(own[0], lang) for lang in own[1:]]
    if len(own) == 3:
        choices.append(tuple(own))
    kept = {name: value for name, value in request.GET.items() if name != "langs"}
    return [
        (
            " · ".join(str(LANGUAGES[lang]) for lang in choice),
            with_query(request.path, {**kept, "langs": "-".join(choice)}),
            set(choice) == set(langs),
        )
        for choice in choices
    ]


def downloads(key: str, langs: Sequence[str], on: str) -> list[tuple[str, str]]:
    """The files of the shown languages."""
    return [
        (
            label,
            with_query(
                reverse(
                    "texts:file", kwargs={"key": key, "langs": "-".join(langs), "ending": ending}
                ),
                {"on": on},
            ),
        )
        for ending, label in FORMS
    ]


def named(lang: str) -> Callable[[str], str]:
    """How provisions of this page are called: `para_1__subpara_b` is "para. 1(b)"."""
    return lambda wid: provision(wid, lang)


def remarks(text: Text, asked: Asked) -> list[str]:
    """What a reader must know: which version this is, what waits, what could not be applied."""
    found = []
    if asked.look is Look.ORIGINAL:
        found.append(_("This is the text as it was first adopted."))
    elif asked.look is not Look.DAY and asked.on:
        found.append(_("This is the text as it stood on %(day)s.") % {"day": _format(asked.on)})
    later = text.standing.with_fate(Fate.LATER)
    waiting = text.standing.with_fate(Fate.WAITING)
    failed = text.standing.with_fate(Fate.FAILED)
    if later:
        found.append(
            ngettext(
                "%(n)s change has been decided and is not yet in force on this day.",
                "%(n)s changes have been decided and are not yet in force on this day.",
                len(later),
            ) % {"n": len(later)}
        )  # fmt: skip
    if waiting:
        found.append(
            ngettext(
                "%(n)s change waits for an event or for a day that is not known.",
                "%(n)s changes wait for an event or for a day that is not known.",
                len(waiting),
            ) % {"n": len(waiting)}
        )  # fmt: skip
    if failed:
        found.append(
            ngettext(
                "%(n)s change on record could not be applied to this text.",
                "%(n)s changes on record could not be applied to this text.",
                len(failed),
            ) % {"n": len(failed)}
        )  # fmt: skip
    return found


def _format(day: date) -> str:
    return format_dual(day, lang=(get_language() or "en").partition("-")[0])


def versions(text: Text, key: str) -> list[dict[str, Any]]:
    """The life of a text: its original, then each day on which it changed, and what waits."""
    outcomes: Iterable[Outcome] = text.standing.outcomes
    found: list[dict[str, Any]] = [
        {"on": None, "address": _address(f"{key}@"), "outcomes": [], "key": key}
    ]
    found += [
        {
            "on": day, "key": key, "address": _address(f"{key}@{day.isoformat()}"),
            "outcomes": [each for each in outcomes if each.operation.on == day],
        }
        for day in text.changes()
    ]  # fmt: skip
    if undated := [each for each in outcomes if each.operation.on is None]:
        found.append({"on": None, "address": "", "outcomes": undated, "key": key})
    return found


def _address(key: str) -> str:
    return reverse("texts:work", kwargs={"key": key})
