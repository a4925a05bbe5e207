"""The name in the masthead: the organisation's, on the day."""

from datetime import date

from amana.kernel.periods import Period
from amana.kernel.words import Words
from amana.organisation.models import BodyName

__all__ = ["name_on"]


def name_on(day: date) -> Words:
    """The name of the organisation on a day, its last one otherwise: one query."""
    rows = (
        BodyName.objects.known()
        .filter(body__kind__is_organisation=True)
        .order_by("body_id", "during")
        .values_list("body_id", "during", "names")
    )
    ours = [(during, names) for body, during, names in rows if body == rows[0][0]]
    then = (names for during, names in ours if day in Period(during.lower, during.upper))
    return next(then, ours[-1][1] if ours else Words())
