"""Reading the organisation on a day, as a member of the public does, with and without scripts."""

import pytest
from conftest import Live
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_another_day_is_asked_by_a_hijri_date_and_kept_across_languages(
    page: Page, live: Live
) -> None:
    page.goto(f"{live.url}/ar/members/")
    page.locator("details.day-change summary").click()
    page.locator("#day-on").fill("9 شعبان 1402")
    page.locator("#day-on").press("Enter")
    expect(page.locator(".day-bar")).to_contain_text("1982")
    rows = page.locator("table").first.locator("tbody tr")
    expect(rows).to_have_count(43)
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(f"{live.url}/fr/members/?on=9+%D8%B4%D8%B9%D8%A8%D8%A7%D9%86+1402")
    expect(page.locator(".day-bar")).to_contain_text("1982")


def test_the_keyboard_alone_reaches_content_search_and_keys(page: Page, live: Live) -> None:
    page.goto(f"{live.url}/en/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator("#main").focus()
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()


def test_search_as_you_type_offers_what_is_found(page: Page, live: Live) -> None:
    page.goto(f"{live.url}/ar/")
    page.locator("#site-search").press_sequentially("فلسطين")
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_table_sorts_in_the_browser(page: Page, live: Live) -> None:
    page.goto(f"{live.url}/en/members/")
    table = page.locator("table").first
    first = table.locator("tbody tr").first.inner_text()
    table.locator("thead th").nth(1).get_by_role("button").click()
    table.locator("thead th").nth(1).get_by_role("button").click()
    assert table.locator("tbody tr").first.inner_text() != first


def test_every_page_is_readable_without_scripts(chromium: Browser, live: Live) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live.url}/ar/offices/secretary-general/")
    expect(page.locator("main")).to_contain_text("حسين إبراهيم طه")
    page.locator("details.source summary").first.click()
    expect(page.locator(".source-note").first).to_be_visible()
    context.close()
