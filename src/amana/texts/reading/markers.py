"""The number printed before a paragraph: its kind and its value, whatever the script.

`3.`, `3-`, `٣-`, `(3)`, `5a.`, `5 مكررا -`; `(a)`, `a)`, `(أ)`, `أ-`; `(ii)`, `ii.`, `‘١’`;
`II.`, `أولا-`; `A.`, `ألف -`; a dash. What a value means is for the outline to say: `(i)` is the
ninth letter or the first roman number, `(1)` a paragraph or an item.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from amana.kernel.arabic import fold
from amana.texts.reading.lines import INVISIBLE

__all__ = ["ABJAD", "Marker", "alphabetic", "letter", "marker", "roman", "romanised"]

ABJAD = tuple("ابجدهوزحطيكلمنسعفصقرشتثخذضظغ")
"""The letters in the order in which Arabic texts count items, folded: أ ب ج د هـ و."""

_HIJAI = tuple("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
# The names of the letters, by which Arabic texts letter their parts: ألف, باء, جيم.
_NAMES = (
    "الف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم",
    "نون", "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد",
    "ظاء", "غين",
)  # fmt: skip
_ORDINALS = {
    "اولا": 1, "ثانيا": 2, "ثالثا": 3, "رابعا": 4, "خامسا": 5, "سادسا": 6, "سابعا": 7, "ثامنا": 8,
    "تاسعا": 9, "عاشرا": 10, "حادي عشر": 11, "ثاني عشر": 12, "ثالث عشر": 13, "رابع عشر": 14,
    "خامس عشر": 15, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "firstly": 1,
    "secondly": 2, "thirdly": 3, "fourthly": 4, "fifthly": 5,
    "premierement": 1, "deuxiemement": 2, "troisiemement": 3, "quatriemement": 4,
    "cinquiemement": 5,
}  # fmt: skip
_FIRSTS = ("er", "re", "ere")  # 1er, 1re, 1ère: the first, and not one that came in later
_REPEATED = {"bis": "bis", "ter": "ter", "quater": "quater", "مكرر": "bis", "مكررا": "bis"}

_I = f"[{INVISIBLE}]*"
_S = f"[ \\t\xa0\u202f{INVISIBLE}]*"
_DASHES = "-‐‑–—−ـ"
_DASH = "\\-‐‑–—−ـ"
_MARKER = re.compile(
    rf"{_I}(?:"
    # (3)  (a)  (ii)  (أ)  [a]  ‘١’
    rf"(?P<open>[(\[‘'’﴾]){_S}(?P<in>\d{{1,3}}|[A-Za-z]{{1,5}}|[ء-ي]ـ?\u200d?[ء-ي]?){_S}"
    rf"(?P<close>[)\]’‘'﴿]){_S}(?P<mid>[{_DASH}.:]?)"
    # 3.1  3.1.2
    rf"|(?P<decimal>\d{{1,3}}(?:\.\d{{1,2}}){{1,2}})[.:]?(?=[ \t\xa0]+[^\W\d_])"
    # OP3.  PP1 bis:
    rf"|\[?(?P<draft>[OP]P){_S}(?P<paragraph>\d{{1,3}})(?P<again>{_S}(?:bis|ter|quater|alt))?"
    rf"{_S}[.:)]?(?=\s)"
    # 3.  3-  3)  5a.  5 bis -  [3.
    rf"|\[?{_S}(?P<digits>\d{{1,4}})(?P<more>(?<=1)(?:er|[èe]?re)|[a-z]?|{_S}(?:bis|ter|quater|مكررا?ً?)){_S}"
    rf"(?P<after>\.{_S}[{_DASH}](?!\d)|°{_S}[{_DASH}).](?!\d)|[.°](?!\d)|[{_DASH}](?!\d)|[)/](?!\d)|:(?=\s))"
    # a)  a.  a-  ii.  A.  IV -
    rf"|(?P<word>[A-Za-z]|[ivxIVX]{{2,5}}){_S}"
    rf"(?P<stop>[).](?!\w)|[{_DASH}](?={_S}\w)(?!\w)|[/:](?=\s)|[{_DASH}](?=\s)|\.{_S}[{_DASH}])"
    rf"|(?P<abjad>[ء-ي]ـ?\u200d?){_S}(?P<astop>[)./{_DASH}])(?!\d)"
    # ألف -  أولا-  أولاً:
    r"|(?P<name>[ء-ي\u064b-\u0652]{3,6}(?: عشر)?|[A-Za-zèé]{5,13})"
    rf"{_S}(?P<nstop>[{_DASH}:.)،,]|$)"
    rf"|(?P<bullet>[{_DASH}•▪●·◦‣■□]|\*(?=\s))(?={_S}[^\W_])(?![\dـ])"
    # 3 Requests, where the verb must say that it is a number
    rf"|(?P<bare>\d{{1,3}})(?=[ \t\xa0]+[^\W\d_])"
    rf")"
)
_FIRST = frozenset("([‘'’﴾" + _DASHES + "•▪●·◦‣*■□" + INVISIBLE)
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})", re.I)


class Marker(NamedTuple):
    """A printed number: `style`, `value` (from 1), and where the words begin after it.

    Styles: `number` (3.), `bare` (3), `enclosed` (3) or (3), `letter`, `capital` (A.), `name`
    (ألف), `decimal` (3.1), `recital` (PP2), `ordinal` (أولا), `roman` (only where it is no
    letter: ii), `Roman` (II), `quoted` (‘١’), `bullet`. `letters` is the letter as written,
    folded; `more` what is added: the a of 5a.
    """

    style: str
    value: int
    printed: str
    end: int
    letters: str = ""
    more: str = ""


def marker(text: str) -> Marker | None:
    """The number that `text` begins with, or None."""
    first = text[:1]
    if not (first.isalnum() or first in _FIRST):
        return None
    match = _MARKER.match(text)
    if match is None:
        return None
    found = _read(match)
    if found is None:
        return None
    end = match.end()
    printed = text[:end].strip(INVISIBLE + " \t\xa0\u202f").removeprefix("[").lstrip()
    if match["open"]:
        printed = text[:end].strip(INVISIBLE + " \t\xa0\u202f")
    return found._replace(printed=printed, end=end)


def _read(match: re.Match[str]) -> Marker | None:
    if match["open"]:
        return _enclosed(match["open"], match["in"], match["close"])
    for group, read in _READ.items():
        if match[group]:
            return read(match)
    return Marker("bullet", 0, "", 0)


def _numbered(digits: str, more: str, after: str) -> Marker:
    style = "enclosed" if after[0] in ")/" else "number"
    added = fold(more).strip()
    added = "" if added in _FIRSTS else added
    return Marker(style, int(digits), "", 0, more=_REPEATED.get(added, added))


def _special(match: re.Match[str]) -> Marker:
    """The numbers of negotiations (OP3, PP1 bis) and decimal ones (3.1)."""
    if match["decimal"]:
        parts = [int(part) for part in match["decimal"].split(".")]
        return Marker("decimal", parts[-1], "", 0, ".".join(map(str, parts)))
    more = fold(match["again"] or "").strip()
    style = "number" if match["draft"] == "OP" else "recital"
    return Marker(style, int(match["paragraph"]), "", 0, more=more)


def _enclosed(opened: str, inner: str, closed: str) -> Marker | None:
    quoted = opened in "‘'’"
    if quoted != (closed in "’‘'"):
        return None
    if inner.isdecimal():
        return Marker("quoted" if quoted else "enclosed", int(inner), "", 0)
    if quoted:
        return None
    if inner[0].isascii():
        return _lettered(inner)
    return _letter(inner)


def _lettered(word: str) -> Marker | None:
    """a), (ii), A., IV: of several letters only a roman number, or one letter twice (aa)."""
    small = word.lower()
    if len(word) > 1:
        value = roman(small)
        if value:
            return Marker("Roman" if word.isupper() else "roman", value, "", 0, small)
        if len(set(small)) == 1 and len(small) == 2 and word.islower():
            return Marker("letter", 26 + _latin(small[0]), "", 0, small)
        return None
    if word.isupper():
        return Marker("capital", _latin(small), "", 0, small)
    return Marker("letter", _latin(small), "", 0, small)


def _letter(word: str) -> Marker | None:
    one = fold(word)
    if len(one) == 2 and one[0] == one[1]:
        return (
            Marker("letter", 26 + ABJAD.index(one[0]) + 1, "", 0, one) if one[0] in ABJAD else None
        )
    if one not in ABJAD:
        return None
    return Marker("letter", ABJAD.index(one) + 1, "", 0, one)


def _named(word: str, stop: str) -> Marker | None:
    name = fold(word)
    if name in _ORDINALS and not (word.isascii() and stop in ",)" and name[-2:] != "ly"):
        return Marker("ordinal", _ORDINALS[name], "", 0)
    if name in _NAMES and stop != "،":
        return Marker("name", _NAMES.index(name) + 1, "", 0)
    return None


def _latin(small: str) -> int:
    return ord(small) - 96


_READ: dict[str, Callable[[re.Match[str]], Marker | None]] = {
    "digits": lambda match: _numbered(match["digits"], match["more"], match["after"]),
    "word": lambda match: _lettered(match["word"]),
    "abjad": lambda match: _letter(match["abjad"]),
    "name": lambda match: _named(match["name"], match["nstop"]),
    "bare": lambda match: Marker("bare", int(match["bare"]), "", 0),
    "decimal": _special,
    "draft": _special,
}


def alphabetic(letters: str) -> int:
    """The place of an Arabic letter in the order أ ب ت ث, which some texts use; 0 for no letter."""
    return _HIJAI.index(letters) + 1 if letters in _HIJAI else 0


def letter(value: int) -> str:
    """The small letter of a value: 1 is a, 27 aa."""
    return chr(96 + value) if value <= 26 else chr(96 + (value - 27) % 26 + 1) * 2


@lru_cache(maxsize=64)
def roman(word: str) -> int:
    """The value of a small roman number up to 39; 0 where it is none."""
    if not _ROMAN.fullmatch(word):
        return 0
    total, last = 0, 0
    for sign in reversed(word.lower()):
        value = {"i": 1, "v": 5, "x": 10}[sign]
        total += value if value >= last else -value
        last = max(last, value)
    return total


def romanised(value: int) -> str:
    """The small roman number of a value: 4 is iv."""
    signs = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for worth, sign in signs:
        while value >= worth:
            written += sign
            value -= worth
    return written
