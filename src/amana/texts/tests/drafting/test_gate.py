"""Tabling, the release gate, amendments and wordings, by their pages."""

import re

import pytest
from django.test import Client

from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts, releases, tabling
from amana.texts.drafting import draft
from amana.texts.models import Draft, DraftRecord, NodeText, Operation, Release, Work, WorkRecord
from amana.texts.pages.drafting.naming import of_work, provision_alone, provision_in_sentence
from amana.texts.rules.tree import find
from amana.texts.standing_text import text_on
from amana.texts.tests.drafting.rooms import client
from amana.texts.tests.people import DRAFTER, ON, RELEASER
from amana.texts.tests.test_acts_texts import opened, refuses, tabled

pytestmark = pytest.mark.django_db


def test_a_draft_is_tabled_after_a_look_at_what_will_happen() -> None:
    key = opened().draft.key
    who = client("drafter")
    said = {"work": "res-exercise", "symbol": ""}
    page = who.post(f"/en/drafts/{key}/table/", said)
    assert "2 numbers freeze" in page.content.decode()
    assert not Work.objects.filter(key="res-exercise").exists()
    done = who.post(f"/en/drafts/{key}/table/", {**said, "step": "confirm"})
    assert done["Location"] == "/en/texts/res-exercise/release/"
    assert DraftRecord.objects.known().get(draft__key=key).stage == "tabled"
    assert who.get(f"/en/drafts/{key}/table/").status_code == 422


def test_an_address_that_is_taken_or_badly_written_is_a_fault_of_the_form() -> None:
    tabled()
    key = opened().draft.key
    who = client("drafter")
    for work in ("res-exercise", "Res Exercise"):
        page = who.post(f"/en/drafts/{key}/table/", {"work": work})
        assert page.status_code == 422
        assert "error-summary" in page.content.decode()


def test_the_gate_names_what_lacks_and_who_broke_parity() -> None:
    key = opened().draft.key
    for lang in ("ar", "en"):
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    client("drafter").post(f"/en/drafts/{key}/table/", {"work": "res-x", "step": "confirm"})
    who = client("releaser")
    page = who.post("/en/texts/res-x/release/", {"do": "release", "languages": LANGS})
    assert page.status_code == 422
    assert "French" in page.content.decode()
    assert not Release.objects.known().exists()
    page = who.post("/en/texts/res-x/release/", {"do": "release", "languages": ["ar", "en"]})
    assert page.status_code == 422
    reason = {"reason_en": "The session begins tomorrow."}
    who.post("/en/texts/res-x/release/", {"do": "release", "languages": ["ar", "en"], **reason})
    made = Release.objects.known().get()
    assert (made.languages, made.missing) == (["ar", "en"], ["fr"])
    html = who.get("/en/texts/res-x/release/").content.decode()
    assert "parity was broken" in html
    assert "The session begins tomorrow." in html
    assert RELEASER.name in html


def test_a_language_left_behind_is_finished_after_tabling_and_released_by_one_press() -> None:
    key = opened().draft.key
    french = drafts.add_block(key, "operative", by=DRAFTER, text=Words(en="Decides.", ar="يقرر."))
    for lang in ("ar", "en"):
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    drafts.ask_translation(key, "fr", "2026-12-01", by=DRAFTER, blocks=[french.block])
    drafter, releaser = client("drafter"), client("releaser")
    drafter.post(f"/en/drafts/{key}/table/", {"work": "res-x", "step": "confirm"})
    desk = releaser.get("/en/desk/").content.decode()
    assert desk.count("/en/texts/res-x/release/") == 1
    address = "/en/texts/res-x/release/"
    said = {"do": "release", "languages": LANGS, "reason_fr": "Séance demain"}
    page = releaser.post(address, said).content.decode()
    assert "translations awaited: 1 (paragraph 3)" in page
    assert 'value="Séance demain"' in page
    assert len(re.findall(r'name="languages" value="(?:ar|en)" checked', page)) == 2
    assert 'value="fr" checked' not in page
    releaser.post(address, {**said, "languages": ["ar", "en"]})
    editor = drafter.get(f"/en/drafts/{key}/?langs=en-fr").content.decode()
    assert editor.count("data-text") == 5
    drafter.post(f"/en/drafts/{key}/do/", {
        "do": "done:fr", "block": french.block, "text-fr": "Décide.", "seen-fr": "",
    })  # fmt: skip
    node = NodeText.objects.known().get(node__work__key="res-x", node__wid="para_3")
    assert (node.text.fr, node.text.en) == ("Décide.", "Decides.")
    assert drafter.post(address, {"do": "ready", "lang": "fr"}).status_code == 302
    assert releaser.post(address, {"do": "release", "languages": ["fr"]}).status_code == 302
    assert [each.languages for each in Release.objects.known().order_by("at")] == [
        ["ar", "en"], ["fr"],
    ]  # fmt: skip
    assert "/en/texts/res-x/release/" not in releaser.get("/en/desk/").content.decode()


def test_tabling_closes_the_language_of_drafting_and_release_the_others() -> None:
    key = opened().draft.key
    for lang in LANGS:
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    client("drafter").post(f"/en/drafts/{key}/table/", {"work": "res-x", "step": "confirm"})
    for lang, text in (("en", "New."), ("fr", "")):
        with refuses("draft.frozen"):
            drafts.save_text(key, "n4", lang, text, seen="", by=DRAFTER)
    releases.release("res-x", by=RELEASER)
    with refuses("draft.frozen"):
        drafts.save_text(key, "n4", "fr", "Neuf.", seen="", by=DRAFTER)
    with refuses("draft.frozen"):
        drafts.set_state(key, "fr", "drafted", by=DRAFTER)


def test_a_wording_put_on_record_counts_for_the_release() -> None:
    key = opened().draft.key
    drafts.add_block(key, "operative", by=DRAFTER, text=Words(en="Decides.", ar="يقرر."))
    for lang in LANGS:
        drafts.set_state(key, lang, "ready", by=DRAFTER)
    client("drafter").post(f"/en/drafts/{key}/table/", {"work": "res-x", "step": "confirm"})
    tabling.record_text("res-x#para_3", Words(fr="Décide."), by=RELEASER)
    assert draft(key, by=DRAFTER).rows[-1].text.fr == "Décide."
    drafts.set_state(key, "fr", "ready", by=DRAFTER)
    assert releases.release("res-x", by=RELEASER).languages == ["ar", "en", "fr"]


def test_who_may_read_is_recorded_by_who_may_release() -> None:
    tabled()
    for address in ("/en/texts/res-exercise/", "/en/texts/res-exercise/at/para_2/"):
        assert "Limited circulation" in client("releaser").get(address).content.decode()
    said = {"do": "readers", "distribution": "general", "sensitivity": "open", "readers": ""}
    assert client("drafter").post("/en/texts/res-exercise/release/", said).status_code == 403
    assert client("releaser").post("/en/texts/res-exercise/release/", said).status_code == 302
    assert WorkRecord.objects.whoever().get(work__key="res-exercise").distribution == "general"
    page = client("releaser").get("/en/texts/res-exercise/").content.decode()
    assert "Limited circulation" not in page
    page = client("releaser").post(
        "/en/texts/res-exercise/release/", {**said, "readers": "body:nosuch"}
    )
    assert page.status_code == 422
    assert "body:nosuch" in page.content.decode()
    assert client("delegate").get("/en/texts/res-exercise/release/").status_code == 404


def test_an_amendment_is_previewed_then_drafted_then_recorded() -> None:
    tabled()
    releases.release("res-exercise", by=RELEASER)
    address = "/en/texts/res-exercise/amend/"
    who = client("both")
    assert who.get(address).status_code == 200
    form = who.get(f"{address}?wid=para_2&way=words").content.decode()
    assert "Decides to meet again." in form
    said = {
        "wid": "para_2", "way": "words", "old_en": "meet again", "new_en": "meet every year",
        "old_fr": "se réunir de nouveau", "new_fr": "se réunir chaque année",
        "old_ar": "الاجتماع مجددًا", "new_ar": "الاجتماع كل سنة", "when": "day",
        "on": "2027-01-01",
    }  # fmt: skip
    html = who.post(address, {**said, "step": "preview"}).content.decode()
    assert "the words “meet again” are replaced by “meet every year”" in html
    assert "عن عبارة «الاجتماع مجددًا» بعبارة «الاجتماع كل سنة»" in html
    assert re.search(r"<ins>[^<]*every year", html)
    assert not Operation.objects.known().filter(work__key="res-exercise").exists()
    sent = who.post(address, {**said, "step": "draft"})
    key = sent["Location"].split("/")[3]
    record = DraftRecord.objects.known().select_related("amends").get(draft__key=key)
    assert record.amends
    assert record.amends.key == "res-exercise"
    again = who.post(address, {**said, "step": "draft", "into": key})
    assert again["Location"] == sent["Location"]
    client("drafter").post(f"/en/drafts/{key}/table/", {"work": "res-change", "step": "confirm"})
    refused = client("drafter").post(
        address, {**said, "step": "record", "instrument": "res-change#para_1"}
    )
    assert refused.status_code == 403
    done = who.post(address, {**said, "step": "record", "instrument": "res-change#para_1"})
    assert done.status_code == 302
    after = find(text_on("res-exercise", on=ON.replace(year=2027, month=6), by=RELEASER).units,
                 "para_2")  # fmt: skip
    assert after
    assert after.text.en == "Decides to meet every year."
    row = Operation.objects.known().get(work__key="res-exercise")
    undone = who.post(f"{address}done/", {"operation": row.key, "reason": "an exercise"})
    assert undone.status_code == 302
    assert not Operation.objects.known().filter(work__key="res-exercise").exists()


def test_an_amendment_that_cannot_be_applied_keeps_what_was_typed() -> None:
    tabled()
    page = client("both").post(
        "/en/texts/res-exercise/amend/",
        {"wid": "para_2", "way": "words", "old_en": "never said", "new_en": "words",
         "when": "unknown"},
    )  # fmt: skip
    assert page.status_code == 422
    assert "never said" in page.content.decode()


@pytest.mark.parametrize("way", ["substitute", "after", "into", "before", "repeal", "renumber"])
def test_every_kind_of_amendment_can_be_previewed(way: str) -> None:
    tabled()
    said = {
        "substitute": {"text:para_1_en": "Requests a longer report;",
                       "text:para_1_ar": "يطلب تقريرًا أطول؛", "text:para_1_fr": "Prie ;"},
        "renumber": {"num": "1a"}, "repeal": {},
    }.get(way, {"num": "1a", "kind": "operative", "text_en": "Decides a third thing;"})  # fmt: skip
    if way == "into":
        said = {**said, "kind": "subparagraph", "num": "a"}
    page = client("both").post(
        "/en/texts/res-exercise/amend/",
        {"wid": "para_1", "way": way, "when": "event", "event": "tenth-ratification", **said},
    )
    assert page.status_code == 200, page.content.decode()
    assert "tenth-ratification" in page.content.decode()


def test_an_event_is_waited_for_and_happens() -> None:
    tabled()
    drafts.open_draft("resolution", Words(en="Change"), by=DRAFTER)
    draft = Draft.objects.latest("pk").key
    drafts.add_block(draft, "operative", by=DRAFTER, text=Words(en="Decides."))
    client("drafter").post(f"/en/drafts/{draft}/table/", {"work": "res-c", "step": "confirm"})
    who, address = client("both"), "/en/texts/res-exercise/amend/"
    who.post(address, {
        "wid": "para_2", "way": "repeal", "when": "event", "event": "tenth-ratification",
        "step": "record", "instrument": "res-c#para_1",
    })  # fmt: skip
    assert "tenth-ratification" in who.get(address).content.decode()
    before = find(text_on("res-exercise", on=ON, by=RELEASER).units, "para_2")
    assert before
    assert not before.repealed
    who.post(f"{address}done/",
             {"do": "happened", "event": "tenth-ratification", "on": "2026-11-01"})  # fmt: skip
    after = find(text_on("res-exercise", on=ON, by=RELEASER).units, "para_2")
    assert after
    assert after.repealed


def test_a_wording_is_put_on_record_with_its_source() -> None:
    address = "/en/texts/charter-2008/art_1/fill/"
    assert client("drafter").get(address).status_code == 403
    who = client("releaser")
    assert who.get(address).status_code == 200
    text = {"text_en": "An exercise wording of our own."}
    assert who.post(address, text).status_code == 422
    assert who.post(address, {**text, "source": "An exercise"}).status_code == 302
    row = NodeText.objects.known().get(node__key="charter-2008#art_1")
    assert row.text.en == "An exercise wording of our own."
    assert "An exercise" in row.sources
    late = {"seen_en": "", "text_ar": "تمرين من صياغتنا.", "source": "An exercise"}
    assert who.post(address, late).status_code == 302  # the page was opened before the English
    page = who.post(address, {**late, "text_en": "Typed over it.", "seen_ar": late["text_ar"]})
    assert page.status_code == 422
    assert "Typed over it." in page.content.decode()
    row = NodeText.objects.known().get(node__key="charter-2008#art_1")
    assert row.text == Words(ar=late["text_ar"], en="An exercise wording of our own.")


def test_provisions_are_named_in_full_in_a_sentence() -> None:
    assert [provision_in_sentence("art_5__para_2", lang) for lang in ("en", "fr", "ar")] == [
        "Article 5, paragraph 2", "l'article 5, paragraphe 2", "الفقرة 2 من المادة 5",
    ]  # fmt: skip
    assert provision_in_sentence("para_3__subpara_a", "ar") == "الفقرة الفرعية (أ) من الفقرة 3"
    assert provision_alone("art_5__para_2", "fr") == "Article 5, paragraphe 2"
    charter = of_work(Words(en="The Charter", fr="Charte", ar="الميثاق"), "charter")
    assert (charter.en, charter.fr) == ("Charter", "la Charte")


def test_the_page_of_a_text_leads_to_the_drafting_room() -> None:
    for who, shown in (("drafter", True), ("guest", False)):
        page = client(who).get("/en/texts/charter-2008/")
        assert page.status_code == 200
        assert ("/en/texts/charter-2008/amend/" in page.content.decode()) is shown
    public = Client().get("/en/texts/charter-2008/").content.decode()
    assert "/amend/" not in public


def test_my_drafts_stand_on_my_desk_and_on_nobody_elses() -> None:
    key = opened().draft.key
    assert f"/en/drafts/{key}/" in client("drafter").get("/en/desk/").content.decode()
    assert f"/en/drafts/{key}/" not in client("releaser").get("/en/desk/").content.decode()
    assert "My drafts" not in client("delegate").get("/en/desk/").content.decode()
