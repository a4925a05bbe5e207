"""The columns of a table, said once for the page, the CSV and the spreadsheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

__all__ = ["GLOBALS", "KINDS", "Column", "column", "value_of"]

KINDS = ("text", "number", "date", "symbol")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` of the row's value, heading, kind of value, and how it sorts.

    `href` and `order` ("ascending", "descending") serve tables sorted by the server; the others
    sort in the browser. `sortable=False` leaves a column out of sorting.
    """

    key: str
    label: str
    kind: str = "text"
    sortable: bool = True
    href: str = ""
    order: str = ""
    export: bool = True

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"A column is one of {', '.join(KINDS)}, not {self.kind!r}.")


def column(key: str, label: str, kind: str = "text", **more: Any) -> Column:
    """A column, as written in a template: `column("name", _("Name"))`."""
    return Column(key, str(label), kind, **more)


def value_of(row: Any, key: str) -> Any:
    """The value of a row under a key, whether the row is a mapping or an object."""
    return row.get(key) if isinstance(row, dict) else getattr(row, key)


def exported(columns: Iterable[Column]) -> list[Column]:
    """The columns that belong in a file: all but those that only hold buttons or marks."""
    return [each for each in columns if each.export]


GLOBALS: dict[str, Callable[..., Any]] = {"column": column}
