"""The screens of a floor, as the hub knows them."""

from amana.conferences.screens.frames import frames
from amana.conferences.screens.mine import own
from amana.conferences.screens.taps import admits, take
from amana.live import api as live

__all__ = ["register"]

_SEATED = ("chair", "desk", "delegate", "interpreter")
_ACTING = ("chair", "desk", "delegate")


def register() -> None:
    """Register every kind; its topic is the key of a log. Only the hall needs no seat."""
    for kind, frame in frames().items():
        live.register(
            kind, frame=frame, own=own if kind == "delegate" else None,
            take=take if kind in _ACTING else None, admits=admits if kind in _SEATED else None,
        )  # fmt: skip
