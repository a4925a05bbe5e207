"""Sentences from templates: `said("motion.moved", who=…, motion=…)` in three languages at once.

Templates stand in `sentences.toml`, and in `captions.toml` those of what stands around the
sentences. One holds `{who}` a phrase, `{who:obl}` or `{who:de}` one of its forms,
`{n:member}` or `{n:member.obl}` a number with its noun, `[who#one|many]` what depends on how many
`who` are, `[it:masculine|feminine]` on the gender of `it`.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from amana.conferences.rules.record.counts import counted
from amana.conferences.rules.record.phrases import Phrase
from amana.kernel.words import LANGS, Words

__all__ = ["said", "sentences", "together"]

_CHOICE = re.compile(r"\[(\w+)([:#])([^|\]]*)\|([^\]]*)\]")
_SPACES = re.compile(" {2,}")
_FIELD = re.compile(r"\{(\w+)(?::([\w.]+))?\}")

Fact = Phrase | Words | str | int


@cache
def sentences() -> Mapping[str, Words]:
    """Every template by its key."""
    return {
        f"{subject}.{key}": Words.of(forms)
        for file in ("sentences.toml", "captions.toml")
        for subject, table in _read(file).items()
        for key, forms in table.items()
    }


def _read(file: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(Path(__file__).with_name(file).read_text("utf-8"))


def said(key: str, **facts: Fact) -> Words:
    """The sentence of a key with its facts, in every language; its first letter a capital."""
    template = sentences()[key]
    return Words(**{lang: _filled(template.text(lang), facts, lang) for lang in LANGS})


def together(*words: Words) -> Words:
    """Sentences one after the other, each with its stop."""
    return Words(*(" ".join(_stopped(one.text(lang)) for one in words if one) for lang in LANGS))


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "؟")) else f"{sentence}."


def _filled(template: str, facts: Mapping[str, Fact], lang: str) -> str:
    chosen = _CHOICE.sub(lambda found: _choice(found, facts, lang), template)
    filled = _FIELD.sub(lambda found: _fact(facts[found[1]], found[2] or "", lang), chosen)
    tidy = _SPACES.sub(" ", filled).strip()
    return tidy[:1].upper() + tidy[1:]


def _choice(found: re.Match[str], facts: Mapping[str, Fact], lang: str) -> str:
    fact = facts[found[1]]
    if isinstance(fact, int):
        second = fact > (2 if lang == "ar" else 1)
    elif isinstance(fact, Phrase):
        second = fact.is_feminine(lang) if found[2] == ":" else fact.is_many(lang)
    else:
        raise TypeError(f"{found[1]} has neither number nor gender")
    return found[4] if second else found[3]


def _fact(fact: Fact, form: str, lang: str) -> str:
    if isinstance(fact, Phrase):
        return fact.form(lang, form)
    if isinstance(fact, Words):
        return fact.text(lang)
    if isinstance(fact, int) and form:
        noun, _, case = form.partition(".")
        return counted(fact, noun, lang, case)
    return str(fact)
