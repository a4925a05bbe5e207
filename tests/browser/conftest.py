"""Debian's Chromium, started as its users cannot: without a screen, without a network."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from conftest import Live
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.checks import DESKTOP

PASSWORD = "seven herons over the harbour"
REGISTRAR, KEEPER = "registrar@example.org", "keeper@example.org"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def people(live: Live, chromium: Browser) -> dict[str, Any]:
    """The registrar and the keeper of accounts, each signed in once through the page.

    The console gives the office of registrar while nobody holds it, so there is one for all tests.
    """
    for email, name, more in (
        (REGISTRAR, "Registrar (exercise)", ("--office", "registrar")),
        (KEEPER, "Keeper (exercise)", ("--administrator",)),
    ):
        live.amana(
            "user", "add", email, "--name", name, "--language", "ar", *more, "--password-stdin",
            stdin=f"{PASSWORD}\n",
        )  # fmt: skip
    return {email: _signed_in(live, chromium, email) for email in (REGISTRAR, KEEPER)}


def _signed_in(live: Live, chromium: Browser, email: str) -> Any:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{live.url}/ar/desk/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    page.wait_for_url(f"{live.url}/ar/desk/")
    state = context.storage_state()
    context.close()
    return state


@contextmanager
def watched(context: BrowserContext, expected: str = "$^") -> Iterator[Page]:
    """A page whose every error and refused resource fails the test, unless it is expected."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    page.close()
    assert [fault for fault in faults if not re.search(expected, fault)] == []


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=DESKTOP)
    with watched(context) as page:
        yield page
    context.close()
