"""What a password must be, said in our own words: Django's are not complete in Arabic."""

from django.contrib.auth import password_validation as django
from django.utils.functional import lazy
from django.utils.translation import gettext as _

__all__ = ["HINT", "LENGTH", "LongEnough", "NotOneself"]

LENGTH = 12


def _hint() -> str:
    return _(
        "At least %(length)d characters; four words that do not belong together are best. Not "
        "your name or address, not a password that many people use, and not only digits."
    ) % {"length": LENGTH}


HINT = lazy(_hint, str)()


class LongEnough(django.MinimumLengthValidator):
    """At least twelve characters: what a phrase of four words has without trying."""

    def __init__(self) -> None:
        super().__init__(LENGTH)

    def get_error_message(self) -> str:
        """What is wrong with a shorter one."""
        return _("It has fewer than %(length)d characters.") % {"length": self.min_length}


class NotOneself(django.UserAttributeSimilarityValidator):
    """Neither the name nor the address of the person."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "name"))

    def get_error_message(self) -> str:
        """What is wrong, without naming the column."""
        return _("It is too much like your name or your e-mail address.")
