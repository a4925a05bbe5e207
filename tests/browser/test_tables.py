"""Tables, results and symbols as they are seen: nothing cut off, nothing turned around."""

import pytest
from conftest import Live
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_a_long_table_grows_with_the_page_and_keeps_its_head_in_sight(
    page: Page, live: Live
) -> None:
    page.goto(f"{live.url}/en/resolutions/")
    region = page.locator(".table-region").first
    assert region.evaluate("each => each.scrollHeight <= each.clientHeight + 1")
    page.locator("tbody tr").nth(20).scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, 1500)")
    expect(page.locator("thead th").first).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", ["ar/sessions/", "en/resolutions/", "fr/members/"])
def test_on_a_phone_a_row_is_stacked_and_each_value_says_its_column(
    chromium: Browser, live: Live, path: str, scripts: bool
) -> None:
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(f"{live.url}/{path}")
    assert page.locator("html").evaluate("page => page.scrollWidth <= page.clientWidth")
    cell = page.locator("tbody td[data-label]:not(:empty)").first
    label = cell.evaluate("each => getComputedStyle(each, '::before').content")
    assert label == f'"{cell.get_attribute("data-label")}"'
    box, row = cell.bounding_box(), page.locator("tbody tr").first.bounding_box()
    assert box is not None
    assert row is not None
    assert box["width"] == pytest.approx(row["width"], abs=2)
    context.close()


def test_a_result_shows_its_focus_without_scripts(chromium: Browser, live: Live) -> None:
    context = chromium.new_context(
        viewport={"width": 640, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{live.url}/ar/search/?q=somalia")
    link = page.locator(".hits h2 a").first
    for _key in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    expect(link).to_be_focused()
    outline = link.evaluate("each => getComputedStyle(each).outlineStyle")
    box, title = link.bounding_box(), link.locator("[dir]").bounding_box()
    assert outline == "solid"
    assert box is not None
    assert title is not None
    assert box["height"] >= title["height"]  # the ring goes around the title
    assert box["width"] >= title["width"]
    context.close()


def test_a_typed_symbol_keeps_its_order_in_an_arabic_page(page: Page, live: Live) -> None:
    page.goto(f"{live.url}/ar/")
    box = page.locator("#site-search")
    assert box.evaluate("each => getComputedStyle(each).direction") == "rtl"
    box.press_sequentially("4 /33-S")
    assert box.evaluate("each => each.matches(':dir(ltr)')")
    symbol = page.get_by_role("option").first.locator("bdi.symbol")
    expect(symbol).to_have_attribute("dir", "ltr")
    expect(symbol).to_have_text("4/33-S&T")


def test_titles_of_the_other_direction_stand_at_their_own_edge(page: Page, live: Live) -> None:
    page.goto(f"{live.url}/ar/texts/res-cfm-33-st-4/")
    for lang, edge in (("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")):
        title = page.locator(f"#titles p[lang={lang}]")
        styles = title.evaluate(
            "each => [getComputedStyle(each).direction, getComputedStyle(each).textAlign]"
        )
        assert styles == [edge, "start"]
