"""The desk in a browser: an act from the form to the register; axe on every kind of its pages."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Live
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import DESKTOP, check
from tests.browser.conftest import KEEPER, REGISTRAR, watched
from tests.pages import LANGS

pytestmark = pytest.mark.browser
# A form that is refused answers 422, which the browser notes as an error of the network.
REFUSED = "status of 422"


def _page(chromium: Browser, state: Any) -> Iterator[Page]:
    context = chromium.new_context(storage_state=state, viewport=DESKTOP, accept_downloads=True)
    with watched(context, REFUSED) as page:
        yield page
    context.close()


@pytest.fixture
def registrar(chromium: Browser, people: dict[str, Any]) -> Iterator[Page]:
    yield from _page(chromium, people[REGISTRAR])


@pytest.fixture
def keeper(chromium: Browser, people: dict[str, Any]) -> Iterator[Page]:
    yield from _page(chromium, people[KEEPER])


def test_an_act_goes_from_its_form_to_the_register(registrar: Page, live: Live) -> None:
    page = registrar
    page.goto(f"{live.url}/en/desk/changes/")
    page.get_by_role("link", name="rename a body").click()
    page.locator("#id_body").select_option("comcec")
    page.locator("#id_names_en").fill("Committee for Trade")
    page.locator("#id_since").fill("31 February 2027")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#id_names_en")).to_have_value("Committee for Trade")
    page.locator("#error-summary a").first.click()
    page.locator("#id_since").fill("1 Rajab 1448")
    page.locator("#id_sources").fill("Resolution of the session, p. 3")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".happens")).to_contain_text("Committee for Trade")
    page.get_by_role("button", name="Change something").click()
    expect(page.locator("#id_since")).to_have_value("1 Rajab 1448")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Record this act").click()
    expect(page).to_have_url(re.compile(r"/en/desk/register/\d+/"))
    expect(page.locator("main")).to_contain_text("This act holds")
    page.get_by_role("link", name="Register of acts").first.click()
    first = page.locator(".register tbody tr").first
    expect(first).to_contain_text("Registrar (exercise)")
    expect(first).to_contain_text("Committee for Trade")


def test_an_auditor_takes_the_register_and_its_verifier_away(registrar: Page, live: Live) -> None:
    registrar.goto(f"{live.url}/en/desk/register/")
    for name in ("Every act as JSON lines", "The program that proves them"):
        with registrar.expect_download() as taken:
            registrar.get_by_role("link", name=name).click()
        assert taken.value.path().stat().st_size > 1000


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_of_the_desk_are_accessible_and_fit_a_phone(
    registrar: Page, live: Live, lang: str
) -> None:
    page, desk = registrar, f"{live.url}/{lang}/desk"
    for path in ("", "changes/", "attention/disputed/", "register/", "register/3/",
                 "acts/membership.admit/"):  # fmt: skip
        page.goto(f"{desk}/{path}")
        check(page)
    page.goto(f"{desk}/register/900/")
    page.locator('main a[href*="/desk/facts/"]').first.click()
    check(page)


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_with_faults_and_a_preview_are_accessible(
    registrar: Page, live: Live, lang: str
) -> None:
    page = registrar
    page.goto(f"{live.url}/{lang}/desk/acts/state.record/")
    page.locator("form.act button.primary").click()
    expect(page.locator("#error-summary")).to_be_visible()
    check(page)
    page.locator("#id_alpha3").fill("AND")
    page.locator("#id_names_en").fill("Andorra")
    page.locator("#id_sources").fill("Yearbook, p. 2")
    page.locator("form.act button.primary").click()
    expect(page.locator(".happens")).to_contain_text("Andorra")
    check(page)


@pytest.mark.parametrize("lang", LANGS)
def test_the_accounts_are_accessible(keeper: Page, live: Live, lang: str) -> None:
    for path in ("accounts/", "acts/account.create/"):
        keeper.goto(f"{live.url}/{lang}/desk/{path}")
        check(keeper)
