"""What every page is held to in the browser: axe finds nothing, and a small phone shows it all."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
# Only violations are told in full: describing every element in order took most of the time.
# Nothing is preloaded, for the one rule that needs it is experimental and not among these.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
_axe = Axe()


def find_faults(page: Page) -> str:
    """What axe finds, told element by element; empty if nothing."""
    found = _axe.run(page, options=OPTIONS)
    return f"{page.url}\n{found.generate_report()}" if found.violations_count else ""


def check(page: Page) -> None:
    """Axe finds nothing, and nothing overflows a small phone."""
    assert find_faults(page) == ""
    page.set_viewport_size(PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], f"{page.url} is {width} wide"
    page.set_viewport_size(DESKTOP)
