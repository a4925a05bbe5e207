"""Which paragraphs ask somebody within the system to act: the mandates of a text.

The reading rules: true for a directive to the Secretariat, an institution or member states, and
for a decision still to be carried out; false for adopting a text, staying seized of a matter, and
appeals to outsiders. A chapeau and its items are both true; items have its class and addressee.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from amana.texts.reading.addressing import (
    NOBODY,
    Addressee,
    addressee,
    asked_in,
    asking,
    is_united_nations,
)
from amana.texts.reading.deadlines import NO_DEADLINE, Deadline, deadline
from amana.texts.reading.folding import folded
from amana.texts.reading.lexicon import Lead, lead
from amana.texts.reading.passages import Passage, Reading
from amana.texts.reading.patterns import pattern, patterns
from amana.texts.reading.reporting import NO_REPORT, Reporting, reporting
from amana.texts.rules.kinds import Kind

__all__ = ["Charge", "charges", "is_mandate"]

_KINDS = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBSUBPARAGRAPH)


class Charge(NamedTuple):
    """What one operative paragraph asks: of whom, by when, with what report.

    `mandate` says whether somebody within the system must act; `inherited` that class and
    addressee are those of the paragraph it stands in.
    """

    passage: Passage
    mandate: bool = False
    addressee: Addressee = NOBODY
    deadline: Deadline = NO_DEADLINE
    reporting: Reporting = NO_REPORT
    inherited: bool = False


def is_mandate(
    text: str,
    lang: str,
    *,
    verb_class: str = "",
    names: Mapping[str, str] | None = None,
    united_nations: bool = False,
) -> bool:
    """Whether somebody within the system must act on this paragraph.

    `verb_class` is the class of an item that has no verb of its own; `names` and
    `united_nations` are those of `addressing.addressee`.
    """
    for found, words in asking(text, lang, verb_class=verb_class):
        if found.verb_class == "deciding":
            if _is_to_be_done(found, words, lang):
                return True
            continue
        asked = asked_in(found, words, text, lang, names=names, united_nations=united_nations)
        if any(each.is_inside for each in asked):
            return True
    return False


# Decisions that are done with when they are taken ---------------------------------------------

_TEXTS = patterns("texts")
_DEED = patterns("deeds")
_TEXT = {
    lang: re.compile(rf"^(?:\S+ ){{0,4}}?{words.pattern}(?!\w)") for lang, words in _TEXTS.items()
}
_SEIZED = pattern("seized")
_DONE_WITH = frozenset(("declare", "appoint", "grant", "remain-seized", "commit"))
_OF_TEXTS = frozenset(("adopt", "approve", "endorse"))


def _is_to_be_done(found: Lead, words: str, lang: str) -> bool:
    """Whether a decision leaves something to be carried out."""
    whole = folded(words)
    if _SEIZED.search(whole.text):
        return False
    rest = words[found.end :]
    if found.action == "decide":
        return _is_more_than_a_text(rest, lang)
    if found.action in _DONE_WITH:
        return False
    if found.action in _OF_TEXTS:
        return not _is_a_text(rest, lang, found.action)
    return True


def _is_more_than_a_text(rest: str, lang: str) -> bool:
    """Decides to adopt the statute is done; decides to establish a fund is not."""
    inner = lead(rest, lang)
    if inner.action in _OF_TEXTS:
        return not _is_a_text(rest[inner.end :], lang, inner.action)
    if inner.action in ("declare", "remain-seized"):
        return False
    if inner.action == "believe":  # decides to continue, to maintain
        return True
    return inner.verb_class in ("", "deciding", "directive")


def _is_a_text(rest: str, lang: str, action: str) -> bool:
    """Whether what is adopted or approved is a text, and not something to be done."""
    whole = folded(rest[:200]).text
    if _TEXT[lang].match(whole):
        return True
    if action == "adopt":
        return True
    return _DEED[lang].search(whole[:80]) is None


# The whole text ----------------------------------------------------------------------------------


def charges(
    reading: Reading,
    *,
    opened: date | None = None,
    session: int = 0,
    names: Mapping[str, str] | None = None,
) -> list[Charge]:
    """What every operative paragraph and item asks, in order.

    An item has the class and the addressee of what it stands in, and is a mandate when that is
    one; its deadline and report are its own, or else those above it.
    """
    known = dict(names or {})
    united = any(is_united_nations(each.text) for each in reading.of(Kind.FORMULA))
    found = []
    for family in _families(reading.blocks):
        found += _family(family, reading.lang, known, united, opened, session)
    return found


def _families(blocks: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Every operative paragraph with the items in it."""
    family: list[Passage] = []
    for block in blocks:
        if block.kind not in _KINDS or block.kind is Kind.OPERATIVE:
            if family:
                yield family
            family = []
        if block.kind in _KINDS:
            family.append(block)
    if family:
        yield family


def _family(
    family: list[Passage],
    lang: str,
    names: Mapping[str, str],
    united: bool,
    opened: date | None,
    session: int,
) -> list[Charge]:
    """A chapeau and its items: what one asks, all ask."""
    alone = [_alone(each, lang, names, united, opened, session) for each in family]
    chapeau = alone[0]
    if len(alone) == 1:
        return alone
    items = [_item(each, chapeau, lang) for each in alone[1:]]
    if not chapeau.mandate and any(each.mandate for each in items):
        chapeau = chapeau._replace(mandate=_may_be_asked(chapeau))
    return [chapeau, *items]


def _may_be_asked(chapeau: Charge) -> bool:
    """A chapeau that asks nobody asks with its items: Decides: (a) to establish …"""
    return chapeau.passage.verb_class in ("directive", "deciding", "") and not (
        chapeau.addressee and not chapeau.addressee.is_inside
    )


def _alone(
    passage: Passage,
    lang: str,
    names: Mapping[str, str],
    united: bool,
    opened: date | None,
    session: int,
) -> Charge:
    text, verb_class = passage.text, passage.verb_class
    asked = addressee(
        text, lang, names=names, united_nations=united, verb_class=verb_class
    )  # fmt: skip
    mandate = is_mandate(text, lang, verb_class=verb_class, names=names, united_nations=united)
    if not mandate and verb_class not in ("directive", "deciding", ""):
        return Charge(passage, mandate, asked)
    return Charge(
        passage,
        mandate,
        asked,
        deadline(text, lang, opened=opened, session=session),
        reporting(text, lang, opened=opened, session=session),
    )


def _item(item: Charge, chapeau: Charge, lang: str) -> Charge:
    above = chapeau.passage.verb_class
    if not above:
        return item
    asked = chapeau.addressee or item.addressee
    mandate = chapeau.mandate or item.mandate
    if above == "deciding" and mandate:
        inner = lead(item.passage.text, lang)
        mandate = not inner.verb or inner.verb_class not in ("deciding",) or _is_to_be_done(
            inner, item.passage.text, lang
        )  # fmt: skip
    if _SEIZED.search(folded(item.passage.text).text):
        mandate = False
    return item._replace(
        mandate=mandate, addressee=asked, inherited=True,
        deadline=item.deadline or chapeau.deadline, reporting=item.reporting or chapeau.reporting,
    )  # fmt: skip
