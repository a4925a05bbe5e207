"""Every provision that a stored fact rests on is on record; so is every one that an act names."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.apps import apps

from amana.ground.dated import Dated
from amana.ground.models import Act
from amana.texts.api import unresolved

pytestmark = pytest.mark.usefixtures("oic")
DATED = [model for model in apps.get_models() if issubclass(model, Dated)]


def within(detail: Any) -> Iterator[str]:
    """The addresses in the provenance of single fields."""
    if isinstance(detail, Mapping):
        for name, said in detail.items():
            if name == "basis" and isinstance(said, list):
                yield from (address for address in said if isinstance(address, str))
            yield from within(said)


@pytest.mark.parametrize("model", DATED, ids=lambda model: model._meta.label)
def test_every_stored_basis_resolves(model: type[Dated]) -> None:
    addresses = set()
    for row in model.objects.only("basis", "detail").iterator():
        addresses.update(row.basis, within(row.detail))
    assert unresolved(addresses) == []


def test_the_bases_of_terms_and_acts_resolve_too() -> None:
    terms = apps.get_model("organisation.Term").objects.values_list("term_basis", flat=True)
    acts = Act.objects.values_list("basis", flat=True)
    addresses = {address for basis in (*terms, *acts) for address in basis}
    assert len(addresses) > 20
    assert unresolved(addresses) == []


def test_an_address_that_leads_nowhere_would_be_found() -> None:
    assert unresolved(["charter-2008#art_16", "charter-2008#art_99", "no-charter"]) == [
        "charter-2008#art_99", "no-charter",
    ]  # fmt: skip


def test_there_are_bases_enough_for_these_tests_to_prove_something() -> None:
    with_basis = {
        model._meta.label: model.objects.exclude(basis=[]).count()
        for model in DATED if model.__module__.startswith("amana.organisation")
    }  # fmt: skip
    assert with_basis["organisation.Rule"] > 20
    assert with_basis["organisation.Establishment"] > 10
