"""Small pieces of HTML that keep languages, symbols and icons apart in mixed text."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.templatetags.static import static
from django.utils import translation
from markupsafe import Markup, escape

from amana.kernel.symbols import kept_in_order
from amana.kernel.words import LANGS, Words

__all__ = ["GLOBALS", "bidi", "icon", "symbol", "words", "words_in"]

NAMES = {"ar": "العربية", "en": "English", "fr": "Français"}


def words(text: Words | str | None) -> Markup:
    """The text in the reader's language.

    Where that language is missing the text of another stands in its place, marked with its own
    `lang` and `dir`, so that it is read aloud, hyphenated and laid out as what it is. Symbols
    inside Arabic keep their own order.
    """
    if text is None:
        return Markup("")
    if isinstance(text, Markup):  # a sentence of the catalogue, or markup that knows better
        return text if "<" in text or text.isascii() else escape(kept_in_order(text.unescape()))
    if isinstance(text, str):
        return escape(kept_in_order(text))
    return words_in(text, (translation.get_language() or "en").partition("-")[0])


def words_in(text: Words, lang: str) -> Markup:
    """The text for a reader of `lang`, marked where it is in another language than the page."""
    return _shown(text, lang, (translation.get_language() or "en").partition("-")[0])


@lru_cache(maxsize=8192)
def _shown(text: Words, lang: str, page: str) -> Markup:
    found, said = text.lang_of(lang), kept_in_order(text.text(lang))
    if found == page:
        return escape(said)
    direction = "rtl" if found == "ar" else "ltr"
    return Markup('<span lang="{}" dir="{}">{}</span>').format(found, direction, said)


def bidi(text: Any) -> Markup:
    """A name or number whose direction must not disturb the sentence around it."""
    return Markup("<bdi>{}</bdi>").format(text)


def symbol(text: Any) -> Markup:
    """A document symbol such as `OIC/CFM-44/2017/POL/RES.1`, never broken at a slash."""
    return Markup('<bdi class="symbol" dir="ltr">{}</bdi>').format(text)


@lru_cache(maxsize=256)
def icon(name: str, label: str = "") -> Markup:
    """An icon of the sprite; silent beside a text, or named by `label` where it stands alone."""
    named = Markup('role="img" aria-label="{}"').format(label) if label else Markup("")
    return Markup('<svg class="icon icon-{}" {}><use href="{}#{}"/></svg>').format(
        name, named or Markup('aria-hidden="true"'), static("web/icons.svg"), name
    )


GLOBALS: dict[str, Callable[..., Any] | Any] = {
    "words": words,
    "words_in": words_in,
    "bidi": bidi,
    "symbol": symbol,
    "icon": icon,
    "static": lru_cache(maxsize=256)(static),  # a page names ten files, and always the same
    "LANGUAGES": tuple((code, NAMES[code]) for code in LANGS),
}
