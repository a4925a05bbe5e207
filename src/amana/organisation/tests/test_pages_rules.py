"""Rules in force on a day, one rule over time, disputed facts."""

import csv
import io
from datetime import date

import pytest
from django.apps import apps
from django.utils.html import strip_tags

from amana.ground.dated import Dated
from amana.organisation.lookups.disputes import disputed_facts
from amana.organisation.lookups.resting import provisions_named, resting
from amana.organisation.models import Attestation

pytestmark = pytest.mark.usefixtures("oic")
OF_THIS_ROOM = [
    model
    for model in apps.get_app_config("organisation").get_models()
    if issubclass(model, Dated) and model is not Attestation
]


def shown(response):
    return " ".join(strip_tags(response.content.decode()).split())


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def value_of(client, rule, day):
    rows = rows_of(client.get(f"/en/rules/?on={day}&format=csv"))
    return next(row for row in rows if row["Rule"] == rule)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("1975-06-01", "two years, renewable once"),
        ("1990-06-01", "four years, renewable once"),
        ("2020-06-01", "five years, renewable once"),
    ],
)
def test_the_term_of_the_secretary_general_is_that_of_the_day(client, day, value):
    row = value_of(client, "Secretary General: length of term", day)
    assert (row["Value"], row["On this day"]) == (value, "in force")
    assert value in shown(client.get(f"/en/rules/secretary-general.term-length/?on={day}"))


def test_a_rule_without_a_value_on_the_day_is_listed_and_says_so(client):
    row = value_of(client, "Quorum", "1971-01-01")
    assert row["On this day"] == "no value on record for this day"
    assert "no value on record for this day" in shown(client.get("/en/rules/?on=1971-01-01"))


def test_a_value_that_was_looked_for_and_not_found_is_said_to_be_unknown(client):
    page = shown(client.get("/en/rules/contributions.rates-table/"))
    assert "The value was looked for, and not found in any source." in page
    assert "not found in any source" in shown(client.get("/en/rules/"))


def test_a_day_inside_an_unsure_end_is_marked(client):
    page = shown(client.get("/en/rules/assistant-secretary-general.number/?on=2008-06-01"))
    assert "four posts" in page
    assert "known to the year only" in page


@pytest.mark.parametrize(
    ("lang", "value"),
    [
        ("ar", "توافق الآراء، فإن تعذر فأغلبية ثلثي الأعضاء الحاضرين المصوّتين"),
        ("en", "consensus, failing which two thirds of members present and voting"),
        ("fr", "consensus ou, à défaut, deux tiers des membres présents et votants"),
    ],
)
def test_rules_are_in_words_and_in_three_languages(client, lang, value):
    response = client.get(f"/{lang}/rules/?on=2026-01-01")
    assert value in shown(response)
    assert (
        f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">'
        in response.content.decode()
    )


def test_rules_stand_under_their_subjects_with_their_basis(client):
    body = client.get("/en/rules/?on=2026-01-01").content.decode()
    for group in (
        "decision-making",
        "sessions",
        "secretariat",
        "membership",
        "finance",
        "procedure",
    ):
        assert f'<h2 id="{group}">' in body
    assert (
        '/en/texts/charter-2008/?on=2026-01-01#art_33__para_1">Charter 2008, Art. 33(1)</a>' in body
    )


def test_on_an_earlier_day_the_basis_is_not_a_charter_still_to_come(client):
    body = client.get("/en/rules/?on=1995-01-01").content.decode()
    assert "Charter 1972, Art. V" in body
    assert "Charter 2008, Art. 10(1)" not in body  # of a rule that both Charters give


def test_the_timeline_has_its_numbers_in_a_table(client):
    body = client.get("/en/rules/?on=1990-01-01").content.decode()
    assert 'class="timeline-chart' in body
    assert "The same periods as a table" in body


def test_a_rule_shows_every_value_with_its_text_and_basis(client):
    page = shown(client.get("/en/rules/summit.periodicity/"))
    assert "as needed" in page
    assert "every three years" in page
    assert "Sources disagree" in page  # the value since 2008
    assert "Charter 1972, Art. IV" in page


def test_the_expected_end_of_a_running_term_follows_from_the_rule(client):
    page = shown(client.get("/en/rules/secretary-general.term-length/?on=2023-01-01"))
    assert "Hissein Brahim Taha" in page
    assert "17 November 2026" in page


def test_another_name_of_a_rule_leads_to_it(client):
    assert "Majority for decisions" in shown(client.get("/en/rules/decision-2008/"))


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_an_unknown_rule_is_a_page_with_the_nearest_names(client, lang):
    response = client.get(f"/{lang}/rules/quorm/")
    assert response.status_code == 404
    assert "quorum" in response.content.decode()


def test_an_unknown_question_is_a_page_that_says_so(client):
    assert client.get("/en/disputed/no-such-question/").status_code == 404


def test_a_question_keeps_every_answer_and_says_which_is_shown_and_why(client):
    page = shown(client.get("/en/disputed/general-secretariat.established/"))
    assert "The register shows: 1st Islamic Conference of Foreign Ministers" in page
    assert "Muharram 1390 = February 1970" in page
    assert "15 Muharram 1390 is 23 March 1970" in page
    answers = rows_of(client.get("/en/disputed/general-secretariat.established/?format=csv"))
    assert [row["Shown by the register"] for row in answers] == ["yes", "no"]


def test_every_record_whose_sources_disagree_is_described_and_linked(client):
    facts = disputed_facts(on=date(2026, 1, 1))
    rows = sum(model.objects.known().exclude(conflict={}).count() for model in OF_THIS_ROOM)
    assert len(facts) == rows > 20
    response = client.get("/en/disputed/?on=2026-01-01")
    body = response.content.decode()
    assert all(fact.what for fact in facts)
    assert shown(response).count("Copies of Wikipedia date its formation to 3 September 1969") == 2
    assert body.count("/en/rules/summit.periodicity/") >= 1
    assert "/en/sessions/cfm-19/" in body
    assert "/en/texts/statute-iicj/" in body


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_the_disputed_facts_stand_in_three_languages(client, lang):
    response = client.get(f"/{lang}/disputed/")
    assert response.status_code == 200
    questions = {
        "ar": "متى وأين ومن أنشأ الأمانة العامة؟",
        "en": "When, where and by whom was the General Secretariat established?",
        "fr": "Quand, où et par qui le Secrétariat général a-t-il été créé ?",
    }
    assert questions[lang] in shown(response)


def test_what_rests_on_a_work_is_found_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = resting("charter-2008", on=date(2026, 1, 1))
    quorum = next(row for row in rows if row.key == "quorum")
    assert provisions_named(quorum, "charter-2008") == ("art_33__para_1",)
    assert {row.kind for row in rows} >= {"rule", "body", "name", "seat", "office", "term"}


def test_a_work_whose_key_begins_like_another_is_not_taken_for_it():
    assert resting("charter", on=date(2026, 1, 1)) == []
    assert {row.key for row in resting("charter-1972", on=date(1980, 1, 1)) if row.kind == "rule"}


@pytest.mark.parametrize(
    "path",
    ["rules/", "rules/?on=1975-01-01", "rules/secretary-general.term-length/", "rules/quorum/",
     "disputed/", "disputed/languages/"],
)  # fmt: skip
def test_a_page_asks_at_most_ten_questions_of_the_database(
    client, path, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        client.get(f"/en/{path}")
