"""The drafting room in a browser: drafted, amended, compared and released, by two hands."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Live
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.checks import check
from tests.browser.conftest import REGISTRAR
from tests.pages import LANGS

pytestmark = pytest.mark.browser
EN = """On exercises of the archive

The Council,

1. Requests the Secretary General to report to the next session;

2. Invites Member States to take part.
"""
FR = """Des exercices des archives

Le Conseil,

1. Prie le Secrétaire général de faire rapport à la prochaine session ;

2. Invite les États membres à y prendre part.
"""
AR = """بشأن تمارين المحفوظات

إن المجلس،

١- يطلب إلى الأمين العام تقديم تقرير إلى الدورة المقبلة؛

٢- يدعو الدول الأعضاء إلى المشاركة.
"""
# What the browser notes of an answer that refuses, and of a connection that was cut on purpose.
EXPECTED = re.compile(r"status of (422|403)|ERR_FAILED|ERR_INTERNET_DISCONNECTED")


@pytest.fixture
def officer(people: dict[str, Any]) -> Any:
    """An officer who may draft and release."""
    return people[REGISTRAR]


@pytest.fixture
def rooms(chromium: Browser, officer: Any) -> Iterator[list[Page]]:
    """Two browsers of drafters; nothing goes wrong in either but what the test provokes."""
    contexts: list[BrowserContext] = []
    pages: list[Page] = []
    faults: list[str] = []
    for _each in range(2):
        context = chromium.new_context(
            storage_state=officer, viewport={"width": 1280, "height": 900}
        )
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        contexts.append(context)
        pages.append(page)
    yield pages
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not EXPECTED.search(fault)] == []


def imported(page: Page, live: Live, title: str) -> str:
    """A draft from text pasted in three languages; its key."""
    page.goto(f"{live.url}/en/drafts/new/")
    for lang, text in (("ar", AR), ("en", EN), ("fr", FR)):
        page.locator(f"#text_{lang}").fill(text)
    page.locator("#id_title_en").fill(title)
    page.locator("button[value=review]").click()
    expect(page.locator(".read-block")).to_have_count(4)
    page.locator("button[value=open]").click()
    page.wait_for_url(re.compile(r"/en/drafts/draft-\d+/$"))
    return page.url.rstrip("/").rpartition("/")[2]


def cell(page: Page, block: str, lang: str) -> Any:
    return page.locator(f"#text-{block}-{lang}")


def saved(page: Page) -> None:
    expect(page.locator("#said")).to_contain_text("Saved at")


def test_a_text_is_drafted_with_the_keyboard(rooms: list[Page], live: Live) -> None:
    page = rooms[0]
    imported(page, live, "Keys (exercise)")
    field = cell(page, "n4", "en")
    field.click()
    field.press("End")
    field.press("Control+End")
    field.press("Enter")
    expect(cell(page, "n5", "en")).to_be_focused()
    page.keyboard.type("Decides to meet again.")
    page.keyboard.press("Control+s")
    saved(page)
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-block]").nth(3)).to_have_attribute("data-block", "n5")
    expect(cell(page, "n5", "en")).to_be_focused()
    expect(page.locator("#name-n5 [data-part=number]")).to_have_text(re.compile("2|٢"))
    page.keyboard.press("Control+Home")
    page.keyboard.press("Tab")
    expect(page.locator("#n5")).to_have_attribute("data-kind", "subparagraph")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#n5")).to_have_attribute("data-kind", "operative")
    page.keyboard.press("Control+End")
    for _word in range(3):
        page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(cell(page, "n6", "en")).to_be_focused()
    page.reload()
    assert cell(page, "n5", "en").input_value().startswith("Decides")
    words = cell(page, "n5", "en").input_value() + " " + cell(page, "n6", "en").input_value()
    assert words == "Decides to meet again."
    page.locator("#n6 [data-open]").click()
    page.locator("#n6 button[value=remove]").click()
    expect(page.locator("#n6")).to_have_count(0)
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#n6")).to_have_count(1)


def test_typing_saves_itself_and_another_browser_sees_it(rooms: list[Page], live: Live) -> None:
    one, two = rooms
    key = imported(one, live, "Two hands (exercise)")
    two.goto(f"{live.url}/en/drafts/{key}/")
    cell(one, "n3", "fr").fill("Prie le Secrétaire général d'en rendre compte ;")
    saved(one)
    expect(cell(two, "n3", "fr")).to_have_value(
        "Prie le Secrétaire général d'en rendre compte ;", timeout=12_000
    )


def test_two_browsers_on_one_paragraph_lose_nothing(rooms: list[Page], live: Live) -> None:
    one, two = rooms
    key = imported(one, live, "Conflict (exercise)")
    two.goto(f"{live.url}/en/drafts/{key}/")
    two.route("**/state/**", lambda route: route.abort())  # it does not hear of the other yet
    cell(one, "n4", "en").fill("Invites all to take part.")
    saved(one)
    two.unroute("**/state/**")
    cell(two, "n4", "en").fill("Urges all to take part.")
    aside = two.locator("#n4 [data-aside]")
    expect(aside).to_be_visible(timeout=12_000)
    expect(aside).to_contain_text("Urges all to take part.")
    expect(cell(two, "n4", "en")).to_have_value("Invites all to take part.")
    check(two)
    expect(one.locator("#n4 [data-aside]")).to_be_visible(timeout=12_000)
    aside.get_by_role("button", name="Take the words set aside").click()
    expect(cell(two, "n4", "en")).to_have_value("Urges all to take part.")
    expect(aside).to_have_count(0)
    expect(cell(one, "n4", "en")).to_have_value("Urges all to take part.", timeout=12_000)


def test_what_is_typed_without_a_connection_is_kept_and_saved_later(
    rooms: list[Page], live: Live
) -> None:
    page = rooms[0]
    imported(page, live, "Cut (exercise)")

    def cut(route: Route) -> None:
        route.abort()

    page.route("**/do/", cut)
    page.route("**/state/**", cut)
    cell(page, "n4", "ar").fill("يحث الدول الأعضاء على المشاركة.")
    expect(page.locator("#said")).to_contain_text("No connection")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(cell(page, "n4", "ar")).to_have_value("يحث الدول الأعضاء على المشاركة.")
    page.unroute("**/do/")
    page.unroute("**/state/**")
    expect(page.locator("#said")).to_contain_text("Saved at", timeout=15_000)
    assert page.evaluate("Object.keys(localStorage).length") == 0
    page.reload()
    expect(cell(page, "n4", "ar")).to_have_value("يحث الدول الأعضاء على المشاركة.")


def test_without_scripts_the_same_is_done_by_plain_forms(
    chromium: Browser, officer: Any, rooms: list[Page], live: Live
) -> None:
    key = imported(rooms[0], live, "Plain (exercise)")
    context = chromium.new_context(storage_state=officer, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live.url}/en/drafts/{key}/?langs=fr")
    cell(page, "n4", "fr").fill("Invite chacun à y prendre part.")
    page.locator("#n4 button[value=save]").click()
    page.wait_for_url(re.compile(r"langs=fr#n4$"))
    assert cell(page, "n4", "fr").input_value() == "Invite chacun à y prendre part."
    page.locator("#n4 [data-open]").click()
    page.locator("#kind-n4").select_option("preambular")
    page.locator("#n4 button[value=kind]").click()
    assert page.locator("#n4").get_attribute("data-kind") == "preambular"
    page.locator("#n4 button[value=add]").click()
    page.wait_for_url(re.compile(r"langs=fr#n5$"))
    context.close()


def test_a_text_goes_from_draft_to_release_in_three_languages(
    rooms: list[Page], live: Live
) -> None:
    page = rooms[0]
    key = imported(page, live, "Release (exercise)")
    page.get_by_role("button", name="Name this version 1").click()
    cell(page, "n4", "en").fill("Urges Member States to take part.")
    saved(page)
    page.get_by_role("link", name="Version 1 with what stands now").first.click()
    expect(page.locator(".diff ins")).to_contain_text("Urges")
    expect(page.locator(".diff del")).to_contain_text("Invites")
    page.goto(f"{live.url}/en/drafts/{key}/")
    for lang in LANGS:
        page.locator("#marked-lang").select_option(lang)
        page.get_by_role("button", name="Set the state").click()
    page.locator("#n3 [data-open]").click()
    page.locator("#n3 input[value=fr]").check()
    page.locator("#n3 input[name=until]").fill("2030-01-01")
    page.get_by_role("button", name="Send to the translators").click()
    expect(page.locator("#n3 .draft-waits")).to_contain_text("its translation is awaited by")
    expect(page.locator("#said")).to_contain_text("The release waits for it")
    check(page)
    page.get_by_role("link", name="Table this draft").click()
    page.locator("#id_work").fill("res-exercise-release")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Table the text").click()
    page.get_by_role("button", name="Release", exact=True).click()
    expect(page.locator(".notice-error")).to_contain_text("French")
    expect(page.locator("input[name=languages][value=fr]")).not_to_be_checked()
    check(page)
    page.locator("#reason_en").fill("The session begins tomorrow.")
    page.get_by_role("button", name="Release the languages chosen, with the reason").click()
    expect(page.locator("main")).to_contain_text("parity was broken")
    expect(page.locator("main")).to_contain_text("Registrar (exercise)")
    check(page)


def test_the_charter_is_amended_from_its_page(rooms: list[Page], live: Live) -> None:
    page = rooms[0]
    for lang, text in (("ar", "نص تمرين."), ("en", "An exercise."), ("fr", "Un exercice.")):
        page.goto(f"{live.url}/en/texts/charter-2008/art_1/fill/")
        page.locator(f"#text_{lang}").fill(text)
        page.locator("#source").fill("Of our own, an exercise")
        page.get_by_role("button", name="Put the wording on record").click()
    page.goto(f"{live.url}/en/texts/charter-2008/amend/")
    page.locator("#wid").select_option("art_1")
    page.locator("#way").select_option("words")
    page.get_by_role("button", name="Continue").first.click()
    check(page)
    for name, text in (("old_en", "exercise"), ("new_en", "example"), ("old_fr", "exercice"),
                       ("new_fr", "exemple"), ("old_ar", "تمرين"), ("new_ar", "مثال")):  # fmt: skip
        page.locator(f"#{name}").fill(text)
    page.locator("input[name=when][value=day]").check()
    page.locator("#on").fill("1 January 2030")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("main")).to_contain_text("the words “exercise” are replaced by “example”")
    expect(page.locator(".diff ins").first).to_be_visible()
    check(page)
    page.get_by_role("button", name="Draft the amendment").click()
    page.wait_for_url(re.compile(r"/en/drafts/draft-\d+/$"))
    assert "«تمرين»" in cell(page, "n2", "ar").input_value()


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_of_the_drafting_room_are_accessible_and_fit_a_phone(
    rooms: list[Page], live: Live, lang: str
) -> None:
    page = rooms[0]
    key = imported(page, live, f"Accessible {lang} (exercise)")
    for path in (
        f"drafts/{key}/", "drafts/", "drafts/new/", "drafts/asked/", f"drafts/{key}/compare/",
        f"drafts/{key}/remarks/", f"drafts/{key}/table/", f"drafts/{key}/describe/",
        f"drafts/{key}/?open=n4", f"drafts/{key}/large/",
        "texts/charter-2008/amend/", "texts/charter-2008/release/",
        "texts/charter-2008/art_2/fill/", "desk/",
    ):  # fmt: skip
        page.goto(f"{live.url}/{lang}/{path}")
        check(page)
