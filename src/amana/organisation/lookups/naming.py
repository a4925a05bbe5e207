"""The name that something bore on a day, for a query of something else."""

from datetime import date
from typing import Any

from django.db.models import Q, Subquery

__all__ = ["name_at"]


def name_at(model: Any, on: date, column: str = "names", **whose: Any) -> Subquery:
    """The last name begun by the day: `name_at(BodyName, on, body=OuterRef("body"))`.

    What had ceased to be keeps the last name it bore; what was not yet has none.
    """
    rows = model.objects.known().filter(**whose)
    begun = rows.filter(Q(during__startswith__isnull=True) | Q(during__startswith__lte=on))
    return Subquery(begun.order_by("-during").values(column)[:1])
