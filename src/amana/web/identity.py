"""Whose house this is: the name in the masthead.

The setting `ORGANISATION_NAME` is the dotted path of a function of a day that gives Words; the
room that knows organisations stands above this one, so it is named and never imported.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

import jinja2
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.module_loading import import_string

from amana.ground import clock
from amana.kernel.words import Words

__all__ = ["GLOBALS", "is_today", "name_for", "organisation_name"]

NAMELESS = Words(ar="الأمانة", en="Amana", fr="Amana")


def _asked_day(context: jinja2.runtime.Context) -> date:
    return _day_of(context.get("request"))


def _day_of(request: HttpRequest | None) -> date:
    on = getattr(request, "on", None)
    return on if isinstance(on, date) else clock.today()


@jinja2.pass_context
def organisation_name(context: jinja2.runtime.Context) -> Words:
    """The organisation's name on the asked day, or the product's own where none is set."""
    return name_for(context.get("request"))


def name_for(request: HttpRequest | None) -> Words:
    """The same for an answer that no template writes."""
    known: Words | None = getattr(request, "organisation_name", None)
    if known is None:
        known = _name_of_version(getattr(request, "data_version", ""), _day_of(request))
        if request is not None:
            request.organisation_name = known  # type: ignore[attr-defined]  # said several times
    return known


def _name_of_version(version: str, day: date) -> Words:
    """The name as of a version of the data; asked afresh where the version is not known."""
    try:
        return _kept(version, day) if version else _name_on(day)
    except DatabaseError:  # the page that reports the fault needs a masthead too
        return NAMELESS


@lru_cache(maxsize=1024)
def _kept(version: str, day: date) -> Words:
    return _name_on(day)


def _name_on(day: date) -> Words:
    path = getattr(settings, "ORGANISATION_NAME", "")
    found = import_string(path)(day) if path else None
    return found if isinstance(found, Words) and found else NAMELESS


@jinja2.pass_context
def is_today(context: jinja2.runtime.Context) -> bool:
    """Whether the page answers as of today, and so needs no warning of its day."""
    return _asked_day(context) == clock.today()


@jinja2.pass_context
def asked_day(context: jinja2.runtime.Context) -> date:
    """The day this page answers for."""
    return _asked_day(context)


GLOBALS: dict[str, Callable[..., Any]] = {
    "organisation_name": organisation_name,
    "is_today": is_today,
    "asked_day": asked_day,
}
