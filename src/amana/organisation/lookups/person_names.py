"""Persons by key."""

from amana.kernel.refusals import Refusal
from amana.organisation.models import PersonName

__all__ = ["person"]


def person(key: str) -> PersonName:
    """How a person is written now, with the person. Refused when unknown."""
    found = (
        PersonName.objects.known().select_related("person__nationality").filter(person__key=key)
    ).first()
    if found is None:
        raise Refusal("person.unknown", key=key[:80])
    return found  # type: ignore[return-value]
