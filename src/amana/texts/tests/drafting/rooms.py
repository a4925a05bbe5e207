"""Who comes to the drafting room in its tests: accounts whose offices are given, no people."""

from django.test import Client

from amana.accounts import api, readers
from amana.accounts.api import User
from amana.ground import clock
from amana.kernel.authority import Authority
from amana.texts.tests.people import DELEGATE, DRAFTER, RELEASER, officer

BOTH = officer("drafter", "releaser")
NOBODY = Authority("person:guest", "Exercise guest", DRAFTER.on)
PASSWORD = "seven herons over the pier"
EYES = {
    "drafter": DRAFTER, "releaser": RELEASER, "delegate": DELEGATE, "both": BOTH, "guest": NOBODY,
}  # fmt: skip


def open_the_door() -> None:
    """An account is who its address says: drafter@example.org holds the drafter's office."""
    readers.authorities_by(lambda user: EYES[user.email.partition("@")[0]])


def client(who: str) -> Client:
    """A browser in which one of them has signed in."""
    console = Authority(
        "system", "Console", clock.today(), powers=frozenset({"administrator"})
    )  # fmt: skip
    email = f"{who}@example.org"
    user = User.objects.filter(email=email).first() or api.create(
        email, f"Exercise {who}", PASSWORD, False, by=console
    )
    found = Client()
    found.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return found
