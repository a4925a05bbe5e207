"""One person with every term on record."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.lookups.holders import OfficeLife, Tenure, office_lives
from amana.organisation.lookups.naming import name_of_state
from amana.organisation.models import PersonName

__all__ = ["PersonTerm", "PersonView", "person_view"]


@dataclass(frozen=True, slots=True)
class PersonTerm:
    """A term, the office held, and its title at the time."""

    life: OfficeLife
    term: Tenure

    @property
    def title(self) -> Words:
        """The title of the office on the first day of the term, or the last one known."""
        begin = self.term.row.during.lower
        return self.life.title(begin) if begin else self.life.posts[-1].title


@dataclass(frozen=True, slots=True)
class PersonView:
    """How a person is written, the nationality, and the terms held, first to last."""

    row: PersonName
    nationality: Words
    terms: tuple[PersonTerm, ...]


def person_view(key: str, *, on: date) -> PersonView:
    """One person: four queries. Refused when unknown."""
    row = (
        PersonName.objects.known()
        .filter(person__key=key)
        .select_related("person__nationality")
        .annotate(nation=name_of_state("person__nationality", on))
        .order_by("-during")
        .first()
    )
    if row is None:
        raise Refusal("person.unknown", key=key[:80])
    terms = [
        PersonTerm(life, term)
        for life in office_lives(Q(terms__person=row.person), on=on)
        for term in life.terms
        if term.row.person_id == row.person_id
    ]
    terms.sort(key=lambda each: each.term.row.during.lower or date.min)
    return PersonView(row, row.nation or Words(), tuple(terms))
