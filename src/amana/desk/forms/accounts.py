"""Accounts: make one with its invitation, link it to a person, unlink it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amana.accounts import api
from amana.desk.forms.asks import LINKING, SYSTEM, Act, Ask
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.organisation import acts
from amana.organisation.authority import require
from amana.organisation.permissions import ADMINISTRATOR

__all__ = ["ACTS", "CREATE"]

CREATE = "account.create"
MAKING = Words(en="make an account", fr="créer un compte", ar="إنشاء حساب")
PERSON = Ask("person", _("Person"), "choice", required=True, choices="persons")


def _create(
    *, email: str, name: str, language: str, administrator: bool, by: Authority, reason: str = ""
) -> Any:
    """The room of accounts makes it for whoever asks; who may ask is decided here."""
    require(ADMINISTRATOR if by.has(ADMINISTRATOR) else "", by, MAKING, ADMINISTRATOR)
    return api.create(email, name, None, administrator, language, by=by)


ACTS = (
    Act(
        CREATE,
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
        sourced=False,
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
        sourced=False,
    ),
    Act(
        "account.unlink",
        _("An account is no longer that of a person, and loses the powers of the offices."),
        LINKING, (PERSON,), acts.unlink_account,
        sourced=False,
    ),
)  # fmt: skip
