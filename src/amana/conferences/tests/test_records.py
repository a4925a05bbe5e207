"""Records: corrected, released, published, sent; what everybody sees, and what nobody does."""

import time
from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amana.conferences.acts.opening import open_floor
from amana.conferences.acts.records import correct_record, publish_journal, release_record
from amana.conferences.acts.saying import Said, say, say_many
from amana.conferences.acts.writing import Written
from amana.conferences.floor.seats import Seat
from amana.conferences.models import (
    Correction,
    Decision,
    JournalIssue,
    JournalPost,
    JournalReader,
    Log,
    RecordRelease,
    Session,
    Statement,
)
from amana.conferences.pages.journals import since_published
from amana.conferences.posting import ask_for, confirm, leave, send
from amana.conferences.records import issue_of, record_of
from amana.conferences.rules.record.kept import read, written
from amana.conferences.rules.record.phrases import of_delegations
from amana.conferences.telling import names_in, told_of
from amana.conferences.tests.meetings import registrar, signed_in
from amana.ground import clock, register
from amana.ground.jobs import Progress
from amana.ground.models import Act, Job
from amana.kernel.authority import Authority, OfficeHeld
from amana.kernel.refusals import Refusal
from amana.kernel.words import Words
from amana.organisation.permissions import CONFERENCES
from amana.texts.models import Work

pytestmark = pytest.mark.usefixtures("oic")
STATES = [f"S{number:03d}" for number in range(1, 58)]
NAMES = {
    state: {"ar": f"الدولة {state[1:]}", "en": f"State {state[1:]}", "fr": f"État {state[1:]}"}
    for state in STATES
}
SERVES = {"serving": True, "signed_in": True}
PUBLIC = {"serving": False, "signed_in": False}
TITLE = Words(ar="دورة", en="A session", fr="Une session")


@pytest.fixture
def officer():
    office = OfficeHeld("conferences", Words(en="Conferences"), "gs", frozenset({CONFERENCES}))
    return Authority("account:1", "Officer", clock.today(), (office,))


@pytest.fixture
def log(officer):
    """A floor on which a meeting was held, from its opening to its adjournment."""
    session = Session.objects.filter(body__key="cfm").latest("ordinal")
    made = open_floor(session.key, by=officer, book="oic", exercise=True)
    made.before = {
        "roll": {"members": STATES}, "words": NAMES,
        "given": {"agenda": ["1", "2"], "item": "2", "proposals": [
            {"id": "L.1", "sponsors": ["S001"]}, {"id": "L.2", "sponsors": ["S002"]}]},
    }  # fmt: skip
    made.save()
    say(made.key, Said("check_in", more={"who": STATES[:45]}), chair(made))
    for do, more in HELD:
        say(made.key, Said(do, more=more), chair(made))
        if do == "start_voting":
            _votes(made)
    made.refresh_from_db()
    made.exercise = False  # its roll stays as given; its records are read as real ones are
    made.save(update_fields=["exercise"])
    return made


HELD = (
    ("open_meeting", {}), ("start_voting", {"question": "L.1", "method": "recorded"}),
    ("close_voting", {}), ("ask_consensus", {"on": "L.2"}), ("gavel", {"on": "L.2"}),
    ("adjourn_for_the_day", {}),
)  # fmt: skip


def _votes(log):
    answers = ["yes"] * 38 + ["no"] * 3 + ["abstain"] * 4
    said = [
        (Said("cast", more={"answer": answer}),
         Seat(log.key, "delegate", state, "7", "account:2", "Delegate"))
        for state, answer in zip(STATES, answers, strict=False)
    ]  # fmt: skip
    assert all(outcome.n for outcome in say_many(log.key, said))


def next_meeting(log):
    """The meeting after the one that was held is open."""
    Log.objects.filter(pk=log.pk).update(exercise=True)
    say(log.key, Said("open_meeting"), chair(log))
    Log.objects.filter(pk=log.pk).update(exercise=False)


def chair(log):
    return Seat(log.key, "chair", account="account:1", name="Chair")


def shown(log, **eyes):
    found = record_of(log.session.key, log.key, 1, register.data_version(), **(eyes or SERVES))
    return found[1]


def block_with(document, words):
    return next(block for block in document.blocks if words in block.words.en)


def corrected(log, officer, words="Present were 45 of the 57 members.", lang="en"):
    found = shown(log)
    block = block_with(found.document, "45 of 57")
    row = correct_record(log.session.key, found, block.id, lang, words, by=officer, log=log.key,
                         reason="style")  # fmt: skip
    return block, row


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


# --- The journal


def day_of(log):
    return timezone.localtime(log.made).date()


def an_issue(log):
    return issue_of(log.session.key, day_of(log), register.data_version(), title=TITLE)


def test_a_journal_is_published_frozen_and_a_later_correction_shows_beside(log, officer):
    issue = publish_journal(log.session.key, day_of(log), an_issue(log), by=officer)
    before = read(issue.content)
    assert written(before) == issue.content
    found = an_issue(log)
    block = block_with(found.now.document, "45 of 57")
    correct_record(log.session.key, found.now, block.id, "en", "There were 45.", by=officer)
    issue.refresh_from_db()
    assert read(issue.content) == before
    after = since_published(issue)
    assert after.document.block(block.id).words.en == "There were 45."
    assert after.document.block(block.id).generated.en == block.words.en
    with pytest.raises(Refusal) as refused:
        publish_journal(log.session.key, day_of(log), an_issue(log), by=officer)
    assert refused.value.code == "journal.published"


def test_a_journal_page_is_there_once_it_is_published(log, officer):
    address = f"/fr/journal/{day_of(log).isoformat()}/"
    assert "Aucun journal" in Client().get(address).content.decode()
    publish_journal(log.session.key, day_of(log), an_issue(log), by=officer)
    with CaptureQueriesContext(connection) as queries:
        page = Client().get(address).content.decode()
    assert "Séances du jour" in page
    assert "38 membres ont voté pour" in page
    assert len(queries) <= 10
    answer = Client().get(f"{address}{log.session.key}/fr.pdf")
    assert answer.content[:4] == b"%PDF"


def test_a_journal_goes_once_to_who_confirmed_and_every_letter_is_on_record(log, officer):
    issue = publish_journal(log.session.key, day_of(log), an_issue(log), by=officer)
    key = log.session.key
    ask_for("a@example.org", "ar", key, "http://house", whole=False)
    ask_for("b@example.org", "fr", key, "http://house", whole=True)
    ask_for("never@example.org", "en", key, "http://house", whole=False)
    assert len(mail.outbox) == 3
    readers = {row.email: row for row in JournalReader.objects.all()}
    assert readers["a@example.org"].token in mail.outbox[0].body
    for email in ("a@example.org", "b@example.org"):
        confirm(readers[email].token)
    mail.outbox.clear()
    assert _send(issue) == {"sent": 2, "failed": 0}
    assert sorted(letter.to[0] for letter in mail.outbox) == ["a@example.org", "b@example.org"]
    arabic = next(letter for letter in mail.outbox if letter.to == ["a@example.org"])
    assert "صوّت لصالحه 38 عضوًا" in arabic.body
    assert f"http://house/ar/journal/{day_of(log).isoformat()}/" in arabic.body
    assert JournalPost.objects.filter(fault="").count() == 2
    assert _send(issue) == {"sent": 0, "failed": 0}
    leave(readers["a@example.org"].token)
    with pytest.raises(Refusal) as refused:
        leave(readers["a@example.org"].token)
    assert refused.value.code == "journal.link-unknown"


def _send(issue):
    job = Job.objects.create(kind="conferences.journal", arguments={}, actor="system",
                             asked_at=clock.now())  # fmt: skip
    return send({"issue": issue.pk, "address": "http://house"}, Progress(job))


def test_a_letter_that_cannot_be_sent_stops_nobody_and_is_tried_again(log, officer, settings):
    issue = publish_journal(log.session.key, day_of(log), an_issue(log), by=officer)
    ask_for("a@example.org", "en", log.session.key, "http://house", whole=False)
    confirm(JournalReader.objects.get().token)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert _send(issue) == {"sent": 0, "failed": 1}
    assert JournalPost.objects.get().fault.startswith("ConnectionRefusedError")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert _send(issue) == {"sent": 1, "failed": 0}


def test_an_address_that_is_none_is_refused(log):
    with pytest.raises(Refusal) as refused:
        ask_for("no address", "en", log.session.key, "http://house", whole=False)
    assert refused.value.code == "journal.email"
    assert not JournalReader.objects.exists()


def test_the_desk_publishes_and_asks_for_the_letters(log):
    client = signed_in(registrar())
    address = f"/ar/desk/conferences/{log.session.key}/records/journal/{day_of(log).isoformat()}/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"do": "publish"}).status_code == 302
    assert JournalIssue.objects.count() == 1
    assert client.post(address, {"do": "send"}).status_code == 302
    assert Job.objects.filter(kind="conferences.journal").count() == 1
    assert Act.objects.filter(verb="journal.send").count() == 1
    assert client.get(address).status_code == 200


def test_the_pages_by_which_an_address_is_confirmed_and_leaves(log):
    client, key = Client(), log.session.key
    answer = client.post(f"/en/journal/of/{key}/", {"email": "a@example.org", "of": "body"})
    assert answer.status_code == 302
    token = JournalReader.objects.get().token
    assert client.get(f"/en/journal/confirm/{token}/").status_code == 200
    assert JournalReader.objects.get().confirmed is None
    client.post(f"/en/journal/confirm/{token}/")
    assert JournalReader.objects.get().confirmed is not None
    client.post(f"/en/journal/leave/{token}/")
    assert JournalReader.objects.get().left is not None


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


def test_the_journal_of_an_exercise_is_of_those_signed_in_and_of_its_own_readers(log, officer):
    issue = publish_journal(log.session.key, day_of(log), an_issue(log), by=officer)
    for email, whole in (("body@example.org", True), ("session@example.org", False)):
        ask_for(email, "en", log.session.key, "http://house", whole=whole)
    for reader in JournalReader.objects.all():
        confirm(reader.token)
    log.exercise = True
    log.save()
    mail.outbox.clear()
    assert _send(issue) == {"sent": 1, "failed": 0}
    assert mail.outbox[0].to == ["session@example.org"]
    address = f"/en/journal/{day_of(log).isoformat()}/"
    assert "No journal was published" in Client().get(address).content.decode()
    page = signed_in(registrar()).get(address).content.decode()
    assert "this is not the record of a real meeting" in page


def test_the_replay_shows_the_floor_after_any_entry_and_at_any_minute(log):
    client = signed_in(registrar())
    opened = next(line.n for line in _told(log).lines if line.kind == "meeting-opened")
    page = client.get(f"/en/floor/{log.key}/replay/?at={opened}").content.decode()
    assert "45 of 57" in page
    assert "One entry on" in page
    before = (timezone.localtime(log.made) - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    assert "Entry 1 of" in client.get(f"/en/floor/{log.key}/replay/?time={before}").content.decode()
    assert "not a minute" in client.get(f"/en/floor/{log.key}/replay/?time=soon").content.decode()
