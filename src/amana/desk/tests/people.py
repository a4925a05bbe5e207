"""The cast: a registrar, a head of department, an auditor, an outsider, an administrator.

The auditor holds an office that gives no power; the outsider holds none.

They come into office by the acts themselves, as on the first day of a real installation: the
administrator puts persons on record, appoints them and links their accounts.
"""

from dataclasses import dataclass, field
from datetime import date

from django.test import Client

from amana.accounts import api
from amana.accounts.api import User
from amana.ground import clock
from amana.ground.facts import Provenance
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.organisation import acts
from amana.organisation.models import Term

PASSWORD = "seven herons over Jeddah"
SINCE = "2026-11-24"  # the office of the registrar begins that day
AUDITOR = Words(en="Auditor", fr="Auditeur", ar="مدقق")
ORIGIN = Provenance(sources=("Letter of appointment",))


@dataclass
class Cast:
    """Five people and a way to come in as each."""

    registrar: User
    head: User
    auditor: User
    outsider: User
    administrator: User
    clients: dict[int, Client] = field(default_factory=dict)

    def client(self, user: User) -> Client:
        """A browser in which this person has signed in."""
        if user.pk not in self.clients:
            client = Client()
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
            proved(client, user)
            self.clients[user.pk] = client
        return self.clients[user.pk]


def proved(client: Client, user: User, seconds_ago: float = 0) -> None:
    """As if the person had signed in so long ago."""
    session = client.session
    record = {"method": "password", "at": clock.now().timestamp() - seconds_ago}
    session["account_authentication_methods"] = [record]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


def console() -> Authority:
    """Whoever sits at the machine on the first day."""
    return Authority("system", "Console", clock.today(), powers=frozenset({"administrator"}))


def gather() -> Cast:
    """Make the five and put the three officers into their offices."""
    by = console()
    people = {
        name: api.create(f"{name}@example.org", said, PASSWORD, name == "administrator", by=by)
        for name, said in {
            "registrar": "Amina Registrar", "head": "Hadi Political",
            "auditor": "Aisha Auditor", "outsider": "Omar Outsider",
            "administrator": "Ada Administrator",
        }.items()
    }  # fmt: skip
    _appoint("amina-registrar", "Amina Registrar", "registrar", people["registrar"], by)
    _vacate_political(by)
    _appoint("hadi-political", "Hadi Political", "asg-political", people["head"], by)
    acts.create_office(
        key="auditor", body="general-secretariat", title=AUDITOR, since=SINCE, origin=ORIGIN, by=by
    )
    _appoint("aisha-auditor", "Aisha Auditor", "auditor", people["auditor"], by)
    return Cast(**people)


def _appoint(key: str, name: str, office: str, user: User, by: Authority) -> None:
    acts.record_person(key=key, names=Words(en=name), origin=ORIGIN, by=by)
    acts.appoint(office=office, person=key, since=SINCE, origin=ORIGIN, by=by)
    acts.link_account(person=key, user_email=user.email, by=by)


def _vacate_political(by: Authority) -> None:
    """The pack knows a holder of that office: his term is ended so that the cast's can begin."""
    chief = registry(by.on)
    for term in Term.objects.known().filter(office__key="asg-political", during__contains=by.on):
        acts.end_term(term=term.fact, on=SINCE, origin=ORIGIN, by=chief)


def registry(on: date) -> Authority:
    """The registrar's authority without an account, for what tests need on record first."""
    return Authority("system", "Registry", on, powers=frozenset({"registrar"}))
