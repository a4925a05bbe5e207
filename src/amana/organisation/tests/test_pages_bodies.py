"""The chart, lists of bodies, and the page of one body, on a day."""

import csv
import io
from datetime import date

import pytest
from django.utils.html import strip_tags

from amana.organisation.lookups.body_page import body_page

pytestmark = pytest.mark.usefixtures("oic")

LISTS = ("organisation", "bodies", "institutions", "departments", "seats")
BODIES = ("oic", "cfm", "general-secretariat", "arab-group", "united-nations", "icpich")


def shown(response):
    return " ".join(strip_tags(response.content.decode()).split())


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def heading(response):
    text = response.content.decode()
    return strip_tags(text[text.index("<h1>") : text.index("</h1>")])


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1982-06-01", "Islamic Conference of Foreign Ministers"),
        ("2008-03-13", "Islamic Conference of Foreign Ministers"),
        ("2008-03-14", "Council of Foreign Ministers"),
        ("2026-01-01", "Council of Foreign Ministers"),
    ],
)
def test_the_council_bears_the_name_of_the_day(client, day, name):
    assert heading(client.get(f"/en/bodies/cfm/?on={day}")) == name
    chart = shown(client.get(f"/en/organisation/?on={day}"))
    assert name in chart


@pytest.mark.parametrize(
    ("lang", "name", "direction"),
    [
        ("ar", "المؤتمر الإسلامي لوزراء الخارجية", "rtl"),
        ("en", "Islamic Conference of Foreign Ministers", "ltr"),
        ("fr", "Conférence islamique des ministres des Affaires étrangères", "ltr"),
    ],
)
def test_the_page_of_a_body_exists_in_three_languages(client, lang, name, direction):
    response = client.get(f"/{lang}/bodies/cfm/?on=1982-06-01")
    assert heading(response) == name
    assert f'<html lang="{lang}" dir="{direction}">' in response.content.decode()


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_every_list_exists_in_three_languages(client, lang, page):
    response = client.get(f"/{lang}/{page}/?on=1982-06-01")
    assert response.status_code == 200
    expected = {"ar": "الأمانة العامة", "en": "General Secretariat", "fr": "Secrétariat général"}
    if page in {"organisation", "bodies", "seats"}:
        assert expected[lang] in shown(response)


def test_the_seat_in_jeddah_is_provisional_until_the_liberation_of_al_quds(client):
    said = shown(client.get("/en/bodies/general-secretariat/?on=1982-06-01"))
    assert "Jeddah, Saudi Arabia, provisionally, until the liberation of Al-Quds" in said
    seats = rows_of(client.get("/en/seats/?on=1982-06-01&format=csv"))
    row = next(each for each in seats if each["Name"] == "General Secretariat")
    assert (row["Seat"], row["Terms"]) == ("Jeddah", "provisional")
    assert row["Until"] == "until the liberation of Al-Quds"


def test_the_seat_of_the_summit_is_with_the_host_of_each_session(client):
    seats = rows_of(client.get("/en/seats/?on=2026-01-01&format=csv"))
    row = next(each for each in seats if each["Name"] == "Islamic Summit")
    assert row["Terms"] == "itinerant"


def test_the_page_names_who_held_the_office_of_the_body_that_day(client):
    said = shown(client.get("/en/bodies/general-secretariat/?on=1982-06-01"))
    assert "Habib Chatty" in said
    assert "Hissein Brahim Taha" not in said


def test_a_body_names_both_charters_as_its_basis(client):
    text = client.get("/en/bodies/cfm/").content.decode()
    assert "/en/texts/charter-1972/#art_5" in text
    assert "/en/texts/charter-2008/#art_10" in text


@pytest.mark.parametrize(
    ("day", "cited", "other"),
    [
        ("1982-06-01", "Charter 1972: Art. VI", "Charter 2008"),
        ("2026-01-01", "Charter 2008: Chapter XI · Art. 16", "Charter 1972"),
    ],
)
def test_a_body_rests_on_the_charter_of_the_day(client, day, cited, other):
    page = shown(client.get(f"/en/bodies/general-secretariat/?on={day}"))
    basis = page.partition("Legal basis")[2].partition("Offices on this day")[0]
    assert cited in basis
    assert other not in basis


def test_a_body_before_its_beginning_says_since_when_it_exists(client):
    said = shown(client.get("/en/bodies/cfm/?on=1960-01-01"))
    assert "This body did not exist on this day" in said
    assert "It has existed since 15 Muharram 1390H (23 March 1970)" in said
    assert "Offices on this day" not in said


def test_a_body_after_its_end_says_until_when_it_existed(client):
    said = shown(client.get("/en/bodies/icpich/?on=2026-01-01"))
    assert "It existed from 1983 to 2000" in said


def test_a_body_on_a_day_of_its_first_year_is_marked_as_known_to_the_year_only(client):
    said = shown(client.get("/en/bodies/icpich/?on=1983-06-01"))
    assert "known to the year only" in said
    assert "known to the year only" not in shown(client.get("/en/bodies/icpich/?on=1990-06-01"))


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("ar", "لا يوجد جهاز مقيَّد باسم «no-such-body»."),
        ("en", "There is no body “no-such-body” on record."),
        ("fr", "Aucun organe « no-such-body » n'est enregistré."),
    ],
)
def test_an_unknown_body_is_a_page_404_with_a_sentence_in_the_language(client, lang, sentence):
    response = client.get(f"/{lang}/bodies/no-such-body/")
    assert response.status_code == 404
    assert sentence in shown(response).replace("&#x27;", "'").replace("&#39;", "'")


def test_a_regional_group_lists_its_members(client):
    page = body_page("african-group", on=date(2026, 1, 1))
    assert len(page.members) == 17
    said = shown(client.get("/en/bodies/african-group/?on=2026-01-01"))
    assert "17 members on this day." in said
    assert "Senegal" in said


def test_an_organisation_outside_takes_part_as_observer(client):
    said = shown(client.get("/en/bodies/united-nations/?on=2026-01-01"))
    assert "Takes part in" in said
    assert "Organisation of Islamic Cooperation" in said
    assert "observer" in said


def test_the_chart_draws_what_the_table_beside_it_lists(client):
    text = client.get("/en/organisation/?on=1982-06-01").content.decode()
    chart = text[text.index("<svg xmlns") : text.index("</svg>", text.index("<svg xmlns"))]
    rows = rows_of(client.get("/en/organisation/?on=1982-06-01&format=csv"))
    assert len(rows) == chart.count('class="box')
    assert 'href="/en/bodies/general-secretariat/?on=1982-06-01"' in chart
    secretariat = next(row for row in rows if row["Name"] == "General Secretariat")
    assert "Charter 1972, Art. VI" in secretariat["Legal basis"]


def test_an_organ_is_not_in_the_chart_before_it_exists(client):
    name = "Independent Permanent Human Rights Commission"
    assert name not in shown(client.get("/en/organisation/?on=2011-06-29"))
    assert name in shown(client.get("/en/organisation/?on=2011-06-30"))


def test_no_group_of_organs_stands_over_nothing(client):
    before = shown(client.get("/en/organisation/?on=1974-01-01"))
    assert "Standing Committees" not in before
    assert "Standing Committees" in shown(client.get("/en/organisation/?on=1982-06-01"))


def test_the_whole_chart_adds_institutions_and_departments(client):
    organs = rows_of(client.get("/en/organisation/?format=csv"))
    everything = rows_of(client.get("/en/organisation/?show=all&format=csv"))
    names = {row["Name"] for row in everything}
    assert "Islamic Development Bank" not in {row["Name"] for row in organs}
    assert {"Islamic Development Bank", "Legal Affairs Department"} <= names
    assert "United Nations" not in names


@pytest.mark.parametrize("typed", ["بنك", "ISLAMIC DEVELOPMENT BANK", "BID"])
def test_a_body_is_found_by_any_language_and_by_its_acronym(client, typed):
    rows = rows_of(client.get("/en/bodies/", {"q": typed, "format": "csv"}))
    assert "Islamic Development Bank" in {row["Name"] for row in rows}


def test_a_kind_without_a_body_that_day_gives_an_empty_list(client):
    rows = rows_of(client.get("/en/bodies/?on=1982-06-01&kind=judicial-organ&format=csv"))
    assert rows == []
    said = shown(client.get("/en/bodies/?on=1982-06-01&kind=judicial-organ"))
    assert "Nothing to show for this day and these filters." in said


def test_institutions_stand_under_their_kinds_with_seat_and_state(client):
    rows = rows_of(client.get("/en/institutions/?on=2026-01-01&format=csv"))
    bank = next(row for row in rows if row["Acronym"] == "IsDB")
    assert (bank["Kind"], bank["Seat"], bank["State"], bank["Since"]) == (
        "Specialized institution", "Jeddah", "Saudi Arabia", "1975"
    )  # fmt: skip
    said = shown(client.get("/en/institutions/?on=2026-01-01"))
    assert said.index("Subsidiary organs") < said.index("Specialized institutions")


def test_a_department_is_shown_with_the_holder_of_the_office_that_heads_it(client):
    rows = rows_of(client.get("/en/departments/?on=2026-01-01&format=csv"))
    row = next(each for each in rows if each["Name"] == "Department of Political Affairs")
    assert row["Headed by"] == "Assistant Secretary General for Political Affairs"
    assert row["Holder"] == "Yousef bin Mohammed Al-Dobeay"
    said = shown(client.get("/en/departments/?on=2026-01-01"))
    assert "What each department does" in said
    assert "New York office" in said


@pytest.mark.parametrize("page", LISTS)
def test_every_list_comes_as_a_spreadsheet(client, page):
    response = client.get(f"/ar/{page}/?format=xlsx")
    assert response.content[:2] == b"PK"


@pytest.mark.parametrize("page", [*LISTS, "organisation/?show=all"])
def test_a_list_needs_at_most_ten_queries(client, page, django_assert_max_num_queries):
    address = f"/en/{page}" if "?" in page else f"/en/{page}/"
    with django_assert_max_num_queries(10):
        client.get(address)


@pytest.mark.parametrize("key", BODIES)
def test_a_body_with_all_its_parts_needs_at_most_ten_queries(
    client, key, django_assert_max_num_queries, django_assert_num_queries
):
    with django_assert_max_num_queries(10):
        client.get(f"/en/bodies/{key}/?on=2026-01-01")
    with django_assert_num_queries(5):
        body_page(key, on=date(2026, 1, 1))
