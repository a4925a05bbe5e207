"""The adoption of a work, as its page says it: by which session, and whether by the day asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amana.kernel.marks import Mark
from amana.texts.models import WorkRecord
from amana.web.sections import Section

__all__ = ["Adopting", "adopting_session", "is_still_to_come"]


@dataclass(frozen=True, slots=True)
class Adopting:
    """The session that adopted a work: its first day, its days in words, its title and place.

    The room that knows sessions hands it over as `adopting` in the context of its section.
    """

    opens: Mark
    days: str
    title: str = ""
    place: str = ""


def adopting_session(found: Iterable[Section]) -> Adopting | None:
    """The session that adopted the work, where a room above knows it."""
    said = (section.context.get("adopting") for section in found)
    return next((each for each in said if isinstance(each, Adopting)), None)


def is_still_to_come(record: WorkRecord, session: Adopting | None, on: date) -> bool:
    """Whether a work had surely not been adopted by a day.

    A resolution of 2006, of a session that opened on 19 June 2006, was not there in May 2006.
    """
    marks = [Mark.parse(record.adopted)] if record.adopted else []
    marks += [session.opens] if session else []
    return any(on < mark.earliest for mark in marks)
