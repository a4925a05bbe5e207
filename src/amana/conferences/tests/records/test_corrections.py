"""Records: corrected with the correction kept, and released; who sees what."""

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from amana.conferences.acts.records import correct_record, release_record
from amana.conferences.acts.saying import Said, say
from amana.conferences.models import (
    Correction,
    RecordRelease,
)
from amana.conferences.tests.records.holding import (
    PUBLIC,
    block_with,
    chair,
    corrected,
    next_meeting,
    shown,
)
from amana.ground import clock
from amana.ground.models import Act
from amana.kernel.authority import Authority
from amana.kernel.refusals import Refusal

pytestmark = pytest.mark.usefixtures("oic")

# --- Corrections


def test_a_correction_is_kept_beside_the_log_s_words_and_survives_regeneration(log, officer):
    block, row = corrected(log, officer)
    assert row.generated == block.words.en
    after = shown(log)
    again = after.document.block(block.id)
    assert again.words.en == "Present were 45 of the 57 members."
    assert again.generated == block.words
    assert again.words.ar == block.words.ar
    assert [one.by_name for one in after.of(block.id)] == ["Officer"]
    act = Act.objects.get(pk=row.act_id)
    assert (act.verb, act.subject) == ("record.correct", f"log:{log.key}")
    assert act.facts["generated"] == block.words.en


def test_the_log_s_own_words_put_them_back(log, officer):
    block, _row = corrected(log, officer)
    correct_record(log.session.key, shown(log), block.id, "en", block.words.en, by=officer,
                   log=log.key)  # fmt: skip
    assert not shown(log).document.block(block.id).is_corrected
    assert Correction.objects.count() == 2


def test_a_correction_is_refused_without_words_without_the_block_and_for_a_table(log, officer):
    found = shown(log)
    for block, words, code in (
        ("e1-nothing", "x", "record.no-block"),
        (block_with(found.document, "45 of 57").id, "   ", "record.words-empty"),
        (block_with(found.document, "45 of 57").id, "x" * 20_001, "record.words-long"),
    ):
        with pytest.raises(Refusal) as refused:
            correct_record(log.session.key, found, block, "en", words, by=officer, log=log.key)
        assert refused.value.code == code
    assert not Correction.objects.exists()


def test_who_serves_no_session_corrects_nothing(log):
    nobody = Authority("account:9", "Somebody", clock.today(), ())
    with pytest.raises(Refusal) as refused:
        corrected(log, nobody)
    assert refused.value.code == "conference.no-power"


def test_a_correction_and_a_release_are_never_changed(log, officer):
    corrected(log, officer)
    release_record(log.session.key, log.key, 1, by=officer)
    for change in (Correction.objects.update, RecordRelease.objects.update):
        field = {"reason": "other"} if change.__self__.model is Correction else {"meeting": 3}
        with pytest.raises(DatabaseError), transaction.atomic():
            change(**field)
    with pytest.raises(DatabaseError), transaction.atomic():
        Correction.objects.all().delete()


# --- Release


def test_a_record_is_public_only_after_the_meeting_rose_and_it_was_released(log, officer):
    with pytest.raises(Refusal) as refused:
        shown(log, **PUBLIC)
    assert refused.value.code == "record.not-released"
    next_meeting(log)
    with pytest.raises(Refusal) as refused:
        release_record(log.session.key, log.key, 2, by=officer)
    assert refused.value.code == "record.meeting-runs"
    row = release_record(log.session.key, log.key, 1, by=officer)
    assert "45 of 57" in " ".join(block.words.en for block in shown(log, **PUBLIC).document.blocks)
    assert row.until == log.length
    with pytest.raises(Refusal) as refused:
        release_record(log.session.key, log.key, 1, by=officer)
    assert refused.value.code == "record.released"


def test_the_public_is_told_nothing_of_what_came_after_the_released_meeting(log, officer):
    release_record(log.session.key, log.key, 1, by=officer)
    last = log.length
    next_meeting(log)
    client = Client()
    page = client.get(f"/en/floor/{log.key}/replay/?at=9999")
    assert f"of {last} of the log" in page.content.decode()
    decisions = client.get(f"/en/sessions/{log.session.key}/decisions/")
    assert decisions.status_code == 200


def test_a_later_record_that_is_released_does_not_tell_of_one_held_back(log, officer):
    next_meeting(log)
    say(log.key, Said("adjourn_for_the_day"), chair(log))
    release_record(log.session.key, log.key, 2, by=officer)
    client = Client()
    assert client.get(f"/en/floor/{log.key}/replay/?at=3").status_code == 422
    for page in (f"record/{log.key}/1", "votes", "decisions"):
        answer = client.get(f"/en/sessions/{log.session.key}/{page}/")
        assert answer.status_code == 422, page
    second = client.get(f"/en/sessions/{log.session.key}/record/{log.key}/2/")
    assert second.status_code == 200
