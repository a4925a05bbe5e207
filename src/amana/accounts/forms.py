"""Forms of sign-in: allauth's, in our words, and those of our own two pages."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from amana.accounts.models import LANGUAGES
from amana.accounts.passwords import HINT

__all__ = [
    "ActivateApp", "AddKey", "ChangePassword", "Code", "CodeAgain", "ConfirmPassword", "FirstSetUp",
    "Myself", "NewAddress", "NewPassword", "Profile", "RenameKey", "ResetPassword",
    "SetPassword", "SignIn",
]  # fmt: skip

EMAIL = _("E-mail address")
PASSWORD = _("Password")
NEW = _("New password")
AGAIN = _("The same password again")
CODE = _("Code")
KEY_NAME = _("Name of the key")


class Plain:
    """Labels and hints of ours; no words inside the fields, which vanish when one types."""

    labels: ClassVar[dict[str, Any]] = {}
    hints: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, forms.Field] = self.fields  # type: ignore[attr-defined]
        for name, field in fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, field.help_text)
            if isinstance(field.widget, forms.PasswordInput) or name in ("login", "email", "code"):
                field.widget.attrs["dir"] = "ltr"  # letters and digits, also on an Arabic page
            if name == "code":
                field.widget.attrs["inputmode"] = "numeric"


class SignIn(Plain, account.LoginForm):  # type: ignore[misc]
    """E-mail and password."""

    labels = {"login": EMAIL, "password": PASSWORD}
    hints = {"password": ""}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ChangePassword(Plain, account.ChangePasswordForm):  # type: ignore[misc]
    """The present password, then a new one."""

    labels = {"oldpassword": _("Present password"), "password1": NEW, "password2": AGAIN}
    hints = {"oldpassword": "", "password1": HINT}


class SetPassword(Plain, account.SetPasswordForm):  # type: ignore[misc]
    """A first password for an account that had none."""

    labels = {"password1": NEW, "password2": AGAIN}
    hints = {"password1": HINT}


class NewPassword(Plain, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password after a letter."""

    labels = {"password1": NEW, "password2": AGAIN}
    hints = {"password1": HINT}


class ResetPassword(Plain, account.ResetPasswordForm):  # type: ignore[misc]
    """Where to send the letter."""

    labels = {"email": EMAIL}


class ConfirmPassword(Plain, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before a key is changed."""

    labels = {"password": PASSWORD}
    hints = {"password": ""}


class Code(Plain, factor.AuthenticateForm):  # type: ignore[misc]
    """A code of the app, or a recovery code."""

    labels = {"code": CODE}
    hints = {"code": _("Six digits from your authenticator app, or one of your recovery codes.")}


class CodeAgain(Plain, factor.ReauthenticateForm):  # type: ignore[misc]
    """The same, before a key is changed."""

    labels = Code.labels
    hints = Code.hints


class ActivateApp(Plain, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an authenticator app."""

    labels = {"code": CODE}
    hints = {"code": _("The six digits that the app shows now.")}


class AddKey(Plain, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A passkey or a security key."""

    labels = {"name": KEY_NAME, "passwordless": _("Sign in with this key alone")}
    hints = {
        "name": _("So that you know it again in a list: for example the make of the phone."),
        "passwordless": _(
            "The key asks for your finger, your face or its own code, and no password is needed."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class RenameKey(Plain, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a key."""

    labels = {"name": KEY_NAME}


class Profile(forms.Form):
    """What a person writes about themselves; further fields are another room's."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("On one line, as you write it yourself."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    language = forms.ChoiceField(
        label=_("Language"), help_text=_("In which we write to you."), choices=LANGUAGES
    )


class NewAddress(forms.Form):
    """Another e-mail address for one's own account."""

    email = forms.EmailField(
        label=_("New e-mail address"),
        help_text=_("We write to it; nothing changes until you open the link in that letter."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages={
            "required": _("Write an e-mail address."),
            "invalid": _("Write it in full, for example name@example.org."),
        },
    )

    def __init__(self, *args: Any, present: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = present

    def clean_email(self) -> str:
        """Another one than today's, in small letters."""
        email = str(self.cleaned_data["email"]).lower()
        if email == self.present:
            raise forms.ValidationError(_("This is your address already."))
        return email


class Myself(forms.Form):
    """A password for an account that one has been invited to."""

    password = forms.CharField(
        label=PASSWORD,
        help_text=HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )
    again = forms.CharField(
        label=AGAIN,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )

    def clean_again(self) -> str:
        """The two must agree, or nobody would know what was typed."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password", again):
            raise forms.ValidationError(_("The two passwords differ. Type the same one twice."))
        return again


class FirstSetUp(Myself, Profile):
    """The account of the first administrator."""

    email = forms.CharField(
        label=EMAIL,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "dir": "ltr"}),
    )
    field_order = ["email", "name", "language", "password", "again"]
