"""One analyser of text for the index and for the query: folding, stems, and where they stand.

Arabic is stemmed lightly: proclitics and endings come off, the root is never sought; broken
plurals and names are data (`arabic_exceptions.toml`). French and English lose plural and gender.
A word is Arabic or Latin by its script; what language a Latin word has, the caller says.
Every stem keeps the offsets of its word in the original text, for highlighting.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Token", "analyse", "fold", "stem", "symbol_parts", "tokens"]

_MANY_TO_ONE = {
    "ا": "أإآٱٲٳ", "ي": "ىیېۍے", "ه": "ةەۀہھۂۃ", "ء": "ؤئ", "ك": "کڪ", "غ": "گ", "ب": "پ", "ج": "چ",
    "ز": "ژ", "ف": "ڤ", "": "ـ", "oe": "œ", "ae": "æ", "ss": "ß", "o": "ø", "l": "ł", "i": "ı",
    "d": "đ", "'": "’‘ʼʻ`´′＇",
}  # fmt: skip
_LETTERS = str.maketrans({form: one for one, many in _MANY_TO_ONE.items() for form in many})
_DROPPED = ("Mn", "Me", "Cf")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """One form for every way of writing the same letters; word boundaries stay.

    `fold("الأُمَــم")` is `الامم`, `fold("L’Œuvre d’État")` is `l'oeuvre d'etat`, `fold("٧")` is `7`.
    """
    text = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if _stays(c))
    return "".join(str(unicodedata.decimal(c, c)) for c in text).translate(_LETTERS)


def _stays(character: str) -> bool:
    return unicodedata.category(character) not in _DROPPED


class Token(NamedTuple):
    """A stem, the offsets of its word in the original text, the folded word, its language."""

    stem: str
    start: int
    end: int
    word: str
    lang: str


# A number, or letters with the marks, tatweel and joiners that may stand inside a word.
_WORD = re.compile(
    r"\d+|[^\W\d_](?:[^\W\d_]|[ـ\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f\u00ad"
    r"\u200b-\u200f\u202a-\u202e\u2066-\u2069])*"
)
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)", re.IGNORECASE)
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")


def analyse(text: str, lang: str | None = None) -> list[Token]:
    """Every word of the text with its stem.

    `lang` (`en` or `fr`) is the language of Latin words; without it they are stemmed by a rule
    that serves both, so the same value must be given for the index and for the query.
    """
    found = []
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if not word or _is_elided(text, match):
            continue
        language = "ar" if _ARABIC_LETTER.search(word) else (lang or "")
        found.append(Token(_stem(word, language), match.start(), match.end(), word, language))
    return found


def tokens(text: str, lang: str | None = None) -> list[tuple[str, int, int]]:
    """`(stem, start, end)` of every word: `tokens("القرارات")` is `[("قرار", 0, 8)]`."""
    return [(token.stem, token.start, token.end) for token in analyse(text, lang)]


def stem(word: str, lang: str | None = None) -> str:
    """The stem of one word; Arabic is known by its script."""
    word = fold(word)
    return _stem(word, "ar" if _ARABIC_LETTER.search(word) else (lang or ""))


_QUOTES = frozenset("'’‘ʼ＇`´")


def _is_elided(text: str, match: re.Match[str]) -> bool:
    """Whether the word is only the l’ of l’organisation or the ’s of Council’s."""
    after, before = text[match.end() : match.end() + 2], text[: match.start()][-1:]
    if after[:1] in _QUOTES and after[1:].isalpha() and _ELISION.fullmatch(match.group()):
        return True
    return before != "" and before in _QUOTES and match.group() in ("s", "S")


@lru_cache(maxsize=65536)
def _stem(word: str, lang: str) -> str:
    if word.isdigit():
        return word.lstrip("0") or "0"
    if lang == "ar":
        return _arabic(word)
    return {"fr": _french, "en": _english}.get(lang, _latin)(word)


# Arabic ------------------------------------------------------------------------------------


class _Exceptions(NamedTuple):
    waw: frozenset[str]
    whole: frozenset[str]
    names: frozenset[str]
    forms: dict[str, str]
    bases: frozenset[str]


@cache
def _exceptions() -> _Exceptions:
    path = Path(__file__).with_name("arabic_exceptions.toml")
    data = tomllib.loads(path.read_text("utf-8"))
    listed = {**data["forms"], **data["plurals"]}
    forms = {fold(form): _bare(base) for form, base in listed.items()}
    forms |= {f"{form}ه": base for form, base in forms.items() if form.endswith("ي")}
    return _Exceptions(
        frozenset(map(fold, data["waw"])),
        frozenset(map(fold, data["whole"])),
        frozenset(map(_bare, data["names"])),
        forms,
        frozenset(base for base in forms.values() if len(base) > _SHORTEST),
    )


def _bare(name: str) -> str:
    """The folded name without its article, which ألبانيا has not: hence before folding."""
    return fold(name.removeprefix("ال"))


_ARTICLES = ("وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST = 3


def _arabic(word: str) -> str:
    word = _without_proclitics(word)
    known = _exceptions()
    if word.endswith("ا") and word not in known.names and _is_known(word[:-1]):
        word = word[:-1]  # قرارا, the accusative
    for shorter in _shortening(word):
        base = known.forms.get(shorter, shorter)
        if base in known.names:
            return _without_final_ha(base)
        if base != shorter:
            return list(_shortening(base))[-1]
        word = shorter
    return word


def _shortening(word: str) -> Iterator[str]:
    """The word, then the word after each ending is taken off: at least three letters stay."""
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield from _shortening(word[: -len(ending)])
            return


def _without_final_ha(name: str) -> str:
    """A name as its other forms leave it: منظمه like منظمات, دوله like دول."""
    return name[:-1] if name.endswith("ه") and len(name) > _SHORTEST else name


def _without_proclitics(word: str) -> str:
    """Take off و, then the article with what is written before it; then a lone ب ل ك ف.

    The lone letter goes only before a known name or plural: بفلسطين, but بنك stays whole.
    """
    known = _exceptions()
    own_waw = _is_in(known.waw, word)
    if word.startswith("و") and len(word) > _SHORTEST and not own_waw:
        word = word[1:]
    if _is_in(known.whole, word):
        return word
    if word[:1] in tuple("بلكف") and _is_in(known.whole, word[1:]):
        return word[1:]
    for article in _ARTICLES:
        rest = word[len(article) :]
        if word.startswith(article) and len(rest) >= 2 and not own_waw:
            return _after_lil(rest) if article.endswith("لل") else rest
    if word[:1] in tuple("بلكف") and _is_known(word[1:]) and not _is_known(word):
        return word[1:]
    return word


def _after_lil(rest: str) -> str:
    """للجنة is ل and اللجنة: the lam of the word is written once less."""
    return f"ل{rest}" if not _is_known(rest) and _is_known(f"ل{rest}") else rest


def _is_in(words: frozenset[str], word: str) -> bool:
    return any(shorter in words for shorter in _shortening(word))


def _is_known(word: str) -> bool:
    known = _exceptions()
    return any(
        shorter in known.forms or shorter in known.names or shorter in known.bases
        for shorter in _shortening(word)
    )


# French and English ------------------------------------------------------------------------

_FRENCH = {"travaux": "travail", "yeux": "oeil", "cieux": "ciel", "baux": "bail"}
_ENGLISH = {
    "women": "woman", "men": "man", "children": "child", "people": "people", "peoples": "people",
    "criteria": "criterion", "lives": "life", "analyses": "analysis", "bases": "basis",
    "crises": "crisis",
}  # fmt: skip


def _french(word: str) -> str:
    """Plural and gender only: nationaux, nationale and national agree; verbs do not."""
    if word in _FRENCH:
        return _FRENCH[word]
    if len(word) <= 2:
        return word
    if word.endswith("aux") and not word.endswith("eaux") and len(word) > 4:
        word = f"{word[:-2]}l"
    if word[-1] in "sx" and not word.endswith("ss"):
        word = word[:-1]
    return _single(_masculine(word))


def _masculine(word: str) -> str:
    while word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return f"{word[:-1]}v" if word.endswith("if") and len(word) > 4 else word


def _single(word: str) -> str:
    """europeenn and europeen, nationall and national: the doubled letter of a feminine goes."""
    doubled = len(word) > 4 and word[-1] == word[-2] and word[-1] in "lnst"
    return word[:-1] if doubled else word


def _english(word: str) -> str:
    """Plural only: bodies and body, resolutions and resolution; not status, nor congress."""
    if word in _ENGLISH:
        return _ENGLISH[word]
    if len(word) <= 3 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def _latin(word: str) -> str:
    """For a Latin word of unknown language: the English plural in -ies, then the French rule."""
    return _french(_english(word) if word in _ENGLISH or word.endswith("ies") else word)


# Symbols -----------------------------------------------------------------------------------


def symbol_parts(symbol: str) -> list[str]:
    """What a symbol can be found by: the whole, every beginning of it, every segment.

    `OIC/CFM-50/2024/POL/RES.7` gives itself, `OIC`, `OIC/CFM-50`, `OIC/CFM-50/2024`,
    `OIC/CFM-50/2024/POL`, and the segments `CFM-50`, `2024`, `POL`, `RES.7`.
    """
    segments = [part for part in map(_segment, re.split(r"[/\\]+", fold(symbol))) if part]
    beginnings = ["/".join(segments[:count]) for count in range(1, len(segments))]
    parts = ["/".join(segments), *beginnings, *segments] if segments else []
    return list(dict.fromkeys(parts))


def _segment(text: str) -> str:
    """One segment without spaces and stray dots, in capitals, with plain hyphens."""
    text = re.sub(r"[‐‑‒–—−]", "-", re.sub(r"\s+", "", text))
    return text.strip(".-").upper()
