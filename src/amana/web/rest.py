"""What every route of the API shares: the day asked, the language, problems, tables as CSV."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Schema
from pydantic import BaseModel

from amana.ground import clock
from amana.kernel.dual_dates import parse
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.web.export import csv_response
from amana.web.tables import Column

__all__ = [
    "PROBLEMS", "Asked", "AskedQuery", "Names", "Problem", "Tabled", "TabledQuery", "ask", "names",
    "table",
]  # fmt: skip

FIRST, LAST = date(1924, 8, 1), date(2077, 11, 16)
MOST_ROWS = 100_000


# What an answer is made of is a plain model: one of Ninja's looks, value by value, for what a row
# of Django's needs, and ours are plain already.
class Names(BaseModel):
    """A text in the three languages; an absent one is null."""

    ar: str | None = None
    en: str | None = None
    fr: str | None = None


class Problem(Schema):
    """A refusal, as RFC 9457 writes it: what, why, and what to do."""

    type: str = Field(description="The address of this kind of problem.")
    title: str = Field(description="What is refused, and why.")
    status: int
    detail: str = Field(description="The whole sentence, with what to do.")
    code: str
    basis: list[str] = Field(default_factory=list, description="The provisions it rests on.")


PROBLEMS = {frozenset({400, 404, 422}): Problem}  # what every read may answer besides 200


class Asked(Schema):
    """The parameters of every read."""

    on: str = Field(
        "", max_length=120,
        description="The day, Gregorian (1982-06-01) or Hijri (9 Shaban 1402); today if empty.",
    )  # fmt: skip
    lang: Literal["ar", "en", "fr"] = Field("en", description="The language of `name` fields.")

    @property
    def day(self) -> date:
        """The day asked; refused where it is none."""
        return ask(self.on)


class Tabled(Asked):
    """The parameters of a read that is a table."""

    format: Literal["json", "csv"] = Field("json", description="JSON, or this table as CSV.")
    limit: int | None = Field(
        None, ge=1, le=MOST_ROWS, description="How many rows at most; all if not given."
    )
    offset: int = Field(0, ge=0, le=MOST_ROWS, description="How many rows to pass over first.")

    @property
    def part(self) -> slice:
        """The rows asked for, of all there are."""
        return slice(self.offset, None if self.limit is None else self.offset + self.limit)


AskedQuery = Annotated[Asked, Query()]
TabledQuery = Annotated[Tabled, Query()]


def ask(text: str) -> date:
    """The first day of what was written, in either calendar; today where nothing was."""
    if not text.strip():
        return clock.today()
    day = parse(text).start
    if not FIRST <= day <= LAST:
        raise Refusal("date.out-of-range", text=text[:40])
    return day


def names(words: Words) -> dict[str, str]:
    """Words as the API writes them."""
    return words.as_dict()


def table(
    request: HttpRequest,
    name: str,
    asked: Tabled,
    rows: Iterable[Mapping[str, Any]],
    *,
    whole: bool = True,
) -> HttpResponse | list[Mapping[str, Any]]:
    """The part asked for of the rows, as they are or as a CSV file.

    Who has read that part alone, says that the rows are not the whole.
    """
    found = list(rows)[asked.part] if whole else list(rows)
    if asked.format != "csv":
        return found
    keys = [key for key, value in found[0].items() if _is_plain(value)] if found else []
    columns = [Column(key, key) for key in keys]
    flat: Callable[[Mapping[str, Any]], dict[str, Any]] = lambda row: {  # noqa: E731
        key: "" if row[key] is None else row[key] for key in keys
    }
    return csv_response(name, columns, [flat(row) for row in found], lang=asked.lang)


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | bool | float)
