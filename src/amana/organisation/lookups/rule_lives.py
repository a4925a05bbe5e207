"""Rules over time: every value of every rule, and the terms whose length follows from one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amana.organisation.lookups.holders import OfficeLife, office_lives
from amana.organisation.lookups.rules_in_force import rule_name
from amana.organisation.models import Question, Rule, RuleName

__all__ = ["RuleLife", "rule_life", "values_over_time"]


@dataclass(frozen=True, slots=True)
class RuleLife:
    """A parameter with its values, first to last, the questions about it, the terms it measures."""

    name: RuleName
    values: tuple[Rule, ...]
    questions: tuple[Question, ...]
    offices: tuple[OfficeLife, ...]

    def on(self, day: date) -> Rule | None:
        """The value on a day, where one is on record."""
        return next((row for row in self.values if day in row.period), None)


def rule_life(key: str, *, on: date) -> RuleLife:
    """One parameter, by its key or another of its names: six queries. Refused when unknown."""
    name = rule_name(key)
    return RuleLife(
        name,
        tuple(values_over_time(Q(name=name)).get(name.pk, ())),
        tuple(Question.objects.known().filter(about=f"rule:{name.key}").order_by("id")),
        tuple(office_lives(Q(posts__term_rule=name), on=on)),
    )


def values_over_time(where: Q | None = None) -> dict[int, list[Rule]]:
    """The values of rules of the organisation, first to last, by name: one query."""
    rows = Rule.objects.known().filter(where or Q(), body__kind__is_organisation=True)
    found: dict[int, list[Rule]] = {}
    for row in rows.select_related("name").order_by("name__position", "name__key", "during"):
        found.setdefault(row.name_id, []).append(row)
    return found
