"""Rules: what was in force on a day, and the history of one parameter."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from amana.kernel.refusals import Refusal
from amana.organisation.lookups.bodies import root
from amana.organisation.models import Body, Rule, RuleName

__all__ = ["RuleRow", "rule", "rule_history", "rule_name", "rulebook"]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A parameter and its value on a day; `row` is None where none was in force."""

    name: RuleName
    row: Rule | None


def rulebook(*, on: date, body: Body | None = None) -> list[RuleRow]:
    """Every parameter with its value on the day: two queries."""
    values = {row.name_id: row for row in Rule.objects.on(on).filter(body=body or root())}
    return [RuleRow(name, values.get(name.pk)) for name in RuleName.objects.all()]


def rule_name(key: str) -> RuleName:
    """A parameter by its key or by one of its other names; refused with the nearest."""
    wanted = _plain(key)
    names = list(RuleName.objects.all())
    for name in names:
        if wanted in {_plain(name.key), *map(_plain, name.aliases)}:
            return name
    keys = [name.key for name in names]
    near = get_close_matches(key, keys, 3, 0.4) or keys[:3]
    raise Refusal("rule.unknown", name=key[:80], near=near)


def rule(key: str, *, on: date, body: Body | None = None) -> RuleRow:
    """One parameter on a day. Refused when the parameter is unknown."""
    name = rule_name(key)
    return RuleRow(name, Rule.objects.on(on).filter(name=name, body=body or root()).first())


def rule_history(key: str) -> tuple[RuleName, list[Rule]]:
    """Every value that a parameter had, first to last."""
    name = rule_name(key)
    return name, list(Rule.objects.known().filter(name=name).order_by("during"))


def _plain(key: str) -> str:
    return key.strip().lower().replace("_", "-").replace(".", "-").replace(" ", "-")
