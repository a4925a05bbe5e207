"""Bodies and states by their keys, for acts that name them."""

from typing import Any

from django.apps import apps

from amana.kernel.refusals import Refusal

__all__ = ["body", "state"]


def body(key: str) -> Any:
    """The body of a key. Refused when unknown."""
    return _row("Body", key)


def state(key: str) -> Any:
    """The state of a key. Refused when unknown."""
    return _row("State", key)


def _row(model: str, key: str) -> Any:
    found = apps.get_model("organisation", model)._default_manager.filter(key=key).first()
    if found is None:
        raise Refusal("conference.no-such-party", key=key[:80])
    return found
