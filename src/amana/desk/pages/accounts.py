"""Accounts: who can sign in, with which offices, and what the administrator can do about it."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from amana.desk.access import language, refused, signed_in
from amana.desk.forms.asks import SYSTEM
from amana.desk.forms.catalogue import act_of, title_of
from amana.desk.lookups.accounts import Account, accounts
from amana.desk.lookups.directory import Directory
from amana.desk.lookups.powers import Givers
from amana.kernel.authority import Authority
from amana.kernel.words import Words
from amana.organisation.permissions import ADMINISTRATOR
from amana.web.tables import Column

__all__ = ["urlpatterns"]

SEEING = Words(en="see the accounts", fr="voir les comptes", ar="الاطلاع على الحسابات")


@signed_in
def listed(request: HttpRequest, by: Authority) -> HttpResponse:
    """Every account; refused to all but the administrator of the system."""
    if not by.has(ADMINISTRATOR):
        return refused(request, Givers(by.on).refusal(SEEING, SYSTEM, by), 403)
    names, lang = Directory(by.on), language()
    columns = [
        Column("name", _("Name")), Column("email", _("E-mail address")),
        Column("person", _("Person")), Column("offices", _("Offices held today")),
        Column("last", _("Last sign-in")), Column("standing", _("State of the account")),
        Column("acts", _("What can be done"), sortable=False),
    ]  # fmt: skip
    rows = [_row(each, by, names, lang) for each in accounts(by.on)]
    return render(request, "desk/accounts.html", {"columns": columns, "rows": rows, "by": by})


def _row(account: Account, by: Authority, names: Directory, lang: str) -> dict[str, Any]:
    user = account.user
    return {
        "user": user,
        "person": account.person,
        "person_name": names.name("person", account.person) if account.person else None,
        "offices": [(key, names.name("office", key)) for key in account.offices],
        "waiting": account.is_waiting,
        "acts": [(title_of(act_of(verb)), address) for verb, address in _acts(account, by)],
    }


def _acts(account: Account, by: Authority) -> list[tuple[str, str]]:
    """The acts that this account admits of, each with the form already about it."""
    user, number = account.user, {"account": str(account.user.pk)}
    possible = [
        ("account.invite", number, account.is_waiting),
        ("account.close", number, user.is_active and user.key != by.actor),
        ("account.reopen", number, not user.is_active),
        ("account.link", {"user_email": user.email}, not account.person and user.is_active),
        ("account.unlink", {"person": account.person}, bool(account.person)),
    ]
    return [
        (verb, f"{reverse('desk:act', kwargs={'verb': verb})}?{urlencode(said)}")
        for verb, said, may in possible
        if may
    ]


urlpatterns = [path("accounts/", listed, name="accounts")]
