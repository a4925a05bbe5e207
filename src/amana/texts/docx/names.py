"""What our DOCX calls its parts, so that a file that comes back is read exactly.

Every paragraph has a style named after its kind and language (`Amana operative en`); numbers,
headings and what we add have styles of characters; a hidden bookmark keeps the lasting id. Word
and LibreOffice keep all of them when a person edits the file.
"""

import re
from collections.abc import Iterable

from amana.kernel.numbers import digits
from amana.texts.reading.annexes import annex_number
from amana.texts.reading.markers import Marker, letter, marker, roman, romanised
from amana.texts.rules.kinds import Kind

__all__ = [
    "ADDED", "CONTINUED", "HEADING", "NUMBER", "VERB", "bookmarks", "kind_and_lang", "own_number",
    "style_name", "wid_of",
]  # fmt: skip

NUMBER, HEADING, VERB = "Amana number", "Amana heading", "Amana verb"
ADDED = "Amana added"
"""What stands on paper but in no text: "(repealed)", marks that keep a symbol in its order."""
CONTINUED = "continued"

_STYLE = re.compile(r"Amana ([a-z_]+) (ar|en|fr)")
_LONGEST_BOOKMARK = 40  # of Word
_UNSOUND = re.compile(r"[^A-Za-z0-9_]")
_ENCODED = re.compile(r"_x([0-9A-F]{2,6})_")
_WID = "_w_"
_NUM = re.compile(r"_n\d+_(.*)")
_WORDED = frozenset({Kind.ARTICLE, Kind.RULE, Kind.CHAPTER, Kind.SECTION, Kind.ANNEX,
                     Kind.ANNEX_HEADING})  # fmt: skip
_ROMAN = frozenset({Kind.SUBSUBPARAGRAPH})
_FIGURES = re.compile(r"\d+\s?(?:[a-z]|bis|ter|quater)?$")


def style_name(kind: str, lang: str) -> str:
    """The name of the style of a kind in a language: `Amana part_heading fr`."""
    return f"Amana {kind} {lang}"


def kind_and_lang(style: str) -> tuple[str, str] | None:
    """The kind (or `continued`) and the language of a style of ours; None for others'."""
    match = _STYLE.fullmatch(style)
    if match and (match[1] == CONTINUED or match[1] in set(Kind)):
        return match[1], match[2]
    return None


def bookmarks(wid: str, num: str | None, at: int) -> list[str]:
    """The hidden bookmarks of the block at a place, of which there is always one.

    `num` is the number that the printed one does not tell, or None. Word wants every name once,
    and drops what is too long.
    """
    kept = [_encoded(_WID, wid)] if wid else []
    kept += [_encoded(f"_n{at}_", num)] if num is not None else []
    return [name for name in kept if len(name) <= _LONGEST_BOOKMARK] or [f"_o{at}"]


def _encoded(prefix: str, what: str) -> str:
    return prefix + _UNSOUND.sub(lambda found: f"_x{ord(found[0]):02X}_", what)


def wid_of(names: Iterable[str]) -> tuple[str, str | None]:
    """The lasting id and the number that the bookmarks of a paragraph keep (None: no number)."""
    wid, num = "", None
    for name in names:
        told = _NUM.fullmatch(name)
        if told:
            num = _decoded(told[1])
        elif name.startswith(_WID):
            wid = wid or _decoded(name.removeprefix(_WID))
    return wid, num


def _decoded(name: str) -> str:
    """The id that a name encodes; what a stranger may have put there and no id holds is dropped."""
    told = _ENCODED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), name)
    return "".join(filter(str.isprintable, told))


def own_number(kind: Kind, printed: str) -> str:
    """The own number that a printed one tells: `٣-` is 3, `(ب)` b, `المادة 5` 5, `Annex II` II.

    Empty where it tells none, as the words of a preamble.
    """
    words = printed.strip()
    if not words:
        return ""
    if kind in _WORDED:
        return _after_the_word(words)
    found = marker(words) or marker(f"{words}.") or marker(f"{words} -")
    if found is None:
        return ""
    return _of_a_part(found) if kind is Kind.PART_HEADING else _of_a_paragraph(found, kind)


def _of_a_paragraph(found: Marker, kind: Kind) -> str:
    if found.style == "bullet":
        return ""
    if found.style == "letter":
        as_roman = roman(found.letters) if kind in _ROMAN else 0
        return romanised(as_roman) if as_roman else letter(found.value)
    if found.style == "roman" or kind in _ROMAN:
        return romanised(found.value)
    return f"{found.value}{found.more}"


def _of_a_part(found: Marker) -> str:
    if found.style in ("Roman", "ordinal"):
        return romanised(found.value).upper()
    return letter(found.value).upper()


def _after_the_word(words: str) -> str:
    """`Article 2 bis` is 2bis, `الفصل الثاني` II, `Annex` nothing."""
    rest = digits(words.partition(" ")[2]).strip(" .:–—-()")
    if _FIGURES.match(rest):
        return rest.replace(" ", "")
    return annex_number(rest) if rest else ""
