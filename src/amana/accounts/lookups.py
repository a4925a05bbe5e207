"""Every read of accounts."""

from allauth.mfa.models import Authenticator

from amana.accounts.models import User
from amana.ground import clock
from amana.kernel.authority import Authority

__all__ = [
    "an_administrator_has_signed_in", "authority_of", "factors_of", "find", "language_of",
]  # fmt: skip


def find(email: str) -> User | None:
    """The account of an e-mail address, however its letters were typed."""
    return User.objects.filter(email=email.strip().lower()).first()


def an_administrator_has_signed_in() -> bool:
    """Whether somebody already keeps the system: then there is no first link any more."""
    return User.objects.filter(
        is_administrator=True, is_active=True, last_login__isnull=False
    ).exists()


def factors_of(user: User) -> dict[int, str]:
    """The second factors and passkeys of an account: number and kind."""
    return dict(Authenticator.objects.filter(user_id=user.pk).values_list("pk", "type"))


def authority_of(user: User) -> Authority:
    """What a person has over their own account and nothing else: no office, no power."""
    return Authority(actor=user.key, name=user.name, on=clock.today())


def language_of(email: str) -> str:
    """The language in which to write to an address; empty when it is nobody's here."""
    user = find(email)
    return user.language if user else ""
