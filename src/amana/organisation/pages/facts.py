"""What facts of each kind are called, and where their pages stand."""

from django.utils.translation import gettext_lazy

from amana.organisation.lookups.told import Told

__all__ = ["KINDS", "route_of"]

KINDS = {
    "rule": gettext_lazy("Rules"),
    "body": gettext_lazy("Existence of bodies"),
    "name": gettext_lazy("Names of bodies"),
    "placement": gettext_lazy("Place of bodies in the organisation"),
    "seat": gettext_lazy("Seats"),
    "office": gettext_lazy("Offices"),
    "term": gettext_lazy("Terms of office"),
    "membership": gettext_lazy("Memberships"),
    "observer": gettext_lazy("Observers"),
    "suspension": gettext_lazy("Suspensions"),
    "exemption": gettext_lazy("Exemptions from the suspension of the vote"),
    "event": gettext_lazy("Events of membership"),
    "application": gettext_lazy("Applications"),
    "state": gettext_lazy("Names of states"),
    "person": gettext_lazy("Names of persons"),
    "question": gettext_lazy("Disputed facts"),
}

_ROUTES = {
    "rule": "organisation:rule",
    "office": "organisation:office",
    "term": "organisation:office",
    "person": "organisation:person",
    "question": "organisation:question",
}


def route_of(fact: Told) -> str:
    """The page of a fact: of its rule, office, person or question; else of its state or body."""
    return _ROUTES.get(fact.kind, "organisation:state" if fact.is_state else "organisation:body")
