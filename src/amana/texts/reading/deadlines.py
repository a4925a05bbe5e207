"""By when a paragraph wants something done: a day, the next session, or nothing.

The reading rules: an ISO date (relative ones are computed from the session), `next session`, or
none; *with effect from* and *first half of* count. *As soon as possible* is no deadline.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from amana.texts.reading.days import Span, after_months, all_days, day_at, half, quarter, week
from amana.texts.reading.folding import Folded, folded
from amana.texts.reading.numerals import cardinal, ordinal_value
from amana.texts.reading.patterns import pattern, patterns

__all__ = ["NO_DEADLINE", "Deadline", "deadline", "session_in"]


class Deadline(NamedTuple):
    """When something is due.

    `kind` is `date`, `session`, `recurring` or empty; `on` the day, None where it cannot be
    computed (within six months, of a session whose day is not given); `session` the number of the
    session where it is written; `phrase` the words that say so.
    """

    kind: str = ""
    on: date | None = None
    session: int = 0
    phrase: str = ""
    value: str = ""

    def __bool__(self) -> bool:
        return self.kind != ""


NO_DEADLINE = Deadline()


def deadline(text: str, lang: str, *, opened: date | None = None, session: int = 0) -> Deadline:
    """The first deadline that a paragraph sets.

    `opened` is the day the adopting session opened, from which *within six months* is counted;
    `session` its number, by which *the fifty-first session* is known to be the next one. `value`
    is `2025-12-31`, `next session`, `session 53`, or empty.
    """
    whole = folded(text)
    for find in (_fixed, _part_of, _relative):
        found = find(whole, lang, opened)
        if found:
            return found
    return (
        session_in(whole, lang, session=session)
        or _recurring(whole, lang)
        or _event(whole, lang, opened)
    )


# Days with a word before them -------------------------------------------------------------------

_FIXED = patterns("fixed")
_WEAK = {"fr": ("pour", "au", "des"), "ar": ("الي",), "en": ("by",)}
_FROM = pattern("from")
_FIRST_OF = re.compile(r"before|prior|avant|قبل")
_START_OF = re.compile(r"beginning|start|early|debut|بدايه|مطلع|اواءل")
_MIDDLE_OF = re.compile(r"mid|milieu|منتصف")
_PAST = pattern("past")


def _fixed(whole: Folded, lang: str, _opened: date | None) -> Deadline:
    for match in _FIXED[lang].finditer(whole.text):
        cue = match["cue"]
        span = day_at(whole.text, match.end())
        if span is None or _is_weak(cue, lang, span, match["end"]):
            continue
        if cue not in ("with effect from",) and _PAST.search(whole.text, 0, match.start()):
            tail = whole.text[max(0, match.start() - 60) : match.start()]
            if _PAST.search(tail):
                continue
        return _dated(_edge(span, cue, match["end"] or ""), whole, match.start(), span.end)
    return NO_DEADLINE


def _is_weak(cue: str, lang: str, span: Span, end: str | None) -> bool:
    """A word that says "by" only before a full day, or before an end: au 31 décembre."""
    if cue not in _WEAK[lang]:
        return False
    if lang == "ar" or cue == "au":
        return True
    return cue != "by" and span.precision != "day" and not end


def _edge(span: Span, cue: str, end: str) -> date:
    """The day that is meant: the first of a span for *from* and *before*, else the last."""
    if _START_OF.search(end):
        return span.first
    if _MIDDLE_OF.search(end):
        return half(span, 1)
    if end:
        return span.last
    if _FROM.search(cue) or (_FIRST_OF.search(cue) and span.precision != "day"):
        return span.first
    return span.last


def _dated(on: date, whole: Folded, start: int, end: int) -> Deadline:
    return Deadline("date", on, 0, whole.original(start, end), on.isoformat())


# Halves, quarters, weeks ------------------------------------------------------------------------

_PART = patterns("part-of")
_NTH = {
    1: ("first", "1st", "premier", "premiere", "1er", "1re", "الاول"),
    2: ("second", "2nd", "seconde", "deuxieme", "2e", "الثاني"),
    3: ("third", "3rd", "troisieme", "3e", "الثالث"),
    4: ("fourth", "4th", "quatrieme", "4e", "الرابع"),
    9: ("last", "dernier", "derniere", "الاخير"),
}
_WHICH = {word: which for which, words in _NTH.items() for word in words}
_OF: dict[str, Callable[[Span, int], date]] = {
    **dict.fromkeys(("half", "semester", "moitie", "semestre", "quinzaine", "النصف"), half),
    **dict.fromkeys(("quarter", "trimester", "trimestre", "الربع", "الفصل"), quarter),
    **dict.fromkeys(("week", "semaine", "الاسبوع"), week),
}


def _part_of(whole: Folded, lang: str, opened: date | None) -> Deadline:
    for match in _PART[lang].finditer(whole.text):
        measure = _OF.get(match["what"])
        span = _this_year(opened) if match["rest"] else day_at(whole.text, match.end())
        if measure is None or span is None:
            continue
        which = _WHICH[match["nth"]]
        most = 2 if measure is half else 4
        end = span.last if which > most else measure(span, which)
        return _dated(end, whole, match.start(), span.end or match.end())
    return NO_DEADLINE


def _this_year(opened: date | None) -> Span | None:
    if opened is None:
        return None
    return Span(date(opened.year, 1, 1), date(opened.year, 12, 31), "year", 0, 0)


# Counted from the session -----------------------------------------------------------------------

_RELATIVE = patterns("relative")
_DUAL = {
    "يومين": (2, "day"), "اسبوع": (1, "week"), "اسبوعين": (2, "week"), "شهر": (1, "month"),
    "شهر واحد": (1, "month"), "شهرين": (2, "month"), "سنه": (1, "year"), "سنه واحده": (1, "year"),
    "عام واحد": (1, "year"), "سنتين": (2, "year"), "عامين": (2, "year"),
}  # fmt: skip
_UNITS = (
    ("day", ("day", "jour", "يوم", "ايام")), ("week", ("week", "semaine", "اسبوع", "اسابيع")),
    ("month", ("month", "mois", "شهر", "اشهر", "شهور")),
    ("year", ("year", "an", "سنه", "سنوات", "سنين", "عام", "اعوام")),
)  # fmt: skip


def _relative(whole: Folded, lang: str, opened: date | None) -> Deadline:
    match = _RELATIVE[lang].search(whole.text)
    if match is None:
        return _end_of_this_year(whole, lang, opened)
    count, unit = _measure(match, lang)
    if not count or (lang == "ar" and match["dual"] and day_at(whole.text, match.start("dual"))):
        return NO_DEADLINE  # خلال شهر يونيو 1998 is no month from now
    phrase = whole.original(match.start(), match.end())
    if opened is None:
        return Deadline("date", None, 0, phrase)
    on = _later(opened, count, unit)
    return Deadline("date", on, 0, phrase, on.isoformat())


def _measure(match: re.Match[str], lang: str) -> tuple[int, str]:
    groups = match.groupdict()
    if groups.get("dual"):
        return _DUAL[groups["dual"]]
    word = groups.get("n") or groups.get("m") or ""
    unit = groups.get("unit") or groups.get("unit2") or ""
    named = next((name for name, words in _UNITS if unit.startswith(words)), "")
    return cardinal(word, lang), named


def _later(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return after_months(day, count * (12 if unit == "year" else 1))


_END_OF_YEAR = patterns("end-of-year")


def _end_of_this_year(whole: Folded, lang: str, opened: date | None) -> Deadline:
    match = _END_OF_YEAR[lang].search(whole.text)
    if match is None:
        return NO_DEADLINE
    phrase = whole.original(match.start(), match.end())
    if opened is None:
        return Deadline("date", None, 0, phrase)
    on = date(opened.year, 12, 31)
    return Deadline("date", on, 0, phrase, on.isoformat())


# Sessions ---------------------------------------------------------------------------------------

_SESSION = patterns("session")
# What stands before a session that is over, or whose work is spoken of.
_DONE = patterns("done")


def session_in(whole: Folded, lang: str, *, session: int = 0, start: int = 0) -> Deadline:
    """The session that a text looks forward to, from a place on; `NO_DEADLINE` without one."""
    for match in _SESSION[lang].finditer(whole.text, start):
        groups = match.groupdict()
        word = groups.get("nth") or groups.get("nth2")
        before = whole.text[max(0, match.start() - 50) : match.start()]
        if _DONE[lang].search(before):
            continue
        number = ordinal_value(word, lang) if word else 0
        if word and (not number or (session and number <= session)):
            continue
        phrase = whole.original(match.start(), match.end())
        if not word or not session or number == session + 1:
            return Deadline("session", None, number, phrase, "next session")
        return Deadline("session", None, number, phrase, f"session {number}")
    return NO_DEADLINE


# Again and again, and on a day --------------------------------------------------------------------

_RECURRING = patterns("recurring")


def _recurring(whole: Folded, lang: str) -> Deadline:
    """Every year, at every session: due for the first time at the next one."""
    match = _RECURRING[lang].search(whole.text)
    if match is None:
        return NO_DEADLINE
    phrase = whole.original(match.start(), match.end())
    return Deadline("recurring", None, 0, phrase, "next session")


_ON = patterns("on")


def _event(whole: Folded, lang: str, opened: date | None) -> Deadline:
    """A day after the session on which something is to take place; only where that day is known."""
    if opened is None:
        return NO_DEADLINE
    for match in _ON[lang].finditer(whole.text):
        span = day_at(whole.text, match.end())
        if span is not None and span.last > opened:
            return _dated(span.last, whole, match.start(), span.end)
    later = [span for span in all_days(whole.text) if span.first > opened]
    return _dated(later[0].last, whole, later[0].start, later[0].end) if later else NO_DEADLINE
