"""Which instrument a provision is said to be of, and whether it is one of ours."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from amana.texts.citing.found import Instrument
from amana.texts.citing.languages import Language
from amana.texts.citing.plain import Plain, plain
from amana.texts.symbols.sources import grammars, organisation_names, pack_folder

__all__ = ["Named", "named"]

_YEAR = re.compile(r"(?:(?:عام|سنه|لعام|لسنه) )?(?P<year>(?:19|20)\d\d)(?!\d)")
# `Charter 2008`, «ميثاق 1972», `Charter (2008)`
_YEAR_AFTER = re.compile(r" \(?(?P<whose>(?:(?:عام|سنه) )?(?:19|20)\d\d)")
_DEFINITE = re.compile(r"ال|[ء-ي]+(?:ها|نا|ه)(?![ء-ي])")


class Named(NamedTuple):
    """An instrument as named: its kind, where its name ends, the year, the body it is of."""

    kind: Instrument
    end: int
    year: int = 0
    whose: str = ""


def named(text: Plain, at: int, words: Language) -> Named | None:
    """The instrument whose name stands at a place of the plain text; None where none does.

    `the Charter`, `the 1972 Charter`, `the Charter of the Organisation` are ours; `the Charter of
    the United Nations` is one of elsewhere.
    """
    found = [
        (match.end(), kind, match)
        for kind, pattern in words.instruments
        if (match := pattern.match(text.text, at))
    ]
    if not found:
        return None
    end, kind, match = min(found, key=lambda each: each[0])
    before = match["before"].strip()
    year = _YEAR.fullmatch(before)
    if before and not year and not _is_own(before) and _has_capital(text, match):
        return Named(Instrument.ELSEWHERE, end)
    said = Named(kind, end, int(year["year"]) if year else 0)
    return _qualified(text, said, words, match[0][len(match["before"]) :])


def _has_capital(text: Plain, match: re.Match[str]) -> bool:
    piece = text.cased[match.start() : match.end("before")]
    return any(character.isupper() for character in piece)


def _qualified(text: Plain, said: Named, words: Language, name: str) -> Named:
    """The same, with what follows the name: of the Organisation, of 1972, of another."""
    is_arabic = bool(re.match("[ء-ي]", name))
    if is_arabic and _DEFINITE.match(name):
        return _of_a_body(text, said)  # the definite name stands for itself: الميثاق
    match = _YEAR_AFTER.match(text.text, said.end) or words.qualifier.match(text.text, said.end)
    if match is None:
        return said._replace(kind=Instrument.ELSEWHERE) if is_arabic else said
    whose, begins = match["whose"], match.start("whose")
    if year := _YEAR.match(whose):
        return said._replace(year=int(year["year"]), end=begins + year.end())
    own = words.own.match(whose)
    if name := own[0] if own else _at_start(whose, _names(pack_folder())):
        return said._replace(end=begins + len(name))
    if said.kind != Instrument.CHARTER and (body := _at_start(whose, _bodies(pack_folder()))):
        return said._replace(end=begins + len(body), whose=body)
    is_a_name = is_arabic or text.cased[begins].isupper()
    return said._replace(kind=Instrument.ELSEWHERE) if is_a_name else said


def _of_a_body(text: Plain, said: Named) -> Named:
    """«النظام الداخلي لمجلس…», «النظام الأساسي للهيئة…»: the body after a lam."""
    rest = text.text[said.end : said.end + 120]
    for body in _bodies(pack_folder()):
        led = f" لل{body[2:]}" if body.startswith("ال") else f" ل{body}"
        if said.kind != Instrument.CHARTER and _begins(rest, led):
            return said._replace(end=said.end + len(led), whose=body)
    return said


def _is_own(name: str) -> bool:
    return name in _names(pack_folder())


def _at_start(text: str, names: Iterable[str]) -> str:
    return next((name for name in names if _begins(text, name)), "")


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


@lru_cache(maxsize=8)
def _names(pack: Path) -> tuple[str, ...]:
    return tuple(plain(name).text for name in organisation_names(pack))


@lru_cache(maxsize=8)
def _bodies(pack: Path) -> tuple[str, ...]:
    """The bodies of the organisation that its own symbols name, longest first."""
    first = next(iter(grammars(pack)), None) if organisation_names(pack) else None
    names = {
        plain(text).text for body in (first.bodies if first else ()) for _l, text in body.names
    }
    return tuple(sorted(filter(None, names), key=lambda name: (-len(name), name)))
