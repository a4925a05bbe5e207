"""One-time links: a random token that is shown once and of which only a hash is kept."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from amana.accounts.models import OneTimeLink, User
from amana.ground import clock
from amana.kernel.refusals import Refusal

__all__ = ["FIRST", "INVITATION", "claim", "find", "make", "spend"]

# The first link lies in a console that others may scroll back; an invitation travels by e-mail
# and must survive a week-end.
FIRST = timedelta(hours=24)
INVITATION = timedelta(hours=72)


def make(user: User | None, lifetime: timedelta) -> str:
    """A new token; earlier links for the same purpose end here. `None` is the first set-up."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    with transaction.atomic():
        _end(user, now)
        OneTimeLink.objects.create(
            digest=_digest(token), user=user, made=now, expires=now + lifetime
        )
    return token


def find(token: str) -> OneTimeLink:
    """The link of a token that may still be used; a sentence says why another may not."""
    return _usable(OneTimeLink.objects.filter(digest=_digest(token)).first())


def claim(token: str) -> OneTimeLink:
    """The same, held for this transaction so that two readers cannot both use it."""
    return _usable(
        OneTimeLink.objects.select_for_update(of=("self",)).filter(digest=_digest(token)).first()
    )


def spend(link: OneTimeLink) -> None:
    """Mark the link as used, and end every other one for the same purpose."""
    now = clock.now()
    OneTimeLink.objects.filter(pk=link.pk).update(used=now)
    _end(link.user, now)


def _usable(link: OneTimeLink | None) -> OneTimeLink:
    if link is None:
        raise Refusal("account.link-unknown")
    if link.used is not None:
        raise Refusal("account.link-used")
    if link.expires <= clock.now():
        raise Refusal("account.link-expired")
    if link.user is not None and not link.user.is_active:
        raise Refusal("account.closed")
    return link


def _end(user: User | None, now: datetime) -> None:
    open_links = OneTimeLink.objects.filter(user=user, used__isnull=True, expires__gt=now)
    # A link made in this very instant still ends after it was made, as the table demands.
    open_links.filter(made__lt=now).update(expires=now)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
