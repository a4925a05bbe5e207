"""Numbers in the three languages: digits, ordinals, plural categories."""

from __future__ import annotations

import unicodedata

__all__ = ["digits", "ordinal", "plural_category"]

_ARAB = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

_FEMININE = (
    "", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة",
    "التاسعة", "العاشرة",
)  # fmt: skip
_MASCULINE = (
    "", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
    "العاشر",
)  # fmt: skip
_TENS = (
    "", "", "العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون",
    "التسعون",
)  # fmt: skip


def digits(text: str | int, system: str = "latn") -> str:
    """The text with every decimal digit in one system: `latn` (0-9) or `arab` (٠-٩).

    `digits("12 مايو 1990", "arab")` is `١٢ مايو ١٩٩٠`; Persian digits become Arabic ones too.
    """
    latin = "".join(str(unicodedata.decimal(character, character)) for character in str(text))
    return latin.translate(_ARAB) if system == "arab" else latin


def ordinal(n: int, lang: str, feminine: bool = False) -> str:
    """The ordinal of a positive number: 23rd; 23e, 1er or 1re; الثالثة والعشرون for a session.

    Arabic is definite and nominative, in words for 1 to 199, and the figure above that.
    """
    if n < 1:
        raise ValueError(f"an ordinal counts from 1, not {n}")
    if lang == "ar":
        return _arabic_ordinal(n, feminine)
    if lang == "fr":
        return f"{n}e" if n > 1 else ("1re" if feminine else "1er")
    ending = {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}th" if n % 100 in (11, 12, 13) else f"{n}{ending}"


def _arabic_ordinal(n: int, feminine: bool) -> str:
    if n == 100:
        return "المائة"
    if n > 199:
        return str(n)
    if n > 100:
        return f"{_arabic_ordinal(n - 100, feminine)} بعد المائة"
    ones = _FEMININE if feminine else _MASCULINE
    if n <= 10:
        return ones[n]
    tens, one = divmod(n, 10)
    # One is حادي, not أول, as soon as a ten follows it.
    unit = ("الحادية" if feminine else "الحادي") if one == 1 else ones[one]
    if tens == 1:
        return f"{unit} {'عشرة' if feminine else 'عشر'}"
    return f"{unit} و{_TENS[tens]}" if one else _TENS[tens]


def plural_category(n: int, lang: str) -> str:
    """The CLDR plural category of a whole number: `zero one two few many other`.

    Arabic uses all six: 0 zero, 1 one, 2 two, 3 to 10 few (also 103), 11 to 99 many, 100 other.
    French counts 0 as one, and whole millions as many (`un million de`).
    """
    n = abs(n)
    if lang == "ar":
        return _arabic_plural(n)
    if lang == "fr":
        return "one" if n < 2 else ("many" if n % 1_000_000 == 0 else "other")
    return "one" if n == 1 else "other"


def _arabic_plural(n: int) -> str:
    if n < 3:
        return ("zero", "one", "two")[n]
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 > 10 else "other"
