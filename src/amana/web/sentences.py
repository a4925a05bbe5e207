"""The sentences of the interface, as templates say them: `_("…")`, `ngettext("…", "…", n)`.

They do what those of Jinja2 do: the sentence is of the catalogue and so markup, and its variables
are escaped. Jinja2's own take three calls for each sentence and a page says some 150 of them, so a
sentence without variables is kept for the next page of that language.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.utils import translation
from markupsafe import Markup

from amana.web.formats import counted

__all__ = ["GLOBALS", "gettext", "ngettext"]


def gettext(sentence: str, /, **variables: Any) -> Markup:
    """The sentence in the reader's language, with its variables."""
    if variables:
        return Markup(translation.gettext(sentence)) % variables  # noqa: S704 - of the catalogue
    return _kept(translation.get_language(), sentence)


@lru_cache(maxsize=4096)
def _kept(lang: str | None, sentence: str) -> Markup:
    return Markup(translation.gettext(sentence)) % {}  # noqa: S704 - of the catalogue


def ngettext(one: str, many: str, num: int, /, **variables: Any) -> Markup:
    """The sentence for a count, which is written as every other number of the page: `1,295`."""
    said = translation.ngettext(one, many, num).replace("%(num)d", "%(num)s")
    return Markup(said) % {"num": counted(num), **variables}  # noqa: S704 - of the catalogue


GLOBALS: dict[str, Callable[..., Any]] = {
    "_": gettext, "gettext": gettext, "ngettext": ngettext,
}  # fmt: skip
