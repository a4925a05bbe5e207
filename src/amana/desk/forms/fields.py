"""Fields of the desk's forms: days of both calendars, texts in three languages, lists of lines."""

import re
import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amana.kernel.dual_dates import DualDate, parse
from amana.kernel.marks import Mark
from amana.kernel.refusals import Refusal
from amana.kernel.words import LANGS, Words

__all__ = ["Day", "DayField", "FactField", "LinesField", "TextsField", "mark_of", "raw_of"]

OWN_NAMES = {"ar": "العربية", "en": "English", "fr": "Français"}
INTERVAL = re.compile(r"\s*[0-9-]{4,10}\.\.[0-9-]{4,10}\s*")


class Day(str):
    """A mark as the acts take it, with what was typed and what a reader should know of it."""

    typed: str = ""
    warnings: tuple[Any, ...] = ()


def mark_of(dual: DualDate) -> str:
    """A day, month or year of either calendar as a mark; a Hijri month as the days it spans."""
    first, last = dual.start.isoformat(), dual.end.isoformat()
    if dual.precision == "day" or dual.printed_in == "hijri":
        return first if first == last else f"{first}..{last}"
    length = 7 if dual.precision == "month" else 4
    first, last = first[:length], last[:length]
    return first if first == last else f"{first}..{last}"


class DayField(forms.CharField):
    """A day typed in either calendar, or a month or year where no more is known."""

    default_error_messages = {"exact": _("Here the day itself is needed: year, month and day.")}

    def __init__(self, *, exact: bool = False, **more: Any) -> None:
        self.exact = exact
        super().__init__(max_length=200, **more)
        self.widget.attrs |= {"autocomplete": "off", "dir": "auto", "class": "short"}

    def clean(self, value: Any) -> Day:
        """The mark of what was typed; refused, in words, when it is no day."""
        typed = super().clean(value)
        if not typed:
            return Day()
        try:
            day = self._read(typed)
        except Refusal as refused:
            raise forms.ValidationError(refused.sentence(_language())) from None
        if self.exact and not Mark.parse(day).is_exact:
            raise forms.ValidationError(self.error_messages["exact"], code="exact")
        return day

    def _read(self, typed: str) -> Day:
        if INTERVAL.fullmatch(typed):
            day = Day(Mark.parse(typed).text)
        else:
            dual = parse(typed)
            day = Day(mark_of(dual))
            day.warnings = dual.warnings
        day.typed = typed
        return day


class TextsInput(forms.MultiWidget):
    """One text in three languages side by side, that of the page first."""

    use_fieldset = True

    def __init__(self, *, long: bool = False) -> None:
        kind = forms.Textarea if long else forms.TextInput
        lines = {"rows": 3} if long else {}
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            lang: kind(attrs={"lang": lang, "dir": "rtl" if lang == "ar" else "ltr", **lines})
            for lang in LANGS
        }
        super().__init__(widgets)

    def decompress(self, value: Any) -> list[str]:
        """Words as three texts."""
        return [text for _lang, text in Words.of(value)]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """Three labelled inputs."""
        texts = value if isinstance(value, list) else self.decompress(value)
        ident, attrs = (attrs or {}).get("id", f"id_{name}"), attrs or {}
        own = _language()
        order = sorted(
            zip(LANGS, self.widgets, texts, strict=True), key=lambda each: each[0] != own
        )
        parts = [
            (
                f"{ident}_{lang}",
                lang,
                OWN_NAMES[lang],
                widget.render(
                    f"{name}_{lang}", text,
                    {key: said for key, said in attrs.items() if key.startswith("aria-")}
                    | widget.attrs | {"id": f"{ident}_{lang}"}, renderer,
                ),
            )
            for lang, widget, text in order
        ]  # fmt: skip
        inner = format_html_join("", '<div><label for="{}" lang="{}">{}</label>{}</div>', parts)
        return format_html('<div class="columns columns-3 texts" id="{}">{}</div>', ident, inner)

    def id_for_label(self, id_: str) -> str:
        """The first of the three, to which an error leads."""
        return f"{id_}_{_language()}"


class TextsField(forms.MultiValueField):
    """Words: a text of which one language is enough."""

    def __init__(self, *, long: bool = False, required: bool = True, **more: Any) -> None:
        parts = tuple(forms.CharField(required=False) for _lang in LANGS)
        super().__init__(
            parts, widget=TextsInput(long=long), required=required, require_all_fields=False, **more
        )

    def compress(self, data_list: list[str]) -> Words:
        """Three texts as Words."""
        return Words(*data_list) if data_list else Words()

    def clean(self, value: Any) -> Words:
        """The words; none is Words()."""
        found: Words = super().clean(value) or Words()
        return Words.of(found.as_dict())


class LinesField(forms.CharField):
    """Several texts, one a line."""

    def __init__(self, *, rows: int = 3, ltr: bool = False, **more: Any) -> None:
        attrs = {"rows": rows, "dir": "ltr" if ltr else "auto"}
        super().__init__(widget=forms.Textarea(attrs=attrs), max_length=8000, **more)

    def prepare_value(self, value: Any) -> Any:
        """A list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        """The lines that say something, each once."""
        lines = (line.strip() for line in super().clean(value).splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


class FactField(forms.CharField):
    """The number of a fact, carried unseen."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> str:
        """A UUID as text; anything else names no fact."""
        try:
            return str(uuid.UUID(str(value or "")))
        except ValueError:
            raise forms.ValidationError(Refusal("fact.unknown").sentence(_language())) from None


def raw_of(form: forms.Form, data: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, field by field, to be shown again without being judged."""
    return {
        name: field.widget.value_from_datadict(data, {}, form.add_prefix(name))
        for name, field in form.fields.items()
    }


def _language() -> str:
    return (get_language() or "en").partition("-")[0]
