#!/usr/bin/env python3
"""Take the pictures of this folder: six pages in three languages, 1280 pixels wide.

    python docs/screenshots/take.py http://127.0.0.1:8000 [--email ADDRESS] [--password-stdin]

Without an account the desk is left out. It needs Playwright and Chromium, as the tests do.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync", "--no-first-run",
         "--disable-background-networking", "--disable-component-update")  # fmt: skip
LANGUAGES = ("ar", "en", "fr")
PAGES = {
    "home": "",
    "members": "members/",
    "body": "bodies/general-secretariat/",
    "rules": "rules/?on=1990-01-01",
    "office": "offices/secretary-general/",
}
SIZE: ViewportSize = {"width": 1280, "height": 1000}
LARGEST = 250_000


def main() -> int:
    """Take every picture; fail when a page or a file is not as it should be."""
    asked = _asked()
    password = sys.stdin.readline().strip() if asked.password_stdin else ""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        for lang in LANGUAGES:
            for name, path in PAGES.items():
                _take(page, f"{asked.address.rstrip('/')}/{lang}/{path}", f"{name}-{lang}")
        if asked.email:
            _sign_in(page, asked.address.rstrip("/"), asked.email, password)
            for lang in LANGUAGES:
                _take(page, f"{asked.address.rstrip('/')}/{lang}/desk/", f"desk-{lang}")
        browser.close()
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take the pictures of the documentation.")
    parser.add_argument("address", help="where the product answers, as http://127.0.0.1:8000")
    parser.add_argument("--email", default="", help="an account that has a desk")
    parser.add_argument("--password-stdin", action="store_true", help="its password is on stdin")
    return parser.parse_args()


def _take(page: Page, address: str, name: str) -> None:
    answer = page.goto(address, wait_until="networkidle")
    if answer is None or answer.status != 200:
        raise SystemExit(f"{address} answered {answer and answer.status}.")
    page.evaluate("document.fonts.ready")
    picture = HERE / f"{name}.png"
    page.screenshot(path=picture)
    size = picture.stat().st_size
    if size > LARGEST:
        raise SystemExit(f"{picture.name} has {size} bytes, more than {LARGEST}.")
    print(f"{picture.name}: {size} bytes")


def _sign_in(page: Page, address: str, email: str, password: str) -> None:
    page.goto(f"{address}/en/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    if "/desk/" not in page.url:
        raise SystemExit("The account could not be signed in, or it has no desk.")


if __name__ == "__main__":
    sys.exit(main())
