"""Who may serve a session: pure answers from an Authority.

- `conference-officer`: convene, invite, take in delegations, keep rooms, agenda and floor;
- `registrar` and `secretary-general`: the same.

What is said on the floor itself follows from a duty or from a delegation: see `floor.seats`.
"""

from amana.kernel.authority import Authority
from amana.organisation.permissions import CONFERENCES, REGISTRY

__all__ = ["SERVING", "power_to_serve"]

SERVING = (CONFERENCES, *REGISTRY)


def power_to_serve(by: Authority) -> str:
    """The power by which `by` serves sessions; empty when there is none."""
    return next((power for power in SERVING if by.has(power)), "")
