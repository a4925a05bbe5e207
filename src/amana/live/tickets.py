"""Tickets: who may look at which screen, signed: the hub needs neither cookie nor session."""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from amana.ground import clock

__all__ = ["Ticket", "opened", "ticket"]

_SALT = "amana.live"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket says: a kind of screen, its topic and language, who looks, until when.

    `until` is in seconds since 1970.
    """

    kind: str
    topic: str
    lang: str
    viewer: str
    until: int


def ticket(kind: str, topic: str, lang: str, viewer: str = "", hours: float = 14) -> str:
    """A ticket to a screen, to be put into its page; whoever has it may look.

    `viewer` is what `own`, `admits` and `take` of the kind will be given: `""` for a screen
    without an account. It serves for `hours`, which covers the longest day of meetings.
    """
    until = clock.now() + timedelta(hours=hours)
    return signing.dumps([kind, topic, lang, viewer, int(until.timestamp())], salt=_SALT)


def opened(text: str) -> Ticket | None:
    """What a ticket says; None when it is forged or expired, and never which of the two."""
    try:
        read = Ticket(*signing.loads(text, salt=_SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return read if read.until > clock.now().timestamp() else None
