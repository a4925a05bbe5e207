"""The pages of sessions and resolutions, and the calendar."""

import csv
import io
import re
from datetime import date
from html import unescape

import openpyxl
import pytest
from django.utils import translation
from django.utils.html import strip_tags
from icalendar import Calendar

from amana.conferences.api import resolutions, sessions
from amana.conferences.models import Session
from amana.ground import clock

pytestmark = pytest.mark.usefixtures("oic")


def shown(response):
    return " ".join(strip_tags(response.content.decode()).split())


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_on_a_day_of_1982_only_sessions_that_had_opened_are_listed(client):
    rows = rows_of(client.get("/en/sessions/?on=1982-08-22&format=csv"))
    assert rows[0]["Session"] == "Islamic Conference of Foreign Ministers, 13th session"
    assert rows[-1]["Place"] == "Rabat, Morocco"
    assert max(row["Opened"] for row in rows) == "1982-08-22"
    assert rows[0]["On this day"] == "under way"


def test_today_every_session_is_listed_with_those_planned(client):
    rows = rows_of(client.get("/en/sessions/?format=csv"))
    assert len(rows) == Session.objects.count()


def test_the_filters_narrow_by_body_kind_years_and_host(client):
    query = "body=cfm&kind=extraordinary&since=1994&until=1994&country=pak"
    rows = rows_of(client.get(f"/en/sessions/?{query}&format=csv"))
    assert [row["Opened"] for row in rows] == ["1994-09-07"]
    assert rows[0]["Theme"]


def test_a_year_that_is_none_asks_for_nothing_and_says_why(client):
    response = client.get("/en/sessions/?since=abc")
    assert response.status_code == 200
    assert "has-fault" in response.content.decode()


@pytest.mark.parametrize(
    ("lang", "title", "words"),
    [
        ("ar", "المؤتمر الإسلامي لوزراء الخارجية، الدورة العاشرة", "فاس، المغرب"),
        ("en", "Islamic Conference of Foreign Ministers, 10th session", "Fez, Morocco"),
        (
            "fr",
            "Conférence islamique des ministres des Affaires étrangères, 10e session",
            "Fès, Maroc",
        ),
    ],
)
def test_a_session_bears_the_name_that_its_body_had(client, lang, title, words):
    response = client.get(f"/{lang}/sessions/?body=cfm")
    page = shown(response)
    assert title in page
    assert words in page
    assert (
        f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">'
        in response.content.decode()
    )


def test_a_difference_between_the_calendars_is_said_in_words(client):
    page = shown(client.get("/en/sessions/cfm-10/"))
    assert "10 to 14 Jumada al-Akhira 1399H" in page
    assert "2 days from the computed date" in page
    assert "local sighting of the moon" in page
    assert "computed" in shown(client.get("/en/sessions/cfm-5/"))


def test_a_session_shows_what_it_adopted_and_its_neighbours(client):
    body = client.get("/en/sessions/cfm-38/?on=2026-01-01").content.decode()
    assert "/en/texts/res-cfm-38-org-4/?on=2026-01-01" in body
    assert 'rel="prev" href="/en/sessions/cfm-37/' in body
    assert 'rel="next" href="/en/sessions/cfm-39/' in body


def test_on_the_day_of_a_session_the_next_one_is_not_known_yet(client):
    body = client.get("/en/sessions/cfm-38/?on=2011-06-29").content.decode()
    assert 'rel="next"' not in body


def test_a_session_of_which_sources_disagree_says_so(client):
    assert "Sources disagree" in shown(client.get("/en/sessions/cfm-19/"))


def test_a_session_known_by_its_year_says_so(client):
    page = shown(client.get("/en/sessions/pfc-26/"))
    assert "1997" in page
    assert "not computed, the days are not known" in page


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_an_unknown_session_is_a_page_that_says_so(client, lang):
    response = client.get(f"/{lang}/sessions/no-such-session/")
    assert response.status_code == 404
    assert "no-such-session" in response.content.decode()


def test_sessions_stand_on_the_pages_of_body_and_state(client):
    from django.test import RequestFactory

    from amana.web.sections import sections

    request = RequestFactory().get("/en/")
    request.on = date(2026, 1, 1)
    translation.activate("en")
    found = {s.title: s for s in sections("body", request, "cfm")}
    assert len(found["Sessions"].context["rows"]) == 5
    hosted = {s.title: s for s in sections("state", request, "sen")}["Sessions hosted"]
    assert {row.key for row in hosted.context["rows"]} == {"summit-6", "summit-11", "cfm-9"}


def test_the_calendar_is_the_same_at_every_asking_and_keeps_identities(client):
    first, again = (client.get("/en/sessions/sessions.ics?body=cfm") for _ in range(2))
    assert first.content == again.content
    assert first["Content-Type"].startswith("text/calendar")
    events = {e["UID"]: e for e in Calendar.from_ical(first.content).walk("VEVENT")}
    event = events["session-cfm-10@amana"]
    assert event["DTSTART"].dt == date(1979, 5, 8)
    assert event["DTEND"].dt == date(1979, 5, 13)  # the day after the last
    assert event["DTSTART"].params["VALUE"] == "DATE"
    for words in ("10th session", "10e session", "الدورة العاشرة"):
        assert words in event["DESCRIPTION"]


def test_the_calendar_names_events_in_the_language_of_its_address(client):
    feed = Calendar.from_ical(client.get("/ar/sessions/sessions.ics").content)
    event = next(e for e in feed.walk("VEVENT") if e["UID"] == "session-summit-1@amana")
    assert "الدورة الأولى" in event["SUMMARY"]
    assert event["SUMMARY"].params["LANGUAGE"] == "ar"


def test_a_session_without_known_days_is_not_in_the_calendar(client):
    assert b"session-pfc-26@amana" not in client.get("/en/sessions/sessions.ics").content


def test_a_session_is_cited_with_both_dates_and_an_address_that_names_the_day(client):
    page = shown(client.get("/en/sessions/cfm-10/?on=1990-01-01"))
    assert (
        "Islamic Conference of Foreign Ministers, 10th session, Fez, Morocco, "
        "10 to 14 Jumada al-Akhira 1399H (8-12 May 1979). As on record for" in page
    )
    assert "http://testserver/en/sessions/cfm-10/?on=1990-01-01" in page


def test_a_calendar_is_subscribed_to_by_an_address_that_calendars_open(client):
    page = client.get("/ar/sessions/?body=cfm").content.decode()
    assert 'href="webcal://testserver/ar/sessions/sessions.ics?body=cfm"' in page
    assert 'href="webcal://testserver/ar/sessions/sessions.ics"' in (
        client.get("/ar/sessions/").content.decode()
    )


@pytest.mark.parametrize("path", ["sessions/?body=cfm", "sessions/cfm-10/?on=1990-01-01"])
def test_the_address_of_a_calendar_can_be_copied_and_answers(client, path):
    page = client.get(f"/en/{path}").content.decode()
    address = "http://testserver/en/sessions/sessions.ics?body=cfm"
    assert f'<p><a href="{address}" dir="ltr">{address}</a></p>' in page
    assert 'data-copy="feed-address"' in page
    assert client.get(address).status_code == 200


def test_the_calendar_stands_above_the_table_and_says_whose_it_is(client):
    page = client.get("/ar/sessions/").content.decode()
    assert "<h1>الدورات والتقويم</h1>" in page
    assert page.index('data-copy="feed-address"') < page.index("<table")
    feed = Calendar.from_ical(client.get("/fr/sessions/sessions.ics").content)
    assert feed["X-WR-CALNAME"] == "Organisation de la coopération islamique · Sessions"
    assert feed["NAME"] == feed["X-WR-CALNAME"]


def test_the_page_says_how_many_sessions_the_calendar_leaves_out(client):
    events = Calendar.from_ical(client.get("/en/sessions/sessions.ics").content).walk("VEVENT")
    every = Session.objects.count()
    said = f"{every - len(events)} sessions of {every} are not in the calendar"
    assert len(events) < every
    assert said in shown(client.get("/en/sessions/"))


def test_the_calendar_is_found_from_the_menu_of_every_page(client):
    page = shown(client.get("/en/about/"))
    assert "Sessions and calendar" in page


def test_the_list_says_that_nothing_is_planned(client):
    said = "No session with known days is planned after today."
    assert said in shown(client.get("/en/sessions/"))
    assert said not in shown(client.get("/en/sessions/?on=1982-06-01"))


def test_the_hijri_days_stand_first(client):
    page = shown(client.get("/ar/sessions/cfm-10/"))
    assert page.index("1399هـ") < page.index("1979م")


def test_the_json_of_resolutions_is_what_the_page_shows(client):
    page = client.get("/en/resolutions/?q=somalia&body=cfm&on=2018-01-01")
    address = re.search(r'href="(/api/v1/resolutions[^"]+)"', page.content.decode())
    assert address
    found = client.get(unescape(address[1])).json()
    rows = rows_of(client.get("/en/resolutions/?q=somalia&body=cfm&on=2018-01-01&format=csv"))
    assert [each["symbol"] for each in found] == [row["Symbol as printed"] for row in rows]
    assert "1/44-POL" in {each["symbol"] for each in found}


def test_a_file_of_resolutions_comes_with_its_licence(client):
    response = client.get("/ar/resolutions/?q=الصومال&format=xlsx")
    assert 'rel="license"' in response["Link"]
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert len(book.sheetnames) == 2
    assert "Apache-2.0" in book.worksheets[1]["A1"].value
    assert book.worksheets[1].sheet_view.rightToLeft


def test_all_resolutions_are_there_fifty_a_page(client):
    assert len(resolutions(on=clock.today())) == 265
    body = client.get("/en/resolutions/").content.decode()
    assert body.count('<th scope="row"') == 50
    assert client.get("/en/resolutions/?page=6").content.decode().count('<th scope="row"') == 15


def test_a_symbol_is_found_however_its_spaces_stand(client):
    for written in ("1 / 44 - POL", "1/44-POL", "1/44-pol"):
        rows = rows_of(client.get("/en/resolutions/", {"q": written, "format": "csv"}))
        assert [row["Canonical symbol"] for row in rows] == ["1/44-POL"]


@pytest.mark.parametrize("text", ["tatars crimea", "TATARS musulmans", "التتار القرم"])
def test_words_are_found_in_any_language_whatever_the_page(client, text):
    for lang in ("ar", "en", "fr"):
        response = client.get(f"/{lang}/resolutions/", {"q": text})
        assert "/texts/res-cfm-46-mm-5/" in response.content.decode()


def test_the_file_holds_every_match_and_not_only_the_page(client):
    rows = rows_of(client.get("/en/resolutions/?cluster=POL&page=2&format=csv"))
    assert len(rows) == 93
    assert {row["Subject"] for row in rows} == {"Political affairs"}


def test_a_resolution_is_there_from_the_day_its_session_opened(client):
    before = {row.work.key for row in resolutions(on=date(1977, 5, 15))}
    since = {row.work.key for row in resolutions(on=date(1977, 5, 16))}
    assert "res-cfm-8-eco-1" not in before
    assert "res-cfm-8-eco-1" in since


def test_resolutions_are_filtered_by_session_year_and_body(client):
    session = rows_of(client.get("/en/resolutions/?session=cfm-33&format=csv"))
    year = rows_of(client.get("/en/resolutions/?year=2006&format=csv"))
    assert len(session) == len(year) > 40
    summit = rows_of(client.get("/en/resolutions/?body=islamic-summit&format=csv"))
    assert all(
        "Conference of Kings" in row["Session"] or "Summit" in row["Session"] for row in summit
    )


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_subjects_are_in_words_in_three_languages(client, lang):
    said = {"ar": "الشؤون السياسية", "en": "Political affairs", "fr": "Affaires politiques"}
    assert said[lang] in shown(client.get(f"/{lang}/resolutions/?cluster=POL"))


def test_every_sitting_has_a_readable_hijri_date_where_its_days_are_known():
    for row in sessions(on=clock.today(), planned=True):
        exact = row.days.opens.is_exact and row.days.closes.is_exact
        assert bool(row.days.hijri_in("ar")) == exact, row.key


@pytest.mark.parametrize(
    "path",
    ["sessions/", "sessions/?on=1982-06-01", "sessions/cfm-44/", "sessions/sessions.ics",
     "resolutions/", "resolutions/?q=al-quds"],
)  # fmt: skip
def test_a_page_asks_at_most_ten_questions_of_the_database(
    client, path, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        client.get(f"/en/{path}")


def test_a_session_held_since_is_not_called_planned_on_an_earlier_day(client):
    page = shown(client.get("/en/sessions/cfm-33/?on=1990-01-01"))
    assert "held later than this day: 19-21 June 2006" in page
    assert "This session had not opened by the day asked." in page
    assert "planned" not in page
    assert "عُقدت بعد هذا اليوم" in shown(client.get("/ar/sessions/cfm-33/?on=1990-01-01"))
    assert "منعقدة" not in shown(client.get("/ar/sessions/cfm-33/"))


def test_a_session_says_that_how_its_texts_were_adopted_is_not_on_record(client):
    said = "How they were adopted, by consensus or by a vote, is not on record."
    assert said in shown(client.get("/en/sessions/cfm-33/"))


def test_two_months_are_shown_in_both_calendars_with_who_sits(client):
    page = client.get("/ar/sessions/?month=2025-05").content.decode()
    months = page[page.index('class="months"') : page.index('id="list"')]
    assert "الموافق يونيو 2025م" in months
    assert '<time datetime="2025-06-21"><b>25</b> <span>21</span></time>' in months
    assert "month=2025-04" in months
    assert "الدورة الحادية والخمسون" in months


@pytest.mark.parametrize("month", ["", "2025-13", "0001-01", "9999-12", "x"])
def test_a_month_that_is_none_is_that_of_the_day_or_the_nearest(client, month):
    assert client.get(f"/en/sessions/?month={month}").status_code == 200


def test_the_json_of_a_page_is_a_file(client):
    page = client.get("/en/resolutions/").content.decode()
    address = page[page.index("/api/v1/resolutions") :].split('"')[0].replace("&amp;", "&")
    assert "attachment" in client.get(address).headers["Content-Disposition"]
