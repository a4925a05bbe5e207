"""Every write of this room: one verb a function, one transaction, one row in the register a fact.

Keyword-only; keys, marks and words; `origin` says under which provision and by which source,
`by` who acts, `reason` why. A day that ends something is the first on which it no longer holds.
"""

from amana.organisation.acts.accounts import link_account, unlink_account
from amana.organisation.acts.attestations import add_attestation, open_question, prefer_attestation
from amana.organisation.acts.bodies import dissolve, establish, move_seat, rename, reparent
from amana.organisation.acts.corrections import correct, withdraw_record
from amana.organisation.acts.membership import (
    admit,
    record_observer,
    reinstate,
    suspend,
    withdraw,
)
from amana.organisation.acts.offices import create_office, record_person
from amana.organisation.acts.proceedings import record_application, record_status_event
from amana.organisation.acts.rules import amend_rule, repeal_rule, set_rule
from amana.organisation.acts.states import record_state, rename_state
from amana.organisation.acts.terms import appoint, elect, end_term, extend_term
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.votes import (
    end_exemption,
    exempt_from_suspension,
    restore_vote,
    suspend_vote,
)

__all__ = [
    "VERBS", "add_attestation", "admit", "amend_rule", "appoint", "correct", "create_office",
    "dissolve", "elect", "end_exemption", "end_term", "establish", "exempt_from_suspension",
    "extend_term", "link_account", "move_seat", "open_question", "prefer_attestation",
    "record_application", "record_observer", "record_person", "record_state",
    "record_status_event", "reinstate", "rename", "rename_state", "reparent", "repeal_rule",
    "restore_vote", "set_rule", "suspend", "suspend_vote", "unlink_account", "withdraw",
    "withdraw_record",
]  # fmt: skip
