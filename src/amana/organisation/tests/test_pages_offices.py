"""Offices on a day, one office through time, one person."""

import csv
import io
from datetime import date

import pytest
from django.utils.html import strip_tags

from amana.organisation.lookups.holders import office_life

pytestmark = pytest.mark.usefixtures("oic")


def shown(response):
    return " ".join(strip_tags(response.content.decode()).split())


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def chief_on(client, day):
    rows = rows_of(client.get(f"/en/offices/?on={day}&format=csv"))
    return next(row for row in rows if row["Office"] == "Secretary General")


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("1982-06-01", "Habib Chatty"),
        ("1990-06-01", "Hamid Algabid"),
        ("2016-11-05", "Abdullah Alim"),
        ("2026-01-01", "Hissein Brahim Taha"),
    ],
)
def test_the_secretary_general_is_that_of_the_day(client, day, holder):
    assert chief_on(client, day)["Holder"] == holder
    assert f"On this day held by {holder}" in shown(
        client.get(f"/en/offices/secretary-general/?on={day}")
    )


def test_before_the_first_holder_there_is_none_on_record(client):
    assert chief_on(client, "1970-06-01")["Holder"] == ""
    said = shown(client.get("/en/offices/secretary-general/?on=1970-06-01"))
    assert "No holder is on record for this day." in said


def test_the_expected_end_follows_the_rule_of_the_first_day(client):
    now = chief_on(client, "2026-01-01")
    assert now["Expected end"] == "2026-11-17"
    assert now["Term by the rule"] == "five years, renewable once"
    before = chief_on(client, "1982-06-01")
    assert before["Expected end"] == "1981", "a term begun in 1979 ends in a year, not on a day"
    assert before["Term by the rule"] == "two years, renewable once"


def test_a_term_past_its_expected_end_is_said_in_a_sentence(client):
    day = "7 Jumada al-Akhira 1448H (17 November 2026)"
    sentence = f"the term of Hissein Brahim Taha was expected to end on {day}"
    past = client.get("/en/offices/secretary-general/?on=2026-11-24")
    assert sentence in shown(past)
    assert "neither an end nor a successor is on record" in shown(past)
    assert "#art_16" in past.content.decode()
    assert sentence not in shown(client.get("/en/offices/secretary-general/?on=2026-11-17"))


def test_a_term_that_a_successor_ended_is_not_overdue(client):
    said = shown(client.get("/en/offices/secretary-general/?on=1982-06-01"))
    assert "The expected end has passed" not in said
    assert "held beyond the expected end" in said


def test_the_disagreement_of_sources_is_shown_in_place(client):
    said = shown(client.get("/en/offices/secretary-general/"))
    assert "Sources disagree" in said
    assert "Spelling varies: Chatty (OIC page), Chatti." in said


def test_an_acting_holder_is_called_so_and_has_no_expected_end(client):
    rows = rows_of(client.get("/en/offices/secretary-general/?format=csv"))
    alim = next(row for row in rows if row["Holder"] == "Abdullah Alim")
    assert (alim["Remark"], alim["Expected end"], alim["No."]) == ("acting", "", "")


def test_a_time_without_a_holder_is_a_line_between_two_terms(client):
    said = shown(client.get("/en/offices/asg-science/"))
    assert "No holder is on record between 2000 and 2018." in said
    rows = rows_of(client.get("/en/offices/asg-science/?format=csv"))
    assert [row["Holder"] for row in rows][:3] == [
        "Khaled Saleem", "No holder on record", "Askar Mussinov"
    ]  # fmt: skip


def test_a_chair_that_ended_without_a_successor_leaves_a_gap_up_to_the_day():
    life = office_life("chair-cfm", on=date(2026, 9, 1))
    assert [gap.before for gap in life.gaps(date(2026, 9, 1))] == [None]
    assert list(life.gaps(date(2026, 1, 1))) == []


def test_the_timeline_draws_every_holder_of_the_chosen_office(client):
    text = client.get("/en/offices/?on=1982-06-01").content.decode()
    chart = text[text.index('id="holders-secretary-general"') :]
    assert "Hissein Brahim Taha" in chart[: chart.index("</svg>")].replace("</tspan>", " ")
    other = client.get("/en/offices/?office=chair-al-quds-committee").content.decode()
    assert 'id="holders-chair-al-quds-committee"' in other
    assert '<option value="chair-al-quds-committee" selected>' in other


def test_an_office_without_a_term_says_so(client):
    said = shown(client.get("/en/offices/head-dept-legal/"))
    assert "No term of this office is on record yet" in said


def test_a_person_is_shown_with_spellings_nationality_and_terms(client):
    said = shown(client.get("/en/persons/habib-chatty/?on=1982-06-01"))
    assert "الحبيب الشطي" in said
    assert "Chatti" in said
    assert "Tunisia" in said
    assert "1 term on record." in said
    rows = rows_of(client.get("/en/persons/habib-chatty/?format=csv"))
    assert (rows[0]["Office"], rows[0]["Since"], rows[0]["Until"]) == (
        "Secretary General", "1979", "1984-12-31"
    )  # fmt: skip


def test_a_person_elected_twice_has_two_terms(client):
    rows = rows_of(client.get("/en/persons/samir-bakr-diab/?format=csv"))
    assert [row["Since"] for row in rows] == ["2018", "2023"]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("ar/offices/nobody", "لا يوجد منصب مقيَّد باسم «nobody»."),
        ("en/offices/nobody", "There is no office “nobody” on record."),
        ("fr/persons/nobody", "Aucune personne « nobody » n"),
        ("ar/persons/nobody", "لا يوجد شخص مقيَّد باسم «nobody»."),
    ],
)
def test_the_unknown_is_a_page_404_with_a_sentence_in_the_language(client, path, sentence):
    response = client.get(f"/{path}/")
    assert response.status_code == 404
    assert sentence in shown(response)


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
@pytest.mark.parametrize(
    "page", ["offices/", "offices/secretary-general/", "persons/habib-chatty/"]
)
def test_every_page_of_offices_needs_at_most_ten_queries_in_every_language(
    client, lang, page, django_assert_max_num_queries
):
    name = {"ar": "الحبيب الشطي", "en": "Habib Chatty", "fr": "Habib Chatti"}[lang]
    with django_assert_max_num_queries(10):
        response = client.get(f"/{lang}/{page}?on=1982-06-01")
    assert name in shown(response)
    assert client.get(f"/{lang}/{page}?format=xlsx").content[:2] == b"PK"


def test_years_stand_in_words_in_arabic_and_beside_a_dash_elsewhere(client):
    assert "1979–1984" in shown(client.get("/en/offices/secretary-general/"))
    for page in ("offices/", "offices/secretary-general/", "rules/"):
        arabic = shown(client.get(f"/ar/{page}"))
        assert "–" not in arabic, page
        assert "من 1979 إلى 1984" in arabic or page == "rules/"
