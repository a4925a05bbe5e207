"""Whether a paragraph asks that something be on the agenda of a coming session, and of which.

"Decides to include in the provisional agenda of its fifty-third session an item …", "Décide
d'inscrire à l'ordre du jour provisoire de sa prochaine session …", "يقرر أن يدرج في جدول الأعمال
المؤقت لدورته الثالثة والخمسين …".
"""

import re
from functools import cache

from amana.texts.citing.ordinals import number_from
from amana.texts.citing.plain import plain

__all__ = ["NEXT", "WORDS", "asked_session"]

NEXT = 0
"""The session that follows the one which asks."""

WORDS = {"en": "agenda", "fr": "ordre du jour", "ar": "جدول"}
"""What every such paragraph says, in each language: to look for before reading."""

_ASKS = {
    "en": r"\b(?:includ|inscri|plac|put)\w* .{0,120}?\bagenda\b",
    "fr": r"\b(?:inscri|inclu|port)\w* .{0,120}?\bordre du jour\b",
    "ar": r"(?:درج|ادراج|يدرج|تدرج).{0,120}?جدول ?(?:ال)?اعمال",
}
_SESSION = {
    "en": r"\bagenda\b.{0,40}?\b(?:its|the) ([a-z0-9 -]{3,40}?) (?:ordinary |regular )?session\b",
    "fr": r"\bordre du jour\b.{0,40}?\b(?:sa|la) ([a-z0-9 -]{3,40}?) session\b",
    "ar": r"جدول ?(?:ال)?اعمال.{0,40}?(?:دورته|دورتها|الدوره) ((?:\w+ ?){1,3})",
}
_NEXT = {
    "en": ("next", "following", "coming", "forthcoming"),
    "fr": ("prochaine", "suivante"),
    "ar": ("القادمه", "المقبله", "التاليه"),
}


def asked_session(text: str, lang: str) -> int | None:
    """The number of the session whose agenda a paragraph asks for; NEXT; None if for none.

    An agenda that is named with no session, or in words that are not read, is that of the next.
    """
    said = plain(text).text
    if not re.search(_ASKS[lang], said):
        return None
    found = re.search(_SESSION[lang], said)
    return _number(found[1].strip(), lang) if found else NEXT


def _number(words: str, lang: str) -> int:
    if any(word in _NEXT[lang] for word in words.split()):
        return NEXT
    if figures := re.match(r"(\d{1,3})(?:st|nd|rd|th|e|eme)?\b", words):
        return int(figures[1])
    if lang == "ar":
        return _arabic(words)
    return _in_words(lang).get(words.replace("-", " "), NEXT)


def _arabic(words: str) -> int:
    """The longest run of words that is an ordinal: what follows it is no part of the number."""
    parts = words.split()
    for length in range(len(parts), 0, -1):
        number = number_from(" ".join(parts[:length]))
        if number.isdigit():
            return int(number)
    return NEXT


@cache
def _in_words(lang: str) -> dict[str, int]:
    """Ordinals in words, hyphens as spaces: fifty third, cinquante troisieme."""
    tens, ones = (_ENGLISH, _ENGLISH_ONES) if lang == "en" else (_FRENCH, _FRENCH_ONES)
    found = {word: number for number, word in enumerate(ones, start=1) if word}
    for ten, (cardinal, whole) in tens.items():
        found[whole] = ten
        found |= {f"{cardinal} {ones[one - 1]}": ten + one for one in range(1, 10)}
    if lang == "fr":
        found |= {f"{cardinal} et unieme": ten + 1 for ten, (cardinal, _whole) in tens.items()}
        found |= {f"{cardinal} unieme": ten + 1 for ten, (cardinal, _whole) in tens.items()}
    return found


_ENGLISH = {
    20: ("twenty", "twentieth"), 30: ("thirty", "thirtieth"), 40: ("forty", "fortieth"),
    50: ("fifty", "fiftieth"), 60: ("sixty", "sixtieth"), 70: ("seventy", "seventieth"),
    80: ("eighty", "eightieth"), 90: ("ninety", "ninetieth"),
}  # fmt: skip
_ENGLISH_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_FRENCH = {
    20: ("vingt", "vingtieme"), 30: ("trente", "trentieme"), 40: ("quarante", "quarantieme"),
    50: ("cinquante", "cinquantieme"), 60: ("soixante", "soixantieme"),
    80: ("quatre vingt", "quatre vingtieme"),
}  # fmt: skip
_FRENCH_ONES = (
    "premiere", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme",
    "huitieme", "neuvieme", "dixieme", "onzieme", "douzieme", "treizieme", "quatorzieme",
    "quinzieme", "seizieme", "dixseptieme", "dixhuitieme", "dixneuvieme",
)  # fmt: skip
