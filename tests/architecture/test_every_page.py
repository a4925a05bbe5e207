"""What holds of every public page: three languages, any day, few queries, a tag, no leak."""

import re

import pytest
from django.test import Client

from tests.pages import DAYS, LANGS, PUBLIC, address

pytestmark = pytest.mark.django_db
SHELL = 15_000  # bytes of HTML that are not the content of the page


@pytest.mark.parametrize("page", PUBLIC)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_answers_in_its_language_on_any_day(client: Client, lang: str, page: str) -> None:
    for day in DAYS:
        answer = client.get(address(lang, page, day))
        html = answer.content.decode()
        assert answer.status_code == 200, address(lang, page, day)
        assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in html
        assert len(re.findall(r"<h1[ >]", html)) == 1
        assert "<script>" not in html
        assert not re.search(r'\son(click|load|change)="', html)
        assert " style=" not in re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize("page", PUBLIC)
def test_a_page_takes_at_most_ten_queries(
    client: Client, page: str, django_assert_max_num_queries: "pytest.FixtureRequest"
) -> None:
    client.get(address("ar", page))
    for day in DAYS:
        with django_assert_max_num_queries(10):
            client.get(address("ar", page, day))


@pytest.mark.parametrize("page", PUBLIC)
def test_a_page_has_an_etag_and_a_head(client: Client, page: str) -> None:
    answer = client.get(address("fr", page))
    again = client.get(address("fr", page), headers={"If-None-Match": answer["ETag"]})
    head = client.head(address("fr", page))
    assert again.status_code == 304
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("lang", LANGS)
def test_the_shell_of_a_page_is_light(client: Client, lang: str) -> None:
    html = client.get(address(lang, "about/")).content.decode()
    content = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert content
    assert len(html.encode()) - len(content[0].encode()) < SHELL


@pytest.mark.parametrize(
    "day", ["2023-02-29", "30 Safar 1390", "1 Muharram 1501", "x" * 300, "\x00"]
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_day_that_does_not_exist_is_refused_in_a_sentence(
    client: Client, lang: str, day: str
) -> None:
    answer = client.get(f"/{lang}/members/", {"on": day})
    assert answer.status_code == 400
    text = re.search(r"<h1>(.*?)</h1>", answer.content.decode(), re.DOTALL)
    assert text
    assert any("\u0600" <= c <= "\u06ff" for c in text[1]) is (lang == "ar")


@pytest.mark.parametrize(
    "page",
    ["members/zzz/", "bodies/none/", "offices/none/", "persons/none/", "rules/none/",
     "texts/none/", "sessions/none/", "disputed/none/"],
)  # fmt: skip
@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_on_record_is_said_with_what_to_do(
    client: Client, lang: str, page: str
) -> None:
    answer = client.get(f"/{lang}/{page}")
    assert answer.status_code == 404
    assert f'lang="{lang}"' in answer.content.decode()


def test_the_bare_address_leads_to_the_readers_language(client: Client) -> None:
    for asked, lang in (("fr-CA,fr;q=0.9", "fr"), ("en", "en"), ("ar-SA", "ar"), ("", "ar")):
        headers = {"Accept-Language": asked} if asked else {}
        assert client.get("/", headers=headers)["Location"] == f"/{lang}/"


def test_a_language_that_is_none_of_ours_is_not_found(client: Client) -> None:
    assert client.get("/de/members/").status_code == 404
