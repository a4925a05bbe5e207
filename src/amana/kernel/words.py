"""A text in the three languages of the house, which may lack one or two of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["FALLBACK", "LANGS", "Words"]

LANGS = ("ar", "en", "fr")
FALLBACK = ("en", "fr", "ar")


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Arabic, English and French; an absent language is the empty string."""

    ar: str = ""
    en: str = ""
    fr: str = ""

    @classmethod
    def of(cls, mapping: "Mapping[str, str] | Words | None") -> "Words":
        """Make words of `{"en": "Council", …}`; unknown languages are an error."""
        if isinstance(mapping, Words):
            return mapping
        return cls(**{lang: text.strip() for lang, text in (mapping or {}).items()})

    def as_dict(self) -> dict[str, str]:
        """Only the languages that have a text."""
        return {lang: text for lang, text in self if text}

    def lang_of(self, lang: str) -> str:
        """The language in which a reader of `lang` will see this text."""
        own = getattr(self, lang, "")
        return lang if own else next((other for other in FALLBACK if getattr(self, other)), lang)

    def text(self, lang: str) -> str:
        """The text for a reader of `lang`, in another language when that one is missing."""
        return str(getattr(self, self.lang_of(lang), ""))

    def missing(self) -> tuple[str, ...]:
        """Languages without a text; none at all when there is no text in any."""
        return tuple(lang for lang, text in self if not text) if self else ()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter((("ar", self.ar), ("en", self.en), ("fr", self.fr)))

    def __bool__(self) -> bool:
        return bool(self.ar or self.en or self.fr)

    def __str__(self) -> str:
        return self.text("en")
