"""The verb a paragraph opens with, its action and its class, in Arabic, English and French.

The table is `verbs.toml`; classes are those of the reading rules: directive, deciding, observing,
reinforcing, evaluative. `lead("Also requests the Secretary General …", "en")` is the verb
`requests`, the action `request`, the class `directive`. Subjects of the trade that no table can
settle are settled as follows: *notes with concern* is observing (the verb decides), *expresses*
is evaluative unless what is expressed is determination, *reiterates its request* is reinforcing.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from amana.kernel.arabic import fold
from amana.texts.reading.patterns import patterns

__all__ = ["CLASSES", "NOTHING", "Lead", "clauses", "lead", "main_lead", "meanings"]

CLASSES = ("directive", "deciding", "observing", "reinforcing", "evaluative")
ROLES = {
    "en": ("finite", "participle", "infinitive"),
    "fr": ("finite", "participle", "infinitive"),
    "ar": ("finite", "infinitive", "participle"),
}
_MOST_BEFORE = 8  # words that may stand before the verb
_TURN = 7  # words after the verb in which a turn of meaning is looked for
_EDGE = '.,;:!?،؛؟()[]{}«»“”"*_…‘'
_FRENCH_ENDINGS = ("", "e", "s", "es", "x", "se", "ses", "ee", "ees")
_TOKEN = re.compile(r"\S+")


class Lead(NamedTuple):
    """The verb at the head of a text.

    `verb` is as it stands, in small letters and without what stands before it; `role` is
    `finite`, `participle` or `infinitive` (in Arabic the verbal noun); `marked` says that the
    words of a preamble stand before it (إذ، وقد); `word` is the first word that is no adverb.
    """

    verb: str = ""
    action: str = ""
    verb_class: str = ""
    role: str = ""
    marked: bool = False
    word: str = ""
    end: int = 0

    def __bool__(self) -> bool:
        return self.verb != ""

    @property
    def opens_preamble(self) -> bool:
        """Whether a paragraph that opens so stands in a preamble."""
        return self.marked or self.role == "participle"


NOTHING = Lead()


class _Form(NamedTuple):
    rest: tuple[str, ...]
    action: str
    verb_class: str
    role: str
    turns: tuple[tuple[frozenset[str], str, str], ...]


class _Lexicon(NamedTuple):
    forms: dict[str, list[_Form]]
    before: frozenset[str]
    marks: frozenset[str]


@cache
def _lexicon(lang: str) -> _Lexicon:
    table = _table()
    forms: dict[str, list[_Form]] = {}
    for action in table["action"]:
        turns = tuple(
            (frozenset(map(fold, turn[lang])), turn["name"], turn["class"])
            for turn in action.get("turns", ())
        )
        for written in action.get(lang, ()):
            for words, role in _written(written, lang):
                form = _Form(words[1:], action["name"], action["class"], role, turns)
                forms.setdefault(words[0], []).append(form)
    for listed in forms.values():
        listed.sort(key=lambda form: -len(form.rest))
    before = frozenset(map(fold, table["before"][lang]))
    return _Lexicon(forms, before, frozenset(map(fold, table["preambular"].get(lang, ()))))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("verbs.toml").read_text("utf-8"))


def _written(form: str, lang: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every way of writing one form of the table: its words, folded, and its role."""
    for slot, role in zip(form.split("/"), ROLES[lang], strict=False):
        words = tuple(map(fold, slot.split()))
        if not words:
            continue
        for first in _first_words(words[0], lang, role):
            yield (first, *words[1:]), role
        if lang == "fr" and role == "participle":
            yield from _of_us(words)


def _of_us(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """As declarations say it, from the participle: prenant note, nous prenons note."""
    first, *rest = words
    if first == "se" and rest[:1] and rest[0].endswith("ant"):
        yield ("nous", f"{rest[0][:-3]}ons", *rest[1:]), "finite"
    elif first.endswith("ant") and not first.startswith("ayant"):
        own = first.removeprefix("s'")
        yield (f"{own[:-3]}ons", *rest), "finite"


def _first_words(word: str, lang: str, role: str) -> list[str]:
    if lang != "ar":
        return [word[:-1] + end for end in _FRENCH_ENDINGS] if word.endswith("*") else [word]
    if role == "finite":
        return [letter + word[1:] for letter in "يتن"] if word.startswith("ي") else [word]
    return [word, f"ال{word}"] if role == "infinitive" and not word.startswith("ال") else [word]


def lead(text: str, lang: str) -> Lead:
    """The verb that `text` opens with; without one, `NOTHING` but for its first word."""
    lexicon = _lexicon(lang)
    words: list[tuple[str, int, int]] = []
    tokens = _TOKEN.finditer(text, 0, 400)
    marked = False
    for place in range(_MOST_BEFORE):
        if not _reach(words, tokens, place):
            return Lead(marked=marked)
        word = words[place][0]
        for shape in _shapes(word, lang):
            for form in lexicon.forms.get(shape, ()):
                if form.role == "finite" and _is_past(text, words[place], lang):
                    continue
                if _fits(form.rest, words, tokens, place):
                    found = _lead(text, form, words, tokens, place, marked, shape)
                    ours = found.role == "infinitive" and any(
                        w == "we" for w, _s, _e in words[:place]
                    )
                    return found._replace(role="finite") if ours else found
        if not word or word in lexicon.before or (word[0] == "و" and word[1:] in lexicon.before):
            marked = marked or word in lexicon.marks
            continue
        return Lead(marked=marked, word=word)
    return Lead(marked=marked)


def _is_past(text: str, word: tuple[str, int, int], lang: str) -> bool:
    """Whether the accent of a French word says that it is no present: encouragé, not encourage."""
    if lang != "fr" or word[0] in ("cree", "agree"):
        return False
    return text[word[1] : word[2]].lower().endswith(("é", "ée", "és", "ées"))


def _reach(words: list[tuple[str, int, int]], tokens: Iterator[re.Match[str]], place: int) -> bool:
    """Read on until there is a word at that place."""
    while len(words) <= place:
        match = next(tokens, None)
        if match is None:
            return False
        token = match.group()
        bare = token.strip(_EDGE)
        start = match.start() + (token.index(bare) if bare else 0)
        words.append((fold(bare[:60]), start, start + len(bare)))
    return True


def _shapes(word: str, lang: str) -> tuple[str, ...]:
    """The word, and without what is written together with it: و, d'."""
    if lang == "ar" and word[:1] == "و" and len(word) > 3:
        return (word, word[1:])
    if lang == "fr" and word[:2] == "d'":
        return (word, word[2:])
    return (word,)


def _fits(
    rest: tuple[str, ...],
    words: list[tuple[str, int, int]],
    tokens: Iterator[re.Match[str]],
    place: int,
) -> bool:
    for offset, wanted in enumerate(rest, 1):
        if not _reach(words, tokens, place + offset):
            return False
        found = words[place + offset][0]
        if found != wanted and not (wanted[-1:] == "*" and found.startswith(wanted[:-1])):
            return False
    return True


def _lead(
    text: str,
    form: _Form,
    words: list[tuple[str, int, int]],
    tokens: Iterator[re.Match[str]],
    place: int,
    marked: bool,
    shape: str,
) -> Lead:
    last = place + len(form.rest)
    start, end = words[place][1], words[last][2]
    if form.rest and form.rest[-1][-1] == "*" and form.rest[-1] in ("ب*", "في*"):
        end = words[last - 1][2]  # the preposition is not the verb's
    start += 1 if shape != words[place][0] and words[place][0][0] == "و" else 0
    start += 2 if shape != words[place][0] and words[place][0][0] == "d" else 0
    action, verb_class = form.action, form.verb_class
    if form.turns:
        _reach(words, tokens, last + _TURN)
        after = {word for word, _start, _end in words[last + 1 : last + 1 + _TURN]}
        for turn, name, other in form.turns:
            if after & turn:
                action, verb_class = name, other
                break
    verb = " ".join(text[start:end].split()).lower()
    return Lead(verb, action, verb_class, form.role, marked, words[place][0], end)


_AFTER_A_COMMA = re.compile(r"[,،]\s+")


def main_lead(text: str, lang: str) -> Lead:
    """The finite verb of a paragraph that opens with something else, or `NOTHING`.

    `In accordance with rule 5, decides to …` decides.
    """
    for match in _AFTER_A_COMMA.finditer(text, 0, 400):
        start = match.end()
        found = lead(text[start : start + 90], lang)
        if found.role == "finite" and _is_close(text, start, found):
            return found._replace(end=start + found.end)
    return NOTHING


def meanings(verb: str, lang: str) -> frozenset[str]:
    """Every class that a verb may have: one, but يؤيد is both endorses and supports."""
    words = tuple(fold(word.strip(_EDGE)) for word in verb.split())
    found = (
        form.verb_class
        for form in _lexicon(lang).forms.get(words[0] if words else "", ())
        if form.rest[: len(words) - 1] == words[1:] or not form.rest
    )
    return frozenset(found)


_JOINTS = patterns("joint")


def clauses(text: str, lang: str) -> Iterator[tuple[Lead, str]]:
    """The clauses of a paragraph that have a finite verb of their own, each with its words.

    `Takes note of the report and requests the Secretary General to …` gives two.
    """
    first = lead(text, lang)
    begins = [(first, 0)]
    begins += [
        (found, match.end())
        for match in _JOINTS[lang].finditer(text, 0, 6000)
        if (found := lead(text[match.end() : match.end() + 90], lang)).role == "finite"
        and _is_close(text, match.end(), found)
    ]
    ends = [start for _lead, start in begins[1:]] + [len(text)]
    for (found, start), end in zip(begins, ends, strict=True):
        yield found, text[start:end]


def _is_close(text: str, start: int, found: Lead) -> bool:
    """Whether the verb stands right at the joint, not behind a row of other words."""
    return found.end <= len(found.verb) + 24 and text[start : start + 1] != ""
