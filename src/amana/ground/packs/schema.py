"""What a table of a pack holds, and what its records say: declarations, no reading, no writing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from amana.ground.facts import Provenance, When
from amana.kernel.words import Words

__all__ = ["Claim", "Field", "Identity", "Ref", "Table", "derived_from", "fields_of", "provenance",
           "register", "tables", "when"]  # fmt: skip

Values = Mapping[str, Any]


class Said(Protocol):
    """A record, or a part of one: what may be asked for a field by its name."""

    def get(self, name: str, default: Any = None, /) -> Any:
        """A field, or the default."""


_tables: dict[str, "Table"] = {}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `kind` is text, words, words_list, int, bool, mark, choice, ref, basis, list,
    records (a list of sub-tables with `fields`) or table (free provenance)."""

    name: str
    kind: str = "text"
    required: bool = False
    of: str = ""  # the table that a ref names
    choices: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    limit: int = 4000


@dataclass(frozen=True, slots=True)
class Ref:
    """A record of another table, by its id; resolved when the claim is written."""

    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The lasting row that dated facts hang on: made once, then only kept up to date."""

    table: str
    key: str
    model: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """A dated fact to assert. `exclusive` names what may not overlap; where `succeeds`, an
    earlier one known only to a year ends as the later begins. `within` names what it cannot begin
    before, `begins` what begins with it."""

    model: str
    values: Values
    when: When
    provenance: Provenance
    verb: str
    subject: str
    exclusive: tuple[str, ...] = ()
    succeeds: bool = False
    within: tuple[str, ...] = ()
    begins: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the format: its fields, and how a record becomes identities and claims."""

    name: str
    fields: tuple[Field, ...]
    build: Callable[["Any"], Iterable[Identity | Claim]]
    order: int = 50
    source: str = ""  # another room's table whose records carry these fields too


COMMON = (
    Field("id", required=True, limit=120),
    Field("since", "mark"),
    Field("until", "mark"),
    Field("until_open", "bool"),
    Field("sources", "list", required=True),
    Field("confidence", "choice", choices=("high", "medium", "low")),
    Field("detail", "table"),
    Field("note", "words"),
    Field("conflict", "words"),
    Field("basis", "basis"),
)


def register(*new: Table) -> None:
    """A room adds its tables when it starts."""
    for table in new:
        _tables[table.name] = table


def tables() -> dict[str, Table]:
    """Every table of the format, in the order of loading."""
    return dict(sorted(_tables.items(), key=lambda item: item[1].order))


def fields_of(table: Table) -> tuple[Field, ...]:
    """Every field that a record of a table may have: its own, the common ones, those that
    other rooms add to it."""
    added = (each.fields for each in _tables.values() if each.source == table.name)
    return (*COMMON, *table.fields, *(field for fields in added for field in fields))


def derived_from(table: Table) -> list[Table]:
    """The tables of other rooms that read the records of this one."""
    return [each for each in _tables.values() if each.source == table.name]


def when(record: Said, since: str = "since", until: str = "until") -> When:
    """The period that a record gives."""
    return When(record.get(since, ""), record.get(until, ""), bool(record.get("until_open", False)))


def provenance(record: Said, *, basis: Iterable[str] | None = None) -> Provenance:
    """Basis, sources, confidence, notes of a record."""
    return Provenance(
        basis=tuple(record.get("basis", ()) if basis is None else basis),
        sources=tuple(record.get("sources", ())),
        confidence=record.get("confidence", ""),
        detail=record.get("detail", {}),
        note=Words.of(record.get("note")),
        conflict=Words.of(record.get("conflict")),
    )
