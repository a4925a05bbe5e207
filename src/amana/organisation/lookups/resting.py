"""Which facts of this room rest on a work: rules, names, bodies, seats, offices, terms, members."""

import re
from datetime import date
from typing import Any

from django.db.models import CharField, F, Func, Value

from amana.kernel.basis import Basis
from amana.organisation.lookups.told import Told, told

__all__ = ["provisions_named", "resting"]


def resting(work: str, *, on: date) -> list[Told]:
    """Every fact of this room, of any time, whose basis names the work: one query."""
    address = rf"(^| ){re.escape(work)}([#@ ]|$)"

    def names_it(rows: Any) -> Any:
        cited = Func(F("basis"), Value(" "), function="array_to_string", output_field=CharField())
        return rows.annotate(cited=cited).filter(cited__regex=address)

    return told(names_it, on=on)


def provisions_named(fact: Told, work: str) -> tuple[str, ...]:
    """The provisions of the work that a fact names; none where it names the whole.

    A seat resting on `decision-cfm-1` and `charter-2008#art_21` names of the Charter `art_21`.
    """
    named = (Basis.parse(address) for address in fact.basis)
    return tuple(dict.fromkeys(basis.node for basis in named if basis.work == work and basis.node))
