"""The pages of texts: the charter of a day, any work, in three languages."""

import csv
import io
import re

import pytest
from django.utils.html import strip_tags

pytestmark = pytest.mark.usefixtures("oic")


def shown(response):
    """The words of a page, without markup and runs of spaces."""
    return " ".join(strip_tags(response.content.decode()).split())


def test_on_a_day_of_1982_the_charter_of_1972_is_shown_with_its_articles(client):
    page = shown(client.get("/en/charter/?on=1982-06-01"))
    assert "On this day Charter 1972 applied" in page
    assert "General Secretariat" in page
    assert "Art. VI" in page
    assert "Chapter XI" not in page


def test_today_the_charter_of_2008_is_shown_with_its_chapters(client):
    page = shown(client.get("/en/charter/?on=2026-01-01"))
    assert "On this day Charter 2008 applied" in page
    assert "Chapter XI · General Secretariat" in page
    assert "The number of this chapter is not confirmed." in page


def test_before_the_first_charter_the_page_says_that_there_was_none(client):
    page = shown(client.get("/en/charter/?on=1970-03-25"))
    assert (
        "On this day no Charter had been adopted. Charter 1972, the first, was adopted on" in page
    )
    adopted = shown(client.get("/en/charter/?on=1972-06-01"))
    assert "no Charter was in force yet" in adopted
    assert "28 February 1973" in adopted


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_summaries_are_said_to_be_in_our_own_words_in_every_language(client, lang):
    body = client.get(f"/{lang}/charter/").content.decode()
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in body
    assert "notice-info" in body


def test_the_summaries_are_in_the_language_of_the_reader(client):
    assert "وتجتمع" in shown(client.get("/ar/charter/")) or "المجلس" in shown(
        client.get("/ar/charter/")
    )
    assert "Énumère une vingtaine de buts" in shown(client.get("/fr/charter/"))
    assert "Lists some twenty aims" in shown(client.get("/en/charter/"))


def test_subjects_lead_to_articles_and_articles_to_subjects(client):
    body = client.get("/en/charter/?on=2026-01-01").content.decode()
    assert 'id="governs-charter-2008.quorum-and-voting"' in body
    assert '<a href="#art_33">Art. 33</a>' in body
    assert '<a href="#governs-charter-2008.quorum-and-voting">Quorum and voting</a>' in body


def test_known_changes_stand_in_order_of_time(client):
    page = shown(client.get("/en/charter/"))
    years = [page.index(text) for text in (
        "Ordinary Islamic Summit to meet every three years",
        "International Islamic Court of Justice added",
        "New Charter: Secretary General five years",
        "Name changed from Organisation of the Islamic Conference",
    )]  # fmt: skip
    assert years == sorted(years)


def test_the_charter_is_exported_as_shown(client):
    body = client.get("/en/charter/?on=1982-06-01&format=csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body)))
    assert rows[0][:3] == ["Provision", "Chapter", "Heading"]
    assert len(rows) == 1 + 14 + 1  # a head, fourteen articles, one point
    assert rows[6][0] == "Art. V"


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_a_resolution_shows_its_title_three_times_and_says_which_is_a_translation(client, lang):
    body = client.get(f"/{lang}/texts/res-cfm-46-mm-5/").content.decode()
    for title in (
        "on Situation of Muslim Tatars in the Crimea",
        "sur la situation des Tatars musulmans en Crimée",
        "بشأن وضع التتار المسلمين في القرم",
    ):
        assert title in body
    assert "5/46-MM" in body
    assert "OIC/CFM-46/2019/MM/RES/FINAL" in body
    assert "cfm-46" in body  # the session that adopted it
    if lang == "en":
        assert shown(client.get("/en/texts/res-cfm-46-mm-5/")).count("Working translation.") == 2


def test_a_work_without_text_says_so_as_a_state(client):
    response = client.get("/en/texts/financial-regulations/")
    assert response.status_code == 200
    page = shown(response)
    assert "The full text is not on record here" in page
    assert "where the text itself may stand" in page


def test_a_resolution_is_cited_with_session_both_dates_and_a_lasting_address(client):
    """Symbol, title, body, session, place, both dates, and the day that the address names."""
    page = client.get("/en/texts/res-cfm-44-pol-1/?on=2020-06-01")
    said = shown(page).replace("\u2068", "").replace("\u2069", "")
    assert (
        "Resolution 1/44-POL, “on the Situation in Somalia”, Council of Foreign Ministers, "
        "44th session, Abidjan, " in said
    )
    assert "16 to 17 Shawwal 1438H (10-11 July 2017). As on record for" in said
    assert "(1 June 2020)." in said
    address = "http://testserver/en/texts/res-cfm-44-pol-1/?on=2020-06-01"
    assert said.count(address) == 1
    assert client.get(address).status_code == 200


def test_a_charter_is_cited_by_its_title_and_adoption(client):
    page = shown(client.get("/en/texts/charter-1972/?on=1982-06-01"))
    assert "adopted: 18 Muharram 1392H (4 March 1972). As on record for" in page
    assert "http://testserver/en/texts/charter-1972/?on=1982-06-01" in page


@pytest.mark.parametrize(
    ("lang", "said"),
    [("ar", "7 ربيع الأول 1429هـ"), ("en", "7 Rabi al-Awwal 1429H"), ("fr", "rabi")],
)
def test_a_printed_hijri_date_is_said_in_the_language_of_the_page(client, lang, said):
    page = shown(client.get(f"/{lang}/texts/charter-2008/"))
    assert said in page
    assert "· 7 Rabi I 1429" not in page


def test_practice_says_that_it_has_no_text_and_what_rests_on_it(client):
    page = shown(client.get("/en/texts/practice/"))
    assert "Practice has no text" in page
    assert "Preparation of a session" in page


def test_a_charter_lists_the_facts_that_rest_on_it_with_the_provision(client):
    body = client.get("/en/texts/charter-2008/?on=2026-01-01").content.decode()
    assert "What rests on it" in body
    assert "/en/rules/quorum/?on=2026-01-01" in body
    assert '<a href="#art_33__para_1">Art. 33(1)</a>' in body
    assert 'id="art_33__para_1"' in body


def test_a_decision_leads_to_the_session_that_adopted_it(client):
    body = client.get("/en/texts/decision-summit-3/").content.decode()
    assert "Adopted at" in body
    assert "/en/sessions/summit-3/" in body


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_an_unknown_text_is_a_page_that_says_so(client, lang):
    response = client.get(f"/{lang}/texts/no-such-text/")
    assert response.status_code == 404
    assert "no-such-text" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    ["charter/", "charter/?on=1982-06-01", "texts/charter-2008/", "texts/charter-1972/",
     "texts/res-cfm-46-mm-5/", "texts/practice/", "texts/decision-summit-3/"],
)  # fmt: skip
def test_a_page_asks_at_most_ten_questions_of_the_database(
    client, path, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        client.get(f"/en/{path}")


@pytest.mark.parametrize(
    ("key", "line"),
    [("res-cfm-44-pol-1", "Resolutions"), ("charter-1972", "Charter")],
)
def test_the_page_of_a_work_lights_up_the_line_of_the_menu_under_which_it_stands(client, key, line):
    page = client.get(f"/en/texts/{key}/").content.decode()
    menu = page[page.index('id="menu"') : page.index("</nav>", page.index('id="menu"'))]
    assert menu.count("aria-current") == 1
    assert f'aria-current="page">{line}</a>' in menu


def test_languages_are_written_small_in_a_french_list(client):
    assert "arabe, anglais, français" in shown(client.get("/fr/texts/charter-2008/"))


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("ar", "لم يُعتمد بعد في هذا اليوم"),
        ("en", "Not yet adopted on this day"),
        ("fr", "Pas encore adopté ce jour-là"),
    ],
)
def test_a_resolution_is_not_shown_as_if_it_had_stood_before_its_adoption(client, lang, title):
    """It is of the session of 19 to 21 June 2006: the day before that it was not there."""
    for day in ("1990-01-01", "2006-06-18"):
        page = shown(client.get(f"/{lang}/texts/res-cfm-33-st-4/?on={day}"))
        assert title in page
        assert "1427" in page
    assert title not in shown(client.get(f"/{lang}/texts/res-cfm-33-st-4/?on=2006-06-19"))


def test_the_session_of_a_work_to_come_is_held_later_and_not_planned(client):
    page = shown(client.get("/en/texts/res-cfm-33-st-4/?on=1990-01-01"))
    assert "held later than this day" in page
    assert "planned" not in page


def test_a_text_that_no_session_adopted_is_not_yet_there_either(client):
    said = "This text did not exist on the day asked. It was adopted later: "
    assert said in shown(client.get("/en/texts/charter-2008/?on=1990-01-01"))
    assert said not in shown(client.get("/en/texts/charter-2008/?on=2010-01-01"))


def test_the_day_of_adoption_is_told_by_its_session(client):
    page = shown(client.get("/en/texts/res-cfm-33-st-4/")).replace("\u2068", "")
    assert re.search(r"Adopted ?2006 ?at the session of 23 to 25 Jumada al-Ula 1427H", page)


@pytest.mark.parametrize(
    ("lang", "mark"),
    [("ar", "[ترجمة عمل]"), ("en", None), ("fr", "[traduction de travail]")],
)
def test_a_citation_says_that_its_title_is_a_working_translation(client, lang, mark):
    """The sources of this one print its title in English."""
    page = client.get(f"/{lang}/texts/res-cfm-33-st-4/").content.decode()
    cited = page[page.index('id="citation"') : page.index("</blockquote>")]
    assert ("[" in cited) == bool(mark)
    assert mark is None or mark in cited


def test_how_a_resolution_was_adopted_is_said_not_to_be_on_record(client):
    said = "How it was adopted, by consensus or by a vote, is not on record."
    assert said in shown(client.get("/en/texts/res-cfm-33-st-4/"))
    assert "How it was adopted" not in shown(client.get("/en/texts/charter-2008/"))


def test_titles_of_the_other_direction_stand_at_their_own_edge(client):
    page = client.get("/ar/texts/res-cfm-33-st-4/").content.decode()
    titles = page[page.index('id="titles"') : page.index('class="definitions"')]
    assert re.findall(r'<div dir="(\w+)">', titles) == ["rtl", "ltr", "ltr"]


def test_one_symbol_is_said_once(client):
    page = shown(client.get("/en/texts/res-cfm-33-st-4/"))
    assert "Canonical symbol" not in page
    assert "Symbol as printed" not in page
