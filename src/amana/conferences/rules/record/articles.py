"""Names of States and organisations with their articles: *the Sudan*, *de l'Égypte*, *au Niger*.

English and French say a name with an article or without one by its form and by usage. What no
rule tells is listed; a code (`S007`, `egy`) that stands for a name takes none.
"""

import re
import unicodedata

__all__ = ["english", "french", "of_noun"]

_CODE = re.compile(r"[A-Z]{1,4}\d+|[a-z]{2,4}|[a-z][\w-]*\d[\w-]*")
_THE = re.compile(
    r"\b(Republic|Kingdom|Emirates|State of|States|Union|Federation|Organi[sz]ation|League|Bank"
    r"|Council|Group|Islands|Committee|Commission|Centre|Fund|Front|Movement|Nations)\b|\bState$"
)
_ENGLISH_THE = frozenset(
    {"Gambia", "Sudan", "Niger", "Comoros", "Maldives", "Philippines", "Bahamas", "Netherlands",
     "Congo"}
)  # fmt: skip
_BARE = frozenset(
    {"Oman", "Bahreïn", "Bahrein", "Djibouti", "Cuba", "Chypre", "Malte", "Israël", "Haïti",
     "Madagascar", "Maurice", "Singapour", "Monaco", "Saint-Marin", "Sao", "Kiribati", "Nauru",
     "Tuvalu", "Vanuatu", "Trinité-et-Tobago"}
)  # fmt: skip
_PLURAL = frozenset(
    {"Comores", "Maldives", "Émirats", "Seychelles", "Philippines", "Pays-Bas", "États", "Bahamas",
     "États-Unis", "Nations"}
)  # fmt: skip
_MASCULINE_IN_E = frozenset(
    {"Mexique", "Mozambique", "Cambodge", "Zimbabwe", "Belize", "Suriname", "Royaume", "Groupe",
     "Centre"}
)  # fmt: skip
_FEMININE = frozenset({"Sierra", "Organisation", "Fédération", "Union", "Commission", "Ligue"})


def english(name: str) -> str:
    """The name as it stands after *of*: `the Sudan`, `Egypt`, `the United Arab Emirates`."""
    if _CODE.fullmatch(name) or name.lower().startswith("the "):
        return name[:1].lower() + name[1:] if name.startswith("The ") else name
    return f"the {name}" if name in _ENGLISH_THE or _THE.search(name) else name


def french(name: str) -> tuple[str, str]:
    """The name with its article, and after *de*: `("l'Égypte", "de l'Égypte")`.

    >>> french("Soudan"), french("Émirats arabes unis")[1], french("Oman")[1]
    (('le Soudan', 'du Soudan'), 'des Émirats arabes unis', "d'Oman")
    """
    first = name.partition(" ")[0]
    if _CODE.fullmatch(name):
        return name, f"de {name}"
    if first in _PLURAL:
        return f"les {name}", f"des {name}"
    if first in _BARE:
        return name, f"d'{name}" if _elides(name) else f"de {name}"
    return of_noun(name, feminine=_is_feminine(first))


def of_noun(noun: str, *, feminine: bool) -> tuple[str, str]:
    """A noun with its definite article, and after *de*."""
    if _elides(noun):
        return f"l'{noun}", f"de l'{noun}"
    return (f"la {noun}", f"de la {noun}") if feminine else (f"le {noun}", f"du {noun}")


def _is_feminine(first: str) -> bool:
    root = first.partition("-")[0]
    if root in _MASCULINE_IN_E:
        return False
    return root in _FEMININE or _plain(root).endswith("e")


def _elides(word: str) -> bool:
    """Whether an article loses its vowel before a word; no name at hand has an aspirated h."""
    return _plain(word[:1]) in "aeiou" and not word.startswith("Yém")


def _plain(word: str) -> str:
    kept = (c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return "".join(kept).lower()
