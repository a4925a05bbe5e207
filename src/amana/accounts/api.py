"""The door of accounts: what other rooms and the command line may call."""

from django.urls import reverse
from django.utils import translation

from amana.accounts import links
from amana.accounts.acts import TITLES, close, create, describe, forget_factors, invite, reopen
from amana.accounts.lookups import an_administrator_has_signed_in, find
from amana.accounts.models import User
from amana.accounts.proof import minutes, proved_lately, to_prove
from amana.accounts.readers import authorities_by, reader

__all__ = [
    "TITLES", "User", "authorities_by", "close", "create", "describe", "find", "first_link",
    "forget_factors", "invitation_link", "invite", "minutes", "proved_lately", "reader", "reopen",
    "to_prove",
]  # fmt: skip


def first_link(base_url: str, language: str = "en") -> str | None:
    """A one-time link by which the first administrator sets up their own account.

    `None` once an administrator has signed in. Each call makes a new link and ends the one
    before; it lives 24 hours. Only its hash is kept: print it on the console, nowhere else.
    """
    if an_administrator_has_signed_in():
        return None
    return _address(base_url, language, "account_first", links.make(None, links.FIRST))


def invitation_link(user: User, base_url: str) -> str:
    """A one-time link, for three days, by which a person chooses a password for their account."""
    token = links.make(user, links.INVITATION)
    return _address(base_url, user.language, "account_invitation", token)


def _address(base_url: str, language: str, route: str, token: str) -> str:
    with translation.override(language):
        return base_url.rstrip("/") + reverse(route, kwargs={"token": token})
