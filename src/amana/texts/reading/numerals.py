"""Numbers written in words, in three languages: six, fifty-first, الحادية والخمسون, soixantième.

Enough for what deliberations write out: cardinals to a hundred, ordinals to 199. Words are
folded, and so are the tables.
"""

import re
from functools import cache

from amana.kernel.arabic import fold
from amana.kernel.numbers import ordinal

__all__ = ["CARDINAL", "ORDINAL", "cardinal", "numbers_in_words", "ordinal_value"]

_EN_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_FR_ONES = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_FR_TENS = {
    20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante",
    80: "quatre-vingt",
}  # fmt: skip
_AR_CARDINALS = {
    "واحد": 1, "واحدة": 1, "اثنين": 2, "اثنان": 2, "اثنتين": 2, "ثلاث": 3, "ثلاثة": 3, "أربع": 4,
    "أربعة": 4, "خمس": 5, "خمسة": 5, "ست": 6, "ستة": 6, "سبع": 7, "سبعة": 7, "ثماني": 8, "ثمان": 8,
    "ثمانية": 8, "تسع": 9, "تسعة": 9, "عشر": 10, "عشرة": 10, "أحد عشر": 11, "اثني عشر": 12,
    "اثنا عشر": 12, "خمسة عشر": 15, "ثمانية عشر": 18, "عشرين": 20, "عشرون": 20, "ثلاثين": 30,
    "ثلاثون": 30, "أربعين": 40, "خمسين": 50, "ستين": 60, "ستون": 60, "تسعين": 90, "تسعون": 90,
    "مئة": 100, "مائة": 100,
}  # fmt: skip


def _french(value: int) -> str:
    """The French cardinal of a number below 100, with hyphens: `cinquante-et-un`."""
    if value < 20:
        return _FR_ONES[value - 1]
    ten = value // 10 * 10
    base = {70: 60, 90: 80}.get(ten, ten)
    rest, word = value - base, _FR_TENS[base]
    if not rest:
        return word + ("s" if base == 80 else "")
    joint = "-et-" if rest in (1, 11) and base != 80 else "-"
    return f"{word}{joint}{_FR_ONES[rest - 1]}"


def _french_ordinal(value: int) -> str:
    if value == 1:
        return "premiere"
    word = _french(value)
    if word.endswith("cinq"):
        return f"{word}uieme"
    if word.endswith("neuf"):
        return f"{word[:-1]}vieme"
    if value == 80:
        return f"{word[:-1]}ieme"
    return f"{word.removesuffix('e')}ieme"


def _english(value: int) -> str:
    if value < 20:
        return _EN_ONES[value - 1]
    word = _EN_TENS[value // 10 - 2]
    return f"{word}-{_EN_ONES[value % 10 - 1]}" if value % 10 else word


def _english_ordinal(value: int) -> str:
    if value < 20:
        return _EN_ORDINALS[value - 1]
    if value % 10:
        return f"{_EN_TENS[value // 10 - 2]}-{_EN_ORDINALS[value % 10 - 1]}"
    return f"{_EN_TENS[value // 10 - 2][:-1]}ieth"


@cache
def _cardinals(lang: str) -> dict[str, int]:
    if lang == "ar":
        return {fold(word): value for word, value in _AR_CARDINALS.items()}
    write = _english if lang == "en" else _french
    found = {_spaced(write(value)): value for value in range(1, 100)}
    found |= {"une": 1} if lang == "fr" else {"a": 1, "one hundred": 100, "a hundred": 100}
    return found | ({"cent": 100} if lang == "fr" else {})


@cache
def _ordinals(lang: str) -> dict[str, int]:
    if lang == "ar":
        return _arabic_ordinals()
    write = _english_ordinal if lang == "en" else _french_ordinal
    found = {_spaced(write(value)): value for value in range(1, 100)}
    return found | ({"premier": 1, "seconde": 2} if lang == "fr" else {})


def _arabic_ordinals() -> dict[str, int]:
    found = {}
    for value in range(1, 200):
        for feminine in (True, False):
            word = fold(ordinal(value, "ar", feminine=feminine))
            for shape in {word, word.replace("ون", "ين")}:
                found[shape] = value
    # As they are often written: الثالثة عشر, the thirteenth.
    for value in range(11, 20):
        found[fold(ordinal(value, "ar", feminine=True)).removesuffix("ه")] = value
    return found


def _spaced(word: str) -> str:
    return word.replace("-", " ")


def _pattern(words: dict[str, int], lang: str) -> str:
    joint = r"[ \-]" if lang != "ar" else " "
    listed = sorted(words, key=len, reverse=True)
    return "|".join(word.replace(" ", joint) for word in listed)


CARDINAL = {
    lang: rf"(?:\d{{1,3}}|(?:{_pattern(_cardinals(lang), lang)}))" for lang in ("ar", "en", "fr")
}
"""A number from 1, in figures or words, as a piece of a pattern over folded text."""

ORDINAL = {
    "en": rf"(?:\d{{1,3}}\s?(?:st|nd|rd|th)|(?:{_pattern(_ordinals('en'), 'en')}))",
    "fr": rf"(?:\d{{1,3}}\s?(?:eme|ieme|re|er|e)|(?:{_pattern(_ordinals('fr'), 'fr')}))",
    "ar": rf"(?:\(?\d{{1,3}}\)?|(?:{_pattern(_ordinals('ar'), 'ar')}))",
}
"""An ordinal, in figures or words, as a piece of a pattern over folded text."""


def cardinal(word: str, lang: str) -> int:
    """The value of a folded cardinal, 0 where it is none."""
    return _value(word, _cardinals(lang))


def ordinal_value(word: str, lang: str) -> int:
    """The value of a folded ordinal, 0 where it is none."""
    return _value(word, _ordinals(lang))


def _value(word: str, known: dict[str, int]) -> int:
    digits = re.match(r"\(?(\d+)", word)
    return int(digits.group(1)) if digits else known.get(_spaced(word.strip()), 0)


@cache
def _in_words(lang: str) -> re.Pattern[str]:
    known = {**_cardinals(lang), **_ordinals(lang)}
    known.pop("a", None)
    return re.compile(rf"(?<![\w-])(?:{_pattern(known, lang)})(?![\w])")


def numbers_in_words(folded_text: str, lang: str) -> list[int]:
    """Every number that a folded text writes out in words."""
    known = {**_cardinals(lang), **_ordinals(lang)}
    return [known[_spaced(match.group())] for match in _in_words(lang).finditer(folded_text)]
