"""Numbers of provisions as texts write them: in figures, in Roman ones, as Arabic ordinals."""

import re
from functools import cache

from amana.kernel.numbers import ordinal
from amana.texts.citing.plain import plain
from amana.texts.symbols.roman import number_of

__all__ = ["LAST", "inner_number", "letter_of", "number_from", "words_pattern"]

LAST = 99
"""The last ordinal that is read in words."""

_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_FRENCH_FIRST = ("premier", "premiere", "1er", "1re")


@cache
def _ordinals() -> dict[str, int]:
    """Every Arabic ordinal from 1 to LAST, of both genders, in every case, as plain letters.

    الحادية والعشرون is also written الحادية والعشرين and الواحدة والعشرون; السادسة عشرة also
    السادسة عشر.
    """
    found: dict[str, int] = {}
    for number in range(LAST, 0, -1):
        for is_feminine in (True, False):
            said = plain(ordinal(number, "ar", is_feminine)).text
            forms = {said, said.replace("الحاديه", "الواحده").replace("الحادي ", "الواحد ")}
            forms |= {form.replace("عشره", "عشر") for form in forms}
            forms |= {re.sub("ون$", "ين", form) for form in forms}
            found |= dict.fromkeys(forms, number)
    return found


@cache
def words_pattern() -> str:
    """A pattern of every Arabic ordinal, the longest first, so that no compound is cut short."""
    longest = sorted(_ordinals(), key=lambda form: (-len(form), form))
    return "|".join(longest).replace(" ", r"\s?")


def number_from(text: str) -> str:
    """The language-independent number of a provision: `16`, `5a`, `12bis`; "" for what is none.

    `number_from("السادسه عشره")` is `16`, `number_from("premier")` is `1`, of `vi` it is `6`.
    """
    text = " ".join(text.strip("() ").split())
    if text in _FRENCH_FIRST:
        return "1"
    if found := re.fullmatch(r"(\d{1,4}) ?([a-z]|bis|ter|quater)?", text):
        return str(int(found[1])) + (found[2] or "")
    is_roman = len(text) > 1 or text in "ivx"  # l, c and d alone are letters
    number = number_of(text.upper()) if is_roman else 0
    number = number or _ordinals().get(text) or _ordinals().get(_spaced(text)) or 0
    return str(number) if number else letter_of(text)


def inner_number(text: str) -> str:
    """The number of what stands in a provision: `2`, `a`, `ii`; letters are never Roman numbers."""
    bare = text.strip("() ")
    if re.fullmatch(r"[a-z]|[ivx]{2,4}", bare):
        return bare
    return letter_of(bare) or number_from(bare)


def _spaced(text: str) -> str:
    """An ordinal whose two words were written together."""
    return re.sub(r"(?<=\w)(عشره?)$", r" \1", text)


def letter_of(text: str) -> str:
    """The letter of a point: `a`; of an Arabic one the same place in the alphabet (ب is b)."""
    if len(text) == 1 and text in _ABJAD and _ABJAD.index(text) < 26:
        return chr(ord("a") + _ABJAD.index(text))
    return text if len(text) == 1 and "a" <= text <= "z" else ""
