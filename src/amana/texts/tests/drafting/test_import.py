"""New drafts: from nothing, from pasted text in three languages, from a file, as a copy."""

import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from amana.texts.acts import drafts, tabling
from amana.texts.drafting import draft
from amana.texts.models import DraftRecord, IssuedSymbol
from amana.texts.rules.kinds import Kind
from amana.texts.tests.drafting.rooms import client
from amana.texts.tests.people import DRAFTER
from amana.texts.tests.test_acts_texts import opened

pytestmark = pytest.mark.django_db

ABOUT = {
    "kind": "resolution", "master": "en", "languages": ["ar", "en", "fr"],
    "distribution": "limited", "sensitivity": "open", "token": "t1",
}  # fmt: skip
EN = """On exercises of the archive

The Council,

Recalling the exercises of former years,

1. Requests the Secretary General to report to the next session;

2. Invites Member States to take part.
"""
FR = """Des exercices des archives

Le Conseil,

Rappelant les exercices des années passées,

1. Prie le Secrétaire général de faire rapport à la prochaine session ;

2. Invite les États membres à y prendre part.
"""
AR = """بشأن تمارين المحفوظات

إن المجلس،

إذ يستذكر تمارين السنوات الماضية،

١- يطلب إلى الأمين العام تقديم تقرير إلى الدورة المقبلة؛

٢- يدعو الدول الأعضاء إلى المشاركة.
"""


def test_a_draft_from_nothing_has_its_title() -> None:
    answer = client("drafter").post("/en/drafts/new/", {**ABOUT, "title_en": "On exercises"})
    assert answer.status_code == 302
    record = DraftRecord.objects.known().get()
    assert answer["Location"] == f"/en/drafts/{record.draft.key}/"
    assert (record.title.en, record.office, record.master) == (
        "On exercises",
        "legal-affairs",
        "en",
    )


def test_a_form_sent_twice_opens_one_draft() -> None:
    who = client("drafter")
    for _again in range(2):
        who.post("/en/drafts/new/", {**ABOUT, "title_en": "On exercises"})
    assert DraftRecord.objects.known().count() == 1


def test_pasted_text_is_reviewed_before_anything_is_written() -> None:
    who = client("drafter")
    texts = {"text_en": EN, "text_fr": FR, "text_ar": AR}
    page = who.post("/en/drafts/new/", {**ABOUT, **texts, "step": "review"})
    html = page.content.decode()
    assert page.status_code == 200
    assert not DraftRecord.objects.known().exists()
    assert html.count("read-block ") == 5
    assert "Operative paragraph" in html
    assert "يدعو الدول الأعضاء" in html
    who.post("/en/drafts/new/", {**ABOUT, **texts, "step": "open"})
    record = DraftRecord.objects.known().get()
    assert record.title.fr == "Des exercices des archives"
    rows = draft(record.draft.key, by=DRAFTER).rows
    assert [row.kind for row in rows] == [
        "title", "formula", "preambular", "operative", "operative",
    ]  # fmt: skip
    assert rows[4].text.ar == "يدعو الدول الأعضاء إلى المشاركة."


def test_a_doubt_is_shown_with_its_line() -> None:
    text = EN.replace("2. Invites", "4. Invites")
    page = client("drafter").post("/en/drafts/new/", {**ABOUT, "text_en": text, "step": "review"})
    assert re.search(r"<strong>English</strong>, line 9:", page.content.decode())


def test_a_file_is_read_like_what_is_pasted() -> None:
    upload = SimpleUploadedFile("text.txt", EN.encode())
    page = client("drafter").post("/en/drafts/new/", {**ABOUT, "file_en": upload, "step": "review"})
    assert "Invites Member States to take part." in page.content.decode()


def test_a_title_is_asked_for() -> None:
    page = client("drafter").post("/fr/drafts/new/", {**ABOUT, "step": "open"})
    assert page.status_code == 422
    assert not DraftRecord.objects.known().exists()


def test_a_copy_keeps_the_states_of_what_is_not_changed() -> None:
    key = opened().draft.key
    drafts.set_state(key, "fr", "ready", by=DRAFTER, blocks=["n3"])
    who = client("drafter")
    page = who.get(f"/en/drafts/new/?copy={key}")
    assert 'value="On exercises"' in page.content.decode()
    who.post("/en/drafts/new/", {**ABOUT, "copy": key, "title_en": "Again", "step": "open"})
    copy = DraftRecord.objects.known().get(title__en="Again").draft.key
    rows = draft(copy, by=DRAFTER).rows
    assert [row.text for row in rows] == [row.text for row in draft(key, by=DRAFTER).rows]
    assert rows[2].states["fr"] == "ready"
    assert rows[3].states["fr"] == "translated"


def test_a_tabled_text_is_copied_too() -> None:
    key = opened().draft.key
    drafts.set_state(key, "ar", "revised", by=DRAFTER)
    tabling.table(key, work="res-exercise", by=DRAFTER)
    client("drafter").post(
        "/en/drafts/new/", {**ABOUT, "copy": "res-exercise", "title_en": "Again", "step": "open"}
    )
    copy = DraftRecord.objects.known().get(title__en="Again").draft.key
    rows = draft(copy, by=DRAFTER).rows
    assert [row.kind for row in rows if row.kind == Kind.OPERATIVE] == ["operative"] * 2
    assert {row.states["ar"] for row in rows} == {"revised"}


def test_a_copy_of_what_one_may_not_see_is_refused() -> None:
    key = opened(distribution="restricted", readers=["body:legal-affairs"]).draft.key
    assert client("releaser").get(f"/en/drafts/new/?copy={key}").status_code == 404


def test_a_word_document_is_read_like_what_is_pasted() -> None:
    page = client("drafter").post(
        "/en/drafts/new/",
        {**ABOUT, "file_en": SimpleUploadedFile("text.docx", _docx(EN)), "step": "review"},
    )
    html = page.content.decode()
    assert page.status_code == 200
    assert "Invites Member States to take part." in html
    assert html.count("read-block ") == 5


def _docx(text: str) -> bytes:
    made, kept = docx.Document(), io.BytesIO()
    for line in filter(None, text.split("\n")):
        made.add_paragraph(line)
    made.save(kept)
    return kept.getvalue()


def test_a_file_that_is_something_else_is_refused_in_words() -> None:
    upload = SimpleUploadedFile("text.docx", b"\x7fELF" + bytes(200))
    page = client("drafter").post("/fr/drafts/new/", {**ABOUT, "file_fr": upload, "step": "review"})
    assert page.status_code == 422
    assert not DraftRecord.objects.known().exists()


def test_a_symbol_is_reserved_for_a_draft_and_borne_by_its_text() -> None:
    key = opened().draft.key
    who = client("both")
    scope = {"series": "cfm-resolutions", "session": "60", "cluster": "POL"}
    for _again in range(2):
        who.post(f"/en/drafts/{key}/symbol/", scope)
    issued = IssuedSymbol.objects.get(draft__key=key)
    assert DraftRecord.objects.known().get(draft__key=key).symbol == issued.canonical
    assert issued.canonical in who.get(f"/en/drafts/{key}/describe/").content.decode()
    who.post(f"/en/drafts/{key}/table/",
             {"work": "res-x", "symbol": issued.canonical, "step": "confirm"})  # fmt: skip
    issued.refresh_from_db()
    assert (issued.state, issued.work.key) == ("assigned", "res-x")
    other = opened().draft.key
    answer = who.post(f"/en/drafts/{other}/symbol/", {"series": "cfm-resolutions"})
    assert answer.status_code == 422
    assert client("delegate").post(f"/en/drafts/{other}/symbol/", scope).status_code == 403
