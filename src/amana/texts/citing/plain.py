"""A text reduced to plain small letters and digits, and where each of them stood."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Plain", "plain"]

_BY_CATEGORY = {"Mn": "", "Me": "", "Cf": "", "Pd": "-", "Zs": " ", "Zl": " ", "Zp": " ", "Cc": " "}
_ONE = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ",
        "\r": " ", "−": "-", "ـ": ""}  # fmt: skip
_IS_PLAIN = re.compile(r"(?! )(?:[!-\[\]-~]| (?! ))*")


@dataclass(frozen=True, slots=True)
class Plain:
    """The reduced text in small letters, the same with its capitals, and for each character of
    both the place in the original."""

    text: str
    cased: str
    places: Sequence[int]

    def start(self, at: int) -> int:
        """Where in the original a piece begins that begins here."""
        return self.places[at]

    def end(self, at: int) -> int:
        """Where in the original a piece ends that ends before this character."""
        return self.places[at - 1] + 1


def plain(text: str) -> Plain:
    """One character for each that counts: no marks, tatweel or controls, one kind of dash, one
    space. A tatweel after a space was meant as a dash.

    Letters keep their places: nothing is added, and what is left out only closes the gap.
    """
    if _IS_PLAIN.fullmatch(text):  # as most English is
        return Plain(text.lower(), text, range(len(text)))
    kept: list[str] = []
    places: list[int] = []
    before = " "
    for place, character in enumerate(text):
        one = "-" if character == "ـ" and before == " " else _reduced(character)
        if one and not one == before == " ":
            kept.append(one)
            places.append(place)
            before = one
    cased = "".join(kept)
    return Plain("".join(c.lower()[:1] for c in kept), cased, tuple(places))


@lru_cache(maxsize=4096)
def _reduced(character: str) -> str:
    if " " <= character <= "~":
        return "/" if character == "\\" else character
    if character in _ONE:
        return _ONE[character]
    category = unicodedata.category(character)
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    base = unicodedata.normalize("NFKD", character)[:1]
    return _ONE.get(base, base) or character
