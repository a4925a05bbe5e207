"""Every public page in three languages: axe finds nothing, nothing overflows a small phone."""

from collections.abc import Iterator

import pytest
from conftest import Live
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.checks import DESKTOP, check, find_faults
from tests.browser.conftest import watched
from tests.pages import LANGS, PUBLIC, address

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    """One visitor for all these pages: who only reads meets each of them as a new visitor does."""
    context = chromium.new_context(viewport=DESKTOP)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    with watched(visitor) as page:
        yield page


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_is_accessible_and_fits_a_phone(
    page: Page, live: Live, lang: str, path: str
) -> None:
    page.goto(live.url + address(lang, path))
    check(page)


def test_the_dark_scheme_has_contrast_too(page: Page, live: Live) -> None:
    page.emulate_media(color_scheme="dark")
    for path in ("", "members/", "rules/"):
        page.goto(live.url + address("ar", path))
        assert find_faults(page) == ""


def test_what_is_not_accessible_is_found(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.set_content('<p style="color: #bbb">pale</p><img src="data:,"><table><tr><td></table>')
    faults = find_faults(page)
    assert all(rule in faults for rule in ("color-contrast", "image-alt", "html-has-lang"))
    page.close()
