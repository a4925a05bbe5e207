"""A refusal of the floor as the reader is told it: names instead of keys, and the rule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from amana.conferences.rules.floor.acts import OutOfOrder
from amana.conferences.rules.floor.state import Floor
from amana.conferences.screens.citing import Rule, rule_as_dict, rule_of
from amana.conferences.screens.labels import kinds, majority
from amana.conferences.screens.naming import Names
from amana.kernel.dates.writing import format_dual
from amana.kernel.refusals import Refusal

__all__ = ["Told", "told"]


@dataclass(frozen=True, slots=True)
class Told:
    """What is refused and why, what to do, under which rule."""

    code: str
    what: str
    do: str
    rule: Rule | None

    def as_dict(self) -> dict[str, Any]:
        """For an answer to a tap."""
        said = {"code": self.code, "sentence": self.what, "do": self.do}
        return said | {"rule": rule_as_dict(self.rule)}


def told(refusal: Refusal, floor: Floor, names: Names, lang: str) -> Told:
    """A refusal in the reader's language."""
    facts: dict[str, Any] = {
        name: _shown(name, value, floor, names, lang) for name, value in refusal.facts.items()
    }
    if "majority" in facts and "base" in refusal.facts:
        facts["majority"] = majority(
            str(refusal.facts["majority"]), str(refusal.facts["base"]), lang
        )
    rules = refusal.rules if isinstance(refusal, OutOfOrder) else ()
    again = Refusal(refusal.code, **facts)
    return Told(refusal.code, again.what(lang), again.remedy(lang),
                rule_of(floor.rules, rules, lang))  # fmt: skip


def _shown(name: str, value: object, floor: Floor, names: Names, lang: str) -> object:
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_shown(name, one, floor, names, lang) for one in value]
    if not isinstance(value, str):
        return value
    found = _READ.get(name)
    if found is not None:
        return found(value, lang)
    return _anything(value, floor, names, lang)


def _table(*tables: str) -> Callable[[str, str], str]:
    def look(value: str, lang: str) -> str:
        for table in tables:
            known = kinds()[table].get(value)
            if known is not None:
                return known.text(lang)
        return value

    return look


def _moment(value: str, lang: str) -> str:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    local = timezone.localtime(at) if at.tzinfo else at
    return f"{format_dual(local.date(), lang=lang)} {local:%H:%M}"


_READ: Mapping[str, Callable[[str, str], str]] = {
    "act": _table("acts"), "status": _table("status"), "method": _table("methods"),
    "side": _table("sides"), "why": _table("status"), "kind": _table("status"),
    "role": _table("roles"), "languages": _table("langs"), "answer": _table("answers"),
    "base": _table("bases"), "until": _moment, "circulated": _moment,
    "known": _table("answers", "sides", "methods"), "field": _table("fields"),
}  # fmt: skip


def _anything(value: str, floor: Floor, names: Names, lang: str) -> str:
    """A party, a question, a motion, an act, or what it is."""
    if value in names.parties:
        return names.party(value, lang)
    known = (floor.texts.proposals, floor.texts.amendments, floor.motions, floor.order.appeals,
             floor.contests, floor.meeting.credentials_asked)  # fmt: skip
    if any(value in table for table in known) or "/" in value or value == "agenda":
        return names.question(floor, value, lang)
    return _table("motions", "acts", "roles", "majorities", "langs", "status")(value, lang)
