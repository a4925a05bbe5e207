"""From what an act asks to a form, and from a form to what the act takes."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from amana.desk.forms.asks import Act, Ask
from amana.desk.forms.choices import Choices
from amana.desk.forms.citing import addresses
from amana.desk.forms.fields import Day, DayField, FactField, LinesField, TextsField
from amana.desk.labels import CONFIDENCE
from amana.ground.facts import Provenance
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words

__all__ = ["ActForm", "build", "origin_of", "refuse", "values"]

NO_SUCH = _("Choose one from the list.")
REQUIRED = _("This is needed.")
# In which field a refusal is shown that names none itself.
PLACES = {
    "state": ("state", "member_body"), "membership": ("state",), "suspension": ("state",),
    "vote": ("state",),
    "body": ("body", "key"), "office": ("office", "key"), "person": ("person",),
    "term": ("term", "since"), "rule": ("rule",), "question": ("question", "key"),
    "attestation": ("answer",), "key": ("key",), "basis": ("basis",), "fact": ("since",),
    "mark": ("since", "day"), "date": ("since", "day"), "period": ("until", "day", "since"),
    "account": ("user_email", "email", "account"), "group": ("group",),
}  # fmt: skip
SPECIAL = {
    "body.not-standing": ("since", "day"), "body.unknown-kind": ("kind",),
    "office.not-on-day": ("since",), "term.no-renewal": ("person",),
    "term.ended": ("day", "until"),
    "rule.none-on-day": ("since", "day"), "account.nameless": ("name",), "account.no-authority": (),
    "body.has-children": ("body",),
    "term.not-longer": ("until",), "authority.missing": (), "correction.nothing": (),
    "fact.changed-meanwhile": (), "organisation.none": (),
}  # fmt: skip


class ActForm(forms.Form):
    """The form of one act; its fields are put in by `build`."""

    asks: tuple[Ask, ...] = ()
    sourced = False


def build(
    act: Act, asks: tuple[Ask, ...], choices: Choices, data: Any = None, initial: Any = None
) -> ActForm:
    """The form of an act: its own fields, then provision, sources, certainty and reason."""
    form = ActForm(data, initial=initial)
    form.asks, form.sourced = asks, act.sourced
    for ask in asks:
        form.fields[ask.name] = _field(ask, choices)
    if act.sourced:
        form.fields |= _provenance(choices)
    form.fields["reason"] = forms.CharField(
        label=_("Reason"), required=act.reason_required, max_length=2000,
        help_text=_("Why this is recorded, for whoever reads the register."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )  # fmt: skip
    for field in form.fields.values():
        field.error_messages["required"] = REQUIRED
        field.error_messages["invalid_choice"] = NO_SUCH
    return form


def _field(ask: Ask, choices: Choices) -> forms.Field:
    said: dict[str, Any] = {
        "label": ask.label, "help_text": ask.hint, "required": ask.required, "initial": ask.initial
    }  # fmt: skip
    if ask.kind == "choice":
        return forms.ChoiceField(choices=_list(ask, choices), **said)
    if ask.kind == "several":
        several = choices.of(ask.choices, empty=False)
        box = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=several, widget=box, **said)
    return MAKERS[ask.kind](**said)


def _number(**said: Any) -> forms.Field:
    widget = forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"})
    return forms.IntegerField(widget=widget, **said)


def _version(**said: Any) -> forms.Field:
    return forms.IntegerField(widget=forms.HiddenInput, **said)


def _key(**said: Any) -> forms.Field:
    widget = forms.TextInput(attrs={"dir": "ltr", "spellcheck": "false"})
    return forms.CharField(max_length=254, widget=widget, **said)


def _text(**said: Any) -> forms.Field:
    return forms.CharField(max_length=4000, widget=forms.TextInput(attrs={"dir": "auto"}), **said)


MAKERS: dict[str, Callable[..., forms.Field]] = {
    "day": DayField, "exact": partial(DayField, exact=True), "texts": TextsField,
    "long": partial(TextsField, long=True), "lines": LinesField, "flag": forms.BooleanField,
    "number": _number, "version": _version, "fact": FactField, "key": _key, "text": _text,
}  # fmt: skip


def _list(ask: Ask, choices: Choices) -> list[tuple[str, Any]]:
    """A list by name; `=organisation.Term.status` is the choices of a column."""
    if not ask.choices.startswith("="):
        return choices.of(ask.choices, empty=not (ask.required and ask.initial))
    label, _dot, name = ask.choices[1:].rpartition(".")
    own: Any = apps.get_model(label)._meta.get_field(name)
    return [("", "—"), *own.choices]


def _provenance(choices: Choices) -> dict[str, forms.Field]:
    return {
        "provision": forms.ChoiceField(
            label=_("Basis: provision"), required=False, choices=choices.of("provisions"),
            help_text=_("The provision that gives authority for this."),
        ),
        "basis": LinesField(
            label=_("Further basis"), required=False, rows=2, ltr=True,
            help_text=_(
                "Resolutions and other provisions, one a line: a symbol as printed, or an address "
                "such as charter-2008#art_16."
            ),
        ),
        "sources": LinesField(
            label=_("Sources"), required=False,
            help_text=_("Where it is written, one a line: an address, or title and page."),
        ),
        "confidence": forms.ChoiceField(
            label=_("Confidence"), required=False, choices=CONFIDENCE
        ),
        "note": TextsField(
            label=_("Note"), required=False, long=True,
            help_text=_("What a reader should know of this record."),
        ),
    }  # fmt: skip


def values(act: Act, form: ActForm) -> dict[str, Any]:
    """What the act takes, by its own names; empty ones are left to its defaults.

    A correction takes them all: emptying a field is a change. Refuses a basis that is no address.
    """
    clean = form.cleaned_data
    taken: dict[str, Any] = {}
    for ask in form.asks:
        value = clean.get(ask.name)
        if value in (None, "") and not ask.required and not act.of_a_fact:
            continue
        taken[ask.argument] = str(value) if isinstance(value, Day) else value
    taken["reason"] = clean["reason"]
    if form.sourced:
        taken["origin"] = origin_of(form)
    return taken


def origin_of(form: ActForm) -> Provenance:
    """Under which provisions it holds and who says so, as typed."""
    clean = form.cleaned_data
    chosen = (clean["provision"],) if clean["provision"] else ()
    basis = tuple(dict.fromkeys((*chosen, *addresses(clean["basis"]))))
    note: Words = clean["note"]
    return Provenance(basis, clean["sources"], clean["confidence"], note=note)


def refuse(form: forms.Form, refusal: Refusal, lang: str, rules: str = "") -> None:
    """Put a refusal into the form, at its field, with its rule."""
    said = refusal.sentence(lang)
    if rules:
        said = _("%(refusal)s Rule: %(rule)s.") % {"refusal": said, "rule": rules}
    form.add_error(_place(form, refusal), forms.ValidationError(said, code=refusal.code))


def _place(form: forms.Form, refusal: Refusal) -> str | None:
    named = str(refusal.facts.get("field", ""))
    asks = getattr(form, "asks", ())
    by_argument = {ask.argument: ask.name for ask in asks}
    wanted = (
        (by_argument.get(named, named),) if named
        else SPECIAL[refusal.code] if refusal.code in SPECIAL
        else PLACES.get(refusal.code.partition(".")[0], ())
    )  # fmt: skip
    return next((name for name in wanted if name in form.fields), None)
