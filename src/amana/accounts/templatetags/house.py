"""What the sign-in pages, written in Django's template language, share with all other pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe

from amana.accounts import proof
from amana.web import formats, identity, links, markup

register = template.Library()


@register.simple_tag(takes_context=True)
def organisation_name(context: Mapping[str, Any]) -> SafeString:
    """The organisation's name in the reader's language, for the masthead."""
    # Both calls mark and escape by themselves; the mark of Jinja2 is unknown to this engine.
    return mark_safe(markup.words(identity.organisation_name(context)))  # type: ignore[arg-type]  # noqa: S308


@register.simple_tag(takes_context=True)
def url_in(context: Mapping[str, Any], lang: str) -> str:
    """This same page in another language."""
    return links.url_in(context, lang)  # type: ignore[arg-type]


@register.simple_tag
def url_if_any(name: str) -> str:
    """The address of a route that another room may or may not offer."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the house's sprite, silent beside a text."""
    return mark_safe(markup.icon(name))  # noqa: S308  (escaped by markup)


@register.filter
def day(value: date | None) -> SafeString:
    """A day in words, as on every other page."""
    return mark_safe(formats.day(value))  # noqa: S308  (escaped by formats)


@register.simple_tag
def languages() -> list[tuple[str, str]]:
    """The three languages under their own names."""
    return [(code, markup.NAMES[code]) for code in ("ar", "en", "fr")]


@register.simple_tag
def minutes_of_proof() -> int:
    """For how many minutes a proof of who is at the keyboard holds."""
    return proof.minutes()
