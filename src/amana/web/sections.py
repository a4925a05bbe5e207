"""What a higher room adds to a lower room's page, without the lower one knowing it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

__all__ = ["Section", "register", "sections"]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a page: its template and what that needs."""

    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)


Provider = Callable[[HttpRequest, str], Section | None]
_providers: dict[str, list[Provider]] = {}


def register(place: str, provider: Provider) -> None:
    """Add a part to a kind of page: "body", "state", "work", "person", "home" or "desk"."""
    _providers.setdefault(place, []).append(provider)


def sections(place: str, request: HttpRequest, key: str) -> list[Section]:
    """The parts that rooms have to say about this subject; empty ones are left out."""
    found = (provider(request, key) for provider in _providers.get(place, ()))
    return [section for section in found if section is not None]
