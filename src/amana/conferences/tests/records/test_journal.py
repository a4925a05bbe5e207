"""The daily journal: published, frozen, sent once to who asked for it."""

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amana.conferences.acts.records import correct_record, publish_journal
from amana.conferences.models import (
    JournalIssue,
    JournalPost,
    JournalReader,
)
from amana.conferences.pages.journals import since_published
from amana.conferences.posting import ask_for, confirm, leave, send
from amana.conferences.records import issue_of
from amana.conferences.rules.record.kept import read, written
from amana.conferences.tests.meetings import registrar, signed_in
from amana.conferences.tests.records.holding import (
    TITLE,
    block_with,
)
from amana.ground import clock, register
from amana.ground.jobs import Progress
from amana.ground.models import Act, Job
from amana.kernel.refusals import Refusal

pytestmark = pytest.mark.usefixtures("oic")

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
