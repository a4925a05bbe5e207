"""Accounts: make one with its invitation, renew that, close, reopen; link it to a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amana.accounts import api
from amana.accounts.api import User
from amana.desk.forms.asks import LINKING, SYSTEM, Act, Ask
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.organisation import acts
from amana.organisation.acts import VERBS

__all__ = ["ACTS", "TITLES"]

# The acts of the room of accounts, by the address of their form.
OWN = {f"account.{verb}": verb for verb in ("create", "invite", "close", "reopen")}
TITLES = VERBS | {address: api.TITLES[verb] for address, verb in OWN.items()}
PERSON = Ask("person", _("Person"), "choice", required=True, choices="persons")
ACCOUNT = Ask("account", _("Account"), "choice", required=True, choices="accounts")


def _create(
    *, email: str, name: str, language: str, administrator: bool, by: Authority, reason: str = ""
) -> User:
    return api.create(email, name, None, administrator, language, by=by)


def _invite(*, account: str, by: Authority, reason: str = "") -> User:
    return api.invite(_account(account), by=by, reason=reason)


def _close(*, account: str, by: Authority, reason: str) -> Any:
    api.close(_account(account), by=by, reason=reason)


def _reopen(*, account: str, by: Authority, reason: str) -> Any:
    api.reopen(_account(account), by=by, reason=reason)


def _account(number: str) -> User:
    found = User.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    if found is None:
        raise Refusal("account.unknown", email=number)
    return found


ACTS = (
    Act(
        "account.create",
        _("An account is made; you get a link, once, by which its owner chooses a password."),
        SYSTEM,
        (
            Ask("email", _("E-mail address"), "key", _("It is the name for signing in."), True),
            Ask("name", _("Name"), "text", _("On one line, as the person writes it."), True),
            Ask("language", _("Language"), "choice", _("In which we write to the person."), True,
                choices="languages", initial="ar"),
            Ask("administrator", _("May administer the system"), "flag",
                _("Accounts, keys and back-ups; it decides nothing in the organisation's name.")),
        ),
        _create,
        sourced=False, proof=True,
    ),
    Act(
        "account.invite",
        _("An account that nobody has used yet gets a new invitation link; the one before ends."),
        SYSTEM, (ACCOUNT,), _invite,
        sourced=False, proof=True,
    ),
    Act(
        "account.close",
        _("Nobody can sign in with the account any more; what was done with it stays on record."),
        SYSTEM, (ACCOUNT,), _close,
        sourced=False, reason_required=True, grave=True,
    ),
    Act(
        "account.reopen",
        _("A closed account can be used again, with the password that it had."),
        SYSTEM, (ACCOUNT,), _reopen,
        sourced=False, reason_required=True, proof=True,
    ),
    Act(
        "account.link",
        _("An account becomes that of a person, and gets the powers of the person's offices."),
        LINKING,
        (
            PERSON,
            Ask("user_email", _("E-mail address of the account"), "key", required=True),
        ),
        acts.link_account,
        sourced=False, proof=True,
    ),
    Act(
        "account.unlink",
        _("An account is no longer that of a person, and loses the powers of the offices."),
        LINKING, (PERSON,), acts.unlink_account,
        sourced=False, proof=True,
    ),
)  # fmt: skip
