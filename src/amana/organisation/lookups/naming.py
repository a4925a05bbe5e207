"""The name that something bore on a day, for a query of something else."""

from datetime import date
from typing import Any

from django.db.models import Q, Subquery
from django.db.models.functions import Coalesce

__all__ = ["name_at", "name_known"]


def name_at(model: Any, on: date, column: str = "names", **whose: Any) -> Subquery:
    """The last name begun by the day: `name_at(BodyName, on, body=OuterRef("body"))`.

    What had ceased to be keeps the last name it bore; what was not yet has none.
    """
    rows = model.objects.known().filter(**whose)
    begun = rows.filter(Q(during__startswith__isnull=True) | Q(during__startswith__lte=on))
    return Subquery(begun.order_by("-during").values(column)[:1])


def name_known(model: Any, on: date, column: str = "names", **whose: Any) -> Coalesce:
    """The name borne on the day, else the latest known: what was not yet is called as it will be.

    A page of 1969 that tells of a body of 1981 has no other name to call it by.
    """
    rows = model.objects.known().filter(**whose).order_by("-during").values(column)
    return Coalesce(Subquery(rows.filter(during__contains=on)[:1]), Subquery(rows[:1]))
