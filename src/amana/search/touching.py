"""Which records the acts since then may have touched: read in a few queries, however many acts.

An act that asserts or corrects a fact names its model, one that withdraws a fact only the fact
itself. Any other act (the loading of a pack) may have touched anything, unless a room has said
that its verb is silent.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.apps import apps
from django.db import models

from amana.ground.facts import as_facts
from amana.ground.models import Act
from amana.search.documents import Reading, finders

__all__ = ["EVERYTHING", "Touched", "silent", "touched_since"]

EVERYTHING: Final = None
Touched = dict[str, set[str] | None]
_silent: set[str] = set()


def silent(*verbs: str) -> None:
    """Acts with these verbs change nothing that can be found: the making of a PDF, a sign-in."""
    _silent.update(verbs)


@dataclass(slots=True)
class _Said:
    """What acts say of one model: of facts by their identity, and of rows that are no facts."""

    facts: set[str] = field(default_factory=set)
    rows: list[Mapping[str, Any]] = field(default_factory=list)


def touched_since(act: int) -> Touched:
    """The keys of each kind that may have changed after an act; EVERYTHING where any may have."""
    said: dict[str, _Said] = {}
    withdrawn: set[str] = set()
    acts = Act.objects.filter(seq__gt=act).exclude(verb__in=_silent)
    for facts in acts.values_list("facts", flat=True):
        if "model" in facts:
            of_model = said.setdefault(facts["model"], _Said())
            if "fact" in facts:
                of_model.facts.add(facts["fact"])
            else:
                of_model.rows.append(facts)
        elif "withdrawn" in facts:
            withdrawn.add(facts["withdrawn"])
        else:
            return dict.fromkeys(finders(), EVERYTHING)
    return _by_kind(said, withdrawn)


def _by_kind(said: Mapping[str, _Said], withdrawn: set[str]) -> Touched:
    """The same, as every finder understands it; what two finders read alike is read once."""
    read: dict[tuple[str, Reading], set[str] | None] = {}
    touched: Touched = {}
    for kind, finder in finders().items():
        for each in finder.reads.items():
            if each not in read:
                read[each] = _keys(*each, said.get(each[0], _Said()), withdrawn)
            keys, known = read[each], touched.get(kind, set())
            if keys is EVERYTHING or known is EVERYTHING:
                touched[kind] = EVERYTHING
            elif keys:
                touched[kind] = known | keys
    return touched


def _keys(label: str, reading: Reading, said: _Said, withdrawn: set[str]) -> set[str] | None:
    """The records that these facts tell of, and told of before they were corrected."""
    model = apps.get_model(label)
    facts = said.facts | withdrawn if _holds_facts(model) else set()
    versions = model._default_manager.filter(fact__in=facts).order_by() if facts else ()
    if isinstance(reading, str):
        return _at_path(model, reading, said.rows, versions)
    told = [*said.rows, *map(as_facts, versions)]
    return {key for each in told for key in reading(each)}


def _at_path(
    model: type[models.Model],
    path: str,
    rows: Iterable[Mapping[str, Any]],
    versions: models.QuerySet[Any] | tuple[()],
) -> set[str] | None:
    if not path:
        is_told = bool(rows) or (not isinstance(versions, tuple) and versions.exists())
        return EVERYTHING if is_told else set()
    keys = {row.get(path) for row in rows}
    if not all(keys):
        return EVERYTHING
    if not isinstance(versions, tuple):
        keys |= set(versions.values_list(_to_key(model, path), flat=True).distinct())
    return {str(key) for key in keys if key}


def _holds_facts(model: type[models.Model]) -> bool:
    return any(each.name == "fact" for each in model._meta.get_fields())


def _to_key(model: type[models.Model], path: str) -> str:
    """`work__nodes` of a release, to the key of each node: `work__nodes__key`."""
    at: Any = model
    for name in path.split("__"):
        at = at._meta.get_field(name).related_model
    return path if at is None else f"{path}__key"
