"""The accounts with which delegates vote and ask for the floor from their telephones."""

from dataclasses import replace

from amana.accounts.api import User, create, find, invitation_link
from amana.conferences.acts.delegations import accredited
from amana.conferences.acts.writing import Written, act, serving
from amana.conferences.models import Accreditation, Delegate
from amana.conferences.permissions import SERVING
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

__all__ = ["give_account", "part_account"]

_ACCOUNTS = "administrator"  # the power over accounts, see accounts.acts


def _neutral(row: Accreditation) -> str:
    """What the account is called: the register keeps it in clear, and delegates are no public
    figures of the house."""
    return f"{row.delegate.delegation.party} / {row.delegate_id}"


@act
def give_account(number: int, *, base_url: str, language: str, by: Authority) -> tuple[User, str]:
    """The account of a delegate's e-mail, made when there is none; a one-time link to its password.

    The link is empty for an account that somebody uses already, and for one that is more than a
    delegate's: by it, whoever serves a session could act as another officer. Refused:
    `delegations.no-email`, `delegations.account-elsewhere`.
    """
    verb = "delegate.account"
    power = serving(verb, by)
    row = accredited(number)
    if not row.email:
        raise Refusal("delegations.no-email", name=row.names)
    user = find(row.email) or create(row.email, _neutral(row), language=language, by=_as_keeper(by))
    _free(user, row)
    if row.delegate.user_id != user.pk:
        Delegate.objects.filter(pk=number).update(user=user)
        _written(verb, row, by, power).record({"delegate": _key(row), "account": user.key})
    return user, invitation_link(user, base_url) if _waits(user) else ""


@act
def part_account(number: int, *, by: Authority) -> None:
    """The account speaks for the delegate no longer; it stays an account."""
    verb = "delegate.unlink"
    power = serving(verb, by)
    row = accredited(number)
    user = row.delegate.user
    if user is None:
        raise Refusal("delegations.no-account", name=row.names)
    Delegate.objects.filter(pk=number).update(user=None)
    _written(verb, row, by, power).record({"delegate": _key(row), "account": user.key})


def _as_keeper(by: Authority) -> Authority:
    """The same person, under the office that serves sessions, with the power to make an account.

    A delegate's account holds no office, so whoever serves the session may make it; others are
    the administrator's.
    """
    offices = tuple(
        replace(office, powers=office.powers | {_ACCOUNTS})
        if office.powers & set(SERVING) else office
        for office in by.offices
    )  # fmt: skip
    return replace(by, offices=offices, powers=by.powers | {_ACCOUNTS})


def _free(user: User, row: Accreditation) -> None:
    """An account speaks for one delegate in a session."""
    session = row.delegate.delegation.session_id
    others = Delegate.objects.filter(user=user, delegation__session=session).exclude(
        pk=row.delegate_id
    )
    other = Accreditation.objects.known().filter(delegate__in=others).first()
    if other:
        raise Refusal("delegations.account-elsewhere", email=row.email, name=other.names)
    others.update(user=None)  # of who was withdrawn


def _waits(user: User) -> bool:
    """Nobody has used the account, and it is nothing but a delegate's."""
    used = user.has_usable_password() or user.last_login is not None or not user.is_active
    return not (used or user.is_administrator or hasattr(user, "person"))


def _written(verb: str, row: Accreditation, by: Authority, power: str) -> Written:
    return Written(verb, f"delegation:{row.delegate.delegation.key}", by, power)


def _key(row: Accreditation) -> str:
    return f"{row.delegate.delegation.party}/{row.delegate_id}"
