"""The words by which each language cites: units, lists, ranges, instruments. Plain letters only."""

import re
from dataclasses import dataclass
from functools import cache

from amana.texts.citing.found import Instrument
from amana.texts.citing.ordinals import words_pattern

__all__ = ["Language", "language"]

_FIGURE = r"\d{1,3}(?: ?(?:bis|ter|quater)\b|[a-z](?![a-z0-9]))?(?![\d/])"
_ROMAN = r"[ivxlc]{1,7}(?![a-z0-9])"
_IN_BRACKETS = r"\( ?(?:\d{1,3}|[a-z]|[ivx]{1,4}) ?\)"


@dataclass(frozen=True, slots=True)
class Language:
    """Patterns over plain text; each is tried at one place and matches a bounded piece.

    `units` name a kind of provision by the abbreviation of its wId; `item` is one number, `below`
    what may follow it in brackets; `more` stands between two numbers, `to` between the ends of a
    range. `of` joins a provision to what it is in. `instruments` are the names of texts, and
    `qualifier` what may say whose they are.
    """

    units: tuple[tuple[str, re.Pattern[str]], ...]
    paragraph: re.Pattern[str]
    point: re.Pattern[str]
    item: re.Pattern[str]
    below: re.Pattern[str]
    more: re.Pattern[str]
    to: re.Pattern[str]
    comma: re.Pattern[str]
    of: re.Pattern[str]
    instruments: tuple[tuple[Instrument, re.Pattern[str]], ...]
    qualifier: re.Pattern[str]
    own: re.Pattern[str]
    resolution: re.Pattern[str]
    again: re.Pattern[str]

    def start(self) -> re.Pattern[str]:
        """Where a citation may begin: a unit, a paragraph, a word for a resolution."""
        units = (pattern.pattern for _name, pattern in self.units)
        begins = (*units, self.paragraph.pattern, self.resolution.pattern)
        return re.compile("|".join(f"(?:{pattern})" for pattern in begins))


def language(lang: str) -> Language:
    """The words of a language; those of English for one that is none of ours."""
    return {"ar": _arabic, "fr": _french}.get(lang, _english)()


@cache
def _english() -> Language:
    edge = r"(?<![\w/.-])"
    return Language(
        units=(
            ("art", re.compile(rf"{edge}art(?:icle)?s?\b\.? ?(?=[\divxlc])")),
            ("rule", re.compile(rf"{edge}rules? (?=[\divxlc])")),
            ("chp", re.compile(rf"{edge}chapters? (?=[\divxlc])")),
            ("att", re.compile(rf"{edge}annex(?:es)? (?=[\divxlc])")),
        ),
        paragraph=re.compile(rf"{edge}(?:operative )?para(?:graph)?s?\b\.? ?(?=[\d(])"),
        point=re.compile(r",? (?:sub-?paragraph|point|item|letter)s? ?(?=\(|[a-z]\b)"),
        item=re.compile(rf"{_FIGURE}|{_ROMAN}|{_IN_BRACKETS}"),
        below=re.compile(rf"(?: ?{_IN_BRACKETS})+"),
        more=re.compile(r" ?, ?(?:and |or )?| (?:and|or|&) "),
        to=re.compile(r" (?:to|through) | ?- ?"),
        comma=re.compile(r" ?, ?"),
        of=re.compile(
            r",? (?:of|in|under|to|from) (?:(?:the|its|that|this|said|present|same) ){0,3}"
        ),
        instruments=(
            (
                Instrument.CHARTER,
                re.compile(r"(?P<before>(?:[\w.-]{1,20} ){0,5}?)charter\b(?!s)"),
            ),
            (Instrument.RULES, re.compile(r"(?P<before>)rules of procedure\b")),
            (Instrument.REGULATIONS, re.compile(r"(?P<before>)financial regulations\b")),
            (Instrument.STATUTE, re.compile(r"(?P<before>)statutes?\b")),
        ),
        qualifier=re.compile(
            r" (?:of|for) (?:the )?(?P<whose>(?:[\w'.-]{1,25} ){0,7}[\w'-]{1,25})"
        ),
        own=re.compile(r"organi[sz]ation\b(?! (?:of|for) )"),
        resolution=re.compile(
            rf"{edge}(?:draft )?(?:resolution|decision)s?\b(?: (?:no|nos|n|number)\b)? ?[.°:]?"
            rf"(?: (?:no|nos)\b)? ?\.? ?(?=[\da-z(])"
        ),
        again=re.compile(r" ?, ?(?:and )?(?:nos?\.? )?| and (?:(?:resolution )?nos?\.? )?"),
    )  # fmt: skip


@cache
def _french() -> Language:
    edge = r"(?<![\w/.-])"
    first, number = r"premiere?\b|1(?:er|re)\b", r"(?:n(?:o|os)?\b ?[°.]? ?)?"
    return Language(
        units=(
            ("art", re.compile(rf"{edge}art(?:icle)?s?\b\.? ?(?=[\divxlcp])")),
            ("rule", re.compile(rf"{edge}regles? (?=[\divxlcp])")),
            ("chp", re.compile(rf"{edge}chapitres? (?=[\divxlcp])")),
            ("att", re.compile(rf"{edge}annexes? (?=[\divxlc])")),
        ),
        paragraph=re.compile(rf"{edge}par(?:agraphe)?s?\b\.? ?(?=[\d(p])"),
        point=re.compile(r",? (?:alinea|point|lettre)s? ?(?=\(|[a-z]\b)"),
        item=re.compile(rf"{first}|{_FIGURE}|{_ROMAN}|{_IN_BRACKETS}"),
        below=re.compile(rf"(?: ?{_IN_BRACKETS}| (?:[a-z]|[ivx]{{1,4}})\))+"),
        more=re.compile(r" ?, ?(?:et |ou )?| (?:et|ou) "),
        to=re.compile(r" (?:a|au) | ?- ?"),
        comma=re.compile(r" ?, ?(?:du )?"),
        of=re.compile(
            r",? (?:de|du|des|dans|en vertu de) ?"
            r"(?:l'|(?:la|le|les|sa|son|leur|cette|cet|ce|presente|present|ladite|meme) ){0,3}"
        ),
        instruments=(
            (Instrument.CHARTER, re.compile(r"(?P<before>)charte\b")),
            (Instrument.RULES, re.compile(r"(?P<before>)reglement interieur\b")),
            (Instrument.REGULATIONS, re.compile(r"(?P<before>)reglement financier\b")),
            (Instrument.STATUTE, re.compile(r"(?P<before>)statuts?\b")),
        ),
        qualifier=re.compile(
            r" (?:de l'|de la |des |du |de |d')(?P<whose>(?:[\w'.-]{1,25} ){0,7}[\w'-]{1,25})"
        ),
        own=re.compile(r"organisation\b(?! (?:de|du|des|d'))"),
        resolution=re.compile(
            rf"{edge}(?:projets? de )?(?:resolution|decision)s?\b ?(?:n(?:o|os)?\b ?[°.:]? ?)?"
            r"(?=[\da-z(])"
        ),
        again=re.compile(rf" ?, ?{number}| et (?:la resolution )?{number}"),
    )  # fmt: skip


@cache
def _arabic() -> Language:
    edge = r"(?<![\w/])(?:[وف]?[بك]?)(?:ال|لل)?"
    numbered = r"(?: من)? (?=[\d(ام])"
    figure = r"\( ?\d{1,3} ?\)|\d{1,3}(?: مكررا?)?(?![\d/])"
    letter = r"\( ?[ا-ي] ?\)|[ا-ي](?!\w)"
    return Language(
        units=(
            ("art", re.compile(rf"{edge}(?:ماده|مادتان|مادتين|مواد){numbered}")),
            ("rule", re.compile(rf"{edge}(?:قاعده|قاعدتان|قاعدتين|قواعد){numbered}")),
            ("chp", re.compile(rf"{edge}(?:فصل|فصلان|فصلين|فصول){numbered}")),
            ("att", re.compile(rf"{edge}(?:مرفق|ملحق|مرفقين|مرفقات){numbered}")),
        ),
        paragraph=re.compile(
            rf"{edge}(?:فقره|فقرتان|فقرتين|فقرات)(?: العامله)?(?: من)? (?=[\d(ا-ي])"
        ),
        point=re.compile(r" ?،? ?(?:و?ال)?(?:فقره الفرعيه|بند|نقطه) (?=[(ا-ي\d])"),
        item=re.compile(rf"{figure}|{words_pattern()}|{letter}"),
        below=re.compile(r"(?: ?\( ?(?:\d{1,3}|[ا-ي]) ?\))+"),
        more=re.compile(r" ?، ?و? ?| و ?| او "),
        to=re.compile(r" (?:الي|حتي) (?:الماده )?| ?- ?"),
        comma=re.compile(r" ?، ?(?:من )?"),
        of=re.compile(r" ?،? ?(?:من|في|ب) ?(?:(?:هذا|هذه|نفس|ذلك|نص|احكام) ){0,2}"),
        instruments=(
            (Instrument.CHARTER, re.compile(r"(?P<before>)(?:ال)?ميثاق(?:ها|نا|ه)?\b")),
            (
                Instrument.RULES,
                re.compile(
                    r"(?P<before>)(?:(?:ال)?نظام(?:ها|ه)? الداخلي"
                    r"|(?:ال)?لايحه(?:ا|ها)? الداخليه|قواعد الاجراءات)\b"
                ),
            ),
            (
                Instrument.REGULATIONS,
                re.compile(
                    r"(?P<before>)(?:(?:ال)?نظام(?:ها|ه)? المالي|(?:ال)?لايحه(?:ها)? الماليه)\b"
                ),
            ),
            (Instrument.STATUTE, re.compile(r"(?P<before>)(?:ال)?نظام(?:ها|ه)? الاساسي\b")),
        ),
        qualifier=re.compile(r" (?P<whose>(?:[ء-ي]{1,20} ){0,6}[ء-ي]{1,20})"),
        own=re.compile(r"المنظمه\b"),
        resolution=re.compile(
            rf"{edge}(?:مشروع (?:ال)?)?(?:قرار|قراران|قرارين|قرارات|مقرر)"
            r"(?:ه|ها|هما|هم|ي|يه|يها)?(?: [ء-ي]{2,12}){0,5}? ?:? ?(?=[\da-z])"
        ),
        again=re.compile(r" ?، ?و?(?:رقم )?| و ?(?:رقم )?"),
    )  # fmt: skip
