"""PDF by Typst: tagged, PDF/A-2a and PDF/UA-1, with our own fonts and nothing of the system's.

What the text says goes in as data (JSON), never as markup, so that nothing needs escaping. The
same paper gives the same bytes: the file's date is that of the text.
"""

import json
import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

from amana.kernel.symbols import kept_in_order
from amana.kernel.words import Words
from amana.texts.force import verb_end
from amana.texts.renditions.code import svg
from amana.texts.renditions.paper import REPEALED, Paper, Proof
from amana.texts.rules.kinds import Kind
from amana.texts.rules.tree import Unit, walk

__all__ = ["number_of", "pdf"]

HERE = Path(__file__).parent
STANDARDS: Final = ("a-2a", "ua-1")
ACTING = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH, Kind.ENACTING}
)
_LOCK = Lock()  # one compiler, one hand


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        HERE / "typst" / "text.typ",
        root=HERE / "typst",
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
    )


def pdf(paper: Paper, proof: Proof | None = None) -> bytes:
    """The PDF of a paper, with the way to its proof, if it has one, in a code and in words."""
    data = json.dumps(_data(paper, proof), ensure_ascii=False)
    with _LOCK:
        made = _compiler().compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=list(STANDARDS),
            timestamp=_midnight(paper.day),
        )  # fmt: skip
    assert isinstance(made, bytes)
    return made


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _data(paper: Paper, proof: Proof | None) -> dict[str, Any]:
    main = paper.langs[0]
    return {
        "langs": list(paper.langs),
        "title": paper.named(main) or paper.symbol or paper.organisation.text(main),
        "running": paper.named(main),
        "organisation": paper.organisation.text(main),
        "symbol": paper.symbol,
        "date": [paper.day.year, paper.day.month, paper.day.day],
        "qr": svg(proof.address) if proof else "",
        "qr-alt": proof.alt if proof else "",
        "proof": proof.address if proof else "",
        "hash-note": proof.note if proof else "",
        "words": {lang: _words(paper, lang) for lang in paper.langs},
        "rows": [
            _row(unit, paper.langs)
            for unit, _depth in walk(paper.units)
            if unit.kind is not Kind.SYMBOL
        ],
    }


def _words(paper: Paper, lang: str) -> dict[str, Any]:
    return {
        "organisation": paper.organisation.text(lang),
        "body": paper.body.text(lang),
        "facts": [getattr(line, lang) for line in paper.facts],
        "notice": getattr(paper.notice, lang),
    }


def _row(unit: Unit, langs: tuple[str, ...]) -> dict[str, Any]:
    cells = {lang: _cell(unit, lang) for lang in langs}
    return {"kind": unit.kind.value, "level": _level(unit.kind), "cells": cells}


def _level(kind: Kind) -> int:
    """How deep a paragraph is set in: paragraphs stand at the edge, what they hold further in."""
    deeper = {
        Kind.SUBPARAGRAPH: 2, Kind.ANNEX_ITEM: 2, Kind.SUBSUBPARAGRAPH: 3,
        Kind.PARAGRAPH: 1, Kind.POINT: 2,
    }  # fmt: skip
    return deeper.get(kind, 1)


def _cell(unit: Unit, lang: str) -> dict[str, str]:
    text = getattr(unit.text, lang)
    end = verb_end(text, lang) if unit.kind in ACTING else 0
    return {
        "num": number_of(unit, lang),
        "heading": getattr(unit.heading, lang),
        "verb": text[:end],
        "text": _unbroken(text[end:], lang),
        "repealed": getattr(REPEALED, lang) if unit.repealed else "",
        "note": "",
    }


_SYMBOL = re.compile(r"[A-Z][A-Za-z.&]*(?:[/-][\w.&]+){2,}")
_JOINER = "\N{WORD JOINER}"


def _unbroken(text: str, lang: str) -> str:
    """The text with its symbols in their own order, which no line breaks at a slash."""
    joined = _SYMBOL.sub(lambda found: re.sub(r"(?<=[/-])", _JOINER, found[0]), text)
    return kept_in_order(joined) if lang == "ar" else joined


_CALLED = {
    Kind.ARTICLE: Words(ar="المادة {}", en="Article {}", fr="Article {}"),
    Kind.CHAPTER: Words(ar="الفصل {}", en="Chapter {}", fr="Chapitre {}"),
    Kind.RULE: Words(ar="القاعدة {}", en="Rule {}", fr="Règle {}"),
    Kind.SECTION: Words(ar="القسم {}", en="Section {}", fr="Section {}"),
}


def number_of(unit: Unit, lang: str) -> str:
    """A number as the language prints it: as on record, else by the kind of provision."""
    kept: str = getattr(unit.printed, lang)
    if kept or not unit.num:
        return kept
    called = _CALLED.get(unit.kind)
    return getattr(called, lang).format(unit.num) if called else f"{unit.num}."
