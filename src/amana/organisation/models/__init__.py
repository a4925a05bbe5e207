"""Who: states, bodies, offices, terms, memberships, seats, rules in force, attestations."""

from amana.organisation.models.attestations import Attestation, Question
from amana.organisation.models.bodies import (
    Body,
    BodyKind,
    BodyName,
    Establishment,
    Placement,
    Seat,
)
from amana.organisation.models.membership import (
    Application,
    Membership,
    StatusEvent,
    Suspension,
    VoteExemption,
)
from amana.organisation.models.offices import Office, Person, PersonName, Post, Term
from amana.organisation.models.rules_in_force import Rule, RuleName
from amana.organisation.models.states import State, StateName

__all__ = [
    "Application", "Attestation", "Body", "BodyKind", "BodyName", "Establishment", "Membership",
    "Office", "Person", "PersonName", "Placement", "Post", "Question", "Rule", "RuleName", "Seat",
    "State", "StateName", "StatusEvent", "Suspension", "Term", "VoteExemption",
]  # fmt: skip
