"""The columns of a table, said once for the page, the CSV and the spreadsheet."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

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


_OPENING = re.compile(r"<t[dhr](?=[\s>])")


def labelled(rows: Any, columns: Iterable[Column | str]) -> Markup:
    """The cells of one row or of many, each with the heading of its column as `data-label`.

    On a narrow screen a row is stacked and the style sheet writes that heading before each value,
    so that no column is cut off; the first cell names the row and needs none.
    """
    headings = [each.label if isinstance(each, Column) else each for each in columns]
    labels = [str(Markup(' data-label="{}"').format(each)) for each in headings[1:]]
    at = 0

    def label(found: re.Match[str]) -> str:
        nonlocal at
        at = 0 if found[0] == "<tr" else at + 1
        return found[0] + labels[at - 2] if 2 <= at <= len(headings) else found[0]

    return Markup(_OPENING.sub(label, str(rows)))  # noqa: S704 - was markup


GLOBALS: dict[str, Callable[..., Any]] = {"column": column, "labelled": labelled}
