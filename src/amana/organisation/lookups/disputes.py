"""Facts and texts of which the record itself says that sources disagree."""

from datetime import date

from amana.organisation.lookups.told import Told, told
from amana.texts.models import WorkRecord

__all__ = ["disputed_facts", "disputed_works"]


def disputed_facts(*, on: date) -> list[Told]:
    """Facts of this room, of any time, with a disagreement on record: one query."""
    return told(lambda rows: rows.exclude(conflict={}), on=on)


def disputed_works() -> list[WorkRecord]:
    """Texts with a disagreement on record: one query."""
    rows = WorkRecord.objects.known().exclude(conflict={})
    return list(rows.select_related("work").order_by("work__key"))
