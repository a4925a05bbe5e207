"""Links that keep the reader's place: the day, the language, the filters."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import jinja2
from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, translate_url
from django.urls import reverse as django_reverse
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language

__all__ = [
    "GLOBALS", "has_url", "here", "lasting", "on_day", "other_fields", "reverse", "url", "url_in",
    "with_query",
]  # fmt: skip


@lru_cache(maxsize=4096)
def _reversed(routes: str, lang: str, name: str, given: tuple[tuple[str, Any], ...]) -> str:
    return django_reverse(name, kwargs=dict(given) or None)


def reverse(name: str, kwargs: Mapping[str, Any] | None = None) -> str:
    """The address of a route in the present language; a page asks for the same ones every time."""
    given = tuple((kwargs or {}).items())
    return _reversed(settings.ROOT_URLCONF, get_language() or "", name, given)


def _request(context: jinja2.runtime.Context) -> HttpRequest | None:
    request: HttpRequest | None = context.get("request")
    return request


def with_query(path: str, query: Mapping[str, Any]) -> str:
    """`path` with those parameters of `query` that have a value."""
    pairs = [(key, value) for key, value in query.items() if value not in (None, "")]
    return f"{path}?{urlencode(pairs, doseq=True)}" if pairs else path


@jinja2.pass_context
def url(
    context: jinja2.runtime.Context,
    name: str,
    *,
    query: Mapping[str, Any] | None = None,
    fragment: str = "",
    **kwargs: Any,
) -> str:
    """The address of a page by its route's name, for the day that the reader has set."""
    request = _request(context)
    day = request.GET.get("on", "") if request else ""
    path = reverse(name, kwargs)
    found = with_query(path, {"on": day, **query}) if query else path + on_day(day)
    return f"{found}#{fragment}" if fragment else found


@lru_cache(maxsize=256)
def on_day(day: str) -> str:
    """The end of an address that keeps the day as the reader typed it; nothing for today."""
    return with_query("", {"on": day})


def has_url(name: str, **kwargs: Any) -> bool:
    """Whether a route of that name exists, so that a shell works before all rooms are built."""
    try:
        reverse(name, kwargs)
    except NoReverseMatch:
        return False
    return True


@jinja2.pass_context
def here(context: jinja2.runtime.Context, **changes: Any) -> str:
    """This same page with some parameters changed; None takes one away: `here(page=None)`."""
    request = _request(context)
    if request is None:
        return ""
    query = _changed(request.GET, changes)
    path = escape_leading_slashes(request.path)  # `//host/` would lead to another site
    return f"{path}?{query.urlencode()}" if query else path


def _changed(query: QueryDict, changes: Mapping[str, Any]) -> QueryDict:
    changed = query.copy()
    for key, value in changes.items():
        changed.pop(key, None)
        if value is not None:
            changed[key] = str(value)
    return changed


@jinja2.pass_context
def url_in(context: jinja2.runtime.Context, lang: str) -> str:
    """This same page in another language, with the same day and filters.

    Where the language is part of the path it is replaced there; elsewhere `?lang=` asks for it.
    """
    request = _request(context)
    if request is None:
        return f"/{lang}/"
    full = request.get_full_path()  # `//host/` as `/%2Fhost/`, or it would be another site
    now, mark, query = full.partition("?")
    translated = _translated(settings.ROOT_URLCONF, get_language() or "", now, lang)
    if translated != now or request.path.startswith(f"/{lang}/"):
        return translated + mark + query
    path = escape_leading_slashes(request.path)
    return with_query(path, {**dict(request.GET.lists()), "lang": lang})


@lru_cache(maxsize=256)
def _translated(routes: str, present: str, path: str, lang: str) -> str:
    return escape_leading_slashes(str(translate_url(path, lang)))


def lasting(request: HttpRequest) -> str:
    """The whole address of this page for the day it shows, to be kept: it names the day."""
    on = request.on  # type: ignore[attr-defined]
    return request.build_absolute_uri(with_query(request.path, {"on": on.isoformat()}))


@jinja2.pass_context
def other_fields(context: jinja2.runtime.Context, *without: str) -> list[tuple[str, str]]:
    """The parameters of this page except the named ones, to be carried by a form as hidden."""
    request = _request(context)
    if request is None:
        return []
    dropped = {*without, "page", "format"}
    return [(k, v) for k, vs in request.GET.lists() if k not in dropped for v in vs]


@jinja2.pass_context
def notices(context: jinja2.runtime.Context) -> list[Any]:
    """The messages that wait for this reader since the last page."""
    request = _request(context)
    return list(get_messages(request)) if request is not None else []


GLOBALS: dict[str, Callable[..., Any]] = {
    "url": url,
    "url_in": url_in,
    "has_url": has_url,
    "here": here,
    "other_fields": other_fields,
    "notices": notices,
}
