"""The name in the masthead: the organisation's, on the day."""

from datetime import date

from amana.kernel.words import Words
from amana.organisation.models import BodyName

__all__ = ["name_on"]


def name_on(day: date) -> Words:
    """The name of the organisation on a day, its last one otherwise: one query."""
    names = list(
        BodyName.objects.known()
        .filter(body__kind__is_organisation=True)
        .order_by("body_id", "during")
    )
    current = next((row for row in names if day in row.period), names[-1] if names else None)
    return current.names if current else Words()
