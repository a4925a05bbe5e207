"""What the preview of an act says: what will happen, from which day, under which rule."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from amana.desk.forms.asks import Act
from amana.desk.forms.building import ActForm, origin_of
from amana.desk.forms.fields import Day
from amana.desk.lookups.directory import Directory
from amana.desk.rehearsal import Step
from amana.desk.telling import in_both_calendars, tell_all
from amana.kernel.marks import Mark
from amana.organisation.authority import ADMINISTRATOR_OF_SYSTEM
from amana.organisation.models import Post, Rule, Term
from amana.texts.api import attach, citations

__all__ = ["previewed"]


def previewed(
    act: Act, form: ActForm, steps: list[Step], names: Directory, lang: str
) -> dict[str, Any]:
    """The context of the preview."""
    days = [
        (form[name].label, value)
        for name, value in form.cleaned_data.items()
        if isinstance(value, Day) and value
    ]
    basis = origin_of(form).basis if form.sourced else ()
    return {
        "told": tell_all(steps, names, lang),
        "days": [_day(label, value, lang) for label, value in days],
        "basis": [(c.label.text(lang), c.url()) for c in citations(basis).values()],
        "rules": _rules(act, steps, Mark.parse(days[0][1]).earliest if days else names.on, lang),
        "expected": _expected(steps, lang),
        "office": _office(steps, names, lang),
        "said": form.cleaned_data,
    }


def _day(label: Any, value: Day, lang: str) -> dict[str, Any]:
    return {
        "label": label,
        "typed": value.typed,
        "shown": in_both_calendars(value, lang),
        "warnings": [warning.sentence(lang) for warning in value.warnings],
    }


def _rules(act: Act, steps: Sequence[Step], on: date, lang: str) -> list[Rule]:
    """The rules that bear on the act, as in force on its day, with links to their provisions."""
    offices = [step.after["office"] for step in steps if step.model is Term and step.after]
    measured = Post.objects.on(on).filter(office__key__in=offices, term_rule__isnull=False)
    keys = {*act.rules, *(measured.values_list("term_rule__key", flat=True) if offices else ())}
    if not keys:
        return []
    rows = Rule.objects.on(on).filter(name__key__in=keys, body__kind__is_organisation=True)
    found = list(rows.select_related("name").order_by("name__position"))
    attach(found, lang)
    return found


def _expected(steps: Sequence[Step], lang: str) -> list[tuple[str, str]]:
    """The expected end of each term that the act begins or moves, and its provision."""
    ends = [step.after for step in steps if step.model is Term and step.after.get("expected_end")]
    cited = citations(address for said in ends for address in said.get("term_basis", ()))
    return [
        (
            in_both_calendars(said["expected_end"], lang),
            ", ".join(cited[each].label.text(lang) for each in said.get("term_basis", ())),
        )
        for said in ends
    ]


def _office(steps: Sequence[Step], names: Directory, lang: str) -> str:
    """In which office the act is done."""
    office = steps[-1].act.office if steps else ""
    if names.knows("office", office):
        return names.name("office", office).text(lang)
    return ADMINISTRATOR_OF_SYSTEM.text(lang) if office else ""
