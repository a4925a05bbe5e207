"""From a text as typed to the pieces of a date: folding, cutting into pieces, knowing words.

The folding here is for dates only: it drops what never distinguishes two dates (vowel marks,
tatweel, apostrophes, bidi controls, accents) and makes every digit ASCII and every dash a hyphen.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amana.kernel.dates.months import month_named, month_near
from amana.kernel.numbers import ordinal

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⸺⸻﹘﹣－ー〜~"), "-")
_ARABIC = str.maketrans("أإآٱىةیېکگھہەۀي", "اااايهييككههههي")
_LATIN = str.maketrans({"ı": "i", "œ": "oe", "æ": "ae", "ð": "d", "ø": "o", "ł": "l"})
_APOSTROPHES = re.compile(r"['’‘`ʼʻʽʾʿ′´‛＇ʹˈ\"“”«»]")
_ELISION = re.compile(r"(?<![\w'’])[ld]['’](?=[^\W\d])")
_TATWEEL_DASH = re.compile(r"(?<=[\d\s])ـ+(?=[\d\s])")

# Phrases that stand between the two calendars of one date.
_EQUALS = re.compile(
    r"\b(?:corresponding (?:to|with)|corresponds to|correspondant (?:au|a|aux)|equivalent to|"
    r"coinciding with|coincidant avec|soit|that is|ie|i e|(?:ال)?موافق(?:ين|ه)?|يوافقه?)\b"
)
_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
_SILENT, _BETWEEN = frozenset(_WORDS["silent"]), frozenset(_WORDS["between"])
_RANGES = {**dict.fromkeys(_WORDS["ranges"], "-"), **dict.fromkeys(_WORDS["pairs"], "and")}
_ERAS = {word: calendar for calendar in ("hijri", "gregorian") for word in _WORDS[calendar]}
_ENDINGS, _FIRST = frozenset(_WORDS["endings"]), frozenset(_WORDS["first"])
_ROMAN = {"i": "1", "ii": "2"}  # Rabi I and Rabi II; alone, so that no vowel is taken for one

_PIECES = re.compile(
    r"(?P<ymd>(?<!\d)\d{4}(?P<s1>[-/.]| ?/ ?)\d{1,2}(?P=s1)\d{1,2}(?!\d))"
    r"|(?P<dmy>(?<!\d)\d{1,2}(?P<s2>[-/.]| ?/ ?)\d{1,2}(?P=s2)\d{4}(?!\d))"
    r"|(?P<ym>(?<![\d-])\d{4}-(?:0[1-9]|1[0-2])(?![\d-]))"
    r"|(?P<number>\d+)|(?P<dots>\.\.)|(?P<word>[^\W\d_]+)|(?P<mark>[^\s.])"
)


@dataclass(frozen=True)
class Piece:
    """One piece of a date.

    `kind` is `full` (value year, month and mostly day), `number` (value, and how many figures),
    `month` (calendar, number), `era` (calendar), `range` (text `-` or `and`), `between`, `sep`,
    or `same`: the two dates around it name the same days.
    """

    kind: str
    values: tuple[int, ...] = ()
    calendar: str = ""
    text: str = ""


@dataclass(frozen=True)
class _Raw:
    kind: str
    text: str
    start: int
    end: int


def folded(text: str) -> str:
    """The text with one form for each letter, digit and dash, ready to be cut."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(_ascii_digit(c) for c in text if unicodedata.category(c) != "Cf")
    text = _TATWEEL_DASH.sub("-", text).replace("ـ", "").translate(_ARABIC)
    text = _APOSTROPHES.sub("", _ELISION.sub(" ", text))
    text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    text = text.translate(_DASHES).translate(_LATIN).translate(_ARABIC).replace("،", ",")
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b)\.?", r"\1", text)  # A.H., a.d., i.e.
    text = _EQUALS.sub("=", " ".join(text.split()))
    return _day_words().sub(lambda match: str(_DAY_WORDS[match.group()]), text)


def _in_words() -> dict[str, int]:
    """Days written in words, nominative and genitive: الخامس عشر, الحادي والعشرين."""
    words = {}
    for day in range(1, 31):
        word = ordinal(day, "ar").translate(_ARABIC)
        words[word] = words[word.replace("ون", "ين")] = day
    return words


_DAY_WORDS = _in_words()


@cache
def _day_words() -> re.Pattern[str]:
    """A day in words, unless it is the second word of a month: ربيع الأول, كانون الثاني."""
    words = "|".join(sorted(_DAY_WORDS, key=len, reverse=True))
    return re.compile(rf"(?<!ربيع )(?<!جمادي )(?<!جماد )(?<!كانون )(?<!تشرين )\b(?:{words})\b")


def _ascii_digit(character: str) -> str:
    return str(unicodedata.decimal(character, character))


def pieces(text: str) -> tuple[list[Piece], list[tuple[str, Piece]]]:
    """Cut a folded text; also the misspelt months, each with the month it was taken for.

    Raises `ValueError` with the word when a word belongs to no date.
    """
    raws = _without_endings([_raw(match) for match in _PIECES.finditer(text)])
    found: list[Piece | None] = []
    guessed: list[tuple[str, Piece]] = []
    place = 0
    while place < len(raws):
        month, used = _month_at(raws, place, month_named)
        if month is None and not _is_known(raws[place]):
            month, used = _month_at(raws, place, month_near)
            if month is not None:
                guessed.append((month.text, month))
        if month is not None:
            found.append(month)
            place += used
            continue
        found.append(_plain(raws[place]))
        place += 1
    return [piece for piece in found if piece], guessed


def _without_endings(raws: list[_Raw]) -> list[_Raw]:
    """Without the endings of ordinals: 1st, 15th, 1er, directly after the figure."""
    befores = [None, *raws[:-1]]
    return [raw for before, raw in zip(befores, raws, strict=True) if not _is_ending(before, raw)]


def _is_ending(before: _Raw | None, raw: _Raw) -> bool:
    touches = before is not None and before.kind == "number" and before.end == raw.start
    return touches and raw.text in _ENDINGS


def _raw(match: re.Match[str]) -> _Raw:
    kind = match.lastgroup or ""
    if kind in ("s1", "s2"):
        kind = "ymd" if kind == "s1" else "dmy"
    return _Raw(kind, match.group(), match.start(), match.end())


def _is_known(raw: _Raw) -> bool:
    word = raw.text
    return (
        raw.kind != "word" or word in _SILENT or word in _RANGES or word in _ERAS or word in _FIRST
    )


def _is_apart(raw: _Raw) -> bool:
    """A word that no month has in it, though `qida au` and `thani h` would pass for one."""
    return raw.kind == "word" and (raw.text in _RANGES or raw.text in _ERAS)


def _month_at(raws: list[_Raw], place: int, named: object) -> tuple[Piece | None, int]:
    """The month whose name begins at this place, in as many pieces as belong to it."""
    if raws[place].kind != "word":
        return None, 0
    letters, best, used = "", None, 0
    near = named is month_near
    for count, raw in enumerate(raws[place : place + 9], 1):
        if raw.kind == "number" and (raw.text not in ("1", "2") or near):
            break
        if raw.kind not in ("word", "number") and raw.text != "-":
            break
        if raw.text != "-" and (_is_known(raw) if near else _is_apart(raw)):
            break
        letters += "" if raw.text == "-" else _ROMAN.get(raw.text, raw.text)
        month = month_near(letters) if near else month_named(letters)
        if (
            month
            and raw.text != "-"
            and not (raw.kind == "number" and _is_day(raws, place + count))
        ):
            best, used = Piece("month", (month[1],), month[0], letters), count
    return best, used


def _is_day(raws: list[_Raw], after: int) -> bool:
    """Whether the 1 or 2 before this place is a day and not Rabi 1: no year follows it."""
    rest = [raw for raw in raws[after : after + 2] if raw.text not in ("/", ",", "-")]
    return not (rest and rest[0].kind == "number" and len(rest[0].text) > 2)


def _plain(raw: _Raw) -> Piece | None:
    if raw.kind in ("ymd", "dmy", "ym"):
        return _full(raw)
    if raw.kind == "number":
        return Piece("number", (int(raw.text), len(raw.text)))
    if raw.kind == "word":
        return _word(raw.text)
    if raw.text in _RANGES:
        return Piece("range", text=_RANGES[raw.text])
    if raw.text == "=":
        return Piece("same")
    if raw.text in ",;:/()[]":
        return Piece("sep", text=raw.text)
    raise ValueError(raw.text)


def _full(raw: _Raw) -> Piece:
    numbers = [int(number) for number in re.findall(r"\d+", raw.text)]
    if raw.kind == "dmy":
        numbers.reverse()
    # A printed 0 is no day and must not pass for "no day printed".
    return Piece("full", tuple(number or 99 for number in numbers))


def _word(word: str) -> Piece | None:
    """What a word says, None for one that says nothing."""
    if word in _FIRST:
        return Piece("number", (1, 1))
    if word in _ERAS:
        return Piece("era", calendar=_ERAS[word])
    if word in _RANGES:
        return Piece("range", text=_RANGES[word])
    if word in _BETWEEN:
        return Piece("between")
    if word in _SILENT:
        return None
    raise ValueError(word)
