"""The private calendar of a person: its address is made, shown once, and revoked."""

import hashlib
import secrets

from amana.accounts.api import User
from amana.conferences.acts.writing import Written, act
from amana.conferences.models import Feed
from amana.ground import clock
from amana.kernel.authority import Authority

__all__ = ["digest_of", "make_feed", "revoke_feed"]


@act
def make_feed(user: User, *, by: Authority) -> str:
    """A new token of the own calendar; an earlier one answers no more. Only its hash is kept."""
    _revoke(user)
    token = secrets.token_urlsafe(32)
    Feed.objects.create(user=user, digest=digest_of(token), made=clock.now())
    _written("feed.make", user, by)
    return token


@act
def revoke_feed(user: User, *, by: Authority) -> bool:
    """The address answers no more; whether there was one."""
    found = _revoke(user)
    if found:
        _written("feed.revoke", user, by)
    return found


def digest_of(token: str) -> str:
    """SHA-256 of a token, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def _revoke(user: User) -> bool:
    return bool(Feed.objects.filter(user=user, revoked=None).update(revoked=clock.now()))


def _written(verb: str, user: User, by: Authority) -> None:
    Written(verb, user.key, by, "").record({})
