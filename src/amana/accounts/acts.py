"""Every write of an account: one verb a function, one act in the register each, no secret in it.

The e-mail address stays out of the register as well: what is written there can never be taken
back, and an address is personal. The register names an account by its key, `account:12`.
"""

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import translation

from amana.accounts import links
from amana.accounts.lookups import an_administrator_has_signed_in, authority_of, find
from amana.accounts.models import OneTimeLink, User
from amana.ground import register
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = [
    "POWER", "TITLES", "accept_invitation", "change_address", "close", "create", "describe",
    "forget_factors", "invite", "record_factors", "reopen", "set_password", "set_up_first",
]  # fmt: skip

POWER = "administrator"
# What each act on the account of another is called, where it is refused.
TITLES = {
    "create": Words(en="make an account", fr="créer un compte", ar="إنشاء حساب"),
    "invite": Words(
        en="renew an invitation", fr="renouveler une invitation", ar="تجديد دعوة"
    ),
    "close": Words(en="close an account", fr="fermer un compte", ar="إغلاق حساب"),
    "reopen": Words(en="reopen an account", fr="rouvrir un compte", ar="إعادة فتح حساب"),
    "forget factors": Words(
        en="take the second factors off an account",
        fr="retirer les seconds facteurs d'un compte", ar="إزالة العوامل الإضافية من حساب",
    ),
}  # fmt: skip


def create(
    email: str,
    name: str,
    password: str | None = None,
    administrator: bool = False,
    language: str = "ar",
    *,
    by: Authority,
) -> User:
    """Make an account. Without a password it waits for its invitation or the single sign-on."""
    _require("create", by)
    user = _new(email, name, language, administrator)
    _give_password(user, password)
    with transaction.atomic():
        _save_new(user)
        _record("create", user, by, _described(user))
    return user


def set_up_first(token: str, email: str, name: str, password: str, language: str) -> User:
    """The first administrator makes their own account with the link from the console."""
    user = _new(email, name, language, administrator=True)
    _give_password(user, password)
    with transaction.atomic():
        link = links.claim(token)
        if link.user is not None or an_administrator_has_signed_in():
            raise Refusal("account.link-used")
        _save_new(user)
        links.spend(link)
        _record("set up", user, authority_of(user), _described(user))
    return user


def accept_invitation(token: str, password: str) -> User:
    """The person invited chooses a password; the account is theirs from then on."""
    with transaction.atomic():
        link = links.claim(token)
        user = _person_of(link)
        _give_password(user, password)
        user.save(update_fields=["password"])
        links.spend(link)
        _record("accept invitation", user, authority_of(user), {})
    return user


def set_password(user: User, password: str) -> None:
    """The person changes their own password; other sessions of theirs end by that."""
    _give_password(user, password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        _record("set password", user, authority_of(user), {})


def change_address(user: User, email: str) -> None:
    """The person changes the address by which they sign in, having read a letter sent to it."""
    address = _readable(email)
    if find(address):
        raise Refusal("account.email-taken", email=address)
    user.email = address
    with transaction.atomic():
        _save_address(user, update_fields=["email"])
        EmailAddress.objects.filter(user=user).delete()
        _vouch_for_address(user)
        _record("change address", user, authority_of(user), {})


def describe(user: User, name: str, language: str, *, by: Authority) -> None:
    """Write the name as the person writes it, and the language of their letters and pages."""
    user.name, user.language = _one_line(name), language
    with transaction.atomic():
        user.save(update_fields=["name", "language"])
        _record("describe", user, by, {"name": user.name, "language": user.language})


def invite(user: User, *, by: Authority, reason: str = "") -> User:
    """Renew the invitation of an account that nobody has used yet; the link is made after it.

    Whoever has chosen a password, or came in by single sign-on, gets no new invitation: with one,
    an administrator could act in that person's name.
    """
    _require("invite", by)
    if user.has_usable_password() or user.last_login is not None:
        raise Refusal("account.accepted", name=user.name)
    if not user.is_active:
        raise Refusal("account.closed-already", name=user.name)
    with transaction.atomic():
        _record("invite", user, by, {}, reason)
    return user


def close(user: User, *, by: Authority, reason: str) -> None:
    """Close an account: its sessions and links end at once; what it did stays on record."""
    _set_active(user, False, "close", by, reason)


def reopen(user: User, *, by: Authority, reason: str) -> None:
    """Open a closed account again, with the password and factors it had."""
    _set_active(user, True, "reopen", by, reason)


def forget_factors(user: User, *, by: Authority, reason: str) -> int:
    """Take all second factors off an account whose owner has lost them; how many there were."""
    _require("forget factors", by)
    with transaction.atomic():
        found = Authenticator.objects.filter(user_id=user.pk)
        kinds = sorted(found.values_list("type", flat=True))
        found.delete()
        _record("forget factors", user, by, {"factors": kinds}, reason)
    return len(kinds)


def record_factors(user: User, before: Mapping[int, str], after: Mapping[int, str]) -> None:
    """One act for each factor that the person added or removed just now."""
    by = authority_of(user)
    for number in sorted(before.keys() - after.keys()):
        _record("remove factor", user, by, {"factor": before[number], "number": number})
    for number in sorted(after.keys() - before.keys()):
        _record("add factor", user, by, {"factor": after[number], "number": number})


def _require(verb: str, by: Authority) -> None:
    """Deny by default: another's account is for the administrator of the system alone."""
    if not by.has(POWER):
        raise Refusal("account.no-authority", act=TITLES[verb], who=by.name, on=by.on.isoformat())


def _new(email: str, name: str, language: str, administrator: bool) -> User:
    address = _readable(email)
    if language not in LANGS:
        raise Refusal("account.language-unknown", language=language)
    if find(address):
        raise Refusal("account.email-taken", email=address)
    return User(
        email=address, name=_one_line(name), language=language, is_administrator=administrator
    )


def _readable(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Refusal("account.email-unreadable", email=email) from None
    return address


def _one_line(name: str) -> str:
    line = " ".join(name.split())
    if not line:
        raise Refusal("account.nameless")
    return line[:200]


def _give_password(user: User, password: str | None) -> None:
    if password is None:
        user.set_unusable_password()
        return
    faults = {lang: _faults(user, password, lang) for lang in LANGS}
    if any(faults.values()):
        raise Refusal("account.password-too-weak", faults=Words(**faults))
    user.set_password(password)


def _faults(user: User, password: str, lang: str) -> str:
    with translation.override(lang):
        try:
            validate_password(password, user)
        except ValidationError as refused:
            return " ".join(refused.messages)
    return ""


def _save_new(user: User) -> None:
    _save_address(user, force_insert=True)
    _vouch_for_address(user)


def _save_address(user: User, **how: Any) -> None:
    try:
        with transaction.atomic():
            user.save(**how)
    except IntegrityError:  # somebody else was quicker with the same address
        raise Refusal("account.email-taken", email=user.email) from None


def _vouch_for_address(user: User) -> None:
    """An administrator or a letter vouches for it; sign-in, reset and single sign-on look here."""
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def _person_of(link: OneTimeLink) -> User:
    if link.user is None:
        raise Refusal("account.link-unknown")
    return link.user


def _set_active(user: User, active: bool, verb: str, by: Authority, reason: str) -> None:
    _require(verb, by)
    if by.actor == user.key:
        raise Refusal("account.own", name=user.name)
    if user.is_active == active:
        raise Refusal(
            "account.open-already" if active else "account.closed-already", name=user.name
        )
    user.is_active = active
    with transaction.atomic():
        user.save(update_fields=["is_active"])
        _record(verb, user, by, {}, reason)


def _described(user: User) -> dict[str, Any]:
    return {
        "name": user.name,
        "language": user.language,
        "administrator": user.is_administrator,
        "password": user.has_usable_password(),
    }


def _record(
    verb: str, user: User, by: Authority, facts: Mapping[str, Any], reason: str = ""
) -> None:
    register.record(verb, user.key, by=by, power=POWER, facts=facts, reason=reason)
