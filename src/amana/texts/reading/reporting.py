"""Whether a paragraph asks for a report: to whom, and when."""

import re
from datetime import date
from typing import NamedTuple

from amana.texts.reading.deadlines import NO_DEADLINE, Deadline, deadline, session_in
from amana.texts.reading.folding import Folded, folded
from amana.texts.reading.patterns import pattern, patterns

__all__ = ["NO_REPORT", "Reporting", "reporting"]


class Reporting(NamedTuple):
    """A report asked for: `to` whom as the text says, `when`, in writing or orally.

    `to` is empty where the text names nobody: the report is for the body that adopts it.
    """

    to: str = ""
    when: Deadline = NO_DEADLINE
    form: str = ""
    phrase: str = ""

    def __bool__(self) -> bool:
        return self.form != ""


NO_REPORT = Reporting()

_REPORT = patterns("report")
# A report that is only spoken of: takes note of the report submitted.
_ORAL = pattern("oral")
_TO = patterns("to")
_CUT = patterns("cut")
# Keep the Member States informed.
_KEPT = pattern("kept")
_SESSION_OF = patterns("session-of")
_ITSELF = frozenset(("it", "them", "lui", "its next session", "اليه", "اليها", "sa", "him", ""))


def reporting(text: str, lang: str, *, opened: date | None = None, session: int = 0) -> Reporting:
    """The report that a paragraph asks for, or `NO_REPORT`.

    A report that is only mentioned (*takes note of the report of the Secretary General*) is none.
    `opened` and `session` are those of `deadlines.deadline`.
    """
    whole = folded(text)
    match = _REPORT[lang].search(whole.text)
    if match is None:
        return NO_REPORT
    form = "oral" if _ORAL.search(whole.text, match.start(), match.end() + 30) else "written"
    return Reporting(
        _recipient(whole, lang, match),
        _when(text, whole, lang, match.start(), opened, session),
        form,
        whole.original(match.start(), match.end()),
    )


def _when(
    text: str, whole: Folded, lang: str, start: int, opened: date | None, session: int
) -> Deadline:
    """The session a report is for, before any other time: the deed may have a day of its own."""
    at = session_in(whole, lang, session=session, start=max(0, start - 1))
    if at:
        return at
    return deadline(whole.source[_source(whole, start) :], lang, opened=opened, session=session)


def _source(whole: Folded, start: int) -> int:
    """Where in the original a place of the folded text is."""
    place = 0
    for begins, (first, _last) in zip(whole.starts, whole.words, strict=True):
        if begins > start:
            break
        place = first
    return place


def _recipient(whole: Folded, lang: str, match: re.Match[str]) -> str:
    """Whom the report is for, in the words of the text; empty for the body itself."""
    kept = _KEPT.match(whole.text, match.start())
    if kept:
        return _tidy(whole.original(*kept.span(kept.lastindex or 1)))
    for found in _TO[lang].finditer(whole.text, match.start()):
        group = "to" if found.groupdict().get("to") is not None else "lil"
        start, end = found.span(group)
        words = whole.text[start:end]
        cut = _CUT[lang].search(words)
        if cut and cut.start() > 0:
            end = start + cut.start()
        elif cut:
            continue
        session = _SESSION_OF[lang].match(whole.text[start:end].strip())
        if session:
            start += session.end()
        name = whole.text[start:end].strip()
        if name in _ITSELF or (session and not name):
            return ""
        return _tidy(whole.original(start, end)) if name else ""
    return ""


_ARTICLE = re.compile(r"^(?:(?:the|les|le|la|au|aux|du|à la|a)\s+|(?:à )?l['’]\s*)(?=\w)", re.I)


def _tidy(name: str) -> str:
    name = name.strip(" .,;:،؛")
    if name.startswith("لل"):
        return f"ال{name[2:]}"
    if name.startswith("ل") and len(name) > 4:
        return name[1:]
    return _ARTICLE.sub("", name)
