"""The whole name of a body: the Islamic Development Bank, لجنة الممثلين الدائمين."""

import re
from bisect import bisect_right

from amana.kernel.arabic import fold
from amana.texts.reading.folding import Folded

__all__ = ["name_at"]

_JOINS = frozenset(
    ("of", "for", "the", "pour", "de", "du", "des", "la", "le", "les", "and", "d", "l", "on")
)
_FRENCH_STOPS = frozenset(
    (
        "a", "au", "aux", "afin", "avec", "dans", "que", "qui", "en", "et", "sur", "par",
        "selon", "ainsi",
    )
)  # fmt: skip
_ARTICLES = re.compile(
    r"^(?:(?:to |à |a )?(?:the|tous les|toutes les|les|la|le|aux|au) )+|^l['’]", re.I
)


def name_at(whole: Folded, start: int, end: int, lang: str, *, extended: bool) -> str:
    """The whole name: the Islamic Development Bank, not the bank; لجنة الممثلين الدائمين."""
    words = whole.words
    first = max(bisect_right(whole.starts, start) - 1, 0)
    last = max(bisect_right(whole.starts, end - 1) - 1, first)
    if extended:
        last = _extended(whole, last, lang)
        while lang != "ar" and first and _is_capital(whole, first - 1):
            first -= 1
    name = whole.source[words[first][0] : words[last][1]].strip(' .,;:،؛()«»"')
    name = _ARTICLES.sub("", name)
    return name[1:] if lang == "ar" and name.startswith("و") and len(name) > 4 else name


def _extended(whole: Folded, last: int, lang: str) -> int:
    """How far a name goes on: capitals and what joins them; in Arabic what is definite."""
    goes_on = {"ar": _is_definite, "en": _is_capital, "fr": _is_french}[lang]
    end = last
    for at in range(last + 1, min(last + 11, len(whole.words))):
        if whole.source[slice(*whole.words[at - 1])][-1:] in ".,;:،؛)":
            break
        if goes_on(whole, at):
            end = at
        elif lang == "ar" or _bare(whole, at) not in _JOINS:
            break
    return end


def _bare(whole: Folded, at: int) -> str:
    return fold(whole.source[slice(*whole.words[at])]).strip(".,;:،؛()\"'")


def _is_definite(whole: Folded, at: int) -> bool:
    return _bare(whole, at).startswith(("ال", "لل", "وال")) and _bare(whole, at) != "الي"


def _is_french(whole: Folded, at: int) -> bool:
    """Whether a French name goes on, which has no capitals: up to à, dans, or de présenter."""
    bare = _bare(whole, at)
    if bare in _FRENCH_STOPS or bare in _JOINS:
        return False
    before = _bare(whole, at - 1)
    word = bare.removeprefix("d'").removeprefix("l'")
    asked = (before in ("de", "pour") or bare.startswith("d'")) and word.endswith(
        ("er", "ir", "re", "oir")
    )
    return not asked


def _is_capital(whole: Folded, at: int) -> bool:
    word = whole.source[slice(*whole.words[at])].lstrip('(«"')
    return word[:1].isupper() and word.lower() not in ("the", "all", "le", "la", "les")
