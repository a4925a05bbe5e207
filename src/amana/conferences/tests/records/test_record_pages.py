"""The pages and files of records, of votes, of exercises; the replay."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amana.conferences.acts.records import release_record
from amana.conferences.acts.writing import Written
from amana.conferences.models import (
    Decision,
    RecordRelease,
    Statement,
)
from amana.conferences.rules.record.phrases import of_delegations
from amana.conferences.telling import names_in, told_of
from amana.conferences.tests.meetings import registrar, signed_in
from amana.conferences.tests.records.holding import (
    block_with,
    shown,
)
from amana.ground import register
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES
from amana.texts.models import Work

pytestmark = pytest.mark.usefixtures("oic")

# --- Pages


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_the_public_pages_answer_in_every_language_within_ten_queries(log, officer, lang):
    release_record(log.session.key, log.key, 1, by=officer)
    release_record(log.session.key, log.key, 0, by=officer)
    key, client = log.session.key, Client()
    entry = next(line.n for line in _told(log).lines if line.kind == "vote-counted")
    for page in (
        f"sessions/{key}/record/{log.key}/1/", f"sessions/{key}/decisions/",
        f"sessions/{key}/votes/", f"sessions/{key}/report/",
        f"sessions/{key}/votes/{log.key}/{entry}/", f"floor/{log.key}/replay/?at={entry}",
        "journal/",
    ):  # fmt: skip
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(f"/{lang}/{page}")
        assert answer.status_code == 200, page
        assert len(queries) <= 10, (page, [each["sql"][:80] for each in queries])
    assert client.get(f"/{lang}/sessions/{key}/").status_code == 200


def _told(log):
    return told_of(log, register.data_version())


def test_a_vote_page_shows_the_hemicycle_and_who_voted_how(log, officer):
    release_record(log.session.key, log.key, 1, by=officer)
    entry = next(line.n for line in _told(log).lines if line.kind == "vote-counted")
    page = Client().get(f"/fr/sessions/{log.session.key}/votes/{log.key}/{entry}/").content.decode()
    assert 'class="hemicycle"' in page
    assert "28 " in page
    assert page.count("<title>État") == 41  # who abstains does not count for the majority
    assert "N'a pas voté" not in page
    assert page.count(">Absent<") == 12


def test_signed_out_readers_get_the_refusal_of_an_unreleased_record_as_a_sentence(log):
    answer = Client().get(f"/en/sessions/{log.session.key}/record/{log.key}/1/")
    assert answer.status_code == 404 or "not released yet" in answer.content.decode()


def test_at_the_desk_a_block_is_corrected_and_the_log_s_words_stay_visible(log):
    client, key = signed_in(registrar()), log.session.key
    address = f"/en/desk/conferences/{key}/records/{log.key}/1/"
    block = block_with(shown(log).document, "45 of 57")
    page = client.get(f"{address}?block={block.id}").content.decode()
    assert "What the log says" in page
    answer = client.post(f"{address}?block={block.id}", {"words": "Forty-five members came."})
    assert answer.status_code == 302
    page = client.get(address).content.decode()
    assert "Forty-five members came." in page
    assert "Corrected: what the log had said" in page
    assert "Present were 45 of" in page
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) <= 12, [each["sql"][:80] for each in queries]


def test_the_desk_releases_and_lists(log):
    client, key = signed_in(registrar()), log.session.key
    address = f"/en/desk/conferences/{key}/records/"
    assert "1st meeting" in client.get(address).content.decode()
    assert client.post(address, {"log": log.key, "meeting": "1"}).status_code == 302
    assert RecordRelease.objects.get().meeting == 1


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_record_is_a_file_in_one_language_and_in_three(log, officer, ending):
    release_record(log.session.key, log.key, 1, by=officer)
    for langs in ("ar", "ar-en-fr"):
        answer = Client().get(f"/en/sessions/{log.session.key}/record/{log.key}/1/{langs}.{ending}")
        assert answer.status_code == 200
        assert answer.content[:4] == (b"%PDF" if ending == "pdf" else b"PK\x03\x04")


def test_a_page_of_a_released_record_costs_little(log, officer):
    release_record(log.session.key, log.key, 1, by=officer)
    client, address = Client(), f"/ar/sessions/{log.session.key}/record/{log.key}/1/"
    client.get(address)
    begun = time.process_time()
    client.get(address + "?x=1")
    assert time.process_time() - begun < 0.15


# --- Names


def test_a_log_of_the_organisation_has_the_names_of_its_states_bodies_and_items(log):
    log.before = {}
    names = names_in(log, register.data_version())
    assert names["egy"] == Words(ar="مصر", en="Egypt", fr="Égypte")
    who = of_delegations(["egy/12", "african-union"], names)
    assert who.fr == "les délégations de l'Égypte et de l'Union africaine"
    assert who.ar.startswith("وفدا مصر و")


# --- Exercises and replay


def test_an_exercise_is_shown_to_nobody_signed_out(log):
    log.exercise = True
    log.save()
    page = Client().get(f"/en/floor/{log.key}/replay/").content.decode()
    assert "record of an exercise" in page
    assert signed_in(registrar()).get(f"/en/floor/{log.key}/replay/").status_code == 200


def test_the_replay_shows_the_floor_after_any_entry_and_at_any_minute(log):
    client = signed_in(registrar())
    opened = next(line.n for line in _told(log).lines if line.kind == "meeting-opened")
    page = client.get(f"/en/floor/{log.key}/replay/?at={opened}").content.decode()
    assert "45 of 57" in page
    assert "One entry on" in page
    before = (timezone.localtime(log.made) - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    assert "Entry 1 of" in client.get(f"/en/floor/{log.key}/replay/?time={before}").content.decode()
    assert "not a minute" in client.get(f"/en/floor/{log.key}/replay/?time=soon").content.decode()


def test_a_vote_page_shows_the_text_and_the_reservations_on_it(log, officer):
    work = Work.objects.filter(decision__isnull=True).first()
    entry = next(line.n for line in _told(log).lines if line.kind == "vote-adopted_without_vote")
    made = Decision.objects.create(
        key="d-exercise", session=log.session, work=work, log=log, proposal="L.2", entry=entry,
        how={"outcome": "adopted_without_vote"},
    )  # fmt: skip
    Written("statement.attach", f"decision:{made.key}", officer, CONFERENCES).begin(
        Statement, sources=("exercise",), decision=made, party="S003", kind="reservation",
        text=Words(ar="تحفظ (تمرين)", en="A reservation (exercise)", fr="Réserve (exercice)"),
    )  # fmt: skip
    release_record(log.session.key, log.key, 1, by=officer)
    page = Client().get(f"/fr/sessions/{log.session.key}/votes/{log.key}/{entry}/").content.decode()
    assert "État 003" in page
    assert "Réserve (exercice)" in page
    assert f"/fr/texts/{work.key}/" in page
