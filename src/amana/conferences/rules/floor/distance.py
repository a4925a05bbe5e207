"""How far an amendment is removed from the text: the order that the engine proposes. Rule 90.

The order of kinds is the rulebook's `amendment_distance`; a larger change of a quantity is further
removed; equal ones are put as they were submitted. It is a proposal only: the chair decides.
"""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["Change", "change_of", "is_whole", "overlap"]

VERBS = re.compile(
    r"\b(accept|acknowledg|adopt|affirm|agree|appeal|appoint|appreciat|approv|ask|authori[sz]|call"
    r"|commend|condemn|confirm|consider|decid|declar|demand|deplor|direct|emphasi[sz]|encourag"
    r"|endors|establish|express|instruct|invit|mandat|not(e|es|ing)|reaffirm|recall|recommend"
    r"|regret|reiterat|renew|request|resolv|stress|support|tak(e|es|ing) note|underlin|urg|welcom)"
)
NUMBER = re.compile(r"-?\d+(?:[ ,.\u202f\u00a0]\d{3})*")
PART = re.compile(r"\b(PP|OP|para(?:graph)?)\s?\.?\s?(\d+\w*)\b", re.IGNORECASE)
WHOLE = re.compile(
    r"\b(whole|entire|full text|replaces? all|all (the )?(paragraphs|operative)|new (text|proposal)"
    r"|another subject|substitut\w+|negat\w+|opposite)\b"
)
PARAGRAPH = re.compile(r"\b(para|op\s?\d|operative)")


class Change:
    """A change in kind, target and size; `delta` is the change of a quantity, 0 where none is."""

    __slots__ = ("kind", "size", "target", "to")

    def __init__(self, kind: str, target: str = "", size: int = 0, to: Any = None) -> None:
        self.kind, self.target, self.size, self.to = kind, target, size, to

    def rank(self, kinds: list[str]) -> tuple[int, int]:
        """Where it stands among the kinds; the smaller, the further removed."""
        place = kinds.index(self.kind) if self.kind in kinds else len(kinds)
        return place, -self.size


def change_of(said: Any, text: Mapping[str, str]) -> Change:
    """Read a change: a record `{kind, target, from, to}`, or words such as "adds a paragraph"."""
    if isinstance(said, Mapping):
        return _of_record(said, text)
    words = str(said if said is not None else "")
    kind = _kind_of(words)
    target = _target_in(words)
    numbers = _numbers(words)
    size = 0
    if kind == "quantity" and numbers:
        before = numbers[0] if len(numbers) > 1 else _first_number(text, target)
        size = abs(numbers[-1] - before)
    return Change(kind, target, size, numbers[-1] if numbers else None)


def _of_record(said: Mapping[str, Any], text: Mapping[str, str]) -> Change:
    kind, target = str(said.get("kind", "")), str(said.get("target", said.get("part", "")))
    size = 0
    if kind == "quantity":
        numbers = _numbers(str(said.get("to", "")))
        before = _numbers(str(said.get("from", ""))) or [_first_number(text, target)]
        size = abs(numbers[-1] - before[0]) if numbers else 0
    return Change(kind or "editorial", target, size, said.get("to"))


def _kind_of(words: str) -> str:
    """The kind that the words of a change tell; what they do not tell is editorial."""
    said = words.strip().lower()
    if "preamb" in said or re.search(r"\bpp\s?\d", said):
        return "preamble"
    deletes = re.match(r"\w*\s?(delet|remov|strik|suppress|omit)", said)
    if deletes and (PARAGRAPH.search(said) or len(said.split()) == 1):
        return "delete_operative"
    numbers = _numbers(PART.sub("", words))
    if re.search(r"\b(replac|rewrit|redraft)", said) and not numbers and PARAGRAPH.search(said):
        return "replace_operative"
    if re.search(r"\b(add|insert)", said):
        return "add_paragraph" if PARAGRAPH.search(said) else "editorial"
    if "verb" in said.split() or "obligation" in said or VERBS.search(said):
        return "verb"
    return "quantity" if numbers else "editorial"


def _target_in(words: str) -> str:
    found = PART.search(words)
    return f"{'PP' if found[1].upper() == 'PP' else 'OP'}{found[2]}" if found else ""


def _numbers(words: str) -> list[int]:
    """The whole numbers in some words; names of parts are none."""
    bare = PART.sub("", words)
    return [int(re.sub(r"[^\d-]", "", one)) for one in NUMBER.findall(bare)]


def _first_number(text: Mapping[str, str], target: str) -> int:
    wordings = [text[target]] if target in text else list(text.values())
    return next((number for words in wordings for number in _numbers(words)), 0)


def is_whole(said: Any, parts: list[str]) -> bool:
    """Whether a change seems to replace the whole text, so that it is a proposal of its own."""
    if isinstance(said, Mapping):
        target = said.get("target", "")
        every = isinstance(target, (list, tuple)) and set(parts) <= set(target) and bool(parts)
        words = f"{said.get('kind', '')} {'' if every else target}".replace("_", " ")
        return every or bool(WHOLE.search(words.lower()))
    return bool(WHOLE.search(str(said or "").lower()))


def overlap(one: Change, other: Change, several: bool) -> bool:
    """Whether two changes touch the same part; without a target, they do where the text has one."""
    if one.kind == "add_paragraph" or other.kind == "add_paragraph":
        return False
    if one.target and other.target:
        return one.target == other.target
    return not several
