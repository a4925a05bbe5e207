"""A text kept on a phone by one press is read without a network, and is gone at sign-out."""

import subprocess
import sys

import pytest
from conftest import Live, environment
from playwright.sync_api import Browser, expect

from tests.browser.conftest import REGISTRAR, _signed_in

pytestmark = pytest.mark.browser
GIVE_OUT = """
import django; django.setup()
from amana.texts.acts import releases, tabling
from amana.texts.tests.people import RELEASER
from amana.texts.tests.test_acts_texts import tabled
tabled()
tabling.set_distribution("res-exercise", by=RELEASER, distribution="general")
releases.release("res-exercise", by=RELEASER)
"""


@pytest.fixture
def text(live: Live) -> str:
    """A resolution of exercises, released in three languages."""
    socket = live.state / "postgres" / "socket"
    url = f"postgresql:///amana?host={socket}&port=5432&user=amana"
    subprocess.run(
        [sys.executable, "-c", GIVE_OUT], env=environment(live.state) | {"DATABASE_URL": url},
        check=True,
    )  # fmt: skip
    return "texts/res-exercise/"


def test_a_text_is_kept_by_a_press_until_sign_out(
    live: Live, chromium: Browser, people: dict[str, object], text: str
) -> None:
    signed_in = _signed_in(live, chromium, REGISTRAR)
    context = chromium.new_context(viewport={"width": 390, "height": 800}, storage_state=signed_in)
    page = context.new_page()
    page.goto(f"{live.url}/ar/{text}")
    assert page.evaluate("caches.keys()") == []  # nothing is kept by itself
    page.locator("[data-press=keep]").click()
    expect(page.locator(".keeping [role=status]")).to_contain_text("هـ")

    context.set_offline(True)
    page.goto(f"{live.url}/fr/{text}")
    expect(page.locator(".wording")).to_contain_text("Décide de se réunir")
    expect(page.locator("[data-no-network]")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.choices')).listStyleType") == (
        "none"
    )
    page.goto(f"{live.url}/ar/members/")  # was not kept: what was is listed
    expect(page.locator(".kept li")).to_have_count(1)

    context.set_offline(False)
    page.goto(f"{live.url}/ar/desk/")
    page.get_by_role("button", name="تسجيل الخروج").first.click()
    page.wait_for_load_state()
    assert page.evaluate("caches.keys()") == []
    context.close()
