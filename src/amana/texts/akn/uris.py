"""Addresses of the Akoma Ntoso naming convention: work, expression, manifestation, component."""

import re
from datetime import date

from amana.kernel.marks import Mark
from amana.texts.akn.clean import slug
from amana.texts.akn.names import LANG3

__all__ = ["UNKNOWN_DAY", "number_in_address", "of_expression", "of_work"]

UNKNOWN_DAY = "0001-01-01"


def of_work(
    jurisdiction: str, doctype: str, subtype: str, actor: str, adopted: Mark | None, number: str
) -> str:
    """`/akn/aa-oic/statement/deliberation/oic-cfm/2024-08-29/7-50-POL`.

    A date known to the year is the year; of an interval the first year; unknown is 0001-01-01.
    """
    parts = (
        jurisdiction, doctype, subtype, slug(actor), _day(adopted), number_in_address(number),
    )  # fmt: skip
    return "/akn/" + "/".join(parts)


def _day(adopted: Mark | None) -> str:
    return adopted.text.partition("..")[0] if adopted else UNKNOWN_DAY


def number_in_address(number: str) -> str:
    """A number between two slashes: `/` is `-`, a space `_` (`7/50-POL` is `7-50-POL`)."""
    found = re.sub(r"\s+", "_", number.strip()).replace("/", "-")
    return re.sub(r"[^A-Za-z0-9()._&-]+", "-", found) or "unnumbered"


def of_expression(work: str, lang: str, on: date | None) -> str:
    """`…/ara@2024-08-29`; `…/ara@` for a first version whose day is not known."""
    return f"{work}/{LANG3[lang]}@{on.isoformat() if on else ''}"
