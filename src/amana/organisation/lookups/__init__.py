"""Every read of this room: on a day, in a bounded number of queries."""

from amana.organisation.lookups.bodies import (
    BodyRow,
    BodyView,
    bodies,
    body,
    departments,
    institutions,
    root,
    seats,
)
from amana.organisation.lookups.changes import Change, changes
from amana.organisation.lookups.members import (
    MemberRow,
    StateView,
    applications,
    groups,
    members,
    observers,
    state,
    suspended,
)
from amana.organisation.lookups.offices import OfficeRow, TermRow, held_by, office, offices, terms
from amana.organisation.lookups.person_names import person
from amana.organisation.lookups.questions import QuestionView, disputed, questions
from amana.organisation.lookups.rules_in_force import RuleRow, rule, rule_history, rulebook

__all__ = [
    "BodyRow", "BodyView", "Change", "MemberRow", "OfficeRow", "QuestionView", "RuleRow",
    "StateView", "TermRow", "applications", "bodies", "body", "changes", "departments", "disputed",
    "groups", "held_by", "institutions", "members", "observers", "office", "offices", "person", "questions",
    "root", "rule", "rule_history", "rulebook", "seats", "state", "suspended", "terms",
]  # fmt: skip
