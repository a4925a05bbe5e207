"""Whose account it is: tying an account to a person gives it that person's offices."""

from amana.accounts.api import User, find
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.organisation.acts.soundness import check_text
from amana.organisation.acts.subjects import name_of, person_of
from amana.organisation.acts.verbs import VERBS
from amana.organisation.acts.writing import Entry, act
from amana.organisation.authority import powers_of, require, until_held
from amana.organisation.models import Person
from amana.organisation.permissions import ADMINISTRATOR, REGISTRY, power_to_link_accounts

__all__ = ["link_account", "unlink_account"]


@act
def link_account(*, person: str, user_email: str, by: Authority, reason: str = "") -> Person:
    """This account is this person's. The register names it by number, never by its address."""
    found, entry = _opened("account.link", person, by, reason)
    user = _account(user_email)
    other = Person.objects.filter(user=user).exclude(pk=found.pk).first()
    if other:
        raise Refusal("account.of-another", person=name_of(other), field="user_email")
    if found.user_id is not None:
        raise Refusal("person.has-account", person=entry.named, field="person")
    found.user = user
    found.save(update_fields=["user"])
    entry.record({"model": "organisation.Person", "key": found.key, "account": user.key})
    return found


@act
def unlink_account(*, person: str, by: Authority, reason: str = "") -> Person:
    """The account is no longer this person's, and gives none of that person's powers."""
    found, entry = _opened("account.unlink", person, by, reason)
    if found.user is None:
        raise Refusal("person.no-account", person=entry.named, field="person")
    key, found.user = found.user.key, None
    found.save(update_fields=["user"])
    entry.record({"model": "organisation.Person", "key": found.key, "account_ended": key})
    return found


def _opened(verb: str, person: str, by: Authority, reason: str) -> tuple[Person, Entry]:
    check_text("reason", reason, 2000)
    power = require(power_to_link_accounts(by), by, VERBS[verb], *REGISTRY, ADMINISTRATOR)
    found = person_of(person)
    if verb == "account.link":  # to untie an account only takes power away
        power = require(until_held(power, by, powers_of(found, by.on)), by, VERBS[verb], *REGISTRY)
    subject = f"person:{found.key}"
    return found, Entry(verb, subject, name_of(found), by, power, reason=reason)


def _account(email: str) -> User:
    check_text("user_email", email, 254)
    user = find(email)
    if user is None:
        raise Refusal("account.unknown", email=email.strip())
    return user
