"""To whom a paragraph is addressed, and whether that is somebody within the system.

`addressee("Requests the Secretary General to …", "en")` is the Secretary General. What belongs to
an organisation (its institutions, its members) the caller may name; without names they are known
by what they are: a bank, a centre, a committee, member states.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from amana.texts.reading.folding import Folded, folded
from amana.texts.reading.lexicon import Lead, clauses, lead
from amana.texts.reading.naming import name_at
from amana.texts.reading.patterns import pattern, patterns

__all__ = [
    "INSIDE", "NOBODY", "Addressee", "addressee", "addressees", "asked_in", "asking",
    "is_united_nations",
]  # fmt: skip

INSIDE = frozenset(
    ("secretary-general", "secretariat", "member-states", "body", "institution", "named-state")
)
"""The kinds of addressee that belong to the system; `third-party` does not."""

_NEAR = 220  # how far behind the verb an addressee is looked for
_REACH = 90  # and how far behind the place where the request itself begins


class Addressee(NamedTuple):
    """Somebody asked: the kind, and the words that name them."""

    kind: str = ""
    name: str = ""

    @property
    def is_inside(self) -> bool:
        """Whether they belong to the system."""
        return self.kind in INSIDE

    def __bool__(self) -> bool:
        return self.kind != ""


NOBODY = Addressee()

# What is asked begins, once somebody is named: الدول الأعضاء إلى، الأطراف بوقف.
_ASKED = re.compile(r" (?:الي|علي|ان|بان|ب(?!ين|عد|عض)\w{3,})(?!\w)")
_THAT = re.compile(r"(?:also |further |again )?that\b|que\b|qu'|ان\b|بان\b|انه\b|انها\b|:")

# Who in the list of kinds wins where two names begin at one place and are as long.
_ORDER = (
    "united-nations", "third-party", "secretary-general", "secretariat", "member-states",
    "named-state", "institution", "body",
)  # fmt: skip


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    path = Path(__file__).with_name("addressees.toml")
    table = tomllib.loads(path.read_text("utf-8"))[lang]
    edge = r"(?<!\w)" if lang != "ar" else r"(?<!\w)(?:و|ل|ب|ك)?"
    close = r"(?!\w)"
    return tuple(
        (kind, re.compile(rf"{edge}(?:{'|'.join(table[kind])}){close}")) for kind in _ORDER
    )


# The names of bodies in capitals: SESRIC, UNESCO, IsDB.
_ACRONYM = re.compile(r"(?<![\w/.\-])(?:[A-Z]{3,9}|I[a-z]DB|I[A-Z]{2,8})(?![\w/])")
_NAMED_AFTER = pattern("named-after")
_NO_ACRONYM = frozenset(
    (
        "THE", "AND", "FOR", "ALL", "NOT", "ITS", "DES", "LES", "AUX", "RES", "POL", "FINAL", "ECO",
        "ORG",
    )
)  # fmt: skip
# With whom something is done is not who is asked to do it.
_WITH = pattern("with")
_BEGINS = patterns("begins")


_PRONOUN = re.compile(r"\s*(?:them|him|her|it)\s+to\b", re.IGNORECASE)


def addressee(
    text: str,
    lang: str,
    *,
    names: Mapping[str, str] | None = None,
    united_nations: bool = False,
    verb_class: str = "",
) -> Addressee:
    """Whom a paragraph asks, or `NOBODY`.

    `names` gives the kinds of names the caller knows, folded as the kernel folds
    (`{"icesco": "institution", "unesco": "third-party"}`); `united_nations` says that the text is
    of the United Nations, whose bodies are then within the system. `verb_class` is the class of
    an item that has no verb of its own.
    """
    found = addressees(
        text, lang, names=names, united_nations=united_nations, verb_class=verb_class
    )
    return next((each for each in found if each.is_inside), found[0] if found else NOBODY)


def addressees(
    text: str,
    lang: str,
    *,
    names: Mapping[str, str] | None = None,
    united_nations: bool = False,
    verb_class: str = "",
) -> list[Addressee]:
    """Everybody whom the paragraph asks, in order, those outside the system too."""
    for found, words in asking(text, lang, verb_class=verb_class):
        named = asked_in(found, words, text, lang, names=names, united_nations=united_nations)
        if named:
            return named
    return []


def asked_in(
    found: Lead,
    words: str,
    text: str,
    lang: str,
    *,
    names: Mapping[str, str] | None = None,
    united_nations: bool = False,
) -> list[Addressee]:
    """Whom one clause of a paragraph asks; *urges them to …* is whom the paragraph names first."""
    known = names or {}
    if _PRONOUN.match(words[found.end :]):
        hits = _hits(folded(text), lang, known, united_nations=united_nations)
        return [each for _start, each in hits][:1]
    return _in_clause(found, words, lang, known, united_nations=united_nations)


def asking(text: str, lang: str, *, verb_class: str = "") -> Iterator[tuple[Lead, str]]:
    """The clauses of a paragraph that direct or decide, each with its words."""
    for at, (found, words) in enumerate(clauses(text, lang)):
        asks = found
        if at == 0 and verb_class and not found.verb:
            asks = found._replace(verb_class=verb_class)
        if asks.verb_class in ("directive", "deciding"):
            yield asks, words


def _in_clause(
    found: Lead, words: str, lang: str, names: Mapping[str, str], *, united_nations: bool
) -> list[Addressee]:
    rest = words[found.end :]
    if found.verb_class == "deciding" and found.action != "authorise":
        inner = lead(rest, lang)
        if inner.verb_class == "directive":  # decides to request
            return _in_clause(
                inner, rest, lang, names, united_nations=united_nations
            )  # fmt: skip
        if not _THAT.match(folded(rest).text):
            return []
    whole = folded(rest)
    limit = _limit(whole, lang)
    hits = _hits(whole, lang, names, united_nations=united_nations)
    if lang == "ar" and hits:
        asked = _ASKED.search(whole.text, hits[0][0] + 6)
        limit = min(limit, asked.start()) if asked else limit
    named = [each for start, each in hits if start <= limit]
    if not named and found.verb_class == "directive":
        named = [each for _start, each in hits][:1]
    return named


def _limit(whole: Folded, lang: str) -> int:
    """Up to where those asked are named: there what is asked of them begins."""
    begins = _BEGINS[lang].search(whole.text, 3 if lang == "ar" else 1)
    if begins is None:
        return _NEAR
    if begins.start() > 2 or begins.group() == ":":
        return begins.start()
    return begins.end() + _REACH


def _hits(
    whole: Folded, lang: str, names: Mapping[str, str], *, united_nations: bool
) -> list[tuple[int, Addressee]]:
    """Every name in the words, in order, without those that stand inside another."""
    found: list[tuple[int, int, int, str]] = []
    for rank, (kind, named) in enumerate(_patterns(lang)):
        found += [(m.start(), -m.end(), rank, kind) for m in named.finditer(whole.text)]
    found += _known(whole, names)
    found += _acronyms(whole, names)
    found.sort()
    hits: list[tuple[int, Addressee]] = []
    covered = 0
    others = [(match.start(), match.end()) for match in _WITH.finditer(whole.text)]
    for start, minus_end, _rank, kind in found:
        if start < covered or _is_with(start, others, whole.text):
            continue
        covered = -minus_end
        meant = _kind(kind, whole, start, covered, united_nations=united_nations)
        extended = meant in ("body", "institution", "named-state")
        name = name_at(whole, start, covered, lang, extended=extended)
        hits.append((start, Addressee(meant, name)))
    return hits


def _kind(kind: str, whole: Folded, start: int, end: int, *, united_nations: bool) -> str:
    """The Parties to a treaty are its members; the parties to a conflict are not."""
    if kind == "united-nations":
        return _of_the_united_nations(whole.text[start:end]) if united_nations else "third-party"
    if kind == "third-party" and re.search(r"\bParties$", whole.original(start, end).strip(",.;:")):
        return "member-states"
    return kind


def _is_with(start: int, others: list[tuple[int, int]], text: str) -> bool:
    """Whether the name stands behind "in coordination with", before the next comma."""
    return any(end <= start and not re.search(r"[,،;؛]", text[end:start]) for _begin, end in others)


def _of_the_united_nations(name: str) -> str:
    if ("secretar" in name and "general" in name) or "الامين" in name or "سكرتير" in name:
        return "secretary-general"
    return (
        "body"
        if re.search(r"council|assembl|conseil|president|مجلس|جمعيه|رءيس", name)
        else "institution"
    )


def _known(whole: Folded, names: Mapping[str, str]) -> Iterator[tuple[int, int, int, str]]:
    """The names that the caller knows, before all others; in Arabic also after ل: للبنك."""
    for name, kind in names.items():
        for said in (name, f"لل{name[2:]}") if name[:2] == "ال" else (name,):
            start = _whole_name(whole.text, said)
            if start >= 0:
                yield start, -(start + len(said) + 1), -1, kind


def _whole_name(text: str, name: str) -> int:
    """Where a name stands as words of its own; -1 where it does not. Before it و، ب or ك may be."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before = text[max(start - 2, 0) : start]
        opens = not before[-1:].isalnum() or (before[-1] in "وبك" and not before[:-1].strip())
        if opens and not text[end : end + 1].isalnum():
            return start
        start = text.find(name, start + 1)
    return -1


def _acronyms(whole: Folded, names: Mapping[str, str]) -> Iterator[tuple[int, int, int, str]]:
    """A body known only by its capitals is an institution, unless the caller knows better."""
    words = whole.source
    if words.isupper():
        return
    for start, (first, last) in zip(whole.starts, whole.words, strict=True):
        match = _ACRONYM.search(words, first, last)
        if match and _NAMED_AFTER.match(words, last):
            continue  # the OIC Group: what it is stands after it
        if match and match.group() not in _NO_ACRONYM and match.group().lower() not in names:
            yield start, -(start + len(match.group())), len(_ORDER), "institution"


_UNITED_NATIONS = pattern("united-nations")


def is_united_nations(formula: str) -> bool:
    """Whether the adopting body, as its formula names it, is one of the United Nations."""
    return _UNITED_NATIONS.search(folded(formula).text) is not None
