"""Forms of a session's desk: words in three languages, days, and acts that may be refused."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, TypeVar

from django import forms
from django.utils.functional import Promise

from amana.conferences.pages.access import language
from amana.kernel.order import sort_key
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words
from amana.organisation.api import bodies, roll
from amana.texts.api import citations
from amana.texts.pages.labels import LANGUAGES

__all__ = [
    "Asking", "attempt", "body_choices", "cited", "day_field", "state_choices", "three_of",
]  # fmt: skip

R = TypeVar("R")


class Asking(forms.Form):
    """A form with words in three languages: each of `THREE` is asked in all of them side by side.

    `THREE` holds the legend of each, and whether it is long.
    """

    THREE: ClassVar[Mapping[str, tuple[str | Promise, bool]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (_legend, long) in self.THREE.items():
            for lang in LANGS:
                self.fields[f"{name}_{lang}"] = _words_field(lang, long)
        if self.field_order:
            self.order_fields(self._order())

    def _order(self) -> list[str]:
        return [
            each
            for name in self.field_order or ()
            for each in ([f"{name}_{lang}" for lang in LANGS] if name in self.THREE else [name])
        ]

    def words(self, name: str) -> Words:
        """What was typed in the three languages."""
        return Words.of({lang: self.cleaned_data[f"{name}_{lang}"].strip() for lang in LANGS})

    @property
    def shape(self) -> Iterator[tuple[str | Promise, list[forms.BoundField]]]:
        """The fields in their order: a legend with three of them, or no legend and one."""
        seen: set[str] = set()
        for bound in self:
            stem = bound.name[:-3] if bound.name[:-3] in self.THREE else ""
            if not stem:
                yield "", [bound]
            elif stem not in seen:
                seen.add(stem)
                own = sorted(LANGS, key=lambda lang: lang != language())
                yield self.THREE[stem][0], [self[f"{stem}_{lang}"] for lang in own]


def three_of(name: str, words: Words) -> dict[str, str]:
    """Words as the initial values of the three fields."""
    return {f"{name}_{lang}": text for lang, text in words}


def _words_field(lang: str, long: bool) -> forms.CharField:
    attrs = {"lang": lang, "dir": "rtl" if lang == "ar" else "ltr"}
    widget: forms.Widget = forms.Textarea(attrs | {"rows": 3}) if long else forms.TextInput(attrs)
    return forms.CharField(
        required=False, max_length=4000 if long else 500, widget=widget, label=LANGUAGES[lang]
    )


def day_field(**more: Any) -> forms.DateField:
    """A day, as the browser asks for it."""
    return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **more)


def attempt(form: forms.Form, act: Callable[[], R]) -> R | None:
    """Do an act with what was typed; where it is refused the form says why."""
    if not form.is_valid():
        return None
    try:
        return act()
    except Refusal as why:
        if why.code.endswith(".no-power"):
            raise
        form.add_error(None, why.sentence(language()))
        return None


def state_choices(on: date) -> list[tuple[str, str]]:
    """The members of the day, in the order of the reader's language."""
    lang = language()
    return [(each.key, each.names.text(lang)) for each in roll(on=on, lang=lang).members]


def body_choices(on: date) -> list[tuple[str, str]]:
    """The bodies of the day, in the order of the reader's language."""
    lang = language()
    found = [(row.key, row.names.text(lang)) for row in bodies(on=on)]
    return sorted(found, key=lambda pair: sort_key(pair[1], lang))


def cited(addresses: tuple[str, ...] | list[str], on: date) -> list[tuple[Words, str]]:
    """Provisions as they are cited, each with its page."""
    found = citations(addresses, on)
    return [(found[address].label, found[address].url()) for address in addresses]
