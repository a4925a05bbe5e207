"""What changed a text, by its title: never by the key of a record."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from amana.kernel.basis import Basis
from amana.texts.citations import provision
from amana.texts.models import WorkRecord
from amana.texts.rules.operations import Operation
from amana.web.links import with_query

__all__ = ["Instrument", "instruments_of"]


class Instrument(NamedTuple):
    """What an instrument is called, and its page; no page where this reader may not read it."""

    label: str
    url: str


def instruments_of(
    operations: Iterable[Operation], lang: str, on: str, seen: Iterable[WorkRecord]
) -> dict[str, Instrument]:
    """The instruments of some operations by their addresses, of those that this reader may see.

    `on` is the day as the reader typed it, kept in the links.
    """
    bases = {
        each.instrument: Basis.parse(each.instrument) for each in operations if each.instrument
    }
    records = {row.work.key: row for row in seen}
    return {
        address: _named(basis, records.get(basis.work), lang, on)
        for address, basis in bases.items()
    }


def _named(basis: Basis, record: WorkRecord | None, lang: str, on: str) -> Instrument:
    if record is None:
        return Instrument(_("a text that is not public"), "")
    title = (record.short or record.title).text(lang)
    within = f"{'،' if lang == 'ar' else ','} {provision(basis.node, lang)}" if basis.node else ""
    page = with_query(reverse("texts:work", kwargs={"key": basis.work}), {"on": on})
    return Instrument(title + within, f"{page}#{basis.node}" if basis.node else page)
