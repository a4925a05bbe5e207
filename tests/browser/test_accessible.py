"""Every public page in three languages: axe finds nothing, nothing overflows a small phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Live
from playwright.sync_api import Page

from tests.pages import LANGS, PUBLIC, address

pytestmark = pytest.mark.browser
axe = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_is_accessible_and_fits_a_phone(
    page: Page, live: Live, lang: str, path: str
) -> None:
    page.goto(live.url + address(lang, path))
    found = axe.run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_dark_scheme_has_contrast_too(page: Page, live: Live) -> None:
    page.emulate_media(color_scheme="dark")
    for path in ("", "members/", "rules/"):
        page.goto(live.url + address("ar", path))
        found = axe.run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
