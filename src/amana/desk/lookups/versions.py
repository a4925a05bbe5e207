"""One fact through what was known of it: every version, with the act that recorded it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import TextField, Value

from amana.ground.dated import Dated, registry_models
from amana.ground.models import Act
from amana.kernel.refusals import Refusal

__all__ = [
    "FactHistory", "acts_before", "fact_history", "latest", "model_of", "version_before",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactHistory:
    """The versions of a fact, newest first; `withdrawn` is the act that took it back."""

    fact: uuid.UUID
    model: type[Dated]
    versions: tuple[Dated, ...]
    withdrawn: Act | None

    @property
    def known(self) -> Dated | None:
        """What is known now."""
        newest = self.versions[0]
        return newest if newest.recorded.upper is None else None


def model_of(fact: uuid.UUID) -> type[Dated]:
    """Of which kind a fact is: one query over all dated tables. Refused when unknown."""
    models = registry_models()
    first, *others = (_labelled(model, fact) for model in models)
    found = {label for (label,) in first.union(*others)}
    for model in models:
        if model._meta.label in found:
            return model
    raise Refusal("fact.unknown")


def _labelled(model: type[Dated], fact: uuid.UUID) -> Any:
    label = Value(model._meta.label, output_field=TextField())
    rows: Any = model.objects
    return rows.filter(fact=fact).order_by().annotate(f_model=label).values_list("f_model")


def fact_history(fact: uuid.UUID) -> FactHistory:
    """A fact with all its versions: three queries."""
    model = model_of(fact)
    rows = tuple(_rows(model).filter(fact=fact).order_by("-act_id"))
    withdrawn = None
    if rows[0].recorded.upper is not None:
        said = Act.objects.filter(facts__withdrawn=str(fact), seq__gt=rows[0].act_id)
        withdrawn = said.order_by("seq").first()
    return FactHistory(fact, model, rows, withdrawn)


def latest(fact: uuid.UUID) -> Dated:
    """What is known now of a fact; refused when it was withdrawn."""
    known = fact_history(fact).known
    if known is None:
        raise Refusal("fact.unknown")
    return known


def version_before(model: type[Dated], fact: str, seq: int) -> Dated | None:
    """What was known of a fact before an act."""
    found: Dated | None = _rows(model).filter(fact=fact, act_id__lt=seq).order_by("-act_id").first()
    return found


def acts_before(acts: Iterable[Act]) -> dict[int, Act]:
    """For each act on a fact that was known already, the act that had said it: two queries."""
    facts = {act.seq: act.facts.get("fact") or act.facts.get("withdrawn") for act in acts}
    wanted = {fact for fact in facts.values() if fact}
    if not wanted:
        return {}
    first, *others = (_written(model, wanted) for model in registry_models())
    written: dict[str, list[int]] = {}
    for fact, seq in first.union(*others, all=True):
        written.setdefault(str(fact), []).append(seq)
    before = {
        seq: max((each for each in written.get(str(fact), ()) if each < seq), default=0)
        for seq, fact in facts.items() if fact
    }  # fmt: skip
    found = Act.objects.in_bulk([each for each in before.values() if each])
    return {seq: found[each] for seq, each in before.items() if each in found}


def _written(model: type[Dated], facts: Iterable[str]) -> Any:
    rows: Any = model.objects
    return rows.filter(fact__in=facts).order_by().values_list("fact", "act_id")


def _rows(model: type[Dated]) -> Any:
    relations = [f.name for f in model._meta.concrete_fields if f.is_relation]
    rows: Any = model.objects
    return rows.select_related(*relations)
