"""The template language of our pages: strict, escaped, and at home in three languages.

Every global and filter named here is described for page writers in `docs/design-system.md`.
"""

from typing import Any

import jinja2
from django.utils import translation
from django.utils.functional import lazy

from amana.web import formats, identity, links, markup, navigation, sentences, tables

__all__ = ["current_direction", "current_language", "environment"]


def current_language() -> str:
    """`ar`, `en` or `fr`: the language of this request."""
    return (translation.get_language() or "en").partition("-")[0]


def current_direction() -> str:
    """`rtl` in Arabic, `ltr` otherwise: the value of the `dir` attribute of the page."""
    return "rtl" if translation.get_language_bidi() else "ltr"


def environment(**options: Any) -> jinja2.Environment:
    """The environment for Django's Jinja2 backend; an unknown name in a template is an error."""
    options |= {
        "undefined": jinja2.StrictUndefined,
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
    }
    env = jinja2.Environment(**options)  # noqa: S701 - autoescape is switched on just above
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals |= {
        "lang": lazy(current_language, str)(),
        "dir": lazy(current_direction, str)(),
        **identity.GLOBALS,
        **links.GLOBALS,
        **markup.GLOBALS,
        **navigation.GLOBALS,
        **sentences.GLOBALS,
        **tables.GLOBALS,
    }
    env.filters |= formats.FILTERS
    return env
