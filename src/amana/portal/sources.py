"""What every public fact rests on: its sources, counted over all kinds of facts."""

from collections import Counter
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Count, F, Func
from django.db.models.fields import TextField

from amana.ground.dated import Dated

__all__ = ["GENERAL_KNOWLEDGE", "Source", "all_sources"]

GENERAL_KNOWLEDGE = "general-knowledge"
PUBLIC_ROOMS = ("texts", "organisation", "conferences", "finance")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as written in the register, and how many facts name it."""

    text: str
    facts: int


class Unnest(Func):
    """One row for each element of an array."""

    function = "unnest"
    set_returning = True
    output_field = TextField()


def all_sources() -> list[Source]:
    """Every distinct source of what is known now, most used first: one query."""
    parts = [
        model.objects.known()
        .annotate(source=Unnest(F("sources")))
        .order_by()
        .values_list("source")
        .annotate(facts=Count("pk"))
        for model in _public_facts()
    ]
    counted: Counter[str] = Counter()
    for source, facts in parts[0].union(*parts[1:], all=True):
        counted[source] += facts
    return [Source(*each) for each in sorted(counted.items(), key=lambda it: (-it[1], it[0]))]


def _public_facts() -> list[type[Dated]]:
    """Every kind of dated fact of the rooms that are open to all."""
    return [
        model
        for room in PUBLIC_ROOMS
        for model in apps.get_app_config(room).get_models()
        if issubclass(model, Dated) and model.REGISTRY
    ]
