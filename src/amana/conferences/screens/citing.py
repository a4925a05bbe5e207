"""How a rule is cited for a reader: its label, and its text where that is on record."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from amana.conferences.rules.rulebook import Rulebook
from amana.kernel.words import LANGS, Words
from amana.web.links import has_url, reverse

__all__ = ["Rule", "cited", "in_words", "rule_as_dict", "rule_of"]

_PARAGRAPH = re.compile(r"(\w+)\((\w+)\)$")
_INNER = {"ar": "{}، الفقرة {}", "en": "{}({})", "fr": "{}, par. {}"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What an act rests on, for a reader: a label, an address or nothing, a mark or nothing."""

    label: str
    href: str = ""
    mark: str = ""


@cache
def _patterns() -> tuple[dict[str, str], ...]:
    path = Path(__file__).with_name("citations.toml")
    return tuple(tomllib.loads(path.read_text("utf-8"))["citation"])


@cache
def cited(article: str) -> tuple[Words, str, str]:
    """An article in three languages, with the work and the place where its text is on record.

    >>> cited("GA 71")[0].en
    'Rule 71, General Assembly'
    """
    for known in _patterns():
        if article.startswith(known["begins"]):
            number = article.removeprefix(known["begins"])
            said = {lang: known[lang].format(_number(number, lang)) for lang in LANGS}
            place = known.get("at", "").format(number.partition("(")[0])
            return Words(**said), known.get("text", ""), place
    return Words(article, article, article), "", ""


def _number(number: str, lang: str) -> str:
    found = _PARAGRAPH.fullmatch(number)
    return _INNER[lang].format(found[1], found[2]) if found else number


def rule_of(rules: Rulebook, names: Iterable[str], lang: str) -> Rule | None:
    """The foremost rule of an act or a refusal; its mark where it is another organ's practice."""
    given = tuple(names)
    articles = rules.articles(*given) if given else ()
    if not articles:
        return None
    mark = rules.mark.text(lang) if rules.borrowed(given[0]) else ""
    label, href = _shown(articles[0], lang)
    return Rule(label, href, mark)


def in_words(articles: Iterable[str]) -> list[str]:
    """Articles as the reader's language cites them: `Rule 71, General Assembly`."""
    lang = (get_language() or "en").partition("-")[0]
    return [cited(article)[0].text(lang) for article in articles]


@lru_cache(maxsize=1024)
def _shown(article: str, lang: str) -> tuple[str, str]:
    words, text, place = cited(article)
    href = reverse("texts:work", {"key": text}) if text and has_url("texts:work", key=text) else ""
    return words.text(lang), f"{href}#{place}" if href and place else href


def rule_as_dict(rule: Rule | None) -> dict[str, Any]:
    """The same as plain data for an answer to a tap."""
    if rule is None:
        return {}
    return {"label": rule.label, "href": rule.href, "mark": rule.mark}
