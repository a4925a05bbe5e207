"""Offices and bodies that may be named as readers of a text, by their keys."""

from collections.abc import Collection

from amana.organisation.models import Body, Office

__all__ = ["readers"]


def readers(keys: Collection[str]) -> set[str]:
    """Those keys that are an office, or `body:` and the key of a body: two queries."""
    bodies = [key.removeprefix("body:") for key in keys if key.startswith("body:")]
    known = Body.objects.filter(key__in=bodies).values_list("key", flat=True)
    offices = Office.objects.filter(key__in=keys).values_list("key", flat=True)
    return {*offices, *(f"body:{key}" for key in known)}
