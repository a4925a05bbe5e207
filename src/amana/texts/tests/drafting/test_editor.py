"""The editor by plain forms and by its script: saving, order, two hands, what is not seen."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amana.kernel.words import LANGS, Words
from amana.texts.acts import drafts
from amana.texts.drafting import draft
from amana.texts.models import DraftRecord
from amana.texts.pages.drafting.ordering import after_down, after_up, inner, outer
from amana.texts.tests.drafting.rooms import client
from amana.texts.tests.people import DRAFTER
from amana.texts.tests.test_acts_texts import BLOCKS, opened

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}


def do(who: Client, key: str, act: str, block: str = "", **more: object) -> Any:
    return who.post(f"/en/drafts/{key}/do/", {"do": act, "block": block, **more}, **JSON)


@pytest.mark.parametrize("lang", LANGS)
def test_the_editor_shows_every_block_in_its_languages(lang: str) -> None:
    key = opened().draft.key
    page = client("drafter").get(f"/{lang}/drafts/{key}/")
    html = page.content.decode()
    assert page.status_code == 200
    for block in BLOCKS:
        for _code, text in block.text:
            assert text in html
    assert 'lang="ar" dir="rtl"' in html
    assert html.count("data-text") == len(BLOCKS) * 3


def test_only_the_languages_asked_for_are_shown() -> None:
    key = opened().draft.key
    html = client("drafter").get(f"/en/drafts/{key}/?langs=fr").content.decode()
    assert html.count("data-text") == len(BLOCKS)
    assert BLOCKS[2].text.fr in html
    assert BLOCKS[2].text.ar not in html


def test_a_plain_form_saves_and_leads_back_to_the_block() -> None:
    key = opened().draft.key
    answer = client("drafter").post(
        f"/fr/drafts/{key}/do/",
        {"do": "save", "block": "n4", "langs": "fr", "text-fr": "Décide d'agir.",
         "seen-fr": BLOCKS[3].text.fr},
    )  # fmt: skip
    assert answer.status_code == 302
    assert answer["Location"] == f"/fr/drafts/{key}/?langs=fr#n4"
    assert draft(key, by=DRAFTER).rows[3].text.fr == "Décide d'agir."


def test_saving_the_same_words_twice_is_one_version() -> None:
    key = opened().draft.key
    who = client("drafter")
    words = {"text-en": "Decides nothing.", "seen-en": BLOCKS[3].text.en}
    first = do(who, key, "save", "n4", **words)
    row = draft(key, by=DRAFTER).rows[3]
    assert first.json()["aside"] is None
    assert do(who, key, "save", "n4", **words).json()["aside"] is None
    assert draft(key, by=DRAFTER).rows[3].pk == row.pk


def test_words_over_words_are_set_aside_and_settled_by_a_person() -> None:
    key = opened().draft.key
    one, two = client("drafter"), client("both")
    do(one, key, "save", "n4", **{"text-en": "Decides A.", "seen-en": BLOCKS[3].text.en})
    late = do(two, key, "save", "n4", **{"text-en": "Decides B.", "seen-en": BLOCKS[3].text.en})
    aside = late.json()["aside"]
    assert late.json()["fields"]["text-en"] == "Decides A."
    page = one.get(f"/en/drafts/{key}/").content.decode()
    assert "Decides A." in page
    assert "Decides B." in page
    do(one, key, "settle", "n4", aside=aside, take="mine")
    assert draft(key, by=DRAFTER).rows[3].text.en == "Decides B."
    gone = do(one, key, "settle", "n4", aside=aside, take="mine")
    assert gone.status_code == 422
    assert "settled it" in gone.json()["fault"]


def test_a_block_is_added_split_moved_levelled_taken_out_and_put_back() -> None:
    key = opened().draft.key
    who = client("drafter")
    new = do(who, key, "add", "n4", token="a").json()["block"]
    assert do(who, key, "add", "n4", token="a").json()["block"] == new
    assert [row.block for row in draft(key, by=DRAFTER).rows] == ["n1", "n2", "n3", "n4", new]
    do(who, key, "in", new)
    assert draft(key, by=DRAFTER).rows[-1].kind == "subparagraph"
    do(who, key, "up", "n4")
    assert [row.block for row in draft(key, by=DRAFTER).rows] == ["n1", "n2", "n4", new, "n3"]
    words = {"text-en": "Decides", "seen-en": BLOCKS[3].text.en, "tail": "to meet again.",
             "lang": "en", "token": "b"}  # fmt: skip
    tail = do(who, key, "split", "n4", **words).json()["block"]
    rows = {row.block: row for row in draft(key, by=DRAFTER).rows}
    assert (rows["n4"].text.en, rows[tail].text.en) == ("Decides", "to meet again.")
    do(who, key, "remove", tail)
    do(who, key, "remove", tail)
    assert tail not in {row.block for row in draft(key, by=DRAFTER).rows}
    do(who, key, "restore", tail)
    assert {row.block: row.text.en for row in draft(key, by=DRAFTER).rows}[tail] == "to meet again."


def test_the_order_of_nested_blocks() -> None:
    key = opened().draft.key
    drafts.add_block(key, "subparagraph", after="n3", by=DRAFTER, text=Words(en="x;"))
    rows = draft(key, by=DRAFTER).rows
    assert [row.block for row in rows] == ["n1", "n2", "n3", "n5", "n4"]
    assert after_down(rows, "n3") == "n4"
    assert after_up(rows, "n4") == "n2"
    assert after_up(rows, "n5") == "n2"
    assert after_down(rows, "n4") is None
    assert after_up(rows, "n1") is None
    assert (inner("operative"), outer("operative"), inner("title")) == (
        "subparagraph", "operative", "title",
    )  # fmt: skip


def test_what_others_changed_is_told_once() -> None:
    key = opened().draft.key
    who = client("drafter")
    page = who.get(f"/en/drafts/{key}/").content.decode()
    version = re.search(r'data-version="(\d+)"', page)
    assert version
    since = int(version[1])
    assert who.get(f"/en/drafts/{key}/state/?since={since}", **JSON).json()["same"] is True
    do(client("both"), key, "save", "n4",
       **{"text-en": "Decides A.", "seen-en": BLOCKS[3].text.en})  # fmt: skip
    news = who.get(f"/ar/drafts/{key}/state/?since={since}", **JSON).json()
    assert news["html"].count("data-block=") == 1
    assert "Decides A." in news["html"]
    assert [row["block"] for row in news["order"]] == ["n1", "n2", "n3", "n4"]
    assert news["order"][3]["number"] == "٢-"


def test_a_heading_over_a_heading_is_set_aside_and_settled() -> None:
    key = opened().draft.key
    who = client("drafter")
    article = drafts.add_block(key, "article", by=DRAFTER).block
    do(who, key, "save", article, **{"heading-en": "Aims", "seen-heading-en": ""})
    late = do(who, key, "save", article, **{"heading-en": "Goals", "seen-heading-en": ""}).json()
    assert late["fields"]["heading-en"] == "Aims"
    page = who.get(f"/en/drafts/{key}/").content.decode()
    assert re.search(r"data-aside-form.*Aims.*Goals", page, re.S)
    do(who, key, "settle", article, aside=late["aside"], take="mine")
    row = draft(key, by=DRAFTER).rows[-1]
    assert (row.heading.en, row.text.en) == ("Goals", "")


def test_a_translation_is_asked_for_and_stands_on_the_list() -> None:
    key = opened().draft.key
    who = client("drafter")
    asked = do(who, key, "ask", needs="fr", until="2026-12-01", marked=["n3", "n4"])
    assert asked.status_code == 200
    listed = who.get("/en/drafts/asked/").content.decode()
    assert "On exercises" in listed
    assert "langs=en-fr#n3" in listed.replace("&amp;", "&")
    assert "into French" in who.get("/en/desk/").content.decode()
    assert do(who, key, "ask", needs="fr", until="2026-12-01").status_code == 422
    assert do(who, key, "ask", until="2026-12-01", marked=["n3"]).status_code == 422
    assert do(who, key, "ask", needs="fr", until="2020-01-01", marked=["n3"]).status_code == 422
    do(who, key, "state", lang="fr", state="ready", marked=["n3"])
    rows = draft(key, by=DRAFTER).rows
    assert (rows[2].states["fr"], rows[2].wanted) == ("ready", {})
    assert rows[3].wanted == {"fr": "2026-12-01"}


def test_one_paragraph_has_its_own_table_of_languages_and_is_asked_for_there() -> None:
    key = opened().draft.key
    who = client("drafter")
    done = do(who, key, "ask", "n4", needs="fr", until="2026-12-01", langs="ar-en-fr")
    assert "French, by 21 Jumada al-Akhira 1448H (1 December 2026)." in done.json()["said"]
    panel = who.get(f"/en/drafts/{key}/block/n4/", **JSON).json()["html"]
    assert "drafted by" in panel
    assert panel.count("translated by") == 2
    assert "its translation is awaited by" in panel
    assert panel.count("<tr>") == 4
    plain = who.get(f"/en/drafts/{key}/block/n4/")
    assert plain["Location"] == f"/en/drafts/{key}/?open=n4#n4"
    page = who.get(plain["Location"]).content.decode()
    assert page.count("draft-panel") == 1
    assert "French: translations awaited: 1 (paragraph 2)" in page
    do(who, key, "done:fr", "n4")
    do(who, key, "ready:ar", "n4")
    row = draft(key, by=DRAFTER).rows[3]
    assert (row.states["fr"], row.states["ar"], row.wanted) == ("translated", "ready", {})
    assert do(who, key, "ready:xx", "n4").status_code == 422


def test_only_what_lacks_a_translation_is_asked_for() -> None:
    key = opened().draft.key
    who = client("drafter")
    assert do(who, key, "lacking", needs=["ar", "fr"], until="2026-12-01").status_code == 422
    do(who, key, "save", "n4", **{"text-en": "Decides to go.", "seen-en": BLOCKS[3].text.en})
    new = do(who, key, "split", "n3", tail="and to write;", lang="en").json()["block"]
    page = who.get(f"/en/drafts/{key}/").content.decode()
    assert page.count("needs French: 2 paragraphs") == 1
    assert "older than the words it translates" in page
    do(who, key, "lacking", needs=["ar", "fr"], until="2026-12-01")
    wanted = {row.block: sorted(row.wanted) for row in draft(key, by=DRAFTER).rows}
    assert wanted == {"n1": [], "n2": [], "n3": [], new: ["ar", "fr"], "n4": ["ar", "fr"]}


def test_large_print_has_one_language_and_says_what_it_lacks() -> None:
    key = opened().draft.key
    who = client("drafter")
    drafts.add_block(key, "operative", by=DRAFTER, text=Words(en="Decides a third thing."))
    page = who.get(f"/fr/drafts/{key}/large/?lang=ar").content.decode()
    assert BLOCKS[3].text.ar in page
    assert BLOCKS[3].text.fr not in page
    assert page.count("notice-attention") == 1


def test_versions_are_named_and_compared() -> None:
    key = opened().draft.key
    who = client("drafter")
    do(who, key, "version")
    do(who, key, "save", "n4", **{"text-en": "Decides to leave.", "seen-en": BLOCKS[3].text.en})
    html = who.get(f"/en/drafts/{key}/compare/?from=1&to=now&lang=en").content.decode()
    assert re.search(r"<del>[^<]*meet again", html)
    assert re.search(r"<ins>[^<]*leave", html)
    assert who.get(f"/en/drafts/{key}/compare/?from=9").status_code == 404


def test_remarks_lead_to_their_block() -> None:
    key = opened().draft.key
    margin = client("drafter").get(f"/en/drafts/{key}/remarks/", **JSON).json()["html"]
    assert f"/en/drafts/{key}/#n" in margin
    html = client("drafter").get(f"/en/drafts/{key}/remarks/").content.decode()
    assert f"/en/drafts/{key}/#n" in html


def test_who_has_no_power_reads_and_writes_nothing() -> None:
    key = opened().draft.key
    before = draft(key, by=DRAFTER).rows
    delegate = client("delegate")
    page = delegate.get(f"/en/drafts/{key}/")
    assert page.status_code == 200
    assert "data-text" not in page.content.decode()
    answer = do(delegate, key, "save", "n4", **{"text-en": "x", "seen-en": BLOCKS[3].text.en})
    assert answer.status_code == 403
    assert "Exercise officer" in answer.json()["fault"]
    plain = delegate.post(f"/en/drafts/{key}/do/", {"do": "remove", "block": "n4"})
    assert plain.status_code == 403
    assert [row.pk for row in draft(key, by=DRAFTER).rows] == [row.pk for row in before]


def test_the_public_and_a_guest_know_of_no_draft() -> None:
    key = opened().draft.key
    for address in (f"drafts/{key}/", "drafts/", "drafts/new/", "texts/charter-2008/release/"):
        sent = Client().get(f"/en/{address}")
        assert sent.status_code == 302
        assert "/account/login/" in sent["Location"]
    assert Client().get(f"/en/drafts/{key}/state/", **JSON).status_code == 401
    guest = client("guest")
    assert guest.get(f"/en/drafts/{key}/").status_code == 404
    assert key not in guest.get("/en/drafts/").content.decode()
    assert guest.get("/en/drafts/new/").status_code == 403
    assert guest.get("/en/texts/charter-2008/amend/").status_code == 403


def test_a_restricted_draft_does_not_exist_for_other_offices() -> None:
    key = opened(distribution="restricted", readers=["body:legal-affairs"]).draft.key
    assert client("drafter").get(f"/en/drafts/{key}/").status_code == 200
    delegate = client("delegate")
    assert delegate.get(f"/en/drafts/{key}/").status_code == 404
    assert do(delegate, key, "save", "n4").status_code == 422
    assert key not in delegate.get("/en/drafts/").content.decode()


def test_a_draft_that_was_withdrawn_is_read_only() -> None:
    key = opened().draft.key
    who = client("drafter")
    assert who.post(f"/en/drafts/{key}/describe/", {"do": "withdraw"}).status_code == 422
    who.post(f"/en/drafts/{key}/describe/", {"do": "withdraw", "reason": "an exercise"})
    assert DraftRecord.objects.known().get(draft__key=key).stage == "withdrawn"
    assert "data-text" not in who.get(f"/en/drafts/{key}/").content.decode()
    assert do(who, key, "add", "n4").status_code == 422


def test_an_unknown_act_is_a_sentence() -> None:
    key = opened().draft.key
    answer = do(client("drafter"), key, "explode")
    assert answer.status_code == 422
    assert "explode" in answer.json()["fault"]


def test_a_longer_draft_asks_the_database_no_more_often() -> None:
    key = opened().draft.key
    who = client("drafter")
    who.get(f"/en/drafts/{key}/")
    addresses = (f"/en/drafts/{key}/", "/en/drafts/", f"/en/drafts/{key}/state/?since=0")
    few = [_queries(who, address) for address in addresses]
    drafts.fill(key, BLOCKS * 10, by=DRAFTER)
    assert [_queries(who, address) for address in addresses] == few
    assert max(few) <= 10


def _queries(who: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert who.get(address).status_code == 200
    return len(asked)
