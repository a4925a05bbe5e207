"""People who sign in, and the one-time links by which an account is first set up."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from amana.ground import clock

__all__ = ["OneTimeLink", "User"]

LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français")]


class Users(BaseUserManager["User"]):
    """Finds accounts by e-mail; accounts are made by `acts.create`, never here."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account of an e-mail, however its letters were typed."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person who signs in. What they may do follows from the offices they hold, not from here.

    The e-mail is kept in lower case, so that one address is one account. `is_administrator`
    gives the care of the system (accounts, keys, back-ups); it is not an office and decides
    nothing in the organisation's name.
    """

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="ar")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    joined = models.DateTimeField(default=clock.now)

    objects: ClassVar[Users] = Users()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="account_email_is_lower_case"
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=["ar", "en", "fr"]),
                name="account_language_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(email="") & ~models.Q(name=""), name="account_is_of_someone"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """How the register names this account: `account:12`."""
        return f"account:{self.pk}"

    def get_full_name(self) -> str:
        """The name as the person writes it."""
        return self.name

    def get_short_name(self) -> str:
        """The same: names of the house have no first and last part."""
        return self.name


class OneTimeLink(models.Model):
    """A link that sets up an account once and is then spent.

    Only the SHA-256 of its token is kept: whoever reads the table cannot use it. `user` is
    empty for the link of the first administrator, whose account does not exist yet.
    """

    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, blank=True, related_name="links"
    )
    made = models.DateTimeField(default=clock.now)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires__gt=models.F("made")), name="link_expires_after_made"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user or 'first administrator'}, until {self.expires:%Y-%m-%d %H:%M}"
