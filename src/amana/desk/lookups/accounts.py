"""Accounts as the administrator of the system sees them, with the offices held on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amana.accounts.api import User
from amana.organisation.models import Person, Term

__all__ = ["Account", "accounts"]


@dataclass(frozen=True, slots=True)
class Account:
    """An account, the person whose it is, and the keys of the offices that person holds."""

    user: User
    person: str
    offices: tuple[str, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has used it yet, so that its invitation can be renewed."""
        user = self.user
        return user.is_active and user.last_login is None and not user.has_usable_password()


def accounts(on: date) -> list[Account]:
    """Every account by name: three queries."""
    users = list(User.objects.all())
    persons = dict(Person.objects.filter(user__isnull=False).values_list("user_id", "key"))
    offices = _offices(persons.values(), on)
    return [
        Account(user, key := persons.get(user.pk, ""), tuple(offices.get(key, ())))
        for user in users
    ]


def _offices(persons: Iterable[str], on: date) -> dict[str, list[str]]:
    """The offices of each person that are certainly held that day."""
    terms = Term.objects.on(on).filter(person__key__in=list(persons), seen=False)
    found: dict[str, list[str]] = {}
    for term in terms.select_related("person", "office").order_by("office__position"):
        if term.person and term.is_certain_on(on):
            found.setdefault(term.person.key, []).append(term.office.key)
    return found
