"""Which provisions a row cites on a day, and how they are linked."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from amana.kernel.periods import Period
from amana.texts.api import Cited, attach

pytestmark = pytest.mark.usefixtures("oic")
OLD, NEW = "charter-1972#art_6", "charter-2008#art_16"
CHARTERS = [OLD, NEW]
SINCE_1970 = Period(date(1970, 3, 25))
UNTIL_1976 = Period(date(1974, 1, 1), date(1976, 1, 1))


@dataclass
class Row:
    basis: list[str]
    period: Period = SINCE_1970
    basis_links: list[Any] = field(default_factory=list)
    basis_by_work: list[Any] = field(default_factory=list)


def cited(row: Row, day: date | None) -> list[str]:
    return [cite.address for cite in Cited([row], day).of(row)]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(1982, 6, 1), [OLD]),
        (date(2026, 1, 1), [NEW]),
        (None, CHARTERS),
        (date(1971, 1, 1), CHARTERS),  # no charter yet: what the row rests on is still said
    ],
)
def test_of_two_charters_the_one_of_the_day_is_cited(day: date | None, found: list[str]) -> None:
    assert cited(Row(CHARTERS), day) == found


def test_a_row_of_history_keeps_its_provisions() -> None:
    assert cited(Row(CHARTERS, UNTIL_1976), date(2026, 1, 1)) == CHARTERS
    assert cited(Row(CHARTERS, UNTIL_1976), date(1975, 1, 1)) == [OLD]


def test_links_name_the_work_once_and_keep_the_day() -> None:
    row = Row([NEW, "charter-2008#art_33__para_1", "charter-2008"])
    with translation.override("en"):
        attach([row], "en", "2026-01-01", day=date(2026, 1, 1))
    page = "/en/texts/charter-2008/?on=2026-01-01"
    assert row.basis_links[1] == ("Charter 2008, Art. 33(1)", f"{page}#art_33__para_1")
    assert row.basis_links[2] == ("Charter 2008", page)
    provisions = [("Art. 16", f"{page}#art_16"), ("Art. 33(1)", f"{page}#art_33__para_1")]
    assert row.basis_by_work == [("Charter 2008", page, provisions)]
