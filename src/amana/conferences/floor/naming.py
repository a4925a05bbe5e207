"""What the members and observers of a floor are called, in three languages."""

from collections.abc import Mapping
from datetime import date

from amana.conferences.models import Log
from amana.ground import clock
from amana.kernel.words import Words
from amana.organisation.api import roll_of

__all__ = ["names_of", "title_of"]


def names_of(log: Log, on: date | None = None) -> Mapping[str, Words]:
    """The names of the day by key, as a log uses them: at most four queries.

    Those of an exercise are in its log.
    """
    if said := log.before.get("words"):
        return {key: Words.of(names) for key, names in said.items()}
    roll = roll_of(log.session.body.key, on=on or clock.today())
    return roll.members | roll.observers


PLENARY = Words(ar="الجلسة العامة", en="Plenary", fr="Séance plénière")


def title_of(log: Log) -> Words:
    """`Plenary`, or the name of the committee."""
    return log.names or PLENARY
