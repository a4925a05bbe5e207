"""The tables of a pack that this room owns: states, bodies, memberships, offices, rules."""

from amana.organisation.pack import attestations, bodies, membership, offices, rules, states

__all__ = ["TABLES"]

TABLES = (
    *states.TABLES,
    *bodies.TABLES,
    *membership.TABLES,
    *rules.TABLES,
    *offices.TABLES,
    *attestations.TABLES,
)
