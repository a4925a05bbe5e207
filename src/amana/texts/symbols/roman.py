"""Roman numbers, as sessions bear them."""

import re

__all__ = ["number_of", "roman_of"]

_SIGNS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman_of(number: int) -> str:
    """12 is XII; nothing for 0."""
    said = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        said += sign * count
    return said


def number_of(roman: str) -> int:
    """XLIII is 43; 0 for what is no Roman number (IIII, VX, or nothing)."""
    if not roman or not _FORM.fullmatch(roman):
        return 0
    total, rest = 0, roman
    for value, sign in _SIGNS:
        while rest.startswith(sign):
            total, rest = total + value, rest[len(sign) :]
    return total
