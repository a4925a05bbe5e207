"""A number of a list as Word prints it: 3, iii, c, ج, ت, ٣."""

from collections.abc import Callable

from amana.kernel.numbers import digits, ordinal
from amana.texts.reading.markers import ABJAD, romanised

__all__ = ["BULLET", "printed"]

BULLET = "•"
_HIJAI = tuple("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
_SHAPED = {"ا": "أ", "ه": "هـ"}
_GREATEST = 3999


def _letters(value: int) -> str:
    """a to z, then aa, bb: as Word counts."""
    return chr(97 + (value - 1) % 26) * min((value - 1) // 26 + 1, 8)


def _arabic(order: tuple[str, ...]) -> Callable[[int], str]:
    def write(value: int) -> str:
        one = order[(value - 1) % 28]
        return _SHAPED.get(one, one) if value <= 28 else one * min((value - 1) // 28 + 1, 8)

    return write


def _roman(value: int) -> str:
    hundreds = ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm")
    return "m" * (value // 1000) + hundreds[value // 100 % 10] + _below_a_hundred(value % 100)


def _below_a_hundred(value: int) -> str:
    """The small roman number of a value below a hundred."""
    return ("xc" + romanised(value - 90)) if value >= 90 else romanised(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "ordinal": lambda value: ordinal(value, "en"),
    "arabicAbjad": _arabic(ABJAD),
    "arabicAlpha": _arabic(_HIJAI),
    "hindiNumbers": lambda value: digits(value, "arab"),
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "numberInDash": lambda value: f"- {value} -",
}


def printed(value: int, form: str) -> str:
    """A value in a format of Word; in an unknown one as a plain number.

    `hindiNumbers` is read as the digits ٠ to ٩, which Word's menus call Hindi.
    """
    if form in ("none", ""):
        return ""
    if form == "bullet":
        return BULLET
    if not 1 <= value <= _GREATEST:
        return str(value)
    return _FORMATS.get(form, str)(value)
