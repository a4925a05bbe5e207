"""The name that something bore on a day, for a query of something else.

`on` is a day, or a reference to one: `OuterRef("during__startswith")`.
"""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from amana.organisation.models import BodyName, StateName

__all__ = ["name_at", "name_known", "name_of_body", "name_of_state"]

Day = date | OuterRef


def name_at(model: Any, on: Day, column: str = "names", **whose: Any) -> Subquery:
    """The last name begun by the day: `name_at(BodyName, on, body=OuterRef("body"))`.

    What had ceased to be keeps the last name it bore; what was not yet has none.
    """
    rows = model.objects.known().filter(**whose)
    begun = rows.filter(Q(during__startswith__isnull=True) | Q(during__startswith__lte=on))
    return Subquery(begun.order_by("-during").values(column)[:1])


def name_known(model: Any, on: Day, column: str = "names", **whose: Any) -> Coalesce:
    """The same, but what was not yet has the first name it will bear."""
    first = model.objects.known().filter(**whose).order_by("during").values(column)[:1]
    return Coalesce(name_at(model, on, column, **whose), Subquery(first))


def name_of_body(body: str, on: Day) -> Coalesce:
    """What the body in that field was called: `name_of_body("session__body", on)`."""
    return name_known(BodyName, on, body=OuterRef(body))


def name_of_state(state: str, on: Day) -> Coalesce:
    """What the state in that field was called."""
    return name_known(StateName, on, state=OuterRef(state))
