"""The page of results in three languages, its files, and what is suggested while typing."""

import csv
import io
import re
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from amana.search.api import find
from amana.search.marking import marked
from amana.search.query import ask

pytestmark = pytest.mark.usefixtures("indexed")


def page(client: Client, query: str, lang: str = "en", status: int = 200, **more: str) -> str:
    answer = client.get(f"/{lang}/search/", {"q": query, **more})
    assert answer.status_code == status
    return answer.content.decode()


def said(text: str) -> str:
    """A page without its markup."""
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_the_page_stands_in_three_languages(client: Client, lang: str, direction: str) -> None:
    text = page(client, "فلسطين", lang)
    assert f'<html lang="{lang}" dir="{direction}">' in text
    assert 'lang="ar" dir="rtl"><mark>فلسطين</mark>' in text
    assert '<li lang="en" dir="ltr">Palestine</li>' in text
    assert '<li lang="fr" dir="ltr">Palestine</li>' in text


def test_a_former_name_stands_with_its_period_and_the_name_of_the_day(client: Client) -> None:
    text = said(page(client, "Upper Volta"))
    assert re.search(r"State until [^·]*4 August 1984", text)
    assert "On this day: Burkina Faso" in text


def test_the_day_is_kept_in_every_link(client: Client) -> None:
    text = page(client, "Upper Volta", on="1982-06-01", when="day")
    assert "/en/members/bfa/?on=1982-06-01" in text
    assert "1 record has all of these words." in text
    assert "Nothing was found" in page(client, "Upper Volta", on="2026-01-01", when="day")


def test_a_provision_is_linked_at_its_place(client: Client) -> None:
    assert "/en/texts/charter-2008/#art_16" in page(client, "article 16")


@pytest.mark.parametrize(
    ("query", "most"),
    [("فلسطين", 10), ("secretery general", 10), ("xyzzy", 10), ("وزراء الخارجية", 10), ("", 10)],
)
def test_a_page_asks_at_most_ten_times(client: Client, query: str, most: int) -> None:
    page(client, query)
    with CaptureQueriesContext(connection) as asked:
        page(client, query)
    assert len(asked) <= most, [each["sql"][:90] for each in asked]


def test_what_was_typed_is_never_taken_for_markup(client: Client) -> None:
    text = page(client, "<script>alert(1)</script> quorum")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_marks_are_cut_by_offsets_from_the_original_letters() -> None:
    parts = marked("Rates <b>of</b> the Organisation’s budgets", ask("budget organisation"), "en")
    assert [part.text for part in parts if part.marked] == ["Organisation", "budgets"]
    assert "".join(part.text for part in parts) == "Rates <b>of</b> the Organisation’s budgets"


def test_of_a_symbol_the_whole_is_marked_and_nothing_else() -> None:
    parts = marked("Resolution 2/8-EC of the 8th session", ask("2 / 8 - ec"), "en")
    assert [part.text for part in parts if part.marked] == ["2/8-EC"]


def test_a_query_that_is_too_long_gets_a_sentence_and_stays_in_its_field(client: Client) -> None:
    for lang in ("ar", "en", "fr"):
        assert "200" in page(client, "a" * 230, lang, status=422)
    text = page(client, "a" * 230, status=422)
    assert "A search holds at most 200 characters; this one has 230." in text
    assert f'value="{"a" * 230}"' in text


def test_kinds_are_filters_with_their_counts(client: Client) -> None:
    number = find("فلسطين").counts["session"]
    text = page(client, "فلسطين", kind="session")
    assert f"Sessions {number}" in said(text)
    assert text.count('class="about"') == number
    assert "/en/sessions/" in text
    assert "/en/members/pse/" not in text
    assert page(client, "فلسطين", kind="no-such-kind").count('class="about"') == 20


def test_pages_of_twenty_follow_one_another(client: Client) -> None:
    second = page(client, "secretary general", page="2")
    assert '<ol class="hits" start="21">' in second
    assert 'rel="prev"' in second
    assert page(client, "secretary general", page="999").count('class="about"') > 0
    assert page(client, "secretary general", page="-1٣x") == page(
        client, "secretary general", page="-1٣x"
    )


def test_the_file_holds_every_hit_with_three_titles_and_its_address(client: Client) -> None:
    answer = client.get("/en/search/", {"q": "secretary general", "format": "csv"})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == find("secretary general").total + 1
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Title in French"] == "Secrétaire général"
    assert first["Title in Arabic"] == "الأمين العام"
    assert first["Address"].endswith("/en/offices/secretary-general/")
    sheet = client.get("/ar/search/", {"q": "فلسطين", "format": "xlsx"})
    assert sheet.content[:2] == b"PK"


def test_a_slip_is_met_with_did_you_mean(client: Client) -> None:
    text = page(client, "secretery generl")
    assert "Did you mean:" in text
    assert "<bdi>Secretary General</bdi>" in text


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_the_empty_page_teaches_with_examples_that_find_something(
    client: Client, lang: str
) -> None:
    answer = client.get(f"/{lang}/search/")
    taught = answer.context["taught"] if answer.context else None
    text = answer.content.decode()
    assert text.count("/search/?q=") >= 12
    for row in taught or ():
        assert find(row["example"], lang=lang).total > 0


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_every_page_that_is_found_exists(client: Client, lang: str) -> None:
    """One hit of every kind leads to a page, and its fragment to a place on it."""
    kinds = find("the of and la le من في").counts or {}
    seen = {}
    for query in (
        "Palestine",
        "secretary general",
        "Jeddah",
        "charter",
        "quorum",
        "human rights",
        "arrears contributions",
    ):
        for hit in find(query, limit=200).hits:
            seen.setdefault(hit.entry.kind, hit.entry)
    assert set(seen) >= set(kinds) - {"question"}
    with translation.override(lang):
        for entry in seen.values():
            address = reverse(
                entry.route, kwargs={"key": entry.route_key} if entry.route_key else None
            )
            answer = client.get(address)
            assert answer.status_code == 200, address
            if entry.fragment:
                assert f'id="{entry.fragment}"' in answer.content.decode()


def test_suggestions_come_while_typing_in_any_language(client: Client) -> None:
    answer = client.get("/en/search/suggest/", {"q": "الأمين الع", "on": "1982-06-01"})
    first = answer.json()["items"][0]
    assert (first["title"], first["lang"], first["kind"]) == ("الأمين العام", "ar", "Office")
    assert first["url"] == "/en/offices/secretary-general/?on=1982-06-01"
    assert set(first) == {"title", "url", "kind", "symbol", "excerpt", "lang"}


def test_suggestions_are_few_short_and_cheap(client: Client) -> None:
    client.get("/fr/search/suggest/", {"q": "se"})
    with CaptureQueriesContext(connection) as asked:
        items = client.get("/fr/search/suggest/", {"q": "sec"}).json()["items"]
    assert len(asked) <= 5
    assert 0 < len(items) <= 8
    assert all(len(item["excerpt"]) <= 110 for item in items)
    assert all(urlsplit(item["url"]).path.startswith("/fr/") for item in items)


def test_nothing_is_suggested_for_nothing_or_for_too_much(client: Client) -> None:
    assert client.get("/en/search/suggest/", {"q": " "}).json() == {"items": []}
    too_long = client.get("/en/search/suggest/", {"q": "a" * 230})
    assert too_long.status_code == 422
    assert too_long.json()["items"] == []


def test_a_search_of_too_many_words_is_refused_in_words(client: Client) -> None:
    page = client.get("/fr/search/", {"q": "a " * 17})
    assert "16 mots" in page.content.decode()


def test_a_suggested_symbol_stands_apart_from_the_arabic_around_it(client: Client) -> None:
    items = client.get("/ar/search/suggest/", {"q": "4/33-S&T"}).json()["items"]
    assert items[0]["symbol"] == "4/33-S&T"
    assert all("4/33-S" not in item["excerpt"] for item in items)


def test_a_new_search_can_be_begun_from_the_head_of_the_results(client: Client) -> None:
    page = client.get("/en/search/", {"q": "palestine"}).content.decode()
    assert 'id="site-search"' in page[: page.index("</header>")]
    assert 'id="search-words"' in page
    assert "autofocus" not in page
    assert "autofocus" in client.get("/en/search/").content.decode()


def test_an_adoption_is_of_a_day_and_not_since_it(client: Client) -> None:
    page = " ".join(client.get("/en/search/", {"q": "4/33-S&T"}).content.decode().split())
    assert '<span><time datetime="2006">2006</time>' in page
    assert 'since <time datetime="2006">' not in page


def test_records_of_one_title_stand_latest_first(client: Client) -> None:
    years: dict[str, list[str]] = {}
    page = client.get("/en/search/", {"q": "on the Situation in Somalia"}).content.decode()
    for hit in re.split(r"<li>\s*<p class=\"about\">", page)[1:]:
        title = re.sub(r"<[^>]+>", "", hit[hit.index("<h2>") : hit.index("</h2>")]).strip()
        if found := re.search(r'datetime="(\d{4})', hit):
            years.setdefault(title, []).append(found[1])
    assert any(len(each) > 1 for each in years.values())
    assert all(each == sorted(each, reverse=True) for each in years.values())


@pytest.mark.parametrize("typed", ["1/44-POL", "1 / 44-POL", "44-pol"])
def test_a_part_of_a_symbol_suggests_the_text_that_bears_it(client: Client, typed: str) -> None:
    items = client.get("/ar/search/suggest/", {"q": typed}).json()["items"]
    assert any("/texts/res-cfm-44-pol-1/" in item["url"] for item in items[:3])
