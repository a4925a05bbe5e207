"""Every act that can be done at the desk, in groups."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amana.desk.forms import (
    accounts,
    attestations,
    bodies,
    corrections,
    membership,
    offices,
    rules,
    votes,
)
from amana.desk.forms.asks import Act
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["GROUPS", "act_of", "title_of"]

GROUPS: tuple[tuple[Any, tuple[Act, ...]], ...] = (
    (_("Membership"), (*membership.ACTS, *votes.ACTS)),
    (_("Bodies"), bodies.ACTS),
    (_("Seats"), bodies.SEATS),
    (_("Persons, offices and terms"), offices.ACTS),
    (_("Rules"), rules.ACTS),
    (_("Disputed facts"), attestations.ACTS),
    (_("Corrections"), corrections.ACTS),
    (_("Accounts"), accounts.ACTS),
)
BY_VERB = {act.verb: act for _title, acts in GROUPS for act in acts}


def act_of(verb: str) -> Act:
    """An act by its verb. Refused when unknown."""
    found = BY_VERB.get(verb)
    if found is None:
        raise Refusal("act.unknown", verb=verb[:60])
    return found


def title_of(act: Act) -> Words:
    """What the act is called, as its refusal names it."""
    return accounts.TITLES[act.verb]
