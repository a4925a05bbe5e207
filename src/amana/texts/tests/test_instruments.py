"""Which charter applied on a day, and what is read of a work."""

from datetime import date

import pytest

from amana.kernel.refusals import Refusal
from amana.texts.instruments import Standing, charters_whole, of_the_day, whole

pytestmark = pytest.mark.usefixtures("oic")

DAYS = [
    ("1970-03-25", "charter-1972", Standing.LATER),
    ("1972-03-03", "charter-1972", Standing.LATER),
    ("1972-03-04", "charter-1972", Standing.ADOPTED),
    ("1973-02-27", "charter-1972", Standing.ADOPTED),
    ("1973-02-28", "charter-1972", Standing.APPLIES),
    ("2008-03-13", "charter-1972", Standing.APPLIES),
    ("2008-03-14", "charter-2008", Standing.APPLIES),
    ("2026-01-01", "charter-2008", Standing.APPLIES),
]


@pytest.mark.parametrize(("day", "key", "standing"), DAYS)
def test_the_charter_of_a_day_is_the_one_that_applied_or_the_next_to_come(day, key, standing):
    on = date.fromisoformat(day)
    found = of_the_day(charters_whole(on=on), on)
    assert (found.key, found.standing(on)) == (key, standing)


def test_the_charter_of_1972_is_replaced_from_the_day_of_the_new_one():
    first = whole("charter-1972", on=date(2020, 1, 1))
    assert first.standing(date(2020, 1, 1)) == Standing.REPLACED
    assert first.replaced_by.work.key == "charter-2008"
    assert str(first.applies_until) == "2008-03-14"


def test_the_charter_of_2008_has_thirty_nine_articles_in_eighteen_chapters():
    charter = whole("charter-2008", on=date(2026, 1, 1))
    assert (charter.count("article"), charter.count("chapter")) == (39, 18)
    assert charter.replaces.work.key == "charter-1972"


def test_an_article_lists_the_subjects_that_it_governs_and_a_subject_its_articles():
    charter = whole("charter-2008", on=date(2026, 1, 1))
    article = next(each for each in charter.provisions if each.node.wid == "art_16")
    assert [row.subject.en for row in article.subjects] == [
        "Secretary General: office, election, term"
    ]
    assert article.subjects[0].wids == ["art_16", "art_17"]


def test_a_changed_article_knows_its_change():
    charter = whole("charter-1972", on=date(1990, 1, 1))
    article = next(each for each in charter.provisions if each.node.wid == "art_6")
    assert [change.key for change in article.changes] == ["am-1981-sg-term"]


def test_the_number_of_a_late_chapter_is_not_sure():
    provisions = whole("charter-2008", on=date(2026, 1, 1)).provisions
    sure = {each.node.wid: each.number_is_sure for each in provisions}
    assert sure["chp_XI"]
    assert not sure["chp_XII"]


def test_a_work_is_read_in_four_queries(django_assert_num_queries):
    with django_assert_num_queries(4):
        whole("charter-2008", on=date(2026, 1, 1))
    with django_assert_num_queries(4):
        charters_whole(on=date(2026, 1, 1))


def test_an_unknown_work_is_refused():
    with pytest.raises(Refusal) as refused:
        whole("no-such-text", on=date(2026, 1, 1))
    assert refused.value.code == "work.unknown"
    assert "no-such-text" in refused.value.sentence("fr")
