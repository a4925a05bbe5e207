"""A list given back as a table: what is on record, so that it can be read again without loss."""

from collections.abc import Iterable, Mapping
from typing import Any

from amana.conferences.delegations.columns import COLUMNS
from amana.conferences.delegations.comparing import Person
from amana.conferences.delegations.faults import Fault
from amana.conferences.delegations.lines import Line
from amana.conferences.delegations.values import PROTOCOLS, RANKS
from amana.kernel.words import Words

__all__ = ["faulty_rows", "row_of"]


def row_of(person: Person, party: Words, lang: str) -> dict[str, Any]:
    """One delegate under the columns of a list, in one language; days as days."""
    return {
        "party": party.text(lang), "name_ar": person.names.ar,
        "name": person.names.en or person.names.fr, "title_ar": person.title.ar,
        "title_en": person.title.en, "title_fr": person.title.fr,
        "rank": RANKS[person.rank].text(lang), "protocol": PROTOCOLS[person.protocol].text(lang),
        "email": person.email, "since": person.since, "until": person.until,
        "number": f"{person.party}/{person.pk}" if person.pk else "",
    }  # fmt: skip


def faulty_rows(
    lines: Iterable[Line], faults: Iterable[Fault], lang: str
) -> Iterable[Mapping[str, Any]]:
    """Every row of a list with what is wrong in it, in the order of the list."""
    said: dict[tuple[str, int], list[str]] = {}
    for fault in faults:
        text = f"{fault.heading.text(lang)}: {fault.sentence(lang)}"
        said.setdefault((fault.sheet, fault.row), []).append(text)
    for line in lines:
        row = {column: _said(line, column) for column in COLUMNS}
        told = " ".join(said.get((line.sheet, line.row), ()))
        yield {**row, "sheet": line.sheet, "row": line.row, "faults": told}


def _said(line: Line, column: str) -> str:
    if column != "name":
        return line[column]
    return " ".join(filter(None, (line["given"], line["family"] or line["name"])))
