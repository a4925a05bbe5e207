"""A whole exercise session in three languages: from the first delegation at the door to the record.

A chair (Arabic), three delegates on phones (English, French, Arabic), the secretary's desk and the
screen of the hall, each in a browser of its own; the other 54 delegations are simulated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from conftest import Live
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.checks import check
from tests.browser.conftest import REGISTRAR

pytestmark = pytest.mark.browser
SEATS = ("chair", "desk", "first", "second", "third", "interpreters", "hall")
LANGUAGE = {"chair": "ar", "desk": "en", "first": "en", "second": "fr", "third": "ar",
            "interpreters": "fr", "hall": "ar"}  # fmt: skip
PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
# A vote that the chair opens too early is refused with 422, and the browser notes it.
EXPECTED = re.compile(r"status of 422")


@dataclass
class Hall:
    """The browsers of an exercise, by seat, and the key of its log."""

    pages: dict[str, Page]
    log: str

    def __getitem__(self, seat: str) -> Page:
        return self.pages[seat]


@pytest.fixture
def hall(chromium: Browser, live: Live) -> Iterator[Hall]:
    said = live.amana("exercise", "--language", "ar", "--address", live.url)
    addresses = [line[line.index("http") :] for line in said.splitlines()]
    contexts: list[BrowserContext] = []
    pages: dict[str, Page] = {}
    faults: list[str] = []
    for seat, address in zip(SEATS, addresses, strict=True):
        size = PHONE if seat in ("first", "second", "third") else WIDE
        context = chromium.new_context(viewport=size)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(address.replace(f"{live.url}/ar/", f"{live.url}/{LANGUAGE[seat]}/"))
        contexts.append(context)
        pages[seat] = page
    log = re.search(r"/floor/([^/]+)/", addresses[0])
    assert log
    yield Hall(pages, log.group(1))
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not EXPECTED.search(fault)] == []


def press(page: Page, act: str, **fields: str) -> None:
    """Do an act from its place among what is in order now: open its form, fill it, press it."""
    form = page.locator(f"#act-{act}")
    if form.count():
        form.locator("summary").first.click()
    for name, value in fields.items():
        box = page.locator(f"#{act}-{name}")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    page.locator(f'button[name=do][value^="{act}"]').first.click()


def simulated(page: Page, live: Live, hall: Hall, what: str) -> None:
    """What the other delegations do, from the page of the seats."""
    ticket = hall["desk"].url.partition("?as=")[2]
    page.goto(f"{live.url}/en/floor/{hall.log}/exercise/?as={ticket}")
    page.locator(f"button[value={what}]").click()
    expect(page.locator("[role=status]").first).to_be_visible()


def test_an_exercise_session_from_the_door_to_the_record(
    hall: Hall, live: Live, chromium: Browser, people: dict[str, Any]
) -> None:
    seats = hall["desk"].context.new_page()
    # The delegations come in; below the quorum the chair cannot open.
    expect(hall["chair"].locator(".quorum")).to_contain_text("غير مكتمل")
    simulated(seats, live, hall, "come")
    press(hall["desk"], "check_in", who="State 01; S02; الدولة 03")
    expect(hall["hall"].locator("body")).to_contain_text("الحاضرون: 57 من أصل 57")
    press(hall["chair"], "open_meeting")
    expect(hall["first"].locator("body")).to_contain_text("may vote")
    expect(hall["interpreters"].locator(".exercise, body").first).to_contain_text("Exercice")

    # A delegate asks for the floor and gets it; every screen shows who speaks.
    press(hall["second"], "request_floor")
    expect(hall["chair"].locator("[data-region=list]")).to_contain_text("الدولة 02")
    press(hall["chair"], "give_floor", to="الدولة 02")
    expect(hall["hall"].locator("body")).to_contain_text("الدولة 02")
    expect(hall["interpreters"].locator("[data-region=speaker]")).to_contain_text("État 02")
    press(hall["chair"], "end_speech")

    # Consensus is asked, one objects, the text goes to a recorded vote.
    press(hall["chair"], "ask_consensus", on="L.1")
    press(hall["third"], "object")
    press(hall["chair"], "start_voting", question="L.1", method="recorded")
    for seat, answer in (("first", "yes"), ("second", "yes"), ("third", "no")):
        hall[seat].locator(f'button[value^="cast?answer={answer}"]').click()
        expect(hall[seat].locator(f'button[value^="cast?answer={answer}"]')).to_have_attribute(
            "aria-pressed", "true"
        )
    hall["second"].locator('button[value^="cast?answer=abstain"]').click()  # changes, never adds
    expect(hall["second"].locator('button[value^="cast?answer=abstain"]')).to_have_attribute(
        "aria-pressed", "true"
    )
    simulated(seats, live, hall, "vote")
    press(hall["chair"], "close_voting")
    expect(hall["hall"].locator(".outcome")).to_contain_text("L.1")
    for seat in ("chair", "first", "hall"):
        check(hall[seat])
    press(hall["chair"], "adjourn_for_the_day")
    expect(hall["first"].locator("body")).to_contain_text("adjourned")

    # The record is there at once, in three languages, from the same log.
    context = chromium.new_context(storage_state=people[REGISTRAR], viewport=WIDE)
    page = context.new_page()
    session = hall.log.rpartition(".")[0]
    for lang, words in (("ar", "الدولة 03"), ("en", "State 03"), ("fr", "État 03")):
        page.goto(f"{live.url}/{lang}/desk/conferences/{session}/records/{hall.log}/1/")
        expect(page.locator("main")).to_contain_text(words)
        expect(page.locator("main")).to_contain_text("L.1")
    context.close()
