"""A check-in desk with the cable out: it says since when, keeps what it reads, sends it once."""

import subprocess
import sys

import pytest
from conftest import Live, environment
from playwright.sync_api import Browser, expect

from tests.browser.checks import find_faults
from tests.browser.conftest import REGISTRAR, watched

pytestmark = pytest.mark.browser
BADGES = """
import django; django.setup()
from amana.conferences.acts.badges import issue_badges
from amana.conferences.acts.delegations import Details, add_delegate, open_delegations
from amana.conferences.badging.codes import code_of
from amana.conferences.models import Badge
from amana.conferences.tests.meetings import SERVING, SESSION, titled
from amana.ground import clock
open_delegations(SESSION, by=SERVING)
today = clock.today()
for party in ("egy", "egy", "jor"):
    add_delegate(SESSION, party, Details(titled(party), since=today, until=today), by=SERVING)
issue_badges(SESSION, ["egy", "jor"], by=SERVING)
print(*(code_of(badge.serial) for badge in Badge.objects.order_by("pk")))
"""


@pytest.fixture
def codes(live: Live) -> list[str]:
    """The badges of two persons of Egypt and one of Jordan."""
    socket = live.state / "postgres" / "socket"
    url = f"postgresql:///amana?host={socket}&port=5432&user=amana"
    secret = (live.state / "secret-key").read_text()
    done = subprocess.run(
        [sys.executable, "-c", BADGES],
        env=environment(live.state) | {"DATABASE_URL": url, "AMANA_SECRET_KEY": secret},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.split()


def test_what_a_cut_off_desk_reads_arrives_once(
    live: Live, chromium: Browser, people: dict[str, object], codes: list[str]
) -> None:
    context = chromium.new_context(storage_state=people[REGISTRAR])
    with watched(context, expected="ERR_INTERNET_DISCONNECTED") as page:
        page.goto(f"{live.url}/en/desk/conferences/cfm-50/checkin/")
        told, hall, net = (page.locator(f"[data-{name}]") for name in ("result", "hall", "net"))
        waiting, last = page.locator("[data-queue]"), page.locator("[data-last] li")

        def read(code: str) -> None:
            page.locator("#code").fill(code)
            page.locator("#code").press("Enter")

        page.locator("#q").press_sequentially("jor")
        expect(page.locator("[data-found] button")).to_have_count(2)
        read(codes[0])
        expect(told).to_contain_text("Comes in")
        context.set_offline(True)
        expect(net).to_contain_text("No contact since")
        read(codes[1])
        expect(told).to_contain_text("Kept on this device")
        expect(told).to_contain_text("Egypt")
        page.locator("[data-found] button").first.click()
        expect(waiting).to_contain_text("2")
        assert find_faults(page) == ""

        context.set_offline(False)
        expect(waiting).to_be_hidden()
        expect(net).not_to_have_class("is-cut")
        expect(hall).to_have_text("Delegations inside: 2")
        expect(last).to_have_count(3)
        page.reload()
        expect(last).to_have_count(3)
        read(codes[1])
        expect(told).to_contain_text("Already inside")
    context.close()
