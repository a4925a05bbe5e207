"""Passkeys in a real browser: Chromium with an authenticator that exists only in its memory.

The whole ceremony runs: challenge, signature by a key that never leaves the authenticator, origin
and counter checked by the server, under the policy that forbids scripts inside a page.
"""

from collections.abc import Iterator

import pytest
from conftest import Live
from playwright.sync_api import Browser, BrowserContext, Page

from amana.accounts.tests.conftest import PASSWORD

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
pytestmark = pytest.mark.browser


@pytest.fixture
def base(live: Live) -> str:
    """A passkey belongs to a name: a bare network address has none."""
    return live.url.replace("127.0.0.1", "localhost") + "/en/account/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.refused = []
    page.on("console", lambda said: page.refused.append(said.text) if "Policy" in said.text else 0)
    chrome = context.new_cdp_session(page)
    chrome.send("WebAuthn.enable")
    chrome.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return page


def press(page: Page, button: str) -> None:
    """Press a button and wait for the page that it leads to."""
    with page.expect_navigation():
        page.click(button)


def enter(page: Page, base: str, email: str) -> None:
    page.goto(base + "login/")
    page.fill("#id_login", email)
    page.fill("#id_password", PASSWORD)
    press(page, "main button.primary")


def add_key(page: Page, base: str, *, alone: bool) -> None:
    page.goto(base + "factors/keys/add/")
    if "reauthenticate" in page.url:
        page.fill("#id_password", PASSWORD)
        press(page, "main button.primary")
    page.fill("#id_name", "Blue phone")
    page.set_checked("#id_passwordless", alone)
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/factors/codes/")


def test_a_passkey_signs_in_alone_and_confirms_its_own_removal(live, base, page):
    live.amana("user", "add", "zayd@example.org", "--name", "Zayd", "--password-stdin",
               stdin=PASSWORD)  # fmt: skip
    enter(page, base, "zayd@example.org")
    add_key(page, base, alone=True)
    press(page, "header form button")
    page.goto(base + "login/")
    press(page, "#passkey_login")
    page.goto(base)
    assert page.locator("bdi", has_text="zayd@example.org").count() == 1
    page.goto(base + "factors/keys/")
    assert "Blue phone" in page.inner_text("main table")
    assert "signs in alone" in page.inner_text("main table")
    press(page, "main table a:has-text('Remove')")
    press(page, "a:has-text('With a passkey or security key')")
    press(page, "#mfa_webauthn_reauthenticate")
    press(page, "main button.danger")
    page.wait_for_url("**/factors/keys/")
    assert "No key has been added" in page.inner_text("main")
    assert page.refused == []


def test_a_security_key_is_asked_for_after_the_password(live, base, page):
    live.amana("user", "add", "layla@example.org", "--name", "Layla", "--password-stdin",
               stdin=PASSWORD)  # fmt: skip
    enter(page, base, "layla@example.org")
    add_key(page, base, alone=False)
    press(page, "header form button")
    enter(page, base, "layla@example.org")
    page.wait_for_url("**/factors/authenticate/")
    press(page, "#mfa_webauthn_authenticate")
    page.goto(base)
    assert page.locator("bdi", has_text="layla@example.org").count() == 1
    assert page.refused == []


def test_a_key_that_does_not_answer_is_said_on_the_page(base, page):
    page.goto(base + "login/")
    page.evaluate(
        "() => { navigator.credentials.get = async () => { throw new DOMException('cancelled') } }"
    )
    page.click("#passkey_login")
    page.wait_for_selector("[data-passkey-fault]:not([hidden])")
    assert "did not answer" in page.inner_text("[data-passkey-fault]")
