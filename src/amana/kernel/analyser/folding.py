"""One form for every way of writing the same letters."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["composed", "fold"]

_MANY_TO_ONE = {
    "ا": "أإآٱٲٳ", "ي": "ىیېۍے", "ه": "ةەۀہھۂۃ", "ء": "ؤئ", "ك": "کڪ", "غ": "گ", "ب": "پ", "ج": "چ",
    "ز": "ژ", "ف": "ڤ", "": "ـ", "oe": "œ", "ae": "æ", "ss": "ß", "o": "ø", "l": "ł", "i": "ı",
    "d": "đ", "'": "’‘ʼʻ`´′＇",
}  # fmt: skip
_LETTERS = str.maketrans({form: one for one, many in _MANY_TO_ONE.items() for form in many})
# Letters that are composed, and neither marks nor digits: nothing but the table changes them.
_PLAIN = re.compile("[A-Za-z\u0621-\u063a\u0641-\u064a ]+")
_DROPPED = ("Mn", "Me", "Cf")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """One form for every way of writing the same letters; word boundaries stay.

    `fold("الأُمَــم")` is `الامم`, `fold("L’Œuvre d’État")` is `l'oeuvre d'etat`, `fold("٧")` is `7`.
    """
    if _PLAIN.fullmatch(text):
        return text.lower().translate(_LETTERS)  # most words, ten times as fast
    text = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if _stays(c))
    return "".join(str(unicodedata.decimal(c, c)) for c in text).translate(_LETTERS)


def composed(text: str) -> str:
    """Small letters with their accents and hamzas, without vowel signs and joiners.

    What folding gives up and a stem still needs: whether a word ends in é or in taa marbuta, or
    begins with hamza.
    """
    if _PLAIN.fullmatch(text):
        return text.lower()
    text = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in text if _stays(c) and c != "ـ")


def _stays(character: str) -> bool:
    return unicodedata.category(character) not in _DROPPED
