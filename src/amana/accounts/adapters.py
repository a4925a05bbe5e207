"""How the house uses django-allauth: who may come in, what is recorded, what is said."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amana.accounts import acts, concealment, qr
from amana.accounts.attempts import Attempts
from amana.accounts.lookups import factors_of, language_of
from amana.accounts.models import User

__all__ = ["Accounts", "Factors", "Identities", "displayed"]

AFTER_SIGN_IN = ("desk:home", "account_home")
AFTER_SIGN_OUT = ("portal:home", "account_login")

TOO_MANY = gettext_lazy(
    "Too many attempts. Wait five minutes, or up to an hour if you are told so again. A passkey "
    "still opens the account, and so does a new password if you have forgotten yours."
)
WRONG_CODE = gettext_lazy(
    "This code is not right. Codes change every 30 seconds: type the one shown now, and check "
    "that the clock of your phone is right."
)


def displayed(user: User) -> str:
    """How allauth's pages and letters name a person."""
    return user.name


class Accounts(Attempts):
    """Accounts are made by an administrator; each change of a password is an act."""

    error_messages = Attempts.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "This e-mail address and this password do not belong together. "
            "Check both, or reset the password."
        ),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "incorrect_password": gettext_lazy("This is not your password."),
        "enter_current_password": gettext_lazy("This is not your present password."),
        "account_inactive": gettext_lazy(
            "This account is closed. Ask the administrator to open it again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Change the password as an act of the register."""
        acts.set_password(user, password)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The desk, or the account where there is no desk."""
        return _first_route(AFTER_SIGN_IN)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The public site."""
        return _first_route(AFTER_SIGN_OUT)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("account_home")

    def render_mail(
        self,
        template_prefix: str,
        email: str,
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Write to people in the language of their account, whatever page they were on."""
        reader = context.get("user")
        language = reader.language if isinstance(reader, User) else language_of(email)
        with translation.override(language or translation.get_language()):
            letter: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        return letter

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """The ways to prove again who one is, in our words."""
        words = {
            "reauthenticate": _("With your password"),
            "mfa_reauthenticate": _("With a code from your authenticator app, or a recovery code"),
            "mfa_reauthenticate:webauthn": _("With a passkey or security key"),
        }
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [{**method, "description": words[method["id"]]} for method in methods]


class Factors(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors and passkeys; their secrets are encrypted at rest."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": gettext_lazy(
            "Recovery codes stand in for a lost key or app: add one of these first."
        ),
    }

    def encrypt(self, text: str) -> str:
        """What is stored instead of the secret."""
        return concealment.conceal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again."""
        return concealment.reveal(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """The code to scan, inside the page and readable in the dark scheme."""
        return qr.picture(url, escape(_("Code to scan with your authenticator app")))

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002
        """The name proposed for a new key."""
        keys = [kind for kind in factors_of(user).values() if kind == type]
        return _("Key %(number)d") % {"number": len(keys) + 1}


class Identities(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on opens an account whose address is already known, and never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An unknown address is answered by the page that says who makes accounts."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Identities are never tied to accounts by hand: the address alone decides."""
        if sociallogin.state.get("process") == "connect":
            raise ImmediateHttpResponse(redirect("account_home"))


def _first_route(names: tuple[str, ...]) -> str:
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return "/"
