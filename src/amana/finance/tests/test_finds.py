"""Public figures are found by what they are, whose, of which year, in three languages."""

from datetime import date

import pytest

from amana.finance.finds import figures
from amana.finance.models import PublicFigure
from amana.kernel.words import LANGS
from amana.search.api import find, keep_true


@pytest.fixture
def indexed(oic):
    keep_true()


def records(query, **asked):
    return [hit.entry.record for hit in find(query, kind="figure", limit=100, **asked).hits]


def test_every_figure_on_record_is_one_document(oic):
    found = list(figures())
    assert {each.key for each in found} == set(
        PublicFigure.objects.known().values_list("key", flat=True)
    )
    assert all(each.title.text(lang) for each in found for lang in LANGS)
    assert [each.key for each in figures(["budget-ircica-1978"])] == ["budget-ircica-1978"]


@pytest.mark.parametrize(
    "query",
    ["IRCICA contribution 1978", "contribution annuelle IRCICA", "إرسيكا مساهمة", "IRCICA 3,000"],
)
def test_a_figure_is_found_in_every_language(indexed, query):
    assert "figure:budget-ircica-1978" in records(query)


def test_the_page_of_results_leads_to_the_line_of_the_figure(indexed, client):
    page = client.get("/en/search/", {"q": "IRCICA contribution", "kind": "figure"})
    assert 'href="/en/finance/#budget-ircica-1978"' in page.content.decode()
    assert 'id="budget-ircica-1978"' in client.get("/en/finance/").content.decode()


def test_a_figure_is_of_its_year_and_of_every_later_day(indexed):
    before, after = date(1977, 12, 31), date(1978, 1, 1)
    assert "figure:budget-ircica-1978" not in records("IRCICA contribution", on=before, held=True)
    assert "figure:budget-ircica-1978" in records("IRCICA contribution", on=after, held=True)
