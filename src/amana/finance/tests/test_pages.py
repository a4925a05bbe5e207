"""Public figures: amounts only where a source prints them."""

import csv
import io

import pytest
from django.utils.html import strip_tags

from amana.finance.money import money


def shown(response):
    return " ".join(strip_tags(response.content.decode()).split())


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "USD 156,000,000"),
        ("fr", "156\u202f000\u202f000\u00a0USD"),
        ("ar", "156,000,000\u00a0USD"),
    ],
)
def test_an_amount_is_written_as_the_language_writes_it(lang, said):
    assert money(15_600_000_000, "USD", lang) == said


def test_decimals_are_those_of_the_currency_and_only_where_there_are_any():
    assert money(1234, "KWD", "en") == "KWD 1.234"
    assert money(1205, "USD", "fr") == "12,05\u00a0USD"
    assert money(500, "XOF", "en") == "XOF 500"
    assert money(-5, "USD", "en") == "USD −0.05"


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_the_figures_are_shown_in_three_languages(client, oic, lang):
    response = client.get(f"/{lang}/finance/")
    assert response.status_code == 200
    body = response.content.decode()
    assert money(15_600_000_000, "USD", lang) in body
    assert {"ar": "إرسيكا", "en": "IRCICA", "fr": "IRCICA"}[lang] in body


def test_the_page_says_that_no_table_of_assessments_is_public(client, oic):
    assert "No table of assessments of the member states is public" in shown(
        client.get("/en/finance/")
    )


def test_an_amount_that_was_not_seen_is_said_and_never_guessed(client, oic):
    body = client.get("/en/finance/?format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body)))
    assert len(rows) == 11
    without = [row for row in rows if not row["Amount in minor units"] and not row["Count"]]
    assert len(without) == 5
    assert all(row["Sources"] for row in rows)
    assert shown(client.get("/en/finance/")).count("amount not seen") == 5


def test_on_an_earlier_day_later_figures_are_not_there_yet(client, oic):
    page = shown(client.get("/en/finance/?on=1990-01-01"))
    assert "USD 900,000" in page
    assert "156,000,000" not in page


def test_the_page_asks_at_most_ten_questions_of_the_database(
    client, oic, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        client.get("/en/finance/")
