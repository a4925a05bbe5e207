"""Which provisions a row cites on a day, and how they are linked."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from amana.kernel.periods import Period
from amana.kernel.words import Words
from amana.texts.acts import drafts, operations, tabling
from amana.texts.api import Cited, attach
from amana.texts.citations import citations, unresolved
from amana.texts.rules.kinds import Kind
from amana.texts.rules.operations import Change, Operation
from amana.texts.rules.tree import Block, Unit
from amana.texts.tests.people import DRAFTER, RELEASER

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


def amended() -> None:
    """The Charter of 2008 with an exercise: Article 5a from 2027, Article 38 then 38a."""
    block = Block(Kind.OPERATIVE, Words(en="Decides to change the Charter."))
    draft = drafts.open_draft("resolution", Words(en="Exercise"), by=DRAFTER, blocks=[block])
    tabling.table(draft.draft.key, work="res-exercise", by=DRAFTER, adopted="2026-11-01")
    article = Unit(
        "art_5a", Kind.ARTICLE, "5a", children=(Unit("art_5a__para_1", Kind.PARAGRAPH, "1"),)
    )
    for change, target, more in (
        (Change.INSERT, "art_5", {"units": (article,)}),
        (Change.RENUMBER, "art_38", {"num": "38a"}),
    ):
        operation = Operation(
            "", change, target, date(2027, 1, 1), instrument="res-exercise#para_1", **more
        )  # type: ignore[arg-type]
        operations.amend("charter-2008", operation, by=RELEASER, decided="2026-11-01")


def test_an_article_that_came_in_later_is_known_from_its_day() -> None:
    addresses = ["charter-2008#art_5a__para_1", "charter-2008#art_38", "charter-2008#art_5b"]
    amended()
    before = citations(addresses, date(2026, 12, 31))
    after = citations(addresses, date(2027, 1, 1))
    assert [before[each].known for each in addresses] == [False, True, False]
    assert [after[each].known for each in addresses] == [True, True, False]
    assert after[addresses[0]].provision.en == "Art. 5a(1)"
    moved = [found[addresses[1]].provision.en for found in (before, after)]
    assert moved == ["Art. 38", "Art. 38a"]
    assert unresolved(addresses) == addresses[2:]


def test_only_a_work_that_was_changed_costs_a_query_more(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        citations([NEW, OLD])
    amended()
    with django_assert_num_queries(3):
        citations([NEW, OLD, "charter-2008#art_5a"])
