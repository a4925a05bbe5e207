"""What a line without a number is: symbol, formula, enacting words, annex, adoption note, cover.

Every question is put to the folded beginning of a paragraph (`head`), in the language of the
text; the document symbol is the same in all. The bodies are known by what kind of body they are
(council, assembly, conference …), never by name.
"""

import re
from typing import NamedTuple

from amana.kernel.arabic import fold
from amana.texts.reading.lines import INVISIBLE
from amana.texts.reading.markers import roman
from amana.texts.reading.numerals import cardinal, ordinal_value
from amana.texts.reading.patterns import pattern, patterns, source

__all__ = [
    "AnnexHeading", "annex_heading", "article", "article_value", "covered_symbol", "head",
    "is_conclusion",
    "is_connective", "is_cover", "is_enacting", "is_formula", "is_note", "is_page", "is_rule",
    "looks_like_formula", "symbol_end",
]  # fmt: skip

_HEAD = 220
_STARS = str.maketrans("", "", "*_")


def head(text: str) -> str:
    """The folded beginning of a text, in single spaces."""
    text = text[:_HEAD]
    if "*" in text or "_" in text:
        text = text.translate(_STARS)  # *The General Assembly*, as italics are often pasted
    return " ".join(map(fold, text.split()))


# Formula -----------------------------------------------------------------------------------

_FORMULA = patterns("formula")
_BARE_FORMULA = patterns("bare-formula")["ar"]
_GATHERED = patterns("gathered")
_COMMA = ",،;؛:"


def is_formula(text: str, folded: str, lang: str) -> bool:
    """Whether the paragraph is the adopting body's opening: `The Council of Foreign Ministers,`."""
    last = text.rstrip(' "”»*_)').rstrip("0123456789")[-1:]
    if lang == "ar" and last in _COMMA and _BARE_FORMULA.match(folded):
        return True
    if not _FORMULA[lang].match(folded):
        return False
    return last in _COMMA or _GATHERED[lang].search(folded) is not None


def looks_like_formula(folded: str, lang: str) -> bool:
    """Whether a line may begin a formula that goes on in the next ones."""
    return _FORMULA[lang].match(folded) is not None


# Enacting words ----------------------------------------------------------------------------

_ENACTING = patterns("enacting")


def is_enacting(folded: str, lang: str) -> bool:
    """Whether the paragraph is a lone `Decides:`, without number and object."""
    return len(folded) < 70 and _ENACTING[lang].match(folded) is not None


# Symbols and titles ------------------------------------------------------------------------

_I = f"[{INVISIBLE}]*"
_LEAD = "|".join(source("word-of-a-text", lang) for lang in ("en", "fr", "ar"))
_NO = r"(?:n\s?[o°º]\s?[.:]?|no\.?|number|num[ée]ro|\#|(?:ال)?رقم)?"
_SERIES = (
    r"(?:(?-i:[A-Z][A-Z&]{0,4})|[ء-ي]\.[ء-ي]\.?|[ء-ي] [ء-ي](?![ء-ي])|[ء-ي]{1,2}(?![ء-ي]))(?![\w])"
)
_CODE = (
    rf"{_I}\d[\dA-Za-z]*{_I}(?:\s?[/.]\s?{_I}[\dA-Za-z.]+)*{_I}(?:-\d{{2,4}}/[A-Z&]{{1,5}})?"
    rf"(?:\s?[-‐‑–—−]\s?{_I}{_SERIES}{_I})?"
    rf"(?:\s?\([^()\n]{{1,14}}\))?(?:\s?/\s?Rev\.?\s?\d+)?{_I}"
)
_NUMBERED = re.compile(rf"{_I}(?:{_LEAD})\s*{_NO}\s*[:.]?\s*\(?(?P<code>{_CODE})\)?", re.I)
_AROUND_A_SIGN = re.compile(r"\s*([-–/.()])\s*")
_PLAIN = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9.\-–]*|\d{1,3} EX)"
    r"(?:/+\.?[A-Za-z0-9.&\-–]+(?: RES[.\d]*)?(?:\([A-Za-z0-9.]{1,8}\))?){1,9}"
    r"(?: ?(?:Rev|Add|Corr|Amend)\.?\d*)? ?\*{0,2}"
    r"|[A-Z]{2,6}\d{1,3}[(.]\d{1,3}\)?"
    r"|\d{1,3}/\d{1,4}(?:-[A-Z]{1,4}(?:\([A-Z.]{1,5}\))?)?"
)
_LONGEST_SYMBOL = 70
_HEADED = re.compile(rf"{_I}(?P<symbol>\d{{1,3}}/\d{{1,4}}(?:\s?[A-Z])?)\s?[.:–—-]\s+(?=[^\W\d])")
_DIGIT = re.compile(r"\d")


def symbol_end(text: str) -> int:
    """Where the symbol ends that the line begins with; 0 where it begins with none.

    `RESOLUTION No. 1/44-POL ON SOMALIA` ends before ON; `A/RES/79/249` is a symbol whole;
    `79/1. The archives` ends after the point.
    """
    match = _NUMBERED.match(text)
    if match and _is_a_number(text, match):
        return match.end()
    match = _HEADED.match(text)
    if match:
        return match.end("symbol")
    if len(text) > _LONGEST_SYMBOL or not _DIGIT.search(text):
        return 0
    return len(text) if _PLAIN.fullmatch(_AROUND_A_SIGN.sub(r"\1", text)) else 0


def _is_a_number(text: str, match: "re.Match[str]") -> bool:
    """Resolution 7/50-POL and Decision 12, but not: Resolution 7 was adopted."""
    rest = text[match.end() :].lstrip()
    return not rest or not rest[0].islower() or _CONNECTIVE.match(fold(rest[:24])) is not None


_CONNECTIVE = pattern("connective")


def is_connective(folded: str) -> bool:
    """Whether the line is only what joins a symbol to its subject: ON, SUR, بشأن."""
    match = _CONNECTIVE.match(folded)
    return match is not None and not folded[match.end() :].strip(" :.-")


# Annexes -----------------------------------------------------------------------------------


class AnnexHeading(NamedTuple):
    """Where the heading of an annex ends, and its number as written (I, 2, الأول) or nothing."""

    end: int
    number: str


_ANNEX = re.compile(
    rf"{_I}(?P<word>{source('annex')})"
    r"(?:\s+(?:no\.?|n°|رقم)?\s?"
    r"(?P<num>[IVX]{1,5}|\d{1,2}|[A-Z]|ال[ء-ي]{3,6}|\([ء-ي\d]{1,2}\)|[ء-ي])(?![\w'’]))?"
    r"\s*(?P<stop>[:.–—-]|$)"
    r"|(?P<to>annexe? (?P<tonum>[IVX]{1,4} |\d )?(?:to|of|à la|a la|au|de la|du) .{3,60}"
    r"|(?:ال)?(?:مرفق|ملحق) (?:ب|ل|ال)[ء-ي]{3,}.{0,60})$",
    re.I,
)


def annex_heading(text: str) -> AnnexHeading | None:
    """The heading of an annex that the line begins with: `Annex`, `ANNEX II –`, `المرفق الأول`."""
    match = _ANNEX.match(text)
    if match is None or len(text) > _HEAD:
        return None
    if match["to"]:
        is_one = len(text) < _LONGEST_SYMBOL and text[-1:] not in ".;,،؛"
        return AnnexHeading(match.end(), (match["tonum"] or "").strip()) if is_one else None
    rest = text[match.end() :].strip()
    if rest and (match["stop"] == "." or (rest[0].islower() and not match["stop"])):
        return None
    return AnnexHeading(match.end(), match["num"] or "")


_ARTICLE = re.compile(
    rf"{_I}(?:{source('article')})\s*"
    r"(?P<num>\(?\s?(?:\d{1,3}(?:er|re)?|[IVX]{1,5}|premi(?:er|[èe]re)|one|two|three|four"
    r"|five|six|seven|eight|nine|ten"
    r"|ال[ء-ي\u064b-\u0652]{3,9}(?: و?(?:ال)?[ء-ي\u064b-\u0652]{3,9}){0,3}?)\s?\)?)"
    r"\s*(?P<stop>[:.–—)-]+|$)",
    re.I,
)


def article(text: str) -> "re.Match[str] | None":
    """`Article 3`, `Rule 12 –`, `المادة الثالثة:` at the beginning; its groups are num and stop."""
    match = _ARTICLE.match(text)
    return match if match and article_value(match["num"]) else None


def article_value(number: str) -> int:
    """The value of the number of an article (3, III, 1er, premier, الثالثة), 0 where it is none."""
    word = fold(number).strip("() ")
    return (
        roman(word)
        or ordinal_value(word, "ar")
        or cardinal(word, "en")
        or ordinal_value(word, "fr")
    )


# What closes a text, and what is no part of it ------------------------------------------------

_CONCLUSION = patterns("conclusion")


def is_conclusion(folded: str, lang: str) -> bool:
    """Whether the line is the adoption note: `Adopted at …`, `71st plenary meeting`."""
    return len(folded) < 200 and _CONCLUSION[lang].match(folded) is not None


_COVER = pattern("cover")
_PAGE = re.compile(
    r"[-–—<]\s?\d{1,4}\s?[-–—>]$|\d{1,4}$|\d{1,3}\s?/\s?\d{1,3}$"
    r"|(?:page|p\.|الصفحه|صفحه)\s*\d{1,4}(?:\s?(?:/|of|sur|de|من)\s?\d{1,4})?$"
)
_RULE = re.compile(r"[\s_\-–—=*·.•─━#~+]{3,}$")
_NOTE = pattern("note")
_STARRED = re.compile(r"(?:\*{1,3}(?![^*\n]{1,80}\*)|†|‡|[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\])\s?[^\W\d_]")


_COVERED = re.compile(r"(?:united nations|nations unies|الامم المتحده)\s")


def covered_symbol(text: str) -> str:
    """The symbol at the end of the first line of a cover: `United Nations  A/RES/79/900`."""
    words = text.rsplit(None, 1)
    if len(words) == 2 and _COVERED.match(head(text)) and symbol_end(words[1]) == len(words[1]):
        return words[1]
    return ""


def is_cover(folded: str) -> bool:
    """Whether the line belongs to the printed cover: distribution, agenda item, session."""
    return len(folded) < 120 and _COVER.match(folded) is not None


def is_page(folded: str) -> bool:
    """Whether the line is the number of a page."""
    return len(folded) < 24 and _PAGE.match(folded) is not None


def is_rule(text: str) -> bool:
    """Whether the line is a drawn line: ____, * * *."""
    return _RULE.match(text) is not None and len(text) < 200


def is_note(text: str, folded: str) -> bool:
    """Whether the line is a note at the foot of a page."""
    return _NOTE.match(folded) is not None or _STARRED.match(text) is not None
